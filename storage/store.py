"""All that Busker keeps, on one SQLite file: `Jobs` is here, each other protocol in its own file."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.errors import NotFound
from bot.jobs import Job
from bot.models import Person, Place
from bot.quotas import Limit
from bot.stores.jobs import Archived, Tried
from storage.audit import AuditBook
from storage.database import Database
from storage.drafts import DraftBook
from storage.grounds import GroundBook
from storage.library import LibraryBook
from storage.notes import Notes
from storage.people import PeopleBook
from storage.reading import jobs_in
from storage.rows import (
    archived_from,
    moment_of,
    row_for_job,
    row_for_take,
    stamp_for,
    text_for_limits,
)
from storage.rules import RuleBook
from storage.sounds import SoundBook
from storage.tallies import TallyBook
from storage.timings import TimingBook
from storage.uploads import UploadBook

__all__ = ["Admitted", "Store"]


GUARDED = (
    "stage",
    "attempt",
    "charged",
    "accepted_at",
    "provider_job",
    "provider_message",
    "deleted_at",
    "early_version",
)
"""What must still be as it was read for a save to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A place in the quota."""

    job_id: str
    is_new: bool


class Store(
    RuleBook,
    GroundBook,
    SoundBook,
    AuditBook,
    TallyBook,
    LibraryBook,
    PeopleBook,
    DraftBook,
    UploadBook,
    TimingBook,
    Notes,
):
    """Jobs, takes, deliveries and people, and the rules; each step one statement."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._news: set[str] = set()
        self._has_news = asyncio.Event()

    async def admit(self, job: Job, limits: Sequence[Limit]) -> Admitted | None:
        """See `bot.stores.Jobs`."""
        await self._remember(job.person, job.created_at)
        is_admitted = await self._database.write(
            "admit",
            **row_for_job(job),
            pseudonym=await self._pseudonyms.of(job.person.platform, job.person.id),
            limits=text_for_limits(limits),
            now=stamp_for(job.created_at),
        )
        if is_admitted:
            self._tell(job.id)
            return Admitted(job_id=job.id, is_new=True)
        earlier = await self._database.read("admitted", request_key=job.request_key)
        return Admitted(job_id=earlier[0]["id"], is_new=False) if earlier else None

    async def get(self, job_id: str) -> Job | None:
        """See `bot.stores.Jobs`."""
        return next(iter(await self._jobs("job", id=job_id)), None)

    async def requested(self, request_key: str) -> Job | None:
        """See `bot.stores.Jobs`."""
        return next(iter(await self._jobs("requested", request_key=request_key)), None)

    async def shown(self, place: Place) -> Job | None:
        """See `bot.stores.Jobs`."""
        found = await self._jobs(
            "shown", platform=place.platform, channel=place.channel, card=place.message or ""
        )
        return next(iter(found), None)

    async def unfinished(self) -> Sequence[Job]:
        """See `bot.stores.Jobs`."""
        return await self._jobs("unfinished")

    async def unclosed(self, after: datetime) -> Sequence[Job]:
        """See `bot.stores.Jobs`."""
        return await self._jobs("unclosed", after=stamp_for(after))

    async def close(self, job_id: str, now: datetime) -> None:
        """See `bot.stores.Jobs`."""
        await self._database.write("close", id=job_id, now=stamp_for(now))

    async def late(self, after: datetime, before: datetime) -> Sequence[Job]:
        """See `bot.stores.Jobs`."""
        return await self._jobs("late", after=stamp_for(after), before=stamp_for(before))

    async def of(self, person: Person, *, most: int) -> Sequence[Job]:
        """See `bot.stores.Jobs`."""
        return await self._jobs("of_person", platform=person.platform, person=person.id, most=most)

    async def save(self, before: Job, after: Job) -> bool:
        """See `bot.stores.Jobs`."""
        read = row_for_job(before)
        for take in after.takes:
            if take not in before.takes:
                await self._database.write("save_take", **row_for_take(after, take))
        is_saved = bool(
            await self._database.write(
                "save_job",
                **row_for_job(after),
                **{f"{name}_before": read[name] for name in GUARDED},
            )
        )
        if is_saved and after.stage.is_final:
            self._tell(after.id)
        return is_saved

    async def usage(
        self, person: Person, server: str, limits: Sequence[Limit], now: datetime
    ) -> Sequence[int]:
        """See `bot.stores.Jobs`."""
        rows = await self._database.read(
            "usage",
            platform=person.platform,
            person=person.id,
            pseudonym=await self._pseudonyms.of(person.platform, person.id),
            server=server,
            limits=text_for_limits(limits),
            now=stamp_for(now),
        )
        return [used for (used,) in rows]

    async def begin_delivery(self, key: str, job: Job, now: datetime) -> Tried:
        """See `bot.stores.Jobs`."""
        rows = await self._database.write(
            "begin_delivery", key=key, job=job.id, now=stamp_for(now), **_address(job.place)
        )
        if not rows:
            raise NotFound(what="deleted")
        [row] = rows
        if row["sent_at"] is None:
            since = moment_of(row["first_tried_at"]) if row["tries"] > 1 else None
            return Tried(since=since)
        names = ("platform", "server", "channel", "message")
        return Tried(lies=Place(**{name: row[name] for name in names}))

    async def handed_over(self, key: str) -> Place | None:
        """See `bot.stores.Jobs`."""
        rows = await self._database.read("handed_over", key=key)
        return next((Place(**dict(row)) for row in rows), None)

    async def end_delivery(self, key: str, place: Place, now: datetime) -> bool:
        """See `bot.stores.Jobs`."""
        noted = await self._database.write(
            "end_delivery", key=key, message=place.message, now=stamp_for(now), **_address(place)
        )
        return bool(noted)

    async def kept(self) -> Sequence[Archived]:
        """See `bot.stores.Jobs`."""
        return [archived_from(row) for row in await self._database.read("kept")]

    async def favourites(self) -> frozenset[str]:
        """See `bot.stores.Jobs`."""
        return frozenset(row["job"] for row in await self._database.read("liked_songs"))

    async def forget_files(self, job_id: str) -> None:
        """See `bot.stores.Jobs`."""
        await self._database.write("forget_takes", id=job_id)
        await self._database.write("forget_cover", id=job_id)
        await self._database.write("forget_uploads", id=job_id)

    async def changed(self) -> frozenset[str]:
        """See `bot.stores.Jobs`."""
        await self._has_news.wait()
        self._has_news.clear()
        news, self._news = frozenset(self._news), set()
        return news

    def _tell(self, job_id: str) -> None:
        self._news.add(job_id)
        self._has_news.set()

    async def _jobs(self, name: str, **values: str | int) -> list[Job]:
        return await jobs_in(self._database, await self._database.read(name, **values))


def _address(place: Place) -> dict[str, str]:
    return {"platform": place.platform, "server": place.server, "channel": place.channel}
