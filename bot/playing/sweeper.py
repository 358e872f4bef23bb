"""Takes that come after their song was given up: looked for now and then, kept, and told of once."""

from contextlib import aclosing, suppress
from dataclasses import replace
from datetime import timedelta

import structlog

from bot.cards import heading
from bot.errors import NotAllowedHere
from bot.jobs import Job, Stage, advance, fetched
from bot.operating.alarms import Alarms
from bot.playing.archive import Archive
from bot.ports import Chat, Clock, Composer
from bot.stores import Jobs
from bot.words import own_words, words_for
from soundverse.errors import SoundverseError

__all__ = ["Sweeper"]

log = structlog.get_logger()

EVERY_SECONDS = 600
FROM = timedelta(minutes=20)
"""So long a cancelled song may still be followed by whoever played it."""
UNTIL = timedelta(hours=24)


class Sweeper:
    """Asks about overdue and cancelled songs for a day. What comes is kept, and changes no quota."""

    def __init__(
        self,
        jobs: Jobs,
        chat: Chat,
        composer: Composer,
        archive: Archive,
        clock: Clock,
        alarms: Alarms,
    ) -> None:
        self._jobs = jobs
        self._chat = chat
        self._composer = composer
        self._archive = archive
        self._clock = clock
        self._alarms = alarms

    async def run(self) -> None:
        """Sweep until cancelled."""
        while True:
            try:
                await self.sweep()
            except Exception:
                log.exception("a sweep failed")
            await self._clock.sleep(EVERY_SECONDS)

    async def sweep(self) -> None:
        """Look once for every late song."""
        now = self._clock.now()
        for job in await self._jobs.late(now - UNTIL, now - FROM):
            found = await self._looked_for(job)
            if found.takes:
                found = replace(found, cover=await self._archive.cover(found))
                found = fetched(found, await self._archive.takes(found))
            if found != job:
                if not await self._jobs.save(job, found):
                    continue  # deleted meanwhile, or somebody else is at it
                log.info("late takes", job=job.id, takes=len(found.takes))
            if _files(found) > _files(job) and job.stage is not Stage.CANCELLED:
                await self._tell(found)
            if found.takes != job.takes and job.stage is not Stage.CANCELLED:  # those come quietly
                sentence = own_words().say("alarm-late-takes", job=job.id)
                await self._alarms.tell(f"late-takes:{job.id}", sentence)

    async def _tell(self, job: Job) -> None:
        """Tell the person that it came after all: once a song, and only where they can be reached."""
        key = f"{job.id}:late"
        words = words_for(job.person.locale)
        try:
            before = await self._jobs.begin_delivery(key, job, self._clock.now())
            if before.lies is not None:
                return
            await self._chat.tell(job.person, words.say("late-takes", title=heading(job, words)))
        except NotAllowedHere:
            log.info("late takes can't be told of", job=job.id)
        except Exception:
            log.exception("late takes can't be told of", job=job.id)
        else:
            nowhere = replace(job.place, message=None)  # there is nothing there to take away
            await self._jobs.end_delivery(key, nowhere, self._clock.now())

    async def _looked_for(self, job: Job) -> Job:
        now = self._clock.now()
        version = job.ask.version
        with suppress(SoundverseError):  # not there yet, or never: the job has ended anyway
            async with aclosing(
                self._composer.resume(job.ids, version=version, deadline=now)
            ) as events:
                async for event in events:
                    job = advance(job, event, now)
        return job


def _files(job: Job) -> int:
    return sum(take.file is not None for take in job.takes)
