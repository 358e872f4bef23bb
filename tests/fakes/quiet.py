"""Knowing when everything waits: no statement under way, no thread at work, no task about to run."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from storage.database import Database
from storage.rows import Value

T = TypeVar("T")

SPINS = 30
"""Turns of the loop without anything under way, after which nothing will happen by itself."""


class Activity:
    """What is under way outside the loop."""

    def __init__(self) -> None:
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.broken = 0
        """So many of the next writes fail, as on a database that is locked or a disk that is full."""

    def begin(self) -> None:
        """Something is under way."""
        self._under_way += 1
        self._idle.clear()

    def end(self) -> None:
        """It no longer is. To be called in the loop."""
        self._under_way -= 1
        if not self._under_way:
            self._idle.set()

    async def settle(self) -> None:
        """Let every task run until all of them wait."""
        spins = 0
        while spins < SPINS:
            if self._under_way:
                await self._idle.wait()
                spins = 0
            await asyncio.sleep(0)
            spins += 1


class WatchedDatabase(Database):
    """The real one, counted."""

    activity: Activity

    async def write(self, name: str, /, **values: Value) -> list[sqlite3.Row]:
        self.activity.begin()
        try:
            if self.activity.broken:
                self.activity.broken -= 1
                raise sqlite3.OperationalError("database or disk is full")
            return await super().write(name, **values)
        finally:
            self.activity.end()

    async def read(self, name: str, /, **values: Value) -> list[sqlite3.Row]:
        self.activity.begin()
        try:
            return await super().read(name, **values)
        finally:
            self.activity.end()


class WatchedThreads(ThreadPoolExecutor):
    """The loop's own threads, counted."""

    def __init__(self, activity: Activity) -> None:
        super().__init__(max_workers=4)
        self._activity = activity
        self._loop = asyncio.get_running_loop()

    def submit(self, fn: Callable[..., T], /, *args: object, **kwargs: object) -> Future[T]:
        """To be called in the loop."""
        self._activity.begin()
        future = super().submit(fn, *args, **kwargs)
        # after whoever waits for it has put theirs on: they have to hear of it before it is over
        self._loop.call_soon(future.add_done_callback, self._done)
        return future

    def _done(self, _: object) -> None:
        self._loop.call_soon_threadsafe(self._activity.end)
