"""Stopping in order: a signal comes, people are told, what is being posted arrives; in 10 s it's over.

::

    signal -> nothing more is taken in -> songs come to where they can be left -> everything is closed
       \\------- 6 s at most, whoever hangs --------------------------------/            /
        \\------ 9 s at most, and the process ends ------------------------------------/

A second signal ends the process at once. None of that loses anything: the rows know how far every song is.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import structlog

from bot.assembly import Busker
from bot.clock import SystemClock
from bot.ports import Clock

__all__ = ["BY_SIGNAL", "Call", "Stopped", "farewell", "until_called"]

log = structlog.get_logger()

FAREWELL_SECONDS = 6.0
LONGEST_SECONDS = 9.0
"""Whoever runs Busker as a service gives it ten (Docker) or more before it is killed."""

BY_SIGNAL = (signal.SIGTERM, signal.SIGINT)


class Stopped(Exception):
    """Somebody ended what would have ended by itself."""

    def __init__(self, sign: signal.Signals) -> None:
        super().__init__(sign.name)
        self.code = 128 + sign
        """What a process exits with that was stopped so."""


class Call:
    """The signal that has come, if one has."""

    def __init__(self) -> None:
        self.sign: signal.Signals | None = None


@contextmanager
def until_called(signs: Collection[signal.Signals] = BY_SIGNAL) -> Iterator[Call]:
    """Leave the block, with all that it opened, at the first of these signals, however far it has come."""
    loop, whole = asyncio.get_running_loop(), asyncio.current_task()
    call = Call()

    def answer(sign: signal.Signals) -> None:
        call.sign = sign
        log.info("stopping", why=sign.name)
        for each in signs:
            loop.remove_signal_handler(each)
            signal.signal(each, signal.SIG_DFL)  # the kernel's own: nothing can hang there
        _end_later()
        if whole:
            whole.cancel()

    for each in signs:
        loop.add_signal_handler(each, answer, each)
    try:
        yield call
    except asyncio.CancelledError:
        if call.sign is None:
            raise
    finally:
        for each in signs:
            loop.remove_signal_handler(each)


async def farewell(busker: Busker, clock: Clock | None = None) -> None:
    """Let Busker leave in order, for as long as there is time."""
    clock = clock or SystemClock()
    leaving = asyncio.ensure_future(busker.leave())
    patience = asyncio.ensure_future(clock.sleep(FAREWELL_SECONDS))
    try:
        await asyncio.wait((leaving, patience), return_when=asyncio.FIRST_COMPLETED)
        if not leaving.done():
            log.warning("not everything could be brought to an end")
        elif fault := leaving.exception():
            log.error("not everything could be brought to an end", exc_info=fault)
        else:
            log.info("stopped")
    finally:
        leaving.cancel()
        patience.cancel()


def _end_later() -> None:
    """A thread of its own, since whatever hangs may hang anywhere: in the loop, in another thread."""
    last = threading.Timer(LONGEST_SECONDS, os._exit, (1,))
    last.daemon = True
    last.start()
