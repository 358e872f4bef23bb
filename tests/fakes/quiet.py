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
        self.under_way = 0
        self.broken = 0
        """So many of the next writes fail, as on a database that is locked or a disk that is full."""

    async def settle(self) -> None:
        """Let every task run until all of them wait."""
        spins = 0
        while spins < SPINS:
            await asyncio.sleep(0.0005 if self.under_way else 0)
            spins = 0 if self.under_way else spins + 1


class WatchedDatabase(Database):
    """The real one, counted."""

    activity: Activity

    async def write(self, name: str, /, **values: Value) -> list[sqlite3.Row]:
        self.activity.under_way += 1
        try:
            if self.activity.broken:
                self.activity.broken -= 1
                raise sqlite3.OperationalError("database or disk is full")
            return await super().write(name, **values)
        finally:
            self.activity.under_way -= 1

    async def read(self, name: str, /, **values: Value) -> list[sqlite3.Row]:
        self.activity.under_way += 1
        try:
            return await super().read(name, **values)
        finally:
            self.activity.under_way -= 1


class WatchedThreads(ThreadPoolExecutor):
    """The loop's own threads, counted."""

    def __init__(self, activity: Activity) -> None:
        super().__init__(max_workers=4)
        self._activity = activity

    def submit(self, fn: Callable[..., T], /, *args: object, **kwargs: object) -> Future[T]:
        self._activity.under_way += 1
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(lambda _: self._done())
        return future

    def _done(self) -> None:
        self._activity.under_way -= 1
