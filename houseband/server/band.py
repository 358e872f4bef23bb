"""The band at work: takes jobs in, plays them in turn, and notes what happens."""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial

import structlog

from houseband.listening import preview_path, stream_path
from houseband.order import Order, TakeNumber
from houseband.server import refusals, worker
from houseband.server.events import (
    CoverDrawn,
    CoverLost,
    Event,
    Failed,
    Finished,
    Lost,
    Playable,
    Progressed,
    Recorded,
    Started,
    Validated,
    take_from,
)
from houseband.server.job import COVER, Call, Job
from houseband.server.jobs import Jobs
from houseband.server.mishaps import MishapName
from houseband.server.render import RenderPool, RenderProcess
from houseband.server.worker import RenderFailed, trace_of

__all__ = ["QUEUE_LIMIT", "Band"]

QUEUE_LIMIT = 32
"""Jobs that may wait for their turn."""
RETRY_AFTER_SECONDS = 30
SWEEP_SECONDS = 3600
PROGRESS_STEP = 5
"""Per cent between two notes of progress."""

log = structlog.get_logger()


class Band:
    """Plays one job after the other; both takes of a job side by side where there are processes for it."""

    def __init__(self, jobs: Jobs, pool: RenderPool) -> None:
        self.jobs = jobs
        self._pool = pool
        self._namer = ThreadPoolExecutor(1)  # one: songs are named in the order they came
        self._arrived = asyncio.Queue[str]()
        for job in jobs.unfinished():
            self._arrived.put_nowait(job.job_id)

    @property
    def waiting(self) -> int:
        """The number of jobs whose turn hasn't come."""
        return sum(job.state == "queued" for job in self.jobs.unfinished())

    @property
    def playing(self) -> int:
        """The number of jobs being rendered."""
        return len(self.jobs.unfinished()) - self.waiting

    def accept(self, call: Call, fingerprint: str, idempotency_key: str | None) -> Job:
        """Take a job in: from here on it survives a restart. Raises `Refusal` when there are too many."""
        if self.waiting >= QUEUE_LIMIT:
            raise refusals.rate_limited(RETRY_AFTER_SECONDS)
        job = _new_job(call, fingerprint, idempotency_key)
        try:
            self.jobs.add(job)
        except OSError as error:
            log.warning("job refused", job=job.short_id, why=error.strerror)
            raise refusals.unavailable() from error
        log.info("job accepted", job=job.short_id, api=call.version, operation=call.operation)
        self._arrived.put_nowait(job.job_id)
        return job

    async def play(self) -> None:
        """Play whatever arrives, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._sweep())
            while True:
                tasks.create_task(self._play(await self._arrived.get()))

    async def _play(self, job_id: str) -> None:
        try:
            await self._validate(job_id)
            async with asyncio.TaskGroup() as works:
                works.create_task(self._draw_cover(job_id))
                for version in self.jobs[job_id].open_takes:
                    works.create_task(self._take(job_id, version))
            await self._end(job_id)
        except* Exception as errors:  # noqa: BLE001  # one job's trouble must not end the others
            log.warning(
                "job broken", job=job_id[:8], errors=[trace_of(one) for one in errors.exceptions]
            )
            self._note(job_id, Failed(detail="Song generation failed"))

    async def _validate(self, job_id: str) -> None:
        """Name the song at once, however busy the processes are: v6 tells no id before that."""
        job = self.jobs[job_id]
        if job.validated is not None:
            return
        await self._pause(job)
        title = await asyncio.get_running_loop().run_in_executor(
            self._namer, self._pool.studio.title_for, self._order_for(job)
        )
        self._note(job_id, Validated(title=title))

    async def _draw_cover(self, job_id: str) -> None:
        job = self.jobs[job_id]
        if job.title is None or job.has_cover is not None:
            return
        path = self.jobs.store.folder(job_id) / COVER
        order = self._order_for(job)
        async with self._pool.process() as process:
            try:
                await process.run(worker.draw_cover, self._pool.studio, order, job.title, path)
            except RenderFailed as error:
                log.warning("no cover", job=job.short_id, error=str(error))
                self._note(job_id, CoverLost())
            else:
                self._note(job_id, CoverDrawn())

    async def _take(self, job_id: str, version: TakeNumber) -> None:
        job = self.jobs[job_id]
        if _mishap(job) == "late-fail" and version == 2:
            return
        await self._pause(job)
        async with self._pool.process() as process:
            if version not in job.started:
                self._note(job_id, Started(version=version))
            outcome = await self._record(process, job, version)
        await self._pause(job)
        self._note(job_id, outcome)

    async def _record(self, process: RenderProcess, job: Job, version: TakeNumber) -> Event:
        if _mishap(job) == "fail" or (_mishap(job) == "one-take" and version == 2):
            return Lost(version=version, detail=_ON_REQUEST)
        order = self._order_for(job)
        folder = self.jobs.store.folder(job.job_id)
        report = partial(self._progress, job.job_id, version)
        try:
            recording = await process.run(
                worker.record, self._pool.studio, order, version, folder, report=report
            )
        except RenderFailed as error:
            log.warning("take failed", job=job.short_id, version=version, error=str(error))
            return Lost(version=version, detail="This version could not be rendered")
        return Recorded(version=version, take=take_from(recording, secrets.token_hex(12)))

    async def _end(self, job_id: str) -> None:
        job = self.jobs[job_id]
        await self._pause(job)
        if _mishap(job) in ("fail", "late-fail"):
            self._note(job_id, Failed(detail=_ON_REQUEST))
        elif not job.takes:
            self._note(job_id, Failed(detail="Song generation failed"))
        else:
            self._note(job_id, Finished())

    def _progress(self, job_id: str, version: TakeNumber, percent: int) -> None:
        job = self.jobs[job_id]
        if version not in job.playable and self._is_heard(job, version):
            self._note(job_id, Playable(version=version))
        if percent >= self.jobs[job_id].percents.get(version, 0) + PROGRESS_STEP:
            self.jobs.note(job_id, Progressed(version=version, percent=min(percent, 100)))

    def _is_heard(self, job: Job, version: TakeNumber) -> bool:
        folder = self.jobs.store.folder(job.job_id)
        return preview_path(folder, version).exists() or stream_path(folder, version).exists()

    def _note(self, job_id: str, event: Event) -> None:
        job = self.jobs.note(job_id, event)
        log.info(event.kind, job=job.short_id, **_facts(event))

    def _order_for(self, job: Job) -> Order:
        call = job.call
        source = None
        if call.source is not None:
            source = self.jobs.store.folder(call.source.job_id) / call.source.name
        return Order(
            operation=call.operation,
            prompt=call.prompt,
            seed=call.seed,
            lyrics=call.lyrics,
            style=call.style,
            source=source,
            extend_at_ms=call.extend_at_ms,
        )

    async def _pause(self, job: Job) -> None:
        mishap = job.call.mishap
        if mishap and mishap.name == "slow":
            await asyncio.sleep(mishap.number or 3)

    async def _sweep(self) -> None:
        while True:
            self.jobs.sweep()
            await asyncio.sleep(SWEEP_SECONDS)


_ON_REQUEST = "Song generation failed, as the prompt asked for"


def _new_job(call: Call, fingerprint: str, idempotency_key: str | None) -> Job:
    return Job(
        job_id=secrets.token_hex(16),
        message_id=secrets.token_hex(12),
        call=call,
        created_at=datetime.now(UTC),
        idempotency_key=idempotency_key,
        fingerprint=fingerprint,
    )


def _mishap(job: Job) -> MishapName | None:
    return job.call.mishap.name if job.call.mishap else None


def _facts(event: Event) -> dict[str, object]:
    """Return what the log may say of an event: never a word of the song."""
    version = getattr(event, "version", None)
    return {} if version is None else {"version": version}
