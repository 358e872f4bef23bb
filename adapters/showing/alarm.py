"""Being called after a while, to look again at what waits."""

import asyncio
from collections.abc import Callable

from adapters.showing.turns import SHORTEST_SECONDS
from bot.ports import Clock

__all__ = ["Alarm"]


class Alarm:
    """Calls back after a while, unless it is set anew before."""

    def __init__(self, clock: Clock, ring: Callable[[], None]) -> None:
        self._clock, self._ring = clock, ring
        self._sleeping: asyncio.Task[None] | None = None

    def set(self, seconds: float | None) -> None:
        """Forget what was set; None: for good."""
        sleeping, self._sleeping = self._sleeping, None
        if sleeping:
            sleeping.cancel()
        if seconds is not None:
            self._sleeping = asyncio.create_task(self._sleep(seconds))

    async def _sleep(self, seconds: float) -> None:
        await self._clock.sleep(max(seconds, SHORTEST_SECONDS))
        self._sleeping = None
        self._ring()
