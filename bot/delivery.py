"""Handing a finished song over: its files under good names, once, and tried again when it fails."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot.archive import Archive
from bot.jobs import Job, Take
from bot.models import Audio, Card, Result
from bot.ports import Chat, Clock
from bot.stores import Jobs

__all__ = ["Delivery", "filename_for"]

log = structlog.get_logger()

PAUSES_SECONDS = (2.0, 10.0, 30.0)
"""Between one try and the next."""

LONGEST_NAME_BYTES = 180
"""File systems take 255 bytes, and ` (2) - A.mp3.part` has to fit behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Posting never fails a finished song: what can't be posted is kept."""

    jobs: Jobs
    chat: Chat
    archive: Archive
    clock: Clock

    async def deliver(self, job: Job, card: Card) -> bool:
        """Hand over the takes that there are; False when the platform won't take them."""
        for pause in (*PAUSES_SECONDS, None):
            try:
                await self._deliver_once(job, card)
            except Exception:
                log.exception("a song can't be posted", job=job.id)
            else:
                return True
            if pause is not None:
                await self.clock.sleep(pause)
        return False

    async def _deliver_once(self, job: Job, card: Card) -> None:
        key = f"{job.id}:result"
        if await self.jobs.begin_delivery(key, job, self.clock.now()) is None:
            place = await self.chat.deliver(job.place, self._result(job, card), key)
            await self.jobs.end_delivery(key, place, self.clock.now())

    def _result(self, job: Job, card: Card) -> Result:
        takes = tuple(self._audio(job, take, take.file) for take in job.takes if take.file)
        cover = self.archive.path(job.cover) if job.cover else None
        name = filename_for(job.title or "")
        return Result(card=card, takes=takes, cover=cover, name=name, person=job.person)

    def _audio(self, job: Job, take: Take, file: Path) -> Audio:
        return Audio(
            version=take.version,
            path=self.archive.path(file),
            filename=f"{filename_for(job.title or '')} - {take.letter}.mp3",
            duration_seconds=take.duration_seconds,
        )


def filename_for(title: str) -> str:
    """The title without what file systems and platforms can't bear."""
    composed = unicodedata.normalize("NFC", title)
    kept = "".join(each for each in composed if each.isprintable())
    plain = re.sub(r'[<>:"/\\|?*]+', " ", kept)
    short = re.sub(r"\s+", " ", plain).encode()[:LONGEST_NAME_BYTES].decode("utf-8", "ignore")
    return short.strip(" .") or "Song"
