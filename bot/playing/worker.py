"""Takes rows and plays them: the second of two places where errors become sentences."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from datetime import timedelta

import structlog

from bot.jobs import Job, Stage
from bot.playing.ensemble import Ensemble
from bot.playing.performance import Performance
from bot.playing.turns import Turns

__all__ = ["Worker"]

log = structlog.get_logger()


PAUSES_SECONDS = (1.0, 5.0, 25.0, 60.0)
"""After a fault of ours (a locked database, a full disk) a song is taken up again from its row."""

UNCLOSED = timedelta(days=1)
"""So long after its end a song's card is still mended, if a crash or the platform kept it from saying so."""


class Worker:
    """Plays every unfinished row, wherever it was admitted, `most` at once, `most_each` a person.

    Rows of platforms that nobody here serves wait for a Busker that does.
    """

    def __init__(
        self,
        ensemble: Ensemble,
        serves: Callable[[str], bool],
        *,
        most: int,
        most_each: int | None = None,
    ) -> None:
        self._with = ensemble
        self._serves = serves
        self._turns = Turns(most, most_each=most_each)
        self._playing: dict[str, Performance] = {}
        self._is_leaving = False

    async def run(self) -> None:
        """Go on with what a restart left, then with whatever comes. Runs until it is cancelled.

        Raises what even waiting doesn't mend: then Busker has to stop, and go on after a restart.
        """
        async with asyncio.TaskGroup() as group:
            for job in await self._left():
                self._start(job, group)
            while True:
                for job_id in await self._with.jobs.changed():
                    group.create_task(self._see_to(job_id, group))

    async def leave(self) -> None:
        """Ask for nothing more; return once every song can be stopped with nothing lost.

        What is being posted arrives first, and what was just sent is known by name. That may take for ever.
        """
        self._is_leaving = True
        for each in self._playing.values():
            each.go_no_further()
        left: set[Performance] = set()
        while staying := set(self._playing.values()) - left:
            await asyncio.gather(*(each.left() for each in staying))
            left |= staying

    async def _left(self) -> Iterable[Job]:
        """What a restart left to be done, each song once. Nothing may play before all of it is read.

        Those that had their turn come first, or others would be given their places.
        """
        unfinished = sorted(await self._with.jobs.unfinished(), key=_has_turn, reverse=True)
        unclosed = await self._with.jobs.unclosed(self._with.clock.now() - UNCLOSED)
        left = {job.id: job for job in (*unfinished, *unclosed)}  # one may have just been cancelled
        return [job for job in left.values() if self._serves(job.place.platform)]

    async def _see_to(self, job_id: str, group: asyncio.TaskGroup) -> None:
        if job_id in self._playing:
            await self._tried(self._playing[job_id].look_again())
            return
        job = await self._row(job_id)
        if job is not None and not job.stage.is_final and job_id not in self._playing:
            self._start(job, group)

    def _start(self, job: Job, group: asyncio.TaskGroup) -> None:
        self._playing[job.id] = self._performance(job)
        group.create_task(self._play(job))

    def _performance(self, job: Job) -> Performance:
        performance = Performance(job, self._with)
        if self._is_leaving:
            performance.go_no_further()
        return performance

    async def _play(self, job: Job) -> None:
        person = (job.person.platform, job.person.id)

        def wake() -> None:
            self._playing[job.id].wake()

        try:
            with self._turns.ticket(person, wake, is_playing=_has_turn(job)) as ticket:
                for pause in PAUSES_SECONDS:
                    if await self._tried(self._playing[job.id].play(ticket)):
                        return
                    await self._with.clock.sleep(pause)
                    self._playing[job.id] = self._performance(await self._row(job.id) or job)
                await self._playing[job.id].give_up()
        finally:
            del self._playing[job.id]

    async def _row(self, job_id: str) -> Job | None:
        for pause in PAUSES_SECONDS:
            try:
                return await self._with.jobs.get(job_id)
            except Exception:
                log.exception("a row can't be read", job=job_id)
                await self._with.clock.sleep(pause)
        return await self._with.jobs.get(job_id)

    async def _tried(self, step: Coroutine[None, None, None]) -> bool:
        try:
            await step
        except Exception:
            log.exception("a song failed on our side")
            return False
        return True


def _has_turn(job: Job) -> bool:
    return job.stage in {Stage.WORKING, Stage.POSTING} or job.is_still_made
