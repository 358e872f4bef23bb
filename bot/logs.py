"""The log: one structured line an event, never a prompt, never a secret.

What libraries say in Python's own log becomes such lines, too. Of their sentences only the fixed part is
told: what they put into them may be an address with somebody's token, or text that somebody wrote.
"""

import logging
import sqlite3
import sys
import traceback
from contextlib import suppress
from io import FileIO, RawIOBase
from typing import TextIO, cast

import structlog
from structlog.typing import ExcInfo

__all__ = ["LogFile", "log_to", "stderr_file"]

log = structlog.get_logger()

SPEAKING = (sqlite3.Error, AttributeError, ImportError, NameError, TypeError)
"""Errors whose messages name what is Busker's own: tables, names, types.

Those of others may quote what people wrote: an address that can't be fetched, a file named after its
song, a number that is none. Of them only the kind is told, and the line where it happened.
"""


class LogFile:
    """Lines to a file. One that can't be written is dropped: a full disk mustn't stop a song by its log."""

    def __init__(self, file: RawIOBase) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write at once, so that nothing waits in memory for a crash."""
        with suppress(OSError):
            self._file.write(text.encode("utf-8", "backslashreplace"))
        return len(text)

    def flush(self) -> None:
        """Nothing is ever left to be."""


def stderr_file() -> LogFile:
    """What the process was given to complain to, which may be a file on a full disk as well."""
    return LogFile(FileIO(sys.stderr.fileno(), "w", closefd=False))


def log_to(stream: TextIO | LogFile, level: str) -> None:
    """Write lines of `key=value` to the stream, from this level up."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(_told),
            structlog.processors.LogfmtRenderer(
                key_order=("timestamp", "level", "event"), drop_missing=True
            ),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", stream)),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each, _Libraries)]:
        root.removeHandler(handler)
    root.addHandler(_Libraries(logging.WARNING))


class _Libraries(logging.Handler):
    """Hears what libraries say."""

    def emit(self, record: logging.LogRecord) -> None:
        says = str(record.msg).partition("\n")[0]
        facts = {"library": record.name, "says": says, "exc_info": record.exc_info}
        if record.levelno >= logging.ERROR:
            log.error("a library reports a fault", **facts)
        else:
            log.warning("a library warns", **facts)


def _told(exc_info: ExcInfo) -> str:
    """The way to the error and its causes, as Python tells it, without what people wrote."""
    _, error, _ = exc_info
    return "\n".join(_lines(error))


def _lines(error: BaseException) -> list[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [] if cause is None else [*_lines(cause), "which led to:"]
    lines += [line.rstrip() for line in traceback.format_tb(error.__traceback__)]
    lines.append(f"{type(error).__name__}: {_message(error)}")
    for each in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        lines += ["together with:", *_lines(each)]
    return lines


def _message(error: BaseException) -> str:
    if isinstance(error, SPEAKING):
        return str(error)
    return (error.strerror or "") if isinstance(error, OSError) else ""
