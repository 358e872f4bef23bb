"""`/files/…`: takes and what they are made from, for whoever has one of our signed links."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.jobs import Job
from bot.links import UPLOAD, Links
from bot.playing.archive import ENDINGS
from bot.stores import Jobs, Uploads

__all__ = ["file_routes"]

MEDIA_TYPES = {f".{ending}": media_type for media_type, ending in ENDINGS.items()}


def file_routes(
    links: Links, jobs: Jobs, uploads: Uploads, path: Callable[[Path], Path]
) -> list[web.RouteDef]:
    """`path` says where in the archive a file lies that a row names. What isn't a good link is 404."""

    async def file(request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        linked = links.opened(request.match_info["token"], name)
        job = await jobs.get(linked.job_id) if linked else None
        if linked is None or job is None or job.deleted_at is not None:
            raise web.HTTPNotFound
        relative = await named(job, linked.version, name)
        if relative is None:
            raise web.HTTPNotFound
        there = path(relative)
        if not await asyncio.to_thread(there.is_file):
            raise web.HTTPNotFound
        return web.FileResponse(there, headers=_headers(name))

    async def named(job: Job, version: int, name: str) -> Path | None:
        if version == UPLOAD:
            there = await uploads.uploads(job.id)
            return next((each.file for each in there if each.file.name == name), None)
        take = job.take(version)
        return take.file if take else None

    return [web.get("/files/{token}/{name}", file)]


def _headers(name: str) -> dict[str, str]:
    return {
        "Content-Type": MEDIA_TYPES[Path(name).suffix],
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private",
        "Referrer-Policy": "no-referrer",
    }
