"""Calls to Slack's API: how long each may take, and which of them are made again.

The library's own handlers would send a message twice when a line breaks, so it has none here: what does
no harm twice is tried again for about half a minute, and what would is not, unless Slack has said that
it did nothing.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.failures import is_passing, is_too_fast, is_unsure, pause_of
from adapters.slack.plain import Json
from bot.ports import Clock

__all__ = ["PAUSES_SECONDS", "SETTLING_SECONDS", "USUAL", "Calls", "NotTaken", "Seconds", "Unsure"]

PAUSES_SECONDS = (1.0, 5.0, 15.0)
"""Between one try and the next."""

SETTLING_SECONDS = 2.0
"""So long a call that nobody answered may still be at work."""

MOST_WAITS = 5
"""So often a call that came too fast is made again."""

OK = 200

Value = TypeVar("Value")


class Unsure(OSError):
    """A call whose fate nobody knows, and that isn't to be made twice."""


class NotTaken(OSError):
    """Slack's store of files didn't take the bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconds:
    """How long Slack may take, each time."""

    call: float = 15.0
    upload: float = 120.0
    """To answer, once all bytes have arrived there."""
    uploading: float = 300.0
    """All in all, on a slow line."""


USUAL = Seconds()


class Calls:
    """By the bot's token. `too_fast` is told of each 429. Close it when it isn't used any more."""

    def __init__(
        self,
        token: str,
        base: str,
        clock: Clock,
        too_fast: Callable[[], None],
        seconds: Seconds = USUAL,
    ) -> None:
        self._token, self._base = token, base
        self._clock = clock
        self._too_fast = too_fast
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None
        self._client: AsyncWebClient | None = None
        self._me = ""

    async def close(self) -> None:
        """End its connections. Another call opens them anew."""
        session, self._session, self._client = self._session, None, None
        if session:
            await session.close()

    async def me(self) -> str:
        """The bot's own id as a person of the workspace."""
        if not self._me:
            self._me = str((await self.ask("auth.test"))["user_id"])
        return self._me

    async def ask(self, method: str, **fields: str | int) -> Json:
        """What comes of reading, or of what does no harm twice; by the methods that take forms alone."""
        return await self.patiently(lambda: self._call(method, data=fields))

    async def do(self, method: str, **fields: Any) -> Json:  # noqa: ANN401  # JSON
        """The same for methods that take JSON."""
        return await self.patiently(lambda: self._call(method, json=fields))

    async def try_to(self, method: str, **fields: Any) -> Json:  # noqa: ANN401  # JSON
        """One try, of which everything is raised."""
        return await self._call(method, json=fields)

    async def once(self, method: str, **fields: Any) -> Json:  # noqa: ANN401  # JSON
        """What must not be done twice. Raises Unsure when it may have been done, though nobody says so."""
        for _ in range(MOST_WAITS):
            try:
                return await self._call(method, json=fields)
            except Exception as error:
                if is_unsure(error):
                    raise Unsure(f"{method}: {type(error).__name__}") from error
                if not is_too_fast(error):
                    raise
                await self._clock.sleep(pause_of(error))
        return await self._call(method, json=fields)

    async def send(self, url: str, path: Path) -> None:
        """Put a file's bytes where Slack wants them, from the disk. Raises NotTaken, and the line's own."""
        client, session = self._opened()
        seconds = self._seconds
        timeout = aiohttp.ClientTimeout(
            total=seconds.uploading, sock_connect=seconds.call, sock_read=seconds.upload
        )
        with path.open("rb") as file:
            async with session.post(
                url, data=file, timeout=timeout, proxy=client.proxy
            ) as response:
                if response.status != OK:
                    raise NotTaken(f"status {response.status}")

    async def patiently(self, call: Callable[[], Awaitable[Value]]) -> Value:
        """What comes of a call that does no harm when it is made again.

        Raises what it raises when that will stay, or doesn't pass within about half a minute of pauses.
        """
        for pause in PAUSES_SECONDS:
            try:
                return await call()
            except Exception as error:
                if not (is_passing(error) or isinstance(error, NotTaken)):
                    raise
                await self._clock.sleep(max(pause, pause_of(error)))
        return await call()

    async def _call(self, method: str, **body: Json) -> Json:
        client, _ = self._opened()
        try:
            answer = await client.api_call(method, **body)  # type: ignore[arg-type]  # one body
        except SlackApiError as refused:
            if is_too_fast(refused):
                self._too_fast()
            raise
        return answer.data if isinstance(answer.data, dict) else {}

    def _opened(self) -> tuple[AsyncWebClient, aiohttp.ClientSession]:
        """The library's client, and the connections that it uses."""
        if self._client is None or self._session is None or self._session.closed:
            timeout = aiohttp.ClientTimeout(total=self._seconds.call)
            self._session = aiohttp.ClientSession(timeout=timeout)
            self._client = AsyncWebClient(
                token=self._token, base_url=self._base, session=self._session, retry_handlers=[]
            )
        return self._client, self._session
