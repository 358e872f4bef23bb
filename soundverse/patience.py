"""A time limit on each of many waits, by one timer for all of them.

To set a timer for each wait and take it back costs about as much as what is waited for: with a thousand
streams, that is felt (`make bench`, streams).
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

__all__ = ["Patience"]

T = TypeVar("T")


class Patience:
    """Waits, one wait at a time, each only so long. Leaves a timer behind unless it is ended."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """`seconds` is asked before each wait how long that one may last."""
        self._seconds = seconds
        self._loop = asyncio.get_running_loop()
        self._ends_at = 0.0
        self._waiting: asyncio.Task[Any] | None = None
        self._is_over = False
        self._timer: asyncio.TimerHandle | None = None

    async def wait_for(self, coming: Awaitable[T]) -> T:
        """What comes. Raises TimeoutError when it doesn't come in time."""
        self._ends_at = self._loop.time() + self._seconds()
        if self._timer is None or self._timer.when() > self._ends_at:
            self.end()
            self._timer = self._loop.call_at(self._ends_at, self._limit)
        task = self._waiting = asyncio.current_task(self._loop)
        if task is None:
            raise RuntimeError("waits only in a task")
        cancels_before = task.cancelling()
        try:
            return await coming
        except asyncio.CancelledError as cancelled:
            # as in asyncio.timeout: who else wants to cancel the task, is right
            if self._is_over and task.uncancel() <= cancels_before:
                raise TimeoutError from cancelled
            raise
        finally:
            self._waiting, self._is_over = None, False

    def end(self) -> None:
        """There will be no more waits."""
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _limit(self) -> None:
        """The wait that is on, if any, may be a later one with time left: it gets a timer of its own."""
        self._timer = None
        if self._waiting is None:
            return
        if self._loop.time() < self._ends_at:
            self._timer = self._loop.call_at(self._ends_at, self._limit)
        else:
            self._is_over = True
            self._waiting.cancel()
