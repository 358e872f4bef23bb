"""What Busker answers by HTTP at BUSKER_HTTP: how it is, and files by our own signed links."""

import os
from collections.abc import Iterable
from contextlib import AsyncExitStack

import structlog

from adapters.web.files import file_routes
from adapters.web.health import health_routes
from adapters.web.listener import Route, listening
from bot.assembly import Busker
from bot.clock import SystemClock
from bot.links import Links
from bot.opening import CantStart
from bot.settings import Settings
from bot.stores import Storage
from bot.words import own_words

__all__ = ["links_for", "serve"]

log = structlog.get_logger()

SIGNER = "links"
"""The name of what signs them. It stays, so that links stay good over restarts."""


async def links_for(settings: Settings, storage: Storage) -> Links | None:
    """Links that people can follow; None without a public address, or without a listener behind it."""
    if settings.busker_public_url is None or settings.busker_http is None:
        return None
    return Links(settings.busker_public_url, await storage.secret(SIGNER), SystemClock())


async def serve(
    settings: Settings,
    busker: Busker,
    storage: Storage,
    stack: AsyncExitStack,
    routes: Iterable[Route] = (),
) -> None:
    """Listen until the stack is left, if an address is set; `routes` are other people's. Raises CantStart."""
    if settings.busker_http is None:
        return
    links = await links_for(settings, storage)
    files = file_routes(links, storage, storage, busker.vitals.archive.path) if links else []
    ours = [*health_routes(busker.vitals), *files, *routes]
    try:
        port = await stack.enter_async_context(listening(settings.busker_http, ours))
    except OSError as error:
        why = (
            os.strerror(error.errno) if error.errno else str(error)
        )  # asyncio's own words say less
        said = own_words().say("http-taken", address=settings.busker_http, why=why)
        raise CantStart(said) from error
    log.info("listening", address=settings.busker_http, port=port)
