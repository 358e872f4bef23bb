"""One song's row, as whoever plays it knows it: changed there first, even while others change it."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import structlog

from bot import jobs as states
from bot.jobs import Job
from bot.operating.metrics import Metrics
from bot.ports import Clock
from bot.stores import Jobs

__all__ = ["Row"]

log = structlog.get_logger()


class Row:
    """The job as it was last saved or read, and how far the song has come since."""

    def __init__(self, job: Job, jobs: Jobs, metrics: Metrics, clock: Clock) -> None:
        self.saved = job
        """Without the latest percentage: what is asked at every event needs only this."""
        self.percent = job.percent
        self._jobs = jobs
        self._metrics = metrics
        self._clock = clock
        self._saving = asyncio.Lock()
        self._stage_at = clock.now()

    @property
    def job(self) -> Job:
        """All of it. The percentage is put in here, since a new record for each number would be felt."""
        if self.percent != self.saved.percent:
            self.saved = replace(self.saved, percent=self.percent)
        return self.saved

    async def change(self, step: Callable[[Job], Job]) -> None:
        """Save what the step makes of the job; of the row as it is by then, if others changed it."""
        async with self._saving:
            before = self.job
            while (after := step(self.job)) != self.job:
                if await self._jobs.save(self.job, after):
                    self._take(after)
                    break
                await self._read()
        self._note(before)

    async def settled(self) -> None:
        """Wait for a change that is just being saved."""
        async with self._saving:
            return

    async def get_on(self, percent: int | None) -> None:
        """Note how far the song is. The next change saves it along; a restart may forget it."""
        async with self._saving:
            self.percent = states.further(self.percent, percent)

    async def look_again(self) -> bool:
        """Somebody else may have changed it; False if it had ended before, so that nobody could."""
        async with self._saving:
            before = self.job
            if before.stage.is_final:
                return False
            await self._read()
        self._note(before)
        return True

    async def _read(self) -> None:
        """Take the row as it stands, but for how far the song is: of that, the row knows less."""
        row = await self._jobs.get(self.saved.id)
        if row is not None and row.stage is self.saved.stage:
            row = replace(row, percent=self.percent)
        self._take(row or self.job)

    def _take(self, job: Job) -> None:
        self.saved, self.percent = job, job.percent

    def _note(self, before: Job) -> None:
        """One line a stage, and the same in numbers. `seconds`: in the stage that was left."""
        job, now = self.job, self._clock.now()
        if job.stage is before.stage:
            return
        seconds = (now - self._stage_at).total_seconds()
        self._stage_at = now
        counts = "yes" if job.counts else "no"
        end = {"counts": counts, "charged": job.charged} if job.stage.is_final else {}
        log.info(
            "stage",
            job=job.id,
            kind=job.ask.kind,
            was=before.stage,
            seconds=round(seconds, 2),
            stage=job.stage,
            failure=job.failure,
            **end,
        )
        self._metrics.changed(before, job, seconds)
