"""Takes rows and plays them: the second of two places where errors become sentences."""

import asyncio

import structlog

from bot.jobs import Job, Stage
from bot.performance import Ensemble, Performance
from bot.turns import Turns

__all__ = ["Worker"]

log = structlog.get_logger()


class Worker:
    """Plays every unfinished row, wherever it was admitted, `most` at once, `most_each` a person."""

    def __init__(self, ensemble: Ensemble, *, most: int, most_each: int | None = None) -> None:
        self._with = ensemble
        self._turns = Turns(most, most_each=most_each)
        self._playing: dict[str, Performance] = {}

    async def run(self) -> None:
        """Go on with what a restart left, then with whatever comes. Runs until it is cancelled."""
        async with asyncio.TaskGroup() as group:
            # those that had their turn come first, or others would be given their places
            for job in sorted(await self._with.jobs.unfinished(), key=_has_turn, reverse=True):
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
        person = (job.person.platform, job.person.id)
        try:
            with self._turns.ticket(person, performance.wake, is_playing=_has_turn(job)) as ticket:
                await performance.play(ticket)
        except Exception:
            log.exception("a song failed on our side", job=job.id)
            await performance.give_up()
        finally:
            del self._playing[job.id]


def _has_turn(job: Job) -> bool:
    return job.stage in {Stage.WORKING, Stage.POSTING}
