"""What Busker keeps: protocols for the rows, each with what one kind of work needs of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.ages import Aged, Ages
from bot.drafts import Draft
from bot.ground import Ground, Sound
from bot.jobs import Job, Kind
from bot.models import Person, Place
from bot.quotas import Change, Holder, Limit, Register, Rule, Standing
from bot.usage import Entry, Tally, TopPerson, UsageRow
from soundverse.calls import Version

__all__ = [
    "Admission",
    "Ageing",
    "Audits",
    "Copies",
    "Drafts",
    "Grounds",
    "Jobs",
    "Kept",
    "Library",
    "Notices",
    "People",
    "Rules",
    "Secrets",
    "Sounds",
    "Storage",
    "Tallies",
    "Timings",
]


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

    async def begin_delivery(self, key: str, job: Job, now: datetime) -> Place | None:
        """Note that something is about to be handed over; where it lies if it has been."""
        ...

    async def end_delivery(self, key: str, place: Place, now: datetime) -> None:
        """Note that it was handed over, and where."""
        ...

    async def kept(self) -> Sequence[Job]:
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


class Rules(Protocol):
    """Who may do how much. Every change leaves a row in the audit, in the same step."""

    async def standing(self, person: Person, server: str, now: datetime) -> Standing:
        """All that was set for this person on this server, and holds now."""
        ...

    async def register(self, platform: str, server: str, now: datetime) -> Register:
        """All that was set for the server, and holds now."""
        ...

    async def roles(self, platform: str, server: str, person: str) -> tuple[str, ...]:
        """What the person was on the server when they last asked there."""
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

    async def clear_grants(self, change: Change, person: str) -> None:
        """Take back all that was granted to the person."""
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


class Grounds(Protocol):
    """Where songs may be asked for, and in which words. Every change leaves a row in the audit."""

    async def ground(self, place: Place) -> Ground:
        """What holds in the channel."""
        ...

    async def channels(self, platform: str, server: str) -> Mapping[str, bool]:
        """The channels that were allowed (True) or denied."""
        ...

    async def banned_words(self, platform: str, server: str) -> Sequence[str]:
        """The server's, in their order."""
        ...

    async def set_channel(self, change: Change, channel: str, *, is_allowed: bool | None) -> None:
        """Allow or deny a channel, or with None make it like any other."""
        ...

    async def ban_word(self, change: Change, word: str) -> None:
        """Let nobody ask for this word on the server."""
        ...

    async def free_word(self, change: Change, word: str) -> None:
        """Take it back; the word as it was written."""
        ...

    async def set_zone(self, change: Change, zone: str) -> None:
        """Begin the server's days at this zone's midnight. The name has to be a known one."""
        ...


class Audits(Protocol):
    """What was changed, and by whom."""

    async def changes(
        self, platform: str, server: str, *, before: int | None, most: int
    ) -> Sequence[Entry]:
        """The latest, newest first, or those before a row's id. Without a platform, of all servers."""
        ...

    async def note_cancel(self, change: Change, job_id: str) -> None:
        """Write down that somebody else's song was cancelled."""
        ...


class Tallies(Protocol):
    """How much was asked for on a server, or without a platform on all of them."""

    async def tally(self, platform: str, server: str, since: datetime) -> Tally:
        """The songs since then."""
        ...

    async def top_people(
        self, platform: str, server: str, since: datetime, *, most: int
    ) -> Sequence[TopPerson]:
        """Who asked for the most, of what counts."""
        ...

    async def songs_since(
        self, platform: str, server: str, since: datetime, *, most: int
    ) -> Sequence[UsageRow]:
        """Each song, oldest first."""
        ...


class Sounds(Protocol):
    """The presets of channels. Every change leaves a row in the audit, in the same step."""

    async def sound(self, place: Place) -> Sound | None:
        """How the channel sounds; None if nobody has set it."""
        ...

    async def set_sound(self, change: Change, channel: str, sound: Sound | None) -> None:
        """Set, or with None clear, a channel's sound."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A finished song as one person finds it in their library."""

    job: Job
    liked: frozenset[int] = frozenset()
    """The versions of the takes that they have as favourites."""


