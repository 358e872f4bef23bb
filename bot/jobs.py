"""One song on its way: the only state machine, pure.

::

    RESERVED -> QUEUED -> WORKING -> POSTING -> DONE | PARTIAL
        \\          \\  <---------/            (a refusal known to come before acceptance; a new attempt)
        \\          \\          \\--> FAILED | INTERRUPTED | OVERDUE | CANCELLED

    WORKING -> WORKING with `early_version`    (that take goes ahead, before it is posted; once and for all)

A changed job is a new job. Two facts about money are kept apart: `counts` is against the person's quota,
`charged` is what the service did to the operator's account.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from bot.models import Person, Place
from soundverse.calls import Version
from soundverse.errors import Charged, ConnectionLost, Overdue, SoundverseError
from soundverse.events import (
    Accepted,
    Event,
    Finished,
    Ids,
    LyricsSection,
    Progressed,
    RemoteTake,
    TakeLost,
    TakeReady,
    TakeStarted,
    TakeUploading,
    Validated,
)

__all__ = [
    "INSTRUMENTAL",
    "Ask",
    "Charged",
    "Job",
    "Kind",
    "Stage",
    "Take",
    "advance",
    "cancelled",
    "ended",
    "failed",
    "fetched",
    "further",
    "going_ahead",
    "letter_for",
    "lineage",
    "posted",
    "queued",
    "submitting",
    "unsent",
]

VERSIONS = 2
"""How many takes one song has."""

INSTRUMENTAL = "[Instrumental]"
"""What stands for the words when something without words is extended: the API requires some."""

LONGEST_HOLD = timedelta(minutes=20)
"""So long the service may still be at work on a song that was cancelled."""


class Kind(StrEnum):
    """What is being made."""

    SONG = "song"
    MUSIC = "music"
    EXTEND = "extend"


class Stage(StrEnum):
    """How far a job is. The first four are on their way, the others are ends."""

    RESERVED = "reserved"  # admitted: the place in the quota is taken, nothing was shown yet
    QUEUED = "queued"  # its card stands; waits for a turn
    WORKING = "working"  # the service was asked, or is about to be
    POSTING = "posting"  # all takes there will be are known; files are fetched and handed over
    DONE = "done"
    PARTIAL = "partial"  # one take of two
    FAILED = "failed"
    INTERRUPTED = "interrupted"  # a restart left the fate of the request unknown
    OVERDUE = "overdue"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Nothing more will happen to the card."""
        return self not in _ON_ITS_WAY


