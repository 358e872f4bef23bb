"""How fast one channel and one message may change: Discord's limits are kept before they are met.

Observed, not promised: about five messages or edits in five seconds a channel
(https://docs.discord.com/developers/topics/rate-limits says to read the headers; the library does that too).
"""

import asyncio
import heapq
import itertools
from collections import deque

from bot.ports import Clock

__all__ = ["ChannelPace"]

MOST = 5
WINDOW_SECONDS = 5.2
"""A little longer than theirs: clocks differ."""


class ChannelPace:
    """Lets through what is urgent first, and so much of all as the channel bears."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._gone: deque[float] = deque()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._letting: asyncio.Task[None] | None = None

    async def turn(self, rank: int) -> None:
        """Wait for a place; a lower rank goes first."""
        free: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._numbers), free))
        if self._letting is None or self._letting.done():
            self._letting = asyncio.create_task(self._let())
        await free

    async def _let(self) -> None:
        while self._waiting:
            now = self._clock.now().timestamp()
            while self._gone and now - self._gone[0] >= WINDOW_SECONDS:
                self._gone.popleft()
            if len(self._gone) >= MOST:
                await self._clock.sleep(WINDOW_SECONDS - (now - self._gone[0]))
                continue
            _, _, free = heapq.heappop(self._waiting)
            if not free.done():
                self._gone.append(now)
                free.set_result(None)
