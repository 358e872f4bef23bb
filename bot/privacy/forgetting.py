"""Deleting what is kept about a person, because they asked for it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.ages import SETTLED
from bot.jobs import Job, cancelled
from bot.models import Person
from bot.ports import Clock
from bot.stores import Jobs, People

__all__ = ["Forgetting"]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """In small steps that may be repeated: a crash in the middle is gone on from after a restart."""

    jobs: Jobs
    people: People
    remove: Callable[[str], Awaitable[None]]
    """Removes the files of a job."""
    clock: Clock

    async def forget(self, person: Person) -> int:
        """Delete everything until now; how many songs there were."""
        now = self.clock.now()
        await self.people.begin_forgetting(person, now)
        return await self.go_on(person, until=now)

    async def go_on(self, person: Person, *, until: datetime) -> int:
        """Delete what is left. What is counted stays counted, under a pseudonym."""
        await self._cancel(person, until)
        count = 0
        while song_ids := await self._some_songs(person, until):
            for song_id in song_ids:  # after its row: no row names what isn't there
                await self.remove(song_id)
            count += len(song_ids)
        await self.people.end_forgetting(person, until=until)
        log.info("a person's data was deleted", songs=count)
        return count

    async def _some_songs(self, person: Person, until: datetime) -> tuple[str, ...]:
        now = self.clock.now()
        return tuple(
            await self.people.forget_songs(person, until=until, now=now, settled=now - SETTLED)
        )

    async def _cancel(self, person: Person, until: datetime) -> None:
        for job in await self.jobs.unfinished():
            if job.is_of(person) and job.created_at <= until:
                await self._cancel_one(job)

    async def _cancel_one(self, job: Job) -> None:
        """Even one that is being posted: what it has is deleted next."""
        current: Job | None = job
        while current is not None and not current.stage.is_final:
            if await self.jobs.save(current, cancelled(current, self.clock.now())):
                return
            current = await self.jobs.get(job.id)
