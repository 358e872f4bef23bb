"""What Slack has told of lately, since it may tell of it again."""

from collections import OrderedDict
from datetime import datetime, timedelta

from bot.ports import Clock

__all__ = ["Heard"]

LASTS = timedelta(hours=1)
"""Longer than the last of Slack's retries takes."""


class Heard:
    """By whatever is the same each time."""

    def __init__(self, clock: Clock, lasts: timedelta = LASTS) -> None:
        self._clock = clock
        self._lasts = lasts
        self._at: OrderedDict[str, datetime] = OrderedDict()

    def is_new(self, key: str) -> bool:
        """Whether it is told of for the first time; from now on it isn't."""
        now = self._clock.now()
        while self._at and now - next(iter(self._at.values())) >= self._lasts:
            self._at.popitem(last=False)
        if key in self._at:
            return False
        self._at[key] = now
        return True
