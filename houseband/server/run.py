"""The life of the server process, from its settings to its end."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TextIO, cast

import structlog
from aiohttp import web

from houseband.server.band import Band
from houseband.server.intake import BODY_LIMIT
from houseband.server.jobs import Jobs
from houseband.server.music import CannotUse, Studio
from houseband.server.premises import (
    CannotStart,
    authority,
    claimed_folder,
    key_in,
    listening_socket,
)
from houseband.server.render import RenderPool
from houseband.server.routes import Routes, errors_as_json
from houseband.server.settings import WrongSettings, settings_from
from houseband.server.store import Store

__all__ = ["run"]

log = structlog.get_logger()

LAST_WORDS_SECONDS = 0.1
"""How long answers under way may take when the server stops. A song takes longer: its stream is cut."""


def run(studio: Studio, environment: Mapping[str, str], *, child: bool) -> int:
    """Serve until told to stop; return the exit code. A child also stops when its stdin closes."""
    try:
        settings = settings_from(environment)
    except WrongSettings as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    _log_to_stderr(settings.log_level)
    studio = _equipped(studio, settings.soundfont)
    try:
        with (
            claimed_folder(settings.data_dir) as folder,
            listening_socket(settings.host, settings.port) as listener,
        ):
            key = settings.key or key_in(folder)
            jobs = Jobs(Store(folder / "jobs"))
            asyncio.run(_serve(studio, settings.processes, key, jobs, listener, child=child))
    except CannotStart as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    return 0


def _equipped(studio: Studio, soundfont: Path | None) -> Studio:
    """Have the soundfont used that is set. Without it the band plays all the same."""
    if soundfont is None:
        return studio
    try:
        equipped = studio.equipped(soundfont)
    except CannotUse as error:
        log.warning("soundfont can't be used: all sounds are the band's own", why=str(error))
        return studio
    log.info("soundfont in use", soundfont=str(soundfont))
    return equipped


async def _serve(
    studio: Studio, processes: int, key: str, jobs: Jobs, listener: socket.socket, *, child: bool
) -> None:
    stop = asyncio.Event()
    _stop_on_signals(stop)
    if child:
        _stop_with_stdin(stop)
    async with RenderPool(studio, processes) as pool, asyncio.TaskGroup() as tasks:
        band = Band(jobs, pool)
        working = [tasks.create_task(band.play()), tasks.create_task(pool.warm_up())]
        async with _site(Routes(band, key, studio.sounds), listener):
            print(f"house band listening on {_url(listener)}", flush=True)  # noqa: T201
            await stop.wait()
        for task in working:
            task.cancel()


@asynccontextmanager
async def _site(routes: Routes, listener: socket.socket) -> AsyncIterator[None]:
    application = web.Application(client_max_size=BODY_LIMIT, middlewares=[errors_as_json])
    application.add_routes(routes.table())
    runner = web.AppRunner(
        application,
        access_log=None,
        handler_cancellation=True,  # whoever leaves is no longer told anything
        shutdown_timeout=LAST_WORDS_SECONDS,
    )
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        yield
    finally:
        await runner.cleanup()


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)


def _stop_with_stdin(stop: asyncio.Event) -> None:
    """Stop when the parent's end of stdin closes, as it does however the parent ended."""
    loop = asyncio.get_running_loop()

    def wait() -> None:
        with contextlib.suppress(OSError):
            while os.read(0, 1024):
                pass
        with contextlib.suppress(RuntimeError):  # the loop may be gone already
            loop.call_soon_threadsafe(stop.set)

    threading.Thread(target=wait, daemon=True).start()


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{authority(host, port)}"


class _Lines:
    """To stderr. One that can't be written is dropped: a full disk mustn't stop a song by its log."""

    def write(self, text: str) -> None:
        with suppress(OSError):
            os.write(sys.stderr.fileno(), text.encode("utf-8", "backslashreplace"))

    def flush(self) -> None:
        """Nothing is ever left to be."""


def _log_to_stderr(level: str) -> None:
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event", "job"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", _Lines())),
    )
