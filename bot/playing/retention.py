"""How long songs' files are kept: so many days, and so much of the disk, the oldest going first."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.ages import LONGEST
from bot.jobs import Job, Stage
from bot.playing.archive import Archive, Folder
from bot.ports import Clock
from bot.stores import Archived, Jobs

__all__ = ["Keeping", "Retention", "leaving"]

log = structlog.get_logger()

EVERY_SECONDS = 3600
UNDELIVERED = timedelta(days=7)
"""What couldn't be posted, or came too late for it, lies nowhere else, so it stays at least so long."""
UNPOSTED = frozenset({"undelivered", "too-large", "linked"})
"""Failures of songs that are done: with them, files lie in the archive only."""
DAY = timedelta(days=1)
"""So long a song that ended without its takes may still be given them, by whoever looks for late ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What the operator allows the archive."""

    age: timedelta = timedelta(days=30)
    size_bytes: int = 10 * 2**30


class Retention:
    """Removes files that are too old or too many. The songs' rows stay, and name no files then."""

    def __init__(self, jobs: Jobs, archive: Archive, clock: Clock, keeping: Keeping) -> None:
        self._jobs = jobs
        self._archive = archive
        self._clock = clock
        self._keeping = keeping

    async def run(self) -> None:
        """Make room until cancelled."""
        while True:
            try:
                await self.make_room()
            except Exception:
                log.exception("making room in the archive failed")
            await self._clock.sleep(EVERY_SECONDS)

    async def make_room(self) -> None:
        """Remove once whatever needn't be kept."""
        folders = await self._archive.folders()
        kept = await self._jobs.kept()
        sizes = [folders[job.id].size_bytes if job.id in folders else 0 for job in kept]
        songs = list(zip(kept, sizes, strict=True))
        favourites = await self._jobs.favourites()
        for job in leaving(songs, self._keeping, self._clock.now(), favourites):
            await self._jobs.forget_files(job.id)
            await self._remove(job.id, "too old or too many")
        for job_id in folders.keys() - {job.id for job in kept}:
            if await self._is_orphan(job_id, folders[job_id]):
                await self._jobs.forget_files(job_id)
                await self._remove(job_id, "named by no row")

    async def _is_orphan(self, job_id: str, folder: Folder) -> bool:
        now = self._clock.now()
        if now - folder.touched_at <= DAY:
            return False
        job = await self._jobs.get(job_id)
        if job is None:  # perhaps it is another database's, so it stays as long as any song
            return now - folder.touched_at > self._keeping.age
        return job.stage.is_final and not _names_files(job) and now - _ended_at(job) > DAY

    async def _remove(self, job_id: str, why: str) -> None:
        await self._archive.remove(job_id)
        log.info("files removed", job=job_id, why=why)


def leaving(
    songs: Sequence[tuple[Archived, int]],
    keeping: Keeping,
    now: datetime,
    favourites: Collection[str] = (),
) -> Iterator[Archived]:
    """Those whose files have to go. `songs`: ended ones with the bytes they take, oldest first.

    `favourites` aren't too old before their words are, and go only when all others have gone.
    """
    size_bytes = sum(each for _, each in songs)
    for job, song_bytes in sorted(songs, key=lambda song: song[0].id in favourites):
        age = now - job.ended_at
        most_age = max(keeping.age, LONGEST) if job.id in favourites else keeping.age
        is_too_much = age > most_age or size_bytes > keeping.size_bytes
        if is_too_much and age > _least_age(job):
            size_bytes -= song_bytes
            yield job


def _least_age(job: Archived) -> timedelta:
    if job.stage in {Stage.DONE, Stage.PARTIAL}:
        return UNDELIVERED if job.failure in UNPOSTED else timedelta()
    return UNDELIVERED if job.has_takes else DAY


def _ended_at(job: Job) -> datetime:
    return job.finished_at or job.created_at


def _names_files(job: Job) -> bool:
    return job.cover is not None or any(take.file is not None for take in job.takes)
