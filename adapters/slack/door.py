"""HTTP mode: what is posted to `/slack/events`, and only what Slack itself has signed, once.

Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response

from adapters.slack.addresses import EVENTS_PATH
from adapters.slack.asked import Json
from adapters.slack.heard import Heard
from adapters.slack.sockets import Receive
from bot.ports import Clock

__all__ = ["Door"]

log = structlog.get_logger()

WINDOW = timedelta(minutes=5)
LARGEST_BODY_BYTES = 2**20
LONGEST_TIMESTAMP = 12
SSL_CHECK = b"ssl_check=1&"


class Door:
    """Nobody is let in before `open`; a replay isn't let in for as long as its signature would hold."""

    def __init__(self, signing_secret: str, clock: Clock) -> None:
        self._secret = signing_secret.encode()
        self._clock = clock
        self._signatures = Heard(clock, 2 * WINDOW)
        self._receive: Receive | None = None

    @property
    def route(self) -> web.RouteDef:
        """For whoever listens."""
        return web.post(EVENTS_PATH, self._handle)

    def open(self, receive: Receive) -> None:
        """Say who takes what comes in."""
        self._receive = receive

    def close(self) -> None:
        """Slack comes again with events, and tells people of all else."""
        self._receive = None

    async def _handle(self, request: web.Request) -> web.Response:
        if (request.content_length or 0) > LARGEST_BODY_BYTES:
            return _refused("too large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        body = await request.read()
        if body.startswith(SSL_CHECK):  # Slack looks at our certificate, and signs nothing
            return web.Response()
        if why := self._forgery(request.headers, body):
            return _refused(why, HTTPStatus.UNAUTHORIZED)
        said = _read(body)
        if said is None:
            return _refused("not readable", HTTPStatus.BAD_REQUEST)
        if self._receive is None:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return await to_aiohttp_response(await self._receive(said, dict(request.headers)))

    def _forgery(self, headers: Mapping[str, str], body: bytes) -> str:
        """Why it isn't taken for Slack's; empty if it is."""
        stamp = headers.get("X-Slack-Request-Timestamp", "")
        signature = headers.get("X-Slack-Signature", "")
        if not self._is_recent(stamp):
            return "not of now"
        if not hmac.compare_digest(self._signature(stamp, body), _bytes(signature)):
            return "not signed"
        return "" if self._signatures.is_new(signature) else "a replay"

    def _is_recent(self, stamp: str) -> bool:
        if not (stamp.isascii() and stamp.isdecimal() and len(stamp) <= LONGEST_TIMESTAMP):
            return False
        passed = self._clock.now().timestamp() - int(stamp)
        return abs(passed) <= WINDOW.total_seconds()

    def _signature(self, stamp: str, body: bytes) -> bytes:
        signed = b"v0:" + stamp.encode() + b":" + body
        return b"v0=" + hmac.new(self._secret, signed, hashlib.sha256).hexdigest().encode()


def _read(body: bytes) -> Json | None:
    """JSON for events; a form for commands; a form with JSON in it for everything else."""
    try:
        text = body.decode()
        fields: Any = json.loads(text) if text.startswith("{") else _form(text)
    except ValueError:
        return None
    return fields if isinstance(fields, dict) else None


def _form(text: str) -> Any:  # noqa: ANN401  # JSON
    fields = dict(parse_qsl(text, keep_blank_values=True))
    return json.loads(fields["payload"]) if "payload" in fields else fields


def _bytes(signature: str) -> bytes:
    return signature.encode("utf-8", "surrogateescape")


def _refused(why: str, status: HTTPStatus) -> web.Response:
    """Said without a word of what was sent."""
    log.warning("a request in slack's name was refused", why=why)
    response = web.Response(status=status)
    response.force_close()  # what follows isn't waited for
    return response
