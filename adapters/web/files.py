"""`/files/…`: takes from the archive, for whoever has one of our signed links."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.links import Links
from bot.stores import Jobs

__all__ = ["file_routes"]


def file_routes(links: Links, jobs: Jobs, path: Callable[[Path], Path]) -> list[web.RouteDef]:
    """`path` says where in the archive a file lies that a row names. What isn't a good link is 404."""

    async def file(request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        linked = links.opened(request.match_info["token"], name)
        job = await jobs.get(linked.job_id) if linked else None
        take = job.take(linked.version) if job and linked and job.deleted_at is None else None
        if take is None or take.file is None:
            raise web.HTTPNotFound
        there = path(take.file)
        if not await asyncio.to_thread(there.is_file):
            raise web.HTTPNotFound
        return web.FileResponse(there, headers=_headers(name))

    return [web.get("/files/{token}/{name}", file)]


def _headers(name: str) -> dict[str, str]:
    return {
        "Content-Type": "audio/mpeg",
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private",
        "Referrer-Policy": "no-referrer",
    }
