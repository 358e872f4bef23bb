"""From a request to its job: a new one, or the one that the same request made before."""

import json
import math
from dataclasses import replace
from hashlib import sha256

from aiohttp import web

from houseband.order import Operation
from houseband.server import refusals
from houseband.server.band import Band
from houseband.server.calls import Body, call_from
from houseband.server.job import ApiVersion, Call, Job
from houseband.server.jobs import Jobs
from houseband.server.mishaps import Mishap
from houseband.server.refusals import Refusal

__all__ = ["BODY_LIMIT", "job_for"]

BODY_LIMIT = 256 * 1024
"""Bytes of a request's body."""
KEY_LIMIT = 255


async def job_for(
    request: web.Request, band: Band, version: ApiVersion, operation: Operation
) -> Job:
    """Return the job that a request asks for. Raises `Refusal`.

    A streaming and a sync request are the same if their bodies are: one song can be told in both ways.
    """
    key = _idempotency_key(request)
    content = await request.read()
    # No await from here on: two requests with the same key can't both find nothing.
    fingerprint = sha256(f"{version} {operation} ".encode() + content).hexdigest()
    known = band.jobs.by_idempotency_key(key) if key else None
    if known is not None:
        return _same(known, fingerprint)
    call = _with_source(call_from(_body_from(content), version, operation), band.jobs)
    _refuse_on_request(call.mishap)
    return band.accept(call, fingerprint, key)


def _idempotency_key(request: web.Request) -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is not None and not (key.isascii() and key.isprintable() and 0 < len(key) <= KEY_LIMIT):
        raise refusals.wrong_field(f"Idempotency-Key must be 1 to {KEY_LIMIT} ASCII characters")
    return key


def _body_from(content: bytes) -> Body:
    try:
        body = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Refusal(400, {"detail": "Request body is not valid JSON"}) from error
    if not isinstance(body, dict):
        raise Refusal(400, {"detail": "Request body must be a JSON object"})
    return body


def _same(known: Job, fingerprint: str) -> Job:
    if known.fingerprint != fingerprint:
        raise refusals.conflict()
    return known


def _with_source(call: Call, jobs: Jobs) -> Call:
    """Check that the take to extend is there and long enough."""
    if call.source is None or call.extend_at_ms is None:
        return call
    job = jobs.by_job_id(call.source.job_id)
    takes = job.takes.values() if job else ()
    take = next((take for take in takes if take.name == call.source.name), None)
    if take is None:
        raise refusals.file_error("audio_url is not one of the house band's own takes")
    length_ms = take.duration_seconds * 1000
    if call.extend_at_ms > math.ceil(length_ms):
        detail = f"extend_at lies beyond the end of the song ({math.floor(length_ms)} ms)"
        raise refusals.wrong_field(detail)
    return replace(call, extend_at_ms=min(call.extend_at_ms, math.floor(length_ms)))


def _refuse_on_request(mishap: Mishap | None) -> None:
    match mishap:
        case Mishap(name="rate-limit", number=seconds):
            raise refusals.rate_limited(seconds or 30)
        case Mishap(name="balance"):
            raise refusals.no_balance()
        case Mishap(name="unavailable"):
            raise refusals.unavailable()
        case Mishap(name="nsfw"):
            raise refusals.declined()
        case Mishap(name="html"):
            raise web.HTTPOk(text="<html><body>Not an API</body></html>", content_type="text/html")
