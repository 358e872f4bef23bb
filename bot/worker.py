"""Takes rows and plays them: the second of two places where errors become sentences."""

import asyncio

import structlog

from bot.jobs import Job, Stage
from bot.performance import Ensemble, Performance
from bot.turns import Turns

__all__ = ["Worker"]

log = structlog.get_logger()


class Worker:
    """Plays every unfinished row, wherever it was admitted, `most` at once."""

    def __init__(self, ensemble: Ensemble, *, most: int) -> None:
        self._with = ensemble
        self._turns = Turns(most)
        self._playing: dict[str, Performance] = {}

    async def run(self) -> None:
        """Go on with what a restart left, then with whatever comes. Runs until it is cancelled."""
        async with asyncio.TaskGroup() as group:
            for job in await self._with.jobs.unfinished():
                self._start(job, group)
            while True:
                for job_id in await self._with.jobs.changed():
                    await self._see_to(job_id, group)

    async def _see_to(self, job_id: str, group: asyncio.TaskGroup) -> None:
        if job_id in self._playing:
            group.create_task(self._playing[job_id].look_again())
            return
        job = await self._with.jobs.get(job_id)
        if job is not None and not job.stage.is_final:
            self._start(job, group)

    def _start(self, job: Job, group: asyncio.TaskGroup) -> None:
        performance = Performance(job, self._with)
        self._playing[job.id] = performance
        group.create_task(self._play(performance))

    async def _play(self, performance: Performance) -> None:
        job = performance.job
        has_turn = job.stage in {Stage.WORKING, Stage.POSTING}
        try:
            with self._turns.ticket(performance.wake, is_playing=has_turn) as ticket:
                await performance.play(ticket)
        except Exception:
            log.exception("a song failed on our side", job=job.id)
            await performance.give_up()
        finally:
            del self._playing[job.id]
