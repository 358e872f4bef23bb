"""Fetch one file whole, or look at its beginning: bounded in size and in time."""

import asyncio
import os
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import httpx

from guard.connection import Connector
from guard.content import Kind, media_type
from guard.errors import LineBroken, ServerTrouble, TooLarge, TooSlow, WrongContent

__all__ = ["Found", "download", "look"]

_MOST_BYTES = 60_000_000
_MOST_SECONDS = 180.0
_PAUSE_SECONDS = 1.0
_GLIMPSE = 65_536
_TOTAL = re.compile(r"bytes \d+-\d+/(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a file is. `size` is in bytes."""

    size: int
    media_type: str


async def download(
    connector: Connector,
    url: str,
    path: Path,
    *,
    kind: Kind | None = None,
    most_bytes: int = _MOST_BYTES,
    most_seconds: float = _MOST_SECONDS,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> Found:
    """Fetch a file to `path`: all of it or none. Tries once more when the server or the line fails.

    `kind` None takes sound and pictures alike. Raises a `GuardError`, or OSError if it can't be stored.
    """
    async with _limited(most_seconds):
        try:
            return await _stored(connector, url, path, kind, most_bytes)
        except (ServerTrouble, LineBroken):
            await sleep(_PAUSE_SECONDS)
            return await _stored(connector, url, path, kind, most_bytes)


async def look(
    connector: Connector,
    url: str,
    *,
    kind: Kind | None = "audio",
    most_bytes: int,
    most_seconds: float = 20.0,
) -> Found:
    """Say what lies at a URL by reading its first bytes; the rest only where no length is told.

    For files that somebody else is going to fetch. Raises a `GuardError`.
    """
    first = {"Range": f"bytes=0-{_GLIMPSE - 1}"}
    async with _limited(most_seconds), connector.opened(url, first) as response:
        size = _told_size(response)
        _check_size(size or 0, most_bytes)
        head, read = bytearray(), 0
        async for chunk in response.aiter_raw():
            read += len(chunk)
            head += chunk[: _GLIMPSE - len(head)]
            _check_size(read, most_bytes)
            if size is not None and len(head) == _GLIMPSE:
                break
    return Found(
        size=read if size is None else size,
        media_type=_checked_type(BytesIO(head), kind, whole=False),
    )


async def _stored(
    connector: Connector, url: str, path: Path, kind: Kind | None, most_bytes: int
) -> Found:
    async with connector.opened(url) as response:
        _check_size(_told_size(response) or 0, most_bytes)
        with _part_of(path) as file:
            async for chunk in response.aiter_raw():
                file.write(chunk)
                _check_size(file.tell(), most_bytes)
            return await asyncio.to_thread(_kept, file, path, kind)


def _kept(file: BinaryIO, path: Path, kind: Kind | None) -> Found:
    """Check the whole file, and give it its name once it is safely on the disk."""
    found = Found(size=file.tell(), media_type=_checked_type(file, kind, whole=True))
    file.flush()
    os.fsync(file.fileno())
    Path(file.name).replace(path)
    return found


@contextmanager
def _part_of(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path`, gone at the end unless it was renamed."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("x+b") as file:
            yield file
    finally:
        part.unlink(missing_ok=True)


def _told_size(response: httpx.Response) -> int | None:
    """How long the whole file is, by the headers."""
    if total := _TOTAL.fullmatch(response.headers.get("content-range", "")):
        return int(total[1])
    length = response.headers.get("content-length", "")
    partial = response.status_code == httpx.codes.PARTIAL_CONTENT
    return int(length) if length.isdecimal() and not partial else None


def _check_size(size: int, most_bytes: int) -> None:
    if size > most_bytes:
        raise TooLarge(most_bytes=most_bytes, size=size)


def _checked_type(file: BinaryIO, kind: Kind | None, *, whole: bool) -> str:
    media = media_type(file, whole=whole)
    if media is None or (kind and not media.startswith(kind)):
        raise WrongContent(wanted=kind or "audio or image")
    return media


@asynccontextmanager
async def _limited(seconds: float) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise TooSlow(f"{seconds:g} s") from error
