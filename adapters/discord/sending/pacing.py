"""How fast messages may change: Discord's limits are kept before they are met.

Observed, not promised: about five edits and five new messages in five seconds a channel, of messages older
than an hour three edits in six seconds (30046), and all of a bot's calls 50 a second
(https://docs.discord.com/developers/topics/rate-limits says to read the headers; the library does that too).
"""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord

from adapters.showing import turns
from adapters.showing.alarm import Alarm
from adapters.showing.turns import Rank
from bot.ports import Clock

__all__ = ["ChannelPace", "Paces", "Turn", "Window"]

MOST = 5
WINDOW_SECONDS = 5.2
"""A little longer than theirs: clocks differ."""

OLD = timedelta(minutes=58)
MOST_OLD = 3
OLD_WINDOW_SECONDS = 6.2

MOST_IN_ALL = 5
IN_ALL_SECONDS = 0.125
"""40 a second, evenly, so that they hold up no answer and don't meet on the way. The library doesn't count
these; what is left is for fetching and registering."""

MOST_CHANNELS = 256
"""When there are more, those where nothing happens are forgotten."""


PATIENCE_SECONDS = {Rank.LAST: 0.0, Rank.CHANGED: 0.0, Rank.NUMBER: 15.0}
"""So much later a number is taken to have come, so that it lets changes pass, but not for ever."""


@dataclass(slots=True, kw_only=True, eq=False)
class Turn(turns.Turn):
    """One message's wish to be sent or changed in its channel."""

    message: str | None = None
    """The one to be changed, or answered."""
    was_before: bool = False
    """It stood there when this process began: the one before may have changed it just now."""

    @property
    def order(self) -> tuple[bool, float]:
        """The lowest goes first: a last card before all, then who has waited longest."""
        return self.rank is not Rank.LAST, self.asked_at + PATIENCE_SECONDS[self.rank]


class Window:
    """So many in so many seconds, wherever the seconds begin."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._gone: deque[float] = deque(maxlen=most)

    def wait(self, now: float) -> float:
        """Seconds until there is room; never more than the window has, though a clock be put back."""
        if len(self._gone) < self._most:
            return 0
        return min(max(0.0, self._gone[0] + self._seconds - now), self._seconds)

    def take(self, now: float) -> None:
        """Use a place."""
        self._gone.append(now)

    def is_empty(self, now: float) -> bool:
        """Whether nothing that was taken still counts."""
        return not self._gone or not 0 <= now - self._gone[-1] < self._seconds


class _All:
    """The limit of all channels together. A channel that finds no room is called when there is some."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._window = Window(MOST_IN_ALL, IN_ALL_SECONDS)
        self._waiting: dict[ChannelPace, tuple[bool, float]] = {}
        self._alarm = Alarm(clock, self._call)

    def take(self, pace: "ChannelPace", turn: Turn) -> bool:
        """Use a place, if there is one."""
        now = self._clock.now().timestamp()
        wait = self._window.wait(now)
        if wait <= 0:
            self._window.take(now)
            return True
        if not self._waiting:
            self._alarm.set(wait)
        self._waiting[pace] = turn.order
        return False

    def _call(self) -> None:
        waiting = self._waiting
        while waiting and not (wait := self._window.wait(self._clock.now().timestamp())):
            first = min(waiting, key=waiting.__getitem__)
            del waiting[first]
            first.look()
        if waiting:
            self._alarm.set(wait)


class ChannelPace:
    """Lets through what is urgent first, and so much of all as the channel bears."""

    def __init__(self, clock: Clock, everywhere: _All, began_at: float) -> None:
        self._clock = clock
        self._everywhere = everywhere
        self._began_at = began_at
        self._window = Window(MOST, WINDOW_SECONDS)
        self._old = Window(MOST_OLD, OLD_WINDOW_SECONDS)
        self._waiting: list[Turn] = []
        self._alarm = Alarm(clock, self.look)

    @property
    def is_idle(self) -> bool:
        """Nobody waits, and nothing that was let through still counts."""
        now = self._clock.now().timestamp()
        return not self._waiting and self._window.is_empty(now) and self._old.is_empty(now)

    async def wait_for(self, turn: Turn) -> None:
        """Wait until it may go. Meanwhile it may be given another rank: say so by `look`."""
        turn.asked_at = self._clock.now().timestamp()
        self._waiting.append(turn)
        self.look()
        try:
            await turn.is_free
        finally:
            if turn in self._waiting:
                self._waiting.remove(turn)

    def look(self) -> None:
        """Let go whoever may."""
        now = self._clock.now().timestamp()
        while turn := self._first(now):
            if not self._everywhere.take(self, turn):
                self._alarm.set(None)
                return
            self._window.take(now)
            if self._is_old(turn):
                self._old.take(now)
            self._waiting.remove(turn)
            turn.is_free.set_result(None)
        waits = [self._wait_of(turn, now) for turn in self._waiting]
        self._alarm.set(min(waits) if waits else None)

    def _first(self, now: float) -> Turn | None:
        able = [
            turn
            for turn in self._waiting
            if not turn.is_free.done() and self._wait_of(turn, now) <= 0
        ]
        return min(able, key=lambda turn: turn.order, default=None)

    def _wait_of(self, turn: Turn, now: float) -> float:
        """Seconds until it may go, as far as time alone decides."""
        wait = max(self._window.wait(now), turn.not_before - now)
        if turn.was_before:
            wait = max(wait, self._began_at + WINDOW_SECONDS - now)
        return max(wait, self._old.wait(now)) if self._is_old(turn) else wait

    def _is_old(self, turn: Turn) -> bool:
        return turn.message is not None and self._clock.now() - _made_at(turn.message) > OLD


class Paces:
    """Each channel's, for edits, new messages and looks, which Discord counts apart."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began_at = clock.now().timestamp()
        self._everywhere = _All(clock)
        self._paces: dict[tuple[str, str], ChannelPace] = {}

    def __len__(self) -> int:
        return len(self._paces)

    def edits(self, channel: str) -> ChannelPace:
        """Of messages that stand there."""
        return self._pace("edits", channel)

    def posts(self, channel: str) -> ChannelPace:
        """New messages."""
        return self._pace("posts", channel)

    def looks(self, channel: str) -> ChannelPace:
        """What stands there, read again."""
        return self._pace("looks", channel)

    def people(self) -> ChannelPace:
        """Conversations with single people, which have to be opened first."""
        return self._pace("people", "")

    def _pace(self, what: str, channel: str) -> ChannelPace:
        pace = self._paces.get((what, channel))
        if pace is None:
            if len(self._paces) >= MOST_CHANNELS:
                self._paces = {key: one for key, one in self._paces.items() if not one.is_idle}
            pace = ChannelPace(self._clock, self._everywhere, self._began_at)
            self._paces[what, channel] = pace
        return pace


def _made_at(message: str) -> datetime:
    """By its id; where only a token serves, by the interaction's, which is as old."""
    *_, id_ = message.split(":")
    return discord.utils.snowflake_time(int(id_))
