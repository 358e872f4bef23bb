"""A take as it can be heard while it is made: an mp3 that is handed out as far as it has grown."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from houseband.listening import preview_path, stream_path, wanted_path
from houseband.order import TakeNumber
from houseband.server.events import Take
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
    source: _Source | None = None
    while True:
        job = jobs.by_job_id(job_id)
        if job is None:  # it was too old, or there was no room
            raise Cut
        take = job.takes.get(version)
        if take is None and (job.ended or version not in job.open_takes):
            raise Cut
        if source is None:
            if take:
                return
            source = await asyncio.to_thread(_source, folder, version)
        piece, whole = await asyncio.to_thread(source.read, sent, take) if source else (b"", False)
        sent += len(piece)
        if piece:
            yield piece
        elif whole:
            return
        else:
            await asyncio.sleep(LOOK_SECONDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What is read: the take itself as it is encoded, or a preview as it is mixed."""

    folder: Path
    growing: Path

    def read(self, start: int, take: Take | None) -> tuple[bytes, bool]:
        """Return what lies behind `start`, and whether the file is whole by now."""
        whole = self.growing.with_suffix(".mp3")  # the name that a preview has once it is whole
        if take and not whole.exists():
            whole = self.folder / take.name
        if whole.exists():
            return _read(whole, start), True
        return _read(self.growing, start), False


def _source(folder: Path, version: TakeNumber) -> _Source | None:
    """Find what can be heard; say that somebody wants to hear it where that isn't known."""
    for path in (stream_path(folder, version), preview_path(folder, version)):
        with suppress(FileNotFoundError):  # it may get its last name at any moment
            if path.stat().st_size:
                return _Source(folder=folder, growing=path)
    with suppress(OSError):  # on a full disk the take itself can be heard, if it comes
        wanted_path(folder, version).touch()
    return None


_MOST_BYTES = 1 << 18


def _read(path: Path, start: int) -> bytes:
    """Read on from somewhere. A file that isn't there, or has another name since, has nothing more."""
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(_MOST_BYTES)
    except FileNotFoundError:
        return b""