class Library(Protocol):
    """Finished songs, for whoever looks for them again. What is deleted can't be found."""

    async def songs(
        self, person: Person, *, search: str = "", is_liked: bool = False, skip: int, most: int
    ) -> Sequence[Kept]:
        """A person's own, newest first; or what they like, also of others, but none of others' private ones.

        `search`: text in the title, the prompt, the style or the words, in any case.
        """
        ...

    async def liked(self, person: Person, job: Job) -> frozenset[int]:
        """The versions of the song's takes that the person likes."""
        ...

    async def like_or_not(self, person: Person, job: Job, version: int, now: datetime) -> bool:
        """Make a take a favourite, or no longer; whether it is one now."""
        ...

    async def messages(self, job: Job) -> Sequence[Place]:
        """Where the song was handed over, each message by itself."""
        ...

    async def delete(self, job: Job, now: datetime) -> bool:
        """Forget words, takes and whose favourite it was; the row counts on. False: nothing was to delete."""
        ...

    async def delete_as_moderator(self, job: Job, change: Change) -> bool:
        """The same of a public song on the change's own server, with a row in the audit."""
        ...


class People(Protocol):
    """Who asked, what is kept about them, and how it goes when they want it to."""

    async def is_noticed(self, person: Person) -> bool:
        """Whether they were told what is kept about them."""
        ...

    async def note_noticed(self, person: Person, now: datetime) -> None:
        """Note that they were told."""
        ...

    async def records(self, person: Person) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Everything that is kept about them, by its kind, to be read by them."""
        ...

    async def begin_forgetting(self, person: Person, now: datetime) -> None:
        """Note that everything until now is to be deleted: from here a restart goes on with it."""
        ...

    async def being_forgotten(self) -> Sequence[tuple[Person, datetime]]:
        """Those of whom something may be left that was to be deleted, and until when."""
        ...

    async def forget_songs(
        self, person: Person, *, until: datetime, now: datetime, settled: datetime
    ) -> Sequence[str]:
        """Empty some of the ended songs they asked for until then; their ids, or none when all are empty.

        What is left counts on under a pseudonym. `settled`: on what ended before, nobody is at work.
        """
        ...

    async def end_forgetting(self, person: Person, *, until: datetime) -> None:
        """Delete what is left when their songs are empty."""
        ...


class Ageing(Protocol):
    """What has been kept long enough goes, in small steps that may be repeated."""

    async def last_row(self) -> int:
        """The number of the newest song's row."""
        ...

    async def age_songs(self, ages: Ages, *, after: int) -> tuple[Aged, int]:
        """See to some rows behind that number: what was found, and the number to go on behind."""
        ...

    async def age_others(self, ages: Ages) -> None:
        """See to drafts, people, and what admins changed or gave."""
        ...


class Timings(Protocol):
    """How long songs took."""

    async def seconds_taken(
        self, kind: Kind, version: Version, player: str, *, most: int
    ) -> list[float]:
        """From the request to the end, of the latest that were made, each in seconds."""
        ...


class Drafts(Protocol):
    """Commands that wait for their Go."""

    async def keep_draft(self, draft: Draft) -> None:
        """Keep it, in the place of one with the same id."""
        ...

    async def draft(self, draft_id: str) -> Draft | None:
        """One of them, if it is still there."""
        ...

    async def drop_draft(self, draft_id: str) -> None:
        """It was used or given up."""
        ...


class Notices(Protocol):
    """What the operator was told, so that a trouble is told once however often Busker restarts."""

    async def told_at(self, key: str) -> datetime | None:
        """When that was told, if it was."""
        ...

    async def note_told(self, key: str, now: datetime) -> None:
        """Note that it has been told."""
        ...

    async def forget_told(self, keys: Sequence[str]) -> None:
        """Those troubles have ended: when they come again, they are news."""
        ...


class Secrets(Protocol):
    """What has to stay the same over restarts, and that nobody else may know."""

    async def secret(self, name: str) -> bytes:
        """32 random bytes; made when they are first asked for."""
        ...


class Copies(Protocol):
    """Copies of all the rows, made while they are in use."""

    async def copy_to(self, target: Path) -> None:
        """Make the new file `target`: whole and checked, or not at all. Raises `BackupFailed`."""
        ...


class Storage(
    Jobs,
    Rules,
    Grounds,
    Audits,
    Tallies,
    Sounds,
    Library,
    People,
    Ageing,
    Drafts,
    Timings,
    Notices,
    Secrets,
    Copies,
    Protocol,
):
    """All rows in one place. Only whoever puts Busker together sees it whole."""
