"""What Busker needs from the outside: protocols, nothing else. Nobody inherits from them."""

from collections.abc import AsyncGenerator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.jobs import Job
from bot.models import Card, Person, Place, Result
from bot.quotas import Change, Holder, Limit, Rule, Standing
from guard.content import Kind
from soundverse.calls import Call, Version
from soundverse.events import Event, Ids

__all__ = ["Admission", "Chat", "Clock", "Composer", "Jobs", "Rules"]


class Clock(Protocol):
    """Time, so that tests can hand in their own."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class Chat(Protocol):
    """One platform. Addresses and finished sentences go in; no rule and no decision lies behind it."""

    async def show(self, place: Place, card: Card) -> Place:
        """Post the card, or edit the message that stands at `place`; the answer is where it stands now.

        Raises `OSError`, or the platform's own error, when it can't be shown at all.
        """
        ...

    async def deliver(self, place: Place, result: Result, key: str) -> Place:
        """Hand over the result with its files: once per key, however often it is called."""
        ...

    async def tell(self, person: Person, text: str) -> None:
        """Say something to one person, where only they see it."""
        ...

    async def check(self, place: Place) -> int | None:
        """How many bytes one file may have there; None for any number.

        Raises `NotAllowedHere` when nothing can be posted or uploaded there.
        """
        ...

    async def direct(self, person: Person) -> Place:
        """Where to write to one person alone, opened if need be."""
        ...

    async def link(self, place: Place) -> str | None:
        """A fresh URL of the first file of what was delivered there, if the platform gives one."""
        ...


class Composer(Protocol):
    """Who makes the music: Soundverse, or the house band by the same API."""

    def compose(self, call: Call, *, idempotency_key: str) -> AsyncGenerator[Event]:
        """Ask for a song and report what happens. Raises `SoundverseError`; never asks twice."""
        ...

    def resume(
        self, ids: Ids, *, version: Version, deadline: datetime | None = None
    ) -> AsyncGenerator[Event]:
        """Go on reporting about a song that was accepted before; it is asked for at least once."""
        ...

    async def check_reference(self, url: str) -> None:
        """Raise `FileRefused` unless the service could use audio that a person named."""
        ...

    async def check_take(self, url: str) -> None:
        """Raise `FileLost` unless a take still lies there to be gone on from."""
        ...

    async def fetch(self, url: str, path: Path, *, kind: Kind) -> None:
        """Fetch one take or cover to `path`: all of it, or none. Raises `FileLost`, `OSError`."""
        ...


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

    async def unfinished(self) -> Sequence[Job]:
        """All that are on their way, oldest first."""
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

    async def begin_delivery(self, key: str, job: Job, now: datetime) -> Place | None:
        """Note that something is about to be handed over; where it lies if it has been."""
        ...

    async def end_delivery(self, key: str, place: Place, now: datetime) -> None:
        """Note that it was handed over, and where."""
        ...

    async def kept(self) -> Sequence[Job]:
        """Ended songs whose rows name files, those that ended first before the others."""
        ...

    async def forget_files(self, job_id: str) -> None:
        """Name no files any more: before they are removed, so that no row names what isn't there."""
        ...

    async def changed(self) -> frozenset[str]:
        """Wait for jobs that were admitted or ended since the last call; their ids."""
        ...


class Rules(Protocol):
    """Who may do how much. Every change leaves a row in the audit, in the same step."""

    async def standing(self, person: Person, server: str, now: datetime) -> Standing:
        """All that was set for this person on this server, and holds now."""
        ...

    async def set_rule(
        self, change: Change, holder: Holder, rule: Rule | None, *, subject: str = ""
    ) -> None:
        """Set, or with None clear, a rule. `subject` is the person's or the role's id."""
        ...

    async def grant(
        self, change: Change, person: str, songs: int, *, until: datetime | None
    ) -> None:
        """Add songs to the person's number in every window until then, or for good."""
        ...

    async def reset(self, change: Change, person: str) -> None:
        """Begin the person's window anew: what was asked for before no longer counts in it."""
        ...

    async def block(self, change: Change, person: str, *, until: datetime | None) -> None:
        """Let the person ask for nothing on the server until then, or for good."""
        ...

    async def unblock(self, change: Change, person: str) -> None:
        """End a block."""
        ...

    async def pause(self, change: Change) -> None:
        """Let nobody ask on the server; without a server in the change, nobody anywhere."""
        ...

    async def resume(self, change: Change) -> None:
        """End the pause of that server, or the one everywhere. Each has to be ended by itself."""
        ...
