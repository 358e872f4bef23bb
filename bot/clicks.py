"""A double click: to a platform two presses, to a person one."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.models import Press

__all__ = ["Clicks"]

ONE = timedelta(seconds=3)
"""So soon after a press the same one by the same person is no other wish, but haste."""


class Clicks:
    """Remembers the presses of the last moments, and gives their repetitions the first one's key."""

    def __init__(self) -> None:
        self._latest: dict[tuple[str, ...], tuple[datetime, str]] = {}
        """The oldest first."""

    def one(self, press: Press, now: datetime) -> Press:
        """The press, with the key of the one that it repeats."""
        self._forget(now)
        person = press.person
        what = (person.platform, person.id, press.action, press.subject)
        _, key = self._latest.setdefault(what, (now, press.request_key))
        return replace(press, request_key=key)

    def _forget(self, now: datetime) -> None:
        while self._latest:
            oldest = next(iter(self._latest))
            if now - self._latest[oldest][0] < ONE:
                return
            del self._latest[oldest]
