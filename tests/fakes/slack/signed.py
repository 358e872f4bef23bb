"""HTTP mode: everything is posted to one address, and signed.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Protocol
from urllib.parse import urlencode

import aiohttp

from tests.fakes.slack.deliveries import Attempt, Kind
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.world import World

KNOCK_SECONDS = 0.05


class Lose(Protocol):
    def __call__(self, attempt: Attempt, reason: str, *, for_good: bool = False) -> None: ...


class Requests:
    """Signs by the time of this machine: the bot, in another process, knows no other.

    `url` is where the bot listens; without one nothing is posted.
    """

    def __init__(self, world: World, ack: Callable[[Attempt, object], None], lose: Lose) -> None:
        self._world = world
        self._ack = ack
        self._lose = lose
        self._under_way: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self.url: str | None = None
        self.sent: list[tuple[bytes, dict[str, str]]] = []
        """Bodies and headers, to be sent once more."""

    @property
    def is_there(self) -> bool:
        return self.url is not None

    def carry(self, attempt: Attempt) -> None:
        task = asyncio.get_running_loop().create_task(self._post(attempt))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    def headers(self, body: bytes, timestamp: str = "") -> dict[str, str]:
        """`timestamp` stands for now."""
        stamp = timestamp or str(int(time.time()))
        return {
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": signature(self._world.signing_secret, stamp, body),
        }

    async def post(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Status and answer, of anything that a test wants to send."""
        assert self.url, "say first where the bot listens"
        session = self._opened()
        async with session.post(self.url, data=body, headers=headers) as response:
            return response.status, await response.text()

    async def reach(self, url: str) -> None:
        """Post everything there from now on, once the bot answers there."""
        last: Exception | None = None
        for _ in range(int(self._world.feed.patience / KNOCK_SECONDS)):
            self.url = url
            try:
                if await self.verify():
                    return
            except aiohttp.ClientError as error:
                last = error
            self.url = None
            await asyncio.sleep(KNOCK_SECONDS)
        raise AssertionError(f"nobody answered the challenge at {url}") from last

    async def verify(self) -> bool:
        """Whether the bot answers the challenge with which its address is tried."""
        said = {"type": "url_verification", "challenge": "rain", "token": "fake"}
        body = json.dumps(said).encode()
        headers = {"Content-Type": "application/json"} | self.headers(body)
        status, text = await self.post(body, headers)
        return status == 200 and "rain" in text

    async def close(self) -> None:
        for task in list(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        if self._session:
            await self._session.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    async def _post(self, attempt: Attempt) -> None:
        assert self.url
        body, kind = _body(attempt)
        headers = {"Content-Type": kind, **self.headers(body)}
        if attempt.number:
            headers |= {
                "X-Slack-Retry-Num": str(attempt.number),
                "X-Slack-Retry-Reason": _reason(attempt),
            }
        self.sent.append((body, headers))
        try:
            async with self._opened().post(self.url, data=body, headers=headers) as response:
                text = await response.text()
                if response.status != 200:
                    stop = response.headers.get("X-Slack-No-Retry") == "1"
                    self._lose(attempt, "http_error", for_good=stop)
                    return
                self._ack(attempt, _said(text, response.content_type))
        except (aiohttp.ClientError, OSError):
            self._lose(attempt, "connection_failed")


def signature(secret: str, timestamp: str, body: bytes) -> str:
    signed = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def _body(attempt: Attempt) -> tuple[bytes, str]:
    """Events are JSON; what people do is a form."""
    form = "application/x-www-form-urlencoded"
    payload = attempt.delivery.payload
    match attempt.delivery.kind:
        case Kind.EVENT:
            return json.dumps(payload).encode(), "application/json"
        case Kind.INTERACTIVE:
            return urlencode({"payload": json.dumps(payload)}).encode(), form
        case Kind.COMMAND:
            return urlencode(payload).encode(), form


def _reason(attempt: Attempt) -> str:
    return "http_timeout" if attempt.reason == "timeout" else attempt.reason


def _said(text: str, content_type: str) -> Json | None:
    if not text:
        return None
    said: Json = json.loads(text) if content_type == "application/json" else {"text": text}
    return said
