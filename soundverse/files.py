"""The files that come of songs, and those that songs are made from.

Every URL was written by somebody else, so all of them go through `guard`.
"""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from guard.connection import Connector
from guard.content import Kind
from guard.download import download, look
from guard.errors import (
    AddressNotPublic,
    GuardError,
    HostNotAllowed,
    MalformedUrl,
    NotHttps,
    TooLarge,
    Unsuitable,
)
from guard.urls import Rules
from soundverse.calls import MOST_REFERENCE_BYTES
from soundverse.errors import FileLost, FileReason, FileRefused

__all__ = ["MOST_FILE_BYTES", "Files"]

MOST_FILE_BYTES = 60_000_000
_REFERENCE_SECONDS = 60.0


class Files:
    """Fetches and looks; an async context manager."""

    def __init__(
        self,
        *,
        origin: str,
        key: str | None,
        hosts: Sequence[str],
        reference_origins: Sequence[str],
    ) -> None:
        """Results come from `hosts` or from `origin`, the only place that sees the key.

        References may come from any public host, or from `reference_origins`.
        """
        self._results = Connector(
            rules=Rules(hosts=hosts, origins=[origin]),
            credentials={origin: f"Bearer {key}"} if key else {},
        )
        self._references = Connector(
            rules=Rules(hosts=("*",), origins=reference_origins),
        )
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        await self._open.enter_async_context(self._results)
        await self._open.enter_async_context(self._references)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._open.aclose()

    async def fetch(self, url: str, path: Path, *, kind: Kind | None, most_bytes: int) -> None:
        """Fetch a result to `path`: all of it, or none. Raises FileLost, or OSError."""
        try:
            await download(self._results, url, path, kind=kind, most_bytes=most_bytes)
        except GuardError as error:
            raise FileLost(_told(error)) from error

    async def check_result(self, url: str) -> None:
        """Raise FileLost unless a take still lies there."""
        try:
            await look(self._results, url, most_bytes=MOST_FILE_BYTES)
        except GuardError as error:
            raise FileLost(_told(error)) from error

    async def check_reference(self, url: str) -> None:
        """Raise FileRefused unless the service could fetch and use the file."""
        try:
            await look(self._references, url, most_bytes=MOST_REFERENCE_BYTES)
        except GuardError as error:
            raise FileRefused(_told(error), reason=_reason_for(error)) from error

    async def fetch_reference(self, url: str, path: Path) -> str:
        """Fetch the file to `path`: all of it, or none. Its media type. Raises FileRefused, or OSError."""
        try:
            found = await download(
                self._references,
                url,
                path,
                kind="audio",
                most_bytes=MOST_REFERENCE_BYTES,
                most_seconds=_REFERENCE_SECONDS,
            )
        except GuardError as error:
            raise FileRefused(_told(error), reason=_reason_for(error)) from error
        return found.media_type


def _told(error: GuardError) -> str:
    return f"{type(error).__name__}: {error}"


def _reason_for(error: GuardError) -> FileReason:
    match error:
        case NotHttps() | MalformedUrl():
            return "not-https"
        case HostNotAllowed() | AddressNotPublic():
            return "not-public"
        case TooLarge():
            return "too-large"
        case Unsuitable():
            return "not-audio"
        case _:
            return "unreachable"
