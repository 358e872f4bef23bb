"""How long songs usually take here: told once enough of our own say so, and never guessed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median, quantiles

from bot.jobs import Ask, Job, Kind, Stage
from bot.ports import Clock
from bot.stores import Timings
from soundverse.calls import Version

__all__ = ["Pace", "Paces"]

Like = tuple[Kind, Version]
"""What songs have in common that take about as long."""

ENOUGH = 20
LATEST = 50
"""Songs of the same kind and version that are looked at."""

HOLDS = timedelta(minutes=1)
"""After that they are looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """In seconds, from the request to the posted song."""

    usual: float
    slow: float
    """Nine in ten were faster."""

    def is_slow(self, job: Job, now: datetime) -> bool:
        """Whether the song takes longer than nine in ten did."""
        if job.stage is not Stage.WORKING or job.submitted_at is None:
            return False
        return (now - job.submitted_at).total_seconds() > self.slow


class Paces:
    """One for each kind and version that this player makes, remembered for a while: every card asks."""

    def __init__(self, timings: Timings, player: str, clock: Clock) -> None:
        self._timings = timings
        self._player = player
        self._clock = clock
        self._known: dict[Like, tuple[datetime, Pace | None]] = {}

    async def pace(self, ask: Ask) -> Pace | None:
        """The pace of songs like this one; None while too few were made."""
        key, now = (ask.kind, ask.version), self._clock.now()
        looked_at, pace = self._known.get(key, (None, None))
        if looked_at is None or now - looked_at >= HOLDS:
            self._known[key] = (now, pace)  # who asks meanwhile gets what was known before
            pace = _pace_from(await self._timings.seconds_taken(*key, self._player, most=LATEST))
            self._known[key] = (now, pace)
        return pace


def _pace_from(seconds: list[float]) -> Pace | None:
    if len(seconds) < ENOUGH:
        return None
    return Pace(usual=median(seconds), slow=quantiles(seconds, n=10)[-1])
