"""Takes that come after their song was given up: looked for now and then, and kept."""

from contextlib import aclosing, suppress
from datetime import timedelta

import structlog

from bot.alarms import Alarms
from bot.archive import Archive
from bot.jobs import Job, Stage, advance, fetched
from bot.ports import Clock, Composer
from bot.stores import Jobs
from bot.words import words_for
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
        self, jobs: Jobs, composer: Composer, archive: Archive, clock: Clock, alarms: Alarms
    ) -> None:
        self._jobs = jobs
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
                found = fetched(found, await self._archive.takes(found))
            if found != job:
                await self._jobs.save(job, found)
                log.info("late takes", job=job.id, takes=len(found.takes))
            if found.takes != job.takes and job.stage is not Stage.CANCELLED:  # those come quietly
                sentence = words_for("en").say("alarm-late-takes", job=job.id)
                await self._alarms.tell(f"late-takes:{job.id}", sentence)

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
