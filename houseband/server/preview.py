"""A take as it can be heard while it is made: an mp3 that is handed out as far as it has grown."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from houseband.order import TakeNumber, stream_path
from houseband.server.jobs import Jobs

__all__ = ["Cut", "grown", "send_preview"]

LOOK_SECONDS = 0.05
"""Between two looks at how far a take has grown. A block of it lasts thirty times as long."""
HEADERS = {"Content-Type": "audio/mpeg", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class Cut(Exception):
    """The take was lost, and nothing more of it will come."""


async def send_preview(
    request: web.Request, pieces: AsyncIterator[bytes], first: bytes
) -> web.StreamResponse:
    """Hand out what there is and what is added, without a length. A lost take's connection breaks.

    A client that leaves, or is left as the server stops, is no error.
    """
    response = web.StreamResponse(headers=HEADERS)
    with suppress(ConnectionResetError):
        await response.prepare(request)
        if request.method == "HEAD":
            return response
        await response.write(first)
        try:
            async for piece in pieces:
                await response.write(piece)
            await response.write_eof()
        except Cut:  # an mp3 has no last word, so a clean end would look like the song's
            if request.transport is not None:
                request.transport.abort()
    return response


async def grown(jobs: Jobs, job_id: str, version: TakeNumber) -> AsyncIterator[bytes]:
    """Yield a take as it grows; nothing at all where it is whole before anything could be heard of it.

    Raises `Cut`. A take that has to be begun again grows to the same bytes.
    """
    folder, sent = jobs.store.folder(job_id), 0
    while True:
        job = jobs[job_id]
        take = job.takes.get(version)
        if (take is None and version not in job.open_takes) or (take is None and job.ended):
            raise Cut
        path = folder / take.name if take else stream_path(folder, version)
        if take and not sent:
            return
        piece = await asyncio.to_thread(_read, path, sent)
        sent += len(piece)
        if piece:
            yield piece
        elif take:
            return
        else:
            await asyncio.sleep(LOOK_SECONDS)


_MOST_BYTES = 1 << 18


def _read(path: Path, start: int) -> bytes:
    """Read on from somewhere. A file that isn't there, or has another name since, has nothing more."""
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(_MOST_BYTES)
    except FileNotFoundError:
        return b""
