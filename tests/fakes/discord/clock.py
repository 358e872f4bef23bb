"""The platform's time, and the ids that carry it."""

import time
from datetime import UTC, datetime, timedelta
from itertools import count

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)


class Clock:
    """Stands still until a test moves it, so that no deadline depends on how busy the machine is.

    Only rate limits go on ticking: a client really sleeps until its bucket is full again.
    """

    def __init__(self) -> None:
        self._now = datetime.now(UTC)
        self._moved = 0.0

    def now(self) -> datetime:
        return self._now

    def ticks(self) -> float:
        """Seconds that go on by themselves, plus those that a test has moved."""
        return time.monotonic() + self._moved

    def move(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._moved += seconds


class Ids:
    """Snowflakes: the moment, then a number; each larger than the one before."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = count(1)

    def new(self) -> str:
        passed = (self._clock.now() - EPOCH) // timedelta(milliseconds=1)
        return str((passed << 22) + next(self._numbers) % (1 << 22))
