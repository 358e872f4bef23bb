"""Ids that carry the time."""

from datetime import UTC, datetime, timedelta
from itertools import count

from tests.fakes.platform.clock import Clock

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)


class Ids:
    """Snowflakes: the moment, then a number; each larger than the one before."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._numbers = count(1)

    def new(self) -> str:
        passed = (self._clock.now() - EPOCH) // timedelta(milliseconds=1)
        return str((passed << 22) + next(self._numbers) % (1 << 22))
