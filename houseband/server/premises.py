"""What the process claims before it plays: the data directory, its key, and the address."""

import errno
import fcntl
import os
import secrets
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

__all__ = ["CannotStart", "authority", "claimed_folder", "key_in", "listening_socket"]

T = TypeVar("T")

PATIENCE_SECONDS = 5.0
"""How long a predecessor that is just leaving is waited for."""


class CannotStart(Exception):
    """The band can't play here; the text says why and what to do, in one sentence."""


@contextmanager
def claimed_folder(folder: Path, patience: float = PATIENCE_SECONDS) -> Iterator[Path]:
    """Have a data directory for oneself. Raises `CannotStart` if another band has it."""
    with _lock_file(folder) as file:
        try:
            _patiently(
                lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB),
                errno.EWOULDBLOCK,
                patience,
            )
        except BlockingIOError as error:
            message = f"Another house band is using {folder}: stop it, or set HOUSEBAND_DATA_DIR."
            raise CannotStart(message) from error
        yield folder


def key_in(folder: Path) -> str:
    """Return the key that is kept in `folder`, for the owner's eyes only; make it the first time."""
    path = folder / "key"
    if not path.exists() or not path.read_text().strip():
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(32) + "\n")
    return path.read_text().strip()


def listening_socket(host: str, port: int, patience: float = PATIENCE_SECONDS) -> socket.socket:
    """Return the socket to accept on. Raises `CannotStart` if the address can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return _patiently(
            lambda: socket.create_server((host, port), family=family), errno.EADDRINUSE, patience
        )
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]  # the rest repeats the address
        message = (
            f"The house band can't listen on {authority(host, port)} ({reason}): "
            "stop what uses it, or set HOUSEBAND_ADDRESS to a free one."
        )
        raise CannotStart(message) from error


def authority(host: str, port: int) -> str:
    """Return host and port as they stand in a URL and in `HOUSEBAND_ADDRESS`."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _lock_file(folder: Path) -> BinaryIO:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return (folder / "lock").open("ab")
    except OSError as error:
        message = (
            f"The data directory {folder} can't be used ({error.strerror}): set HOUSEBAND_DATA_DIR."
        )
        raise CannotStart(message) from error


def _patiently(attempt: Callable[[], T], expected: int, patience: float) -> T:
    deadline = time.monotonic() + patience
    while True:
        try:
            return attempt()
        except OSError as error:
            if error.errno != expected or time.monotonic() > deadline:
                raise
        time.sleep(0.1)
