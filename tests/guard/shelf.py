"""A server of files on a loopback socket, plain or TLS, that remembers what it was asked."""

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

CERTIFICATES = Path(__file__).parent / "certificates"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(kw_only=True)
class Shelf:
    """Each path has its answers, in order, the last one for ever."""

    port: int = 0
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        answers = self.answers[request.path]
        return await (answers.pop(0) if len(answers) > 1 else answers[0])(request)


@asynccontextmanager
async def serving(shelf: Shelf, *, tls: bool = False) -> AsyncIterator[Shelf]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", shelf.handle)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    context = _server_context(shelf) if tls else None
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
    shelf.port = runner.addresses[0][1]
    try:
        yield shelf
    finally:
        await runner.cleanup()


def client_context() -> ssl.SSLContext:
    """Trusts the shelf and nobody else."""
    return ssl.create_default_context(cafile=CERTIFICATES / "server.pem")


def gives(data: bytes, *, status: int = 200, told: bool = True) -> Answer:
    """The bytes; `told` says whether their number goes ahead."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if told:
            return web.Response(body=data, status=status)
        response = web.StreamResponse(status=status)
        await response.prepare(request)
        await response.write(data)
        return response

    return answer


def gives_ranges(data: bytes) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        asked = request.http_range
        part = data[asked]
        start = asked.start or 0
        told = f"bytes {start}-{start + len(part) - 1}/{len(data)}"
        return web.Response(body=part, status=206, headers={"Content-Range": told})

    return answer


def leads_to(url: str) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": url})

    return answer


def breaks_off(data: bytes) -> Answer:
    """Says there is more, and hangs up."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": str(len(data) + 1)})
        await response.prepare(request)
        await response.write(data)
        assert request.transport
        request.transport.close()
        return response

    return answer


def _server_context(shelf: Shelf) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "server.pem", CERTIFICATES / "server.key")

    def remember(_: object, name: str | None, __: ssl.SSLContext) -> None:
        shelf.names.append(name)

    context.sni_callback = remember
    return context
