"""How long a call to Discord may take, and how often it is made.

The library waits out 429s of up to a minute, and asks five times within 25 s when Discord answers
with 500, 502 or 504. It doesn't try again when nothing answers or the line breaks, and without a bound
of ours a call that hangs would hang for aiohttp's five minutes.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
import discord

from adapters.discord.failures import FAILED, Code, is_passing, pause_of
from bot.ports import Clock

__all__ = ["USUAL", "Seconds", "answered", "bound", "patiently"]

PAUSES_SECONDS = (1.0, 5.0, 15.0)
"""Between one try and the next."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconds:
    """How long Discord may take, each time."""

    call: float = 15.0
    upload: float = 60.0
    """To answer, once all files have arrived there."""
    uploading: float = 300.0
    """All in all, with files on a slow line."""
    answer: float = 3.0
    """To a first answer, tries and all: so long Discord itself waits for one."""


USUAL = Seconds()


def bound(http: discord.http.HTTPClient, seconds: Seconds) -> None:
    """Give every call by the bot's token an end; raises TimeoutError then. Once for each client."""
    request = http.request
    short = aiohttp.ClientTimeout(total=seconds.call)
    long = aiohttp.ClientTimeout(
        total=seconds.uploading, sock_connect=seconds.call, sock_read=seconds.upload
    )

    def bounded(
        route: discord.http.Route,
        **more: Any,  # noqa: ANN401  # the library's own
    ) -> Coroutine[Any, Any, Any]:
        return request(route, timeout=long if more.get("files") else short, **more)

    http.request = bounded  # type: ignore[method-assign]  # it hands such things on to aiohttp


async def patiently(call: Callable[[], Awaitable[Value]], clock: Clock) -> Value:
    """What comes of a call that does no harm when it is made again.

    Raises what it raises when that will stay, or doesn't pass within about half a minute of pauses.
    """
    for pause in PAUSES_SECONDS:
        try:
            return await call()
        except FAILED as error:
            if not is_passing(error):
                raise
            await clock.sleep(max(pause, pause_of(error)))
    return await call()


async def answered(
    send: Callable[[], Awaitable[Value]], seconds: float = USUAL.answer
) -> Value | None:
    """What comes of a first answer. None when it is there already, though nobody heard of that.

    Tried once more when the line breaks: Discord takes one answer only, so none comes twice.
    """
    async with asyncio.timeout(seconds):
        try:
            return await send()
        except (aiohttp.ClientError, ConnectionError):
            try:
                return await send()
            except discord.HTTPException as refused:
                if refused.code == Code.ANSWERED:
                    return None
                raise
