"""How fast messages may change: Slack's limits are kept before they are met.

`chat.update` may be called about fifty times a minute in a whole workspace, for all songs together
(tier 3), and a channel takes a message a second: https://docs.slack.dev/apis/web-api/rate-limits
"""

from adapters.showing.alarm import Alarm
from adapters.showing.turns import Rank, Turn
from bot.ports import Clock

__all__ = ["Pace", "Posts", "updates"]

MOST_UPDATES = 4
SECONDS_AN_UPDATE = 1.33
"""In any minute at most 4 + 45. With ten songs that report all the time each has its turn every 13.3 s."""

SECONDS_A_POST = 1.05

PATIENCE_SECONDS = 12.0
ROUNDS = 2
"""So much later, or as long as so many rounds of all who wait take, a number is taken to have come: it lets
changes pass, but not for ever."""

MOST_CHANNELS = 256
"""When there are more, those where nothing happens are forgotten."""


class Pace:
    """One limit: a few at once, then one every so many seconds, the most urgent first."""

    def __init__(self, clock: Clock, most: int, seconds: float, *, begins_with: int = 1) -> None:
        self._clock = clock
        self._most, self._seconds = most, seconds
        self._places = float(begins_with)
        self._counted_at = self._now()
        self._rests_until = 0.0
        self._waiting: list[Turn] = []
        self._alarm = Alarm(clock, self.look)

    @property
    def is_idle(self) -> bool:
        """Nobody waits, and all places are free again."""
        self._count(self._now())
        return not self._waiting and self._places >= self._most

    async def wait_for(self, turn: Turn) -> None:
        """Return when it may go."""
        turn.asked_at = turn.asked_at or self._now()
        self._waiting.append(turn)
        self.look()
        try:
            await turn.is_free
        finally:
            if turn in self._waiting:
                self._waiting.remove(turn)

    def rest(self, seconds: float) -> None:
        """Let nobody go for so long: Slack has said so."""
        now = self._now()
        self._places = min(self._places, 1.0)
        self._rests_until = max(self._rests_until, now + seconds)
        self.look()

    def look(self) -> None:
        """Let go whoever may."""
        now = self._now()
        self._count(now)
        while turn := self._first(now):
            self._places -= 1
            self._waiting.remove(turn)
            turn.is_free.set_result(None)
        waits = [self._wait_of(turn, now) for turn in self._waiting if not turn.is_free.done()]
        self._alarm.set(min(waits) if waits else None)

    def _first(self, now: float) -> Turn | None:
        able = [
            turn
            for turn in self._waiting
            if not turn.is_free.done() and self._wait_of(turn, now) <= 0
        ]
        return min(able, key=self._order, default=None)

    def _order(self, turn: Turn) -> tuple[bool, float]:
        """The lowest goes first: a last card before all, then who has waited longest."""
        late = self._patience if turn.rank is Rank.NUMBER else 0.0
        return turn.rank is not Rank.LAST, turn.asked_at + late

    def _wait_of(self, turn: Turn, now: float) -> float:
        """Seconds until it may go, as far as time alone decides.

        What is less urgent leaves places to what is more so, and fewer once its patience is over.
        """
        wait = self._until_room(1 + min(turn.rank, Rank.CHANGED))
        if turn.rank is Rank.NUMBER:
            patient = turn.asked_at + self._patience - now
            wait = min(self._until_room(1 + Rank.NUMBER), max(patient, wait))
        return max(wait, turn.not_before - now, self._rests_until - now)

    def _until_room(self, places: int) -> float:
        return (min(places, self._most) - self._places) * self._seconds

    @property
    def _patience(self) -> float:
        return max(PATIENCE_SECONDS, ROUNDS * self._seconds * len(self._waiting))

    def _count(self, now: float) -> None:
        """Places come back with time; none goes though a clock be put back."""
        passed = max(0.0, now - self._counted_at)
        self._places = min(self._most, self._places + passed / self._seconds)
        self._counted_at = now

    def _now(self) -> float:
        return self._clock.now().timestamp()


def updates(clock: Clock) -> Pace:
    """Of all messages of the workspace. The process before may have used most of this minute's."""
    return Pace(clock, MOST_UPDATES, SECONDS_AN_UPDATE, begins_with=2)


class Posts:
    """New messages, of which each channel has its own pace."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._paces: dict[str, Pace] = {}

    async def wait(self, channel: str) -> None:
        """Until the channel bears one more."""
        if len(self._paces) >= MOST_CHANNELS:
            self._paces = {key: one for key, one in self._paces.items() if not one.is_idle}
        pace = self._paces.setdefault(channel, Pace(self._clock, 1, SECONDS_A_POST))
        await pace.wait_for(Turn(rank=Rank.CHANGED))
