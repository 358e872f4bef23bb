"""One job of the band: what was asked, and everything that has happened since.

A job is a record that only grows. What clients are told is worked out from it, by `v6`, `v7` and `answers`,
so a stream can be told again from the start at any time and under any host name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from houseband.order import Operation, TakeNumber
from houseband.server.events import (
    CoverDrawn,
    CoverLost,
    Event,
    Failed,
    Finished,
    Lost,
    Playable,
    Progressed,
    Recorded,
    Started,
    Take,
    Validated,
)
from houseband.server.mishaps import Mishap

__all__ = [
    "COVER",
    "TAKES",
    "ApiVersion",
    "Call",
    "Job",
    "Source",
    "State",
    "job_from_json",
    "job_to_json",
]

ApiVersion = Literal["v6", "v7"]
State = Literal["queued", "processing", "completed", "failed"]

TAKES: tuple[TakeNumber, TakeNumber] = (1, 2)
COVER = "cover.webp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One of the band's own takes, as something to go on from."""

    job_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request that passed every check."""

    version: ApiVersion
    operation: Operation
    prompt: str
    seed: int
    lyrics: str | None = None
    style: str | None = None
    source: Source | None = None
    extend_at_ms: int | None = None
    mishap: Mishap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A call with its ids and its events so far."""

    job_id: str
    """128 random bits: it stands in the addresses of the files, which need no key."""
    message_id: str
    call: Call
    created_at: datetime
    idempotency_key: str | None = None
    fingerprint: str
    """Of the request, so that a key that is used again for another one is noticed."""
    events: tuple[Annotated[Event, Field(discriminator="kind")], ...] = ()

    def after(self, event: Event) -> "Job":
        """Return the job as it is once `event` has happened."""
        return replace(self, events=(*self.events, event))

    @property
    def short_id(self) -> str:
        """Enough of the id to find a job in the log, too little to fetch its files."""
        return self.job_id[:8]

    @property
    def validated(self) -> Validated | None:
        """The title, once known."""
        return next((e for e in self.events if isinstance(e, Validated)), None)

    @property
    def title(self) -> str | None:
        """The song's name, once known."""
        return self.validated.title if self.validated else None

    @property
    def has_cover(self) -> bool | None:
        """True once the cover is drawn, False once it is lost, None while it may still come."""
        outcomes = (e for e in self.events if isinstance(e, CoverDrawn | CoverLost))
        outcome = next(outcomes, None)
        return None if outcome is None else isinstance(outcome, CoverDrawn)

    @property
    def started(self) -> tuple[TakeNumber, ...]:
        """The versions whose rendering has begun, in that order."""
        return tuple(e.version for e in self.events if isinstance(e, Started))

    @property
    def playable(self) -> frozenset[TakeNumber]:
        """The versions that could be heard before they were finished."""
        return frozenset(e.version for e in self.events if isinstance(e, Playable))

    @property
    def takes(self) -> dict[TakeNumber, Take]:
        """The finished takes, lowest version first."""
        found = {e.version: e.take for e in self.events if isinstance(e, Recorded)}
        return dict(sorted(found.items()))

    @property
    def open_takes(self) -> tuple[TakeNumber, ...]:
        """The versions that are neither finished nor lost."""
        closed = {e.version for e in self.events if isinstance(e, Recorded | Lost)}
        return tuple(version for version in TAKES if version not in closed)

    @property
    def percents(self) -> dict[TakeNumber, int]:
        """How far each take is, 0 to 100. A lost one is as finished as it will be."""
        done: dict[TakeNumber, int] = {}
        for event in self.events:
            match event:
                case Progressed(version=version, percent=percent):
                    done[version] = max(percent, done.get(version, 0))
                case Recorded(version=version) | Lost(version=version):
                    done[version] = 100
        return done

    @property
    def percent(self) -> int:
        """How far both takes together are. Never falls as events are added."""
        return sum(self.percents.values()) // len(TAKES)

    @property
    def ended(self) -> bool:
        """True when nothing more will happen."""
        return bool(self.events) and isinstance(self.events[-1], Finished | Failed)

    @property
    def state(self) -> State:
        """The job in one of the words of the status routes."""
        match self.events:
            case [*_, Failed()]:
                return "failed"
            case [*_, Finished()]:
                return "completed"
        return "processing" if self.started else "queued"

    @property
    def failure(self) -> str | None:
        """Why the job failed, if it did."""
        last = self.events[-1] if self.events else None
        return last.detail if isinstance(last, Failed) else None

    def so_far(self) -> Iterator[tuple[Event, "Job"]]:
        """Go through the events again, each with the job as it was right after it."""
        for count, event in enumerate(self.events, start=1):
            yield event, replace(self, events=self.events[:count])


def job_from_json(text: bytes) -> Job:
    """Read a job back. A `ValueError` says that the text isn't one."""
    return _ADAPTER.validate_json(text)


def job_to_json(job: Job) -> bytes:
    """Write a job down, completely."""
    return _ADAPTER.dump_json(job, indent=1)


_ADAPTER = TypeAdapter(Job)
