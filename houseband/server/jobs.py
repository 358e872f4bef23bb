"""Every job there is: found by any of its ids, followed while it happens, kept on disk."""

import asyncio
from collections.abc import AsyncIterator

import structlog

from houseband.server.events import Event, Progressed
from houseband.server.job import Job
from houseband.server.store import Store

__all__ = ["Jobs"]

log = structlog.get_logger()


class Jobs:
    """The jobs in memory, as they also lie in the store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._jobs = {job.job_id: job for job in store.load()}
        self._changes: dict[str, asyncio.Event] = {}

    def __getitem__(self, job_id: str) -> Job:
        """Return a job that is known to exist."""
        return self._jobs[job_id]

    def by_job_id(self, job_id: str) -> Job | None:
        """Find a job by the id that v7 gives."""
        return self._jobs.get(job_id)

    def by_message_id(self, message_id: str) -> Job | None:
        """Find a job by the id that v6 gives."""
        return next((job for job in self._jobs.values() if job.message_id == message_id), None)

    def by_idempotency_key(self, key: str) -> Job | None:
        """Find the job that was made by the request with this key."""
        return next((job for job in self._jobs.values() if job.idempotency_key == key), None)

    def unfinished(self) -> list[Job]:
        """Return the jobs that something is still to happen to, oldest first."""
        waiting = (job for job in self._jobs.values() if not job.ended)
        return sorted(waiting, key=lambda job: job.created_at)

    def add(self, job: Job) -> None:
        """Keep a new job. An `OSError` says that it couldn't be kept."""
        self.store.save(job)
        self._jobs[job.job_id] = job

    def note(self, job_id: str, event: Event) -> Job:
        """Add what has happened to a job, and tell whoever follows it."""
        job = self._jobs[job_id].after(event)
        self._jobs[job_id] = job
        if not isinstance(event, Progressed):  # a percentage isn't worth waiting for the disk
            self._save(job)
        self._changes.pop(job_id, asyncio.Event()).set()
        return job

    async def follow(self, job_id: str) -> AsyncIterator[Job]:
        """Yield the job as it is, and again whenever something has happened, until it has ended."""
        while True:
            changed = self._changes.setdefault(job_id, asyncio.Event())
            job = self._jobs[job_id]
            yield job
            if job.ended:
                self._changes.pop(job_id, None)
                return
            await changed.wait()

    async def end_of(self, job_id: str) -> Job:
        """Wait until the job has ended, and return it as it is then."""
        async for _ in self.follow(job_id):
            pass
        return self._jobs[job_id]

    def sweep(self) -> None:
        """Forget old jobs and their files, but none that is still needed."""
        needed = set[str]()
        for job in self.unfinished():
            needed |= {job.job_id} | ({job.call.source.job_id} if job.call.source else set())
        for job_id in self.store.sweep(frozenset(needed)):
            self._jobs.pop(job_id, None)
            log.info("job removed", job=job_id[:8])

    def _save(self, job: Job) -> None:
        """Save a job that goes on whether or not the disk takes it: after a restart it is rendered again."""
        try:
            self.store.save(job)
        except OSError as error:
            log.warning("job not saved", job=job.short_id, why=error.strerror)