_ON_ITS_WAY = frozenset({Stage.RESERVED, Stage.QUEUED, Stage.WORKING, Stage.POSTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What the song is to be, as it was asked. Fields that don't belong to its kind are None."""

    kind: Kind
    version: Version
    prompt: str | None = None
    lyrics: str | None = None
    style: str | None = None
    reference_url: str | None = None
    instrumental_url: str | None = None
    vocal_url: str | None = None
    melody_url: str | None = None
    source_job: str | None = None
    source_version: int | None = None
    source_url: str | None = None
    source_title: str | None = None
    extend_at_ms: int | None = None
    family: str | None = None
    """What an extension descends from: "A", or "A › ext 1" when that was an extension itself."""
    jingle_seconds: int | None = None
    """Music that is cut to this length and faded when it is posted; the whole take is kept."""
    is_private: bool = False
    """Shown and posted to the person alone; it counts on the server where it was asked for."""

    @property
    def references(self) -> tuple[str, ...]:
        """The audio that was named by people."""
        urls = (self.reference_url, self.instrumental_url, self.vocal_url, self.melody_url)
        return tuple(url for url in urls if url)

    @property
    def has_words(self) -> bool:
        """There is something to sing, whoever writes it."""
        return self.kind is not Kind.MUSIC and self.lyrics != INSTRUMENTAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One version of the song: where the service keeps it, and where we do once it was fetched."""

    version: int
    audio_url: str
    title: str | None = None
    audio_id: str | None = None
    duration_seconds: float | None = None
    bpm: float | None = None
    lyrics: tuple[LyricsSection, ...] = ()
    file: Path | None = None

    @property
    def letter(self) -> str:
        """A or B, as people call it ("version" already means v6 and v7)."""
        return letter_for(self.version)

    @property
    def passages(self) -> tuple[str, ...]:
        """Its words in the form lyrics are written, each passage under its name if it has one."""
        sung = (each for each in self.lyrics if each.text.strip())
        return tuple(f"[{each.label}]\n{each.text}" if each.label else each.text for each in sung)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One row: who asked for what and where, how far it is, and what it cost."""

    id: str
    request_key: str
    person: Person
    place: Place
    ask: Ask
    created_at: datetime
    stage: Stage = Stage.RESERVED
    attempt: int = 0
    counts: bool = True
    charged: Charged = Charged.NO
    ids: Ids = Ids()
    title: str | None = None
    cover_url: str | None = None
    cover: Path | None = None
    percent: int | None = None
    takes: tuple[Take, ...] = ()
    player: str | None = None
    """Who was asked to make it: a house band takes its own time."""
    early_version: int | None = None
    """The take that is posted by itself, because the other one takes longer; the rest follows it."""
    failure: str | None = None
    """Which sentence says what went wrong, with the song or with posting it: `failure-<this>`."""
    submitted_at: datetime | None = None
    """Set before the request leaves: a row that has this but no ids may or may not have been accepted."""
    accepted_at: datetime | None = None
    finished_at: datetime | None = None
    holds_until: datetime | None = None
    """Cancelled while the service was at work: until then, or until that ends, a place is taken."""
    deleted_at: datetime | None = None
    """Its owner or a moderator has taken it away: words, takes and files are gone, the row counts on."""

    def is_of(self, person: Person) -> bool:
        """Whether they asked for it."""
        return (self.person.platform, self.person.id) == (person.platform, person.id)

    @property
    def idempotency_key(self) -> str:
        """The same for one attempt however often it is sent."""
        return f"{self.id}:{self.attempt}"

    @property
    def is_known_to_service(self) -> bool:
        """It can be asked for again after a cut or a restart."""
        return self.ids != Ids()

    @property
    def is_still_made(self) -> bool:
        """It was cancelled, and the service may still be at work on it."""
        is_held = self.stage is Stage.CANCELLED and self.holds_until is not None
        return is_held and self.is_known_to_service

    @property
    def follows(self) -> str | None:
        """The letter of the take that is to follow the one that went ahead, until it is there."""
        if self.early_version is None or len(self.takes) >= VERSIONS:
            return None
        return letter_for(VERSIONS + 1 - self.early_version)

    def take(self, version: int) -> Take | None:
        """The take of that version, if it has come."""
        return next((take for take in self.takes if take.version == version), None)


def letter_for(version: int) -> str:
    """1 is A, 2 is B."""
    return chr(ord("A") + version - 1)


def lineage(ask: Ask) -> str | None:
    """Where an extension stands in its family: "A › ext 1"; None for what extends nothing."""
    if ask.family is None:
        return None
    return f"{ask.family} › ext {ask.family.count('›') + 1}"


def queued(job: Job, place: Place) -> Job:
    """Its card stands at `place`; from here it waits for a turn."""
    stage = Stage.QUEUED if job.stage is Stage.RESERVED else job.stage
    return replace(job, stage=stage, place=place)


def submitting(job: Job, now: datetime, *, player: str | None = None) -> Job:
    """About to be sent. Saved before the first byte leaves, since billing may follow at once."""
    if job.stage is not Stage.QUEUED:
        return job
    return replace(
        job,
        stage=Stage.WORKING,
        attempt=job.attempt + 1,
        submitted_at=now,
        charged=Charged.MAYBE,
        player=player,
    )


def unsent(job: Job) -> Job:
    """The service certainly did not take it, nor gave it an id: back to waiting, for one more attempt."""
    stage = Stage.QUEUED if job.stage is Stage.WORKING else job.stage
    return replace(
        job,
        stage=stage,
        submitted_at=None,
        accepted_at=None,
        charged=Charged.NO,
        holds_until=None,
    )


def advance(job: Job, event: Event, now: datetime) -> Job:
    """Take in what the service reported.

    An ended job still collects its takes, and stays ended; a deleted one learns only what it cost, and so
    does one that was cancelled and doesn't count, or nobody would pay for what it brings.
    """
    match event:
        case Accepted(ids=ids):
            return replace(job, ids=_merged(job.ids, ids), accepted_at=job.accepted_at or now)
        case Validated(title=title, cover_url=cover_url):
            return replace(
                job,
                charged=Charged.YES,
                accepted_at=job.accepted_at or now,
                title=job.title if job.deleted_at else title or job.title,
                cover_url=job.cover_url if job.deleted_at else cover_url or job.cover_url,
            )
        case Progressed(percent=percent):
            return replace(job, percent=further(job.percent, percent))
        case TakeReady(take=remote):
            return job if job.deleted_at or _is_dropped(job) else _with_take(job, remote)
        case TakeStarted() | TakeUploading() | TakeLost():
            return job
        case Finished():
            return _finished(job, now)
    assert_never(event)


def further(percent: int | None, news: int | None) -> int | None:
    """How far a song is after news of it: a number never falls, and isn't lost by news without one."""
    return percent if news is None else max(news, percent or 0)


def fetched(job: Job, takes: Sequence[Take]) -> Job:
    """The takes as they lie on our disk by now; one that came meanwhile is left as it is."""
    by_version = {take.version: take for take in takes}
    return replace(job, takes=tuple(by_version.get(take.version, take) for take in job.takes))


def going_ahead(job: Job) -> Job:
    """The one take there is won't wait for the other. Saved before it is posted, so it is known for good."""
    is_alone = job.stage is Stage.WORKING and [bool(take.file) for take in job.takes] == [True]
    if not is_alone or job.early_version is not None:
        return job
    return replace(job, early_version=job.takes[0].version)


def posted(job: Job, now: datetime, *, failure: str | None = None) -> Job:
    """Handed over: with both takes, with one, or, when no file could be had, not at all.

    `failure`: what was wrong with handing it over, if anything was.
    """
    files = sum(take.file is not None for take in job.takes)
    if not files:
        return ended(job, Stage.FAILED, "no-files", now)
    if job.stage is not Stage.POSTING:
        return job
    stage = Stage.DONE if files >= VERSIONS else Stage.PARTIAL
    return replace(job, stage=stage, failure=failure, finished_at=now)


def failed(job: Job, error: SoundverseError, failure: str, now: datetime) -> Job:
    """The service said no, or nothing came. What was billed before stays billed."""
    charged = job.charged if job.charged is Charged.YES else error.charged
    stage = Stage.OVERDUE if isinstance(error, Overdue) else Stage.FAILED
    is_still_made = isinstance(error, Overdue | ConnectionLost)
    holds_until = job.holds_until if is_still_made else None
    return ended(replace(job, charged=charged, holds_until=holds_until), stage, failure, now)


def cancelled(job: Job, now: datetime) -> Job:
    """Taken back by a person. It counts only once the service had accepted it.

    What was sent holds a place until the service ends, whether or not it has answered yet.
    """
    if job.stage.is_final:
        return job
    return replace(
        job,
        stage=Stage.CANCELLED,
        counts=job.accepted_at is not None,
        finished_at=now,
        holds_until=now + LONGEST_HOLD if job.stage is Stage.WORKING else None,
    )


def ended(job: Job, stage: Stage, failure: str, now: datetime) -> Job:
    """Ended without a song, for the reason that `failure-<this>` tells: the person doesn't pay."""
    if job.stage.is_final:
        return job
    return replace(job, stage=stage, counts=False, failure=failure, finished_at=now)


def _finished(job: Job, now: datetime) -> Job:
    if job.stage.is_final:
        return replace(job, holds_until=None)
    if job.takes:
        return replace(job, stage=Stage.POSTING, percent=None)
    return ended(job, Stage.FAILED, "take-failed", now)


def _is_dropped(job: Job) -> bool:
    return job.stage is Stage.CANCELLED and not job.counts


def _merged(old: Ids, new: Ids) -> Ids:
    return Ids(job_id=new.job_id or old.job_id, message_id=new.message_id or old.message_id)


def _with_take(job: Job, remote: RemoteTake) -> Job:
    old = job.take(remote.version)
    take = Take(
        version=remote.version,
        audio_url=remote.audio_url,
        title=remote.title or (old.title if old else None),
        audio_id=remote.audio_id or (old.audio_id if old else None),
        duration_seconds=remote.duration_seconds or (old.duration_seconds if old else None),
        bpm=remote.bpm or (old.bpm if old else None),
        lyrics=remote.lyrics or (old.lyrics if old else ()),
        file=old.file if old else None,
    )
    others = tuple(other for other in job.takes if other.version != take.version)
    takes = tuple(sorted((*others, take), key=lambda each: each.version))
    return replace(job, takes=takes, title=job.title or take.title)
