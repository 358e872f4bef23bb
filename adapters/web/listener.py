"""Opens the listener, and keeps what goes wrong behind it from whoever asked."""

from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

__all__ = ["Route", "listening"]

log = structlog.get_logger()

Route = web.RouteDef

LARGEST_BODY_BYTES = 2**20
GRACE_SECONDS = 2.0
"""For answers that are under way when Busker stops."""


@asynccontextmanager
async def listening(address: str, routes: Iterable[Route]) -> AsyncGenerator[int]:
    """Answer at host:port while the block lasts; gives the port. Raises OSError if it can't be had."""
    app = web.Application(middlewares=[_guarded], client_max_size=LARGEST_BODY_BYTES)
    app.add_routes(routes)
    host, _, port = address.rpartition(":")
    runner = web.AppRunner(
        app, access_log=None, handle_signals=False, shutdown_timeout=GRACE_SECONDS
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port)).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


@web.middleware
async def _guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:
        resource = request.match_info.route.resource
        log.exception("a request failed", route=resource.canonical if resource else "")
        return web.Response(status=500, text="Something went wrong on our side.\n")
