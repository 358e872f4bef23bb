"""A clock that is moved by hand."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic

from tests.fakes.quiet import Activity
from tests.makers import NOON


@dataclass
class StillClock:
    """Stands where it was put; nobody may wait by it."""

    time: datetime

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        raise AssertionError(f"nobody waits {seconds} s")


class HandClock:
    """Sleepers wake when the test moves the time past their moment."""

    def __init__(self, activity: Activity) -> None:
        self._activity = activity
        self._now = NOON
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        alarm = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._now + timedelta(seconds=seconds), alarm))
        await alarm

    async def move(self, seconds: float) -> None:
        """Let the time pass, step by step, so that who wakes can act before the next one wakes."""
        end = self._now + timedelta(seconds=seconds)
        while due := [
            moment for moment, alarm in self._sleepers if moment <= end and not alarm.done()
        ]:
            self._now = max(self._now, min(due))
            for moment, alarm in self._sleepers:
                if moment <= self._now and not alarm.done():
                    alarm.set_result(None)
            self._sleepers = [
                (moment, alarm) for moment, alarm in self._sleepers if not alarm.done()
            ]
            await self._activity.settle()
        self._now = end
        await self._activity.settle()


class QuickClock:
    """Goes so many times as fast as the machine's, and can be moved besides."""

    def __init__(self, times: float) -> None:
        self._times = times
        self._begun = datetime.now(UTC)
        self._ticks = monotonic()
        self.moved = timedelta()

    def now(self) -> datetime:
        passed = (monotonic() - self._ticks) * self._times
        return self._begun + timedelta(seconds=passed) + self.moved

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self._times)
