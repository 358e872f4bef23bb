"""The log: one structured line an event, never a prompt, never a secret."""

import logging
from contextlib import suppress
from io import RawIOBase
from typing import TextIO, cast

import structlog

__all__ = ["LogFile", "log_to"]


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


def log_to(stream: TextIO | LogFile, level: str) -> None:
    """Write lines of `key=value` to the stream, from this level up."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(
                key_order=("timestamp", "level", "event"), drop_missing=True
            ),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", stream)),
        cache_logger_on_first_use=False,
    )
