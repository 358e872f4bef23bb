"""The documented routes and the band's own: HTTP in, HTTP out. What they mean is decided elsewhere."""

import asyncio
import functools
import hmac
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version as version_of

from aiohttp import web

from houseband.order import Operation
from houseband.server import refusals
from houseband.server.answers import status_of, sync_answer
from houseband.server.band import QUEUE_LIMIT, Band
from houseband.server.intake import job_for
from houseband.server.job import COVER, TAKES, ApiVersion, Job
from houseband.server.jobs import Jobs
from houseband.server.links import Links
from houseband.server.music import Sounds
from houseband.server.preview import Cut, grown, send_preview
from houseband.server.refusals import Refusal
from houseband.server.stream import go_silent, send_stream

__all__ = ["Routes", "errors_as_json"]

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

GENERATIONS: tuple[tuple[str, ApiVersion, Operation], ...] = (
    ("/v7/generate/song", "v7", "song"),
    ("/v6/generate/song", "v6", "song"),
    ("/v6/generate/music", "v6", "music"),
    ("/v6/extend/song", "v6", "extend"),
)
COVER_PATIENCE_SECONDS = 10
"""How long a cover is waited for. Without other songs it takes a second."""
CONTENT_TYPES = {".mp3": "audio/mpeg", ".webp": "image/webp"}


@dataclass(frozen=True, slots=True)
class Routes:
    """Every answer the band gives."""

    band: Band
    key: str
    sounds: Sounds | None = None

    @property
    def jobs(self) -> Jobs:
        """Every job there is."""
        return self.band.jobs

    def table(self) -> list[web.RouteDef]:
        """Return every route. Files need no key: their addresses can't be guessed."""
        generations = []
        for path, version, operation in GENERATIONS:
            stream = functools.partial(self.stream, version=version, operation=operation)
            sync = functools.partial(self.sync, version=version, operation=operation)
            generations.append(web.post(path, self._with_key(stream)))
            generations.append(web.post(f"{path}/sync", self._with_key(sync)))
        return [
            *generations,
            web.get("/v7/status", self._with_key(self.status_by_job_id)),
            web.get("/status/generation/{message_id}", self._with_key(self.status_by_message_id)),
            web.get("/status/generations/{message_id}", self._with_key(self.status_by_message_id)),
            web.get("/files/{job_id}/{name}", self.file),
            web.get("/previews/{job_id}/{version}", self.preview),
            web.get("/health", self.health),
        ]

    async def stream(
        self, request: web.Request, *, version: ApiVersion, operation: Operation
    ) -> web.StreamResponse:
        """Make a song, and tell about it while it is made."""
        job = await job_for(request, self.band, version, operation)
        return await send_stream(request, job.job_id, self.jobs, _links(request))

    async def sync(
        self, request: web.Request, *, version: ApiVersion, operation: Operation
    ) -> web.StreamResponse:
        """Make a song, and answer when it is there."""
        accepted = await job_for(request, self.band, version, operation)
        job = await self.jobs.end_of(accepted.job_id)
        await go_silent(request, job.call.mishap)
        if job.failure is not None and not job.takes:
            return web.json_response({"detail": job.failure}, status=500)
        return web.json_response(sync_answer(job, _links(request)))

    async def status_by_job_id(self, request: web.Request) -> web.StreamResponse:
        """Say how far a job is."""
        job_id = request.query.get("job_id")
        if not job_id:
            raise refusals.wrong_field("job_id must be provided")
        return _status(request, self.jobs.by_job_id(job_id))

    async def status_by_message_id(self, request: web.Request) -> web.StreamResponse:
        """Say how far a job is, for clients of v6, which gives no job id."""
        return _status(request, self.jobs.by_message_id(request.match_info["message_id"]))

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Hand out a take or a cover: only what the job itself names, so no path leads anywhere else.

        A cover that isn't drawn yet is waited for.
        """
        job = self.jobs.by_job_id(request.match_info["job_id"])
        name = request.match_info["name"]
        if job is None or name not in {COVER, *(take.name for take in job.takes.values())}:
            raise refusals.not_found("File")
        if name == COVER:
            await self._cover(job.job_id)
        return self._file(job, name)

    async def preview(self, request: web.Request) -> web.StreamResponse:
        """Hand out a take by its version. One that is still being made can be heard as far as it is."""
        job_id = request.match_info["job_id"]
        wanted = next((v for v in TAKES if str(v) == request.match_info["version"]), None)
        if self.jobs.by_job_id(job_id) is None or wanted is None:
            raise refusals.not_found("Preview")
        pieces = grown(self.jobs, job_id, wanted)
        try:
            first = await anext(pieces, None)
        except Cut as cut:
            raise refusals.not_found("Preview") from cut
        if first is not None:
            return await send_preview(request, pieces, first)
        job = self.jobs[job_id]
        return self._file(job, job.takes[wanted].name)

    async def health(self, request: web.Request) -> web.StreamResponse:  # noqa: ARG002  # a route
        """Say who plays here and how busy the band is."""
        queue = {"waiting": self.band.waiting, "playing": self.band.playing, "limit": QUEUE_LIMIT}
        about = {"name": "house band", "version": version_of("busker")}
        sounds = {"sounds": asdict(self.sounds)} if self.sounds else {}
        return web.json_response({**about, "voices": "played, not sung", **sounds, "queue": queue})

    async def _cover(self, job_id: str) -> None:
        """Wait for a cover that may still come, for a while."""
        with suppress(TimeoutError):
            async with asyncio.timeout(COVER_PATIENCE_SECONDS):
                async for job in self.jobs.follow(job_id):
                    if job.has_cover is not None:
                        return

    def _file(self, job: Job, name: str) -> web.FileResponse:
        path = self.jobs.store.folder(job.job_id) / name
        if not path.is_file():
            raise refusals.not_found("File")
        kind = {"Content-Type": CONTENT_TYPES[path.suffix]}
        return web.FileResponse(path, headers=kind)

    def _with_key(self, answer: Answer) -> Answer:
        async def answer_with_key(request: web.Request) -> web.StreamResponse:
            scheme, _, key = request.headers.get("Authorization", "").partition(" ")
            given = key.strip().encode("utf-8", "surrogateescape")
            if scheme.lower() != "bearer" or not hmac.compare_digest(given, self.key.encode()):
                raise refusals.key_rejected()
            return await answer(request)

        return answer_with_key


@web.middleware
async def errors_as_json(request: web.Request, handler: Answer) -> web.StreamResponse:
    """Give every refusal the documented shape, and JSON to what the documents don't name."""
    try:
        return await handler(request)
    except Refusal as refusal:
        return web.json_response(refusal.body, status=refusal.status, headers=refusal.headers)
    except web.HTTPClientError as error:
        allow = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else None
        return web.json_response({"detail": error.reason}, status=error.status, headers=allow)


def _links(request: web.Request) -> Links:
    return Links(base=f"{request.scheme}://{request.host}")


def _status(request: web.Request, job: Job | None) -> web.Response:
    if job is None:
        raise refusals.not_found("Job")
    return web.json_response(status_of(job, _links(request)))
