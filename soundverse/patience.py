"""A time limit on each of many waits, by one timer for all of them.

To set a timer for each wait and take it back costs about as much as what is waited for: with a thousand
streams, that is felt (`make bench`, streams).
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

__all__ = ["Patience"]

T = TypeVar("T")


class Patience:
    """Waits, one wait at a time, each only so long. Leaves a timer behind unless it is ended."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """`seconds` is asked before each wait how long that one may last."""
        self._seconds = seconds
        self._loop = asyncio.get_running_loop()
        self._ends_at = 0.0
        self._wait: asyncio.Timeout | None = None
        self._timer: asyncio.TimerHandle | None = None

    async def wait_for(self, coming: Awaitable[T]) -> T:
        """What comes. Raises TimeoutError when it doesn't come in time."""
        self._ends_at = self._loop.time() + self._seconds()
        if self._timer is None or self._timer.when() > self._ends_at:
            self.end()
            self._timer = self._loop.call_at(self._ends_at, self._limit)
        async with asyncio.timeout(None) as wait:
            self._wait = wait
            try:
                return await coming
            finally:
                self._wait = None

    def end(self) -> None:
        """There will be no more waits."""
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _limit(self) -> None:
        """The wait that is on, if any, may be a later one with time left: it gets a timer of its own."""
        self._timer = None
        if self._wait:
            self._wait.reschedule(self._ends_at)
