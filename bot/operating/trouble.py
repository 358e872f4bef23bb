"""What keeps the service from making songs at the moment, and whether the operator knows of it."""

from datetime import datetime, timedelta

from bot.operating.alarms import Alarms
from bot.ports import Clock
from bot.words import own_words
from soundverse.errors import (
    Busy,
    ConnectionLost,
    KeyRejected,
    Misshapen,
    OutOfCredit,
    SoundverseError,
    Unavailable,
)

__all__ = ["Trouble"]

LONG = timedelta(minutes=15)
"""So long without a song that was taken, and a service that fails is the operator's trouble."""

OF_THE_SERVICE = (Busy, Unavailable, ConnectionLost, Misshapen)
KEYS = ("key-rejected", "out-of-credit", "unreachable")


class Trouble:
    """One for all songs, beside the hold: that says how long to wait, this says why."""

    def __init__(self, alarms: Alarms, clock: Clock) -> None:
        self._alarms = alarms
        self._clock = clock
        self._since: datetime | None = None
        self._is_over = False
        self.cause: type[SoundverseError] | None = None
        """Why the last song wasn't taken; None since one was, and after a start."""
        self.is_told = False
        """The message to the operator about it was delivered."""

    async def begin(self, error: SoundverseError) -> None:
        """A song met this. What concerns only that song is none."""
        if not isinstance(error, (KeyRejected, OutOfCredit, *OF_THE_SERVICE)):
            return
        if type(error) is not self.cause:
            self.is_told = False
        self.cause = type(error)
        self._since = self._since or self._clock.now()
        self._is_over = False
        key, sentence = self._alarm(error)
        if key:
            self.is_told = await self._alarms.tell(key, sentence)

    async def end(self) -> None:
        """The service has taken a song."""
        if not self._is_over:  # also after a start: what was told before it may be over now
            self.cause = self._since = None
            self.is_told = False
            self._is_over = await self._alarms.end(*KEYS)

    def _alarm(self, error: SoundverseError) -> tuple[str, str]:
        """Its key and sentence; both empty as long as there is nothing for the operator to do."""
        words = own_words()
        if isinstance(error, KeyRejected):
            if error.other_host:
                return "key-rejected", words.say("alarm-key-elsewhere", host=error.other_host)
            return "key-rejected", words.say("alarm-key-rejected")
        if isinstance(error, OutOfCredit):
            return "out-of-credit", words.say("alarm-out-of-credit")
        lasts = self._clock.now() - (self._since or self._clock.now())
        if lasts < LONG:
            return "", ""
        minutes = round(lasts.total_seconds() / 60)
        name = type(error).__name__
        return "unreachable", words.say("alarm-unreachable", minutes=minutes, error=name)
