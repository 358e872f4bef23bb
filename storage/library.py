"""The protocol `Library` on one SQLite file: songs to be found again, liked and deleted."""

import json
from collections.abc import Sequence
from datetime import datetime

from bot.jobs import Job
from bot.models import Person, Place
from bot.quotas import Change
from bot.stores import Kept
from storage.book import Book
from storage.database import folded
from storage.reading import jobs_in
from storage.rows import stamp_for

__all__ = ["LibraryBook"]


class LibraryBook(Book):
    """People's finished songs; a page is one statement over an index."""

    async def songs(
        self, person: Person, *, search: str = "", is_liked: bool = False, skip: int, most: int
    ) -> Sequence[Kept]:
        """See `bot.stores.Library`."""
        rows = await self._database.read(
            "favourites_of" if is_liked else "songs_of",
            platform=person.platform,
            person=person.id,
            search=folded(search),
            skip=skip,
            most=most,
        )
        liked = [frozenset[int](json.loads(row["liked"])) for row in rows]
        jobs = await jobs_in(self._database, rows)
        return [Kept(job=job, liked=takes) for job, takes in zip(jobs, liked, strict=True)]

    async def liked(self, person: Person, job: Job) -> frozenset[int]:
        """See `bot.stores.Library`."""
        rows = await self._database.read(
            "likes", platform=person.platform, person=person.id, job=job.id
        )
        return frozenset(row["version"] for row in rows)

    async def like_or_not(self, person: Person, job: Job, version: int, now: datetime) -> bool:
        """See `bot.stores.Library`."""
        who = {"platform": person.platform, "person": person.id}
        if await self._database.write("unlike", **who, job=job.id, version=version):
            return False
        await self._database.write("like", **who, job=job.id, version=version, now=stamp_for(now))
        return True

    async def messages(self, job: Job) -> Sequence[Place]:
        """See `bot.stores.Library`."""
        rows = await self._database.read("messages_of", job=job.id)
        return [Place(**dict(row)) for row in rows]

    async def delete(self, job: Job, now: datetime) -> bool:
        """See `bot.stores.Library`."""
        return bool(await self._database.write("delete_song", job=job.id, now=stamp_for(now)))

    async def delete_as_moderator(self, job: Job, change: Change) -> bool:
        """See `bot.stores.Library`."""
        deleted = await self._database.write(
            "delete_song_as_moderator",
            job=job.id,
            at=stamp_for(change.at),
            actor=change.actor,
            platform=change.platform,
            server=change.server,
        )
        return bool(deleted)
