"""The songs on their way, and those that have ended: the protocol for whoever admits or plays them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.jobs import Job, Stage
from bot.models import Person, Place
from bot.quotas import Limit

__all__ = ["Admission", "Archived", "Jobs", "Tried"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """An ended song that has files, as far as it matters for how long they are kept."""

    id: str
    ended_at: datetime
    stage: Stage
    failure: str | None = None
    has_takes: bool
    """Not its cover alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What came of handing something over before."""

    lies: Place | None = None
    """Where it lies; None when nobody has heard that it arrived."""
    since: datetime | None = None
    """When it was tried for the first time; None when this is the first time."""


class Admission(Protocol):
    """What came of asking for a place in the quota."""

    @property
    def job_id(self) -> str:
        """The job that holds the place."""
        ...

    @property
    def is_new(self) -> bool:
        """False when this very request had been admitted before."""
        ...


class Jobs(Protocol):
    """The rows. Whoever admits a job and whoever plays it need not be the same process."""

    async def admit(self, job: Job, limits: Sequence[Limit]) -> Admission | None:
        """Insert the job, in one statement, if every limit leaves room; None if one doesn't.

        One request key has one job.
        """
        ...

    async def get(self, job_id: str) -> Job | None:
        """One job, whole."""
        ...

    async def requested(self, request_key: str) -> Job | None:
        """The job that a request has made."""
        ...

    async def shown(self, place: Place) -> Job | None:
        """The job whose card is the message that stands there."""
        ...

    async def unfinished(self) -> Sequence[Job]:
        """All that are on their way, oldest first."""
        ...

    async def unclosed(self, after: datetime) -> Sequence[Job]:
        """Songs that ended since then, whose cards may not say so yet."""
        ...

    async def close(self, job_id: str, now: datetime) -> None:
        """Note that people have seen how it ended, so that nothing is left to be done with it."""
        ...

    async def late(self, after: datetime, before: datetime) -> Sequence[Job]:
        """Accepted songs that ended between these moments without all their takes on disk."""
        ...

    async def of(self, person: Person, *, most: int) -> Sequence[Job]:
        """A person's own jobs, newest first."""
        ...

    async def save(self, before: Job, after: Job) -> bool:
        """Replace `before` by `after`; False, and only new takes kept, if it isn't as `before` any more."""
        ...

    async def usage(
        self, person: Person, server: str, limits: Sequence[Limit], now: datetime
    ) -> Sequence[int]:
        """How many songs each of the limits counts for this person on this server."""
        ...

    async def begin_delivery(self, key: str, job: Job, now: datetime) -> Tried:
        """Note that something is about to be handed over; what came of it before.

        Raises NotFound when its song was deleted.
        """
        ...

    async def handed_over(self, key: str) -> Place | None:
        """Where something lies that was handed over; None while nobody has heard that it arrived."""
        ...

    async def end_delivery(self, key: str, place: Place, now: datetime) -> bool:
        """Note that it was handed over, and where; False when its song was forgotten meanwhile."""
        ...

    async def kept(self) -> Sequence[Archived]:
        """Ended songs whose rows name files, those that ended first before the others."""
        ...

    async def favourites(self) -> frozenset[str]:
        """Ids of the songs that somebody likes."""
        ...

    async def forget_files(self, job_id: str) -> None:
        """Name no files any more: before they are removed, so that no row names what isn't there."""
        ...

    async def changed(self) -> frozenset[str]:
        """Wait for jobs that were admitted or ended since the last call; their ids."""
        ...
