"""The files of finished songs, for people who come back to them."""

import asyncio
from dataclasses import dataclass

from bot.buttons import heard
from bot.jobs import Job
from bot.models import Place
from bot.playing.archive import Archive
from bot.playing.delivery import CardWith, Delivery

__all__ = ["ArchiveShelf"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveShelf:
    """What commands may do with the archive."""

    archive: Archive
    delivery: Delivery

    async def has(self, job: Job) -> bool:
        """Whether a take's file is still here; somebody may have removed it by hand."""
        paths = [self.archive.path(take.file) for take in heard(job) if take.file]
        return await asyncio.to_thread(lambda: any(path.is_file() for path in paths))

    async def show_again(self, job: Job, card_with: CardWith, key: str) -> Place | None:
        """Hand the files over at the job's place, to its person, once per key; where they lie."""
        return await self.delivery.show_again(job, card_with, key)

    async def remove(self, job_id: str) -> None:
        """Remove all of a song's files."""
        await self.archive.remove(job_id)
