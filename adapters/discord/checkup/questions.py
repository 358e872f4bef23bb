"""Single questions to Discord's API, each answered within seconds or not at all.

The library asks again for half a minute when Discord is unwell, which is right for a bot and wrong for
whoever waits in front of a terminal.
"""

import asyncio
import json
import os
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import discord

__all__ = ["Json", "NoAnswer", "Questions", "Unlike", "questions", "reason"]

PATIENCE_SECONDS = 5.0
SHORT_SECONDS = 2.0
"""So long a wait that Discord asks for is kept to, once a question."""

AGENT = f"DiscordBot (https://github.com/Rapptz/discord.py {discord.__version__})"
"""Discord turns away whoever doesn't say in this form what asks."""

TOO_FAST = 429

Json = Mapping[str, Any]


class NoAnswer(Exception):
    """It wasn't answered: with a `status` of HTTP's, else for `why`, else because time was up."""

    def __init__(self, *, status: int = 0, why: str = "") -> None:
        super().__init__(why or f"status {status}")
        self.status = status
        self.why = why


class Unlike(Exception):
    """What answers there isn't Discord."""


class Questions:
    """To one API with one token."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session = session
        self.base = base

    async def one(self, path: str) -> Json:
        """Something. Raises NoAnswer, Unlike."""
        answer = await self._answer(path)
        if not isinstance(answer, dict):
            raise Unlike
        return answer

    async def many(self, path: str) -> list[Json]:
        """A list of things. Raises NoAnswer, Unlike."""
        answer = await self._answer(path)
        if not isinstance(answer, list):
            raise Unlike
        return answer

    async def _answer(self, path: str) -> object:
        status, text = await self._get(path)
        if status == TOO_FAST and (seconds := _seconds(text)) <= SHORT_SECONDS:
            await asyncio.sleep(seconds)
            status, text = await self._get(path)
        if 300 <= status < 400:  # noqa: PLR2004  # it leads elsewhere, as Discord's API never does
            raise Unlike
        if status != 200:  # noqa: PLR2004  # OK
            raise NoAnswer(status=status)
        try:
            return json.loads(text)
        except ValueError:
            raise Unlike from None

    async def _get(self, path: str) -> tuple[int, bytes]:
        try:
            async with self._session.get(self.base + path, allow_redirects=False) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise NoAnswer from None
        except (aiohttp.ClientError, OSError) as error:
            raise NoAnswer(why=reason(error)) from error


@asynccontextmanager
async def questions(base: str | None, token: str) -> AsyncGenerator[Questions]:
    """Ask while the block lasts."""
    async with aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=PATIENCE_SECONDS),
        headers={"Authorization": f"Bot {token}", "User-Agent": AGENT},
    ) as session:
        yield Questions(session, (base or discord.http.Route.BASE).rstrip("/"))


def reason(error: BaseException) -> str:
    """In the system's words, which say more than asyncio's own."""
    number = getattr(error, "errno", None)
    if number and number > 0:
        return os.strerror(number)
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _seconds(text: bytes) -> float:
    """How long a 429 asks to wait; for ever when it doesn't say, as a ban."""
    try:
        return float(json.loads(text)["retry_after"])
    except (ValueError, TypeError, KeyError):
        return float("inf")
