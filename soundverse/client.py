"""The only file that talks to Soundverse: one client, one pool.

A generation is sent once and never again. Whatever happens to the line afterwards, the song is asked for by
its id until it is there, or until its time is over.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx
import structlog

from guard.connection import trusted_roots
from guard.content import Kind
from guard.errors import Forbidden
from guard.urls import origin_of
from soundverse.calls import Call, Mode, Version, body_for, check, path_for, version_of
from soundverse.errors import (
    ConnectionLost,
    Misshapen,
    Overdue,
    SoundverseError,
    error_for,
)
from soundverse.events import Event, Ids
from soundverse.files import MOST_FILE_BYTES, Files
from soundverse.patience import Patience
from soundverse.polling import Timing, poll
from soundverse.replies import MOST_BYTES, Ending, Reader, body_of, seconds_until
from soundverse.song import Song
from soundverse.status import STATUS_PATHS
from soundverse.v6 import V6Decoder
from soundverse.v7 import V7Decoder

__all__ = ["Soundverse"]

_CONNECT_SECONDS = 10.0
_WRITE_SECONDS = 30.0
_STATUS_SECONDS = 30.0

_log = structlog.get_logger(__name__)


class Soundverse:
    """Asks for songs, says what becomes of them, fetches their files. An async context manager."""

    def __init__(
        self,
        *,
        base_url: str,
        key: str | None,
        mode: Mode = "stream",
        idle_seconds: float = 90,
        deadline_seconds: float = 1200,
        status_paths: Sequence[str] = STATUS_PATHS,
        file_hosts: Sequence[str] = ("*.soundverse.ai",),
        reference_origins: Sequence[str] = (),
        transport: httpx.AsyncBaseTransport | None = None,
        timing: Timing | None = None,
    ) -> None:
        """The key goes to the exact origin of `base_url` and to nobody else.

        `transport` and `timing` are for tests. Raises ValueError when `base_url` can't be asked.
        """
        self._origin = _origin_for(base_url)
        self._origins = (self._origin, *reference_origins)
        self._mode = mode
        self._idle_seconds = idle_seconds if mode == "stream" else deadline_seconds
        self._deadline_seconds = deadline_seconds
        self._status_paths = status_paths
        self._timing = timing or Timing()
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"User-Agent": "Busker", **({"Authorization": f"Bearer {key}"} if key else {})},
            verify=trusted_roots(),
            trust_env=base_url.startswith("https:"),  # plain http is near: no proxy is on the way
            transport=transport,
            timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS, write=_WRITE_SECONDS),
            # A generation goes out once: not on a kept connection that is just being closed.
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=0),
        )
        self._files = Files(
            origin=self._origin,
            key=key,
            hosts=file_hosts,
            reference_origins=reference_origins,
        )
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        await self._open.enter_async_context(self._http)
        await self._open.enter_async_context(self._files)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._open.aclose()

    async def compose(self, call: Call, *, idempotency_key: str) -> AsyncGenerator[Event]:
        """Ask for a song and report what happens, until Finished. Raises a SoundverseError.

        Closing the generator hangs up; the service goes on.
        """
        check(call, origins=self._origins)
        version = version_of(call)
        decoder = V7Decoder() if version == "v7" else V6Decoder()
        ends_at = self._timing.clock() + self._deadline_seconds
        async with aclosing(self._heard(call, idempotency_key, decoder, ends_at)) as events:
            async for event in events:
                yield event
        async with aclosing(self._polled(decoder.song, version, ends_at)) as events:
            async for event in events:
                yield event

    async def resume(
        self, ids: Ids, *, version: Version, deadline: datetime | None = None
    ) -> AsyncGenerator[Event]:
        """Go on reporting about a song that was accepted before. It is asked for at least once.

        `deadline` is aware; without one there is as much time as for a new song. Raises a SoundverseError.
        """
        seconds = self._deadline_seconds
        if deadline:
            seconds = (deadline - datetime.now(UTC)).total_seconds()
        async with aclosing(
            self._polled(Song(ids), version, self._timing.clock() + seconds)
        ) as events:
            async for event in events:
                yield event

    async def fetch(
        self,
        url: str,
        path: Path,
        *,
        kind: Kind | None = None,
        most_bytes: int = MOST_FILE_BYTES,
    ) -> None:
        """Fetch a take or a cover to `path`: all of it, or none. Raises FileLost, or OSError."""
        await self._files.fetch(url, path, kind=kind, most_bytes=most_bytes)

    async def check_take(self, url: str) -> None:
        """Raise FileLost unless a take still lies there to be extended."""
        await self._files.check_result(url)

    async def check_reference(self, url: str) -> None:
        """Raise FileRefused unless the service could fetch and use a file that a person named."""
        await self._files.check_reference(url)

    async def fetch_reference(self, url: str, path: Path) -> str:
        """Fetch audio that a person named to `path`; its media type. Raises FileRefused, or OSError."""
        return await self._files.fetch_reference(url, path)

    def _polled(self, song: Song, version: Version, ends_at: float) -> AsyncGenerator[Event]:
        return poll(
            song,
            self._ask,
            templates=self._status_paths,
            version=version,
            ends_at=ends_at,
            timing=self._timing,
        )

    async def _heard(
        self, call: Call, key: str, decoder: V7Decoder | V6Decoder, ends_at: float
    ) -> AsyncGenerator[Event]:
        """What the answer to the request itself says. It may end before the song does."""
        reader, ending = Reader(decoder), Ending.COMPLETE
        lost: SoundverseError = ConnectionLost("the answer ended early")
        try:
            async with self._answered(call, key, ends_at) as answer:
                while not reader.is_done and (data := await answer.read()):
                    for event in reader.feed(data):
                        yield event
        except TimeoutError:
            ending = Ending.SILENT
            lost = Overdue() if self._timing.clock() >= ends_at else ConnectionLost("silence")
        except ConnectionLost as error:
            ending, lost = Ending.CUT, error
        for event in reader.end(ending):
            yield event
        if reader.skipped:
            _log.warning("events not read", count=reader.skipped)
        for event in _unreachable(decoder.song, lost):
            yield event

    @asynccontextmanager
    async def _answered(self, call: Call, key: str, ends_at: float) -> AsyncIterator["_Answer"]:
        """Send the request, once. Raises what the answer complains of, if it isn't one."""
        request = self._http.build_request(
            "POST",
            path_for(call, self._mode),
            json=body_for(call),
            headers={"Idempotency-Key": key},
        )

        def patience() -> float:
            return min(self._idle_seconds, ends_at - self._timing.clock())

        async with self._sent(request, patience) as answer:
            yield answer

    @asynccontextmanager
    async def _sent(
        self, request: httpx.Request, patience: Callable[[], float]
    ) -> AsyncIterator["_Answer"]:
        with _translated():
            async with asyncio.timeout(patience()):
                response = await self._http.send(request, stream=True)
            answer = _Answer(response, patience)
            try:
                if not response.is_success:
                    raise await _error_in(answer, self._http.base_url.host)
                yield answer
            finally:
                await answer.aclose()

    async def _ask(self, path: str) -> object:
        """The body of a status answer. Raises a SoundverseError."""
        request = self._http.build_request("GET", path)
        try:
            async with self._sent(request, lambda: _STATUS_SECONDS) as answer:
                return body_of(await answer.whole())
        except TimeoutError as error:
            raise ConnectionLost("silence") from error


