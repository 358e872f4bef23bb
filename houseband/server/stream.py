"""A job as a stream of server-sent events, and what may go wrong on the way."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress

from aiohttp import web

from houseband.server.chunks import chunks_of
from houseband.server.jobs import Jobs
from houseband.server.links import Links
from houseband.server.mishaps import Mishap

__all__ = ["go_silent", "send_stream"]

HEADERS = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}
ACCEPTED_CHUNKS = 2
"""Both versions have said `validated` after their second chunk."""


async def send_stream(
    request: web.Request, job_id: str, jobs: Jobs, links: Links
) -> web.StreamResponse:
    """Tell a job from the start, whenever the client came, and follow it to its end.

    A client that leaves, or is left as the server stops, is no error.
    """
    response = web.StreamResponse(headers=HEADERS)
    with suppress(ConnectionResetError):
        await response.prepare(request)
        await _tell(request, response, job_id, jobs, links)
    return response


async def go_silent(request: web.Request, mishap: Mishap | None) -> None:
    """Break the connection, or say nothing until the client leaves, if the mishap is one of these."""
    if mishap is None or mishap.name not in ("drop-stream", "hang"):
        return
    if mishap.name == "drop-stream" and request.transport is not None:
        request.transport.abort()
    # A client that is gone, by its own will or not, has its answer cancelled.
    await asyncio.Event().wait()


async def _tell(
    request: web.Request, response: web.StreamResponse, job_id: str, jobs: Jobs, links: Links
) -> None:
    sent = 0
    async for job in jobs.follow(job_id):
        for chunk in chunks_of(job, links)[sent:]:
            await response.write(_event(chunk))
            sent += 1
            await _go_wrong(request, response, job.call.mishap, sent)
    await response.write_eof()


def _event(chunk: Mapping[str, object]) -> bytes:
    return f"data: {json.dumps(chunk)}\n\n".encode()


async def _go_wrong(
    request: web.Request, response: web.StreamResponse, mishap: Mishap | None, sent: int
) -> None:
    if mishap is None or sent != (mishap.number or ACCEPTED_CHUNKS):
        return
    await go_silent(request, mishap)
    if mishap.name == "junk":
        await response.write(b'data: {"message_id": "cut in the mid\n\n')
