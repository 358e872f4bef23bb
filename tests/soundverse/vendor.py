"""A Soundverse on a loopback socket that does as the test says, and remembers what it was sent."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

KEY = "sksoundverse_test-key_123"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One request, as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


@dataclass(kw_only=True)
class Vendor:
    """POSTs get `answer`; GETs get the statuses, documents or answers, in order, the last one for ever."""

    url: str = ""
    answer: Answer
    statuses: list[object] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    hung_up: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def posts(self) -> list[Sent]:
        return [each for each in self.sent if each.method == "POST"]

    @property
    def asked(self) -> list[str]:
        return [each.path for each in self.sent if each.method == "GET"]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        text = await request.text()
        self.sent.append(
            Sent(
                method=request.method,
                path=request.path_qs,
                headers=dict(request.headers),
                body=json.loads(text) if text else None,
            )
        )
        try:
            return await (
                self.answer(request) if request.method == "POST" else self._status(request)
            )
        except (asyncio.CancelledError, ConnectionError):
            self.hung_up.set()
            raise

    async def _status(self, request: web.Request) -> web.StreamResponse:
        if not self.statuses:
            raise web.HTTPNotFound
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        answer: Answer = status if callable(status) else says(status)
        return await answer(request)


@asynccontextmanager
async def serving(vendor: Vendor) -> AsyncIterator[Vendor]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", vendor.handle)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    vendor.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield vendor
    finally:
        await runner.cleanup()


def says(body: object, *, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    """One JSON document."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response(body, status=status, headers=headers)

    return answer


def writes(text: str, *, content_type: str = "text/html", status: int = 200) -> Answer:
    """Plain text, or a page."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(text=text, content_type=content_type, status=status)

    return answer


def streams(
    data: bytes, *, then: str = "end", content_type: str = "text/event-stream", status: int = 200
) -> Answer:
    """The bytes, and after them the `end`, a `cut`, or `silence`."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=status, headers={"Content-Type": content_type})
        await response.prepare(request)
        await response.write(data)
        if then == "cut":
            assert request.transport
            request.transport.abort()
        if then == "silence":
            await asyncio.Event().wait()
        return response

    return answer