def _origin_for(base_url: str) -> str:
    """Raises ValueError, without the text itself: it may hold a password."""
    try:
        return origin_of(base_url)
    except Forbidden as wrong:
        raise ValueError(
            f"the service's base URL can't be used ({wrong}); "
            "write scheme and host, such as https://api.soundverse.ai"
        ) from wrong


class _Answer:
    """An answer whose body is read as it comes, each time with only so much patience."""

    def __init__(self, response: httpx.Response, patience: Callable[[], float]) -> None:
        self.response = response
        self._chunks = response.aiter_bytes()
        self._patience = Patience(patience)

    def read(self) -> Awaitable[bytes]:
        """The next bytes, none at the end. Raises TimeoutError."""
        return self._patience.wait_for(anext(self._chunks, b""))

    async def whole(self) -> bytes:
        """All that is left, within bounds."""
        body = bytearray()
        while data := await self.read():
            body += data
            if len(body) > MOST_BYTES:
                raise Misshapen("too long")
        return bytes(body)

    async def aclose(self) -> None:
        """Hang up."""
        self._patience.end()
        await self.response.aclose()


async def _error_in(answer: _Answer, host: str) -> SoundverseError:
    """The status alone is enough, where the rest of the answer doesn't come."""
    response = answer.response
    try:
        body = body_of(await answer.whole())
    except (TimeoutError, httpx.HTTPError, Misshapen):
        body = None
    retry_after = seconds_until(response.headers.get("retry-after"), datetime.now(UTC))
    return error_for(response.status_code, body, host=host, retry_after=retry_after)


def _unreachable(song: Song, lost: SoundverseError) -> Iterator[Event]:
    """The end of a song that can't be asked for again: with what there is, or with what went wrong."""
    if song.is_finished or song.ids != Ids():
        return
    if not song.takes and not song.is_over:
        raise lost
    song.conclude()
    yield from song.news()


@contextmanager
def _translated() -> Iterator[None]:
    """The one place where httpx's exceptions become ours."""
    try:
        yield
    except _NEVER_SENT as error:
        raise ConnectionLost(type(error).__name__, never_sent=True) from error
    except httpx.DecodingError as error:
        raise Misshapen(type(error).__name__) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, httpx.StreamError) as error:
        raise ConnectionLost(type(error).__name__) from error


_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
