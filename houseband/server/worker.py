"""What runs inside a render process.

It ends with the line to its server, however the server ended, and with work that never returns.
"""

import os
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from houseband.order import Order, Recording, TakeNumber
from houseband.server.music import Studio

__all__ = ["RenderFailed", "begin", "draw_cover", "record", "trace_of", "warm_up"]

T = TypeVar("T")

LIMIT_SECONDS = 300
"""For one piece of work. A long take needs some ten seconds, and a minute or two on a very slow machine."""


class RenderFailed(Exception):
    """The studio gave up, or its process died twice. The text is for the log."""


def begin(line: Connection) -> None:
    """Prepare a fresh process. Before numpy is imported, as that reads the number of threads only once."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.nice(5)  # listening comes before rendering
    _lines.append(line)
    threading.Thread(target=_leave_with, args=(line,), daemon=True).start()


def warm_up(studio: Studio) -> None:
    """Make the first song as quick as the others."""
    _attempt(studio.warm_up)


def draw_cover(studio: Studio, order: Order, title: str, path: Path) -> None:
    """Draw the cover."""
    _attempt(lambda: studio.draw_cover(order, title, path))


def record(studio: Studio, order: Order, take: TakeNumber, folder: Path) -> Recording:
    """Render one take, telling the server how far it is."""
    (line,) = _lines
    return _attempt(lambda: studio.record(order, take, folder, line.send))


def trace_of(error: BaseException) -> str:
    """Return where an error came from, without its message: that may quote the prompt."""
    return f"{type(error).__name__} from {' '.join(traceback.format_tb(error.__traceback__))}"


_lines: list[Connection] = []


def _attempt(work: Callable[[], T]) -> T:
    """Do something that may fail in any way, and fail in one that survives the way to the server.

    What never returns dies of its alarm: nothing handles it, so even a call that holds the
    interpreter's lock can't put it off.
    """
    signal.alarm(LIMIT_SECONDS)
    try:
        return work()
    except Exception as error:
        raise RenderFailed(trace_of(error)) from error
    finally:
        signal.alarm(0)


def _leave_with(line: Connection) -> None:
    try:
        line.recv()
    except (EOFError, OSError):
        os._exit(0)
