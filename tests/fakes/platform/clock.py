"""A platform's time."""

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock:
    """Stands still until a test moves it, so that no deadline depends on how busy the machine is.

    Only rate limits go on ticking: a client really sleeps until its bucket is full again.
    """

    def __init__(self) -> None:
        self._now = datetime.now(UTC)
        self._moved = 0.0
        self.watchers: list[Callable[[], None]] = []
        """Called after every move: what was due may happen then."""

    def now(self) -> datetime:
        return self._now

    def ticks(self) -> float:
        """Seconds that go on by themselves, plus those that a test has moved."""
        return time.monotonic() + self._moved

    def move(self, seconds: float) -> None:
        self._moved += seconds
        self.follow(seconds)

    def follow(self, seconds: float) -> None:
        """Go on by what has ticked already: for a test in which time passes as it does outside."""
        self._now += timedelta(seconds=seconds)
        for watch in self.watchers:
            watch()
