"""Files that people gave, beside the card of the song that is made from them.

An edit that brings a file has to name every other one that is to stay. Which these are, the answers to
our own edits tell; after a restart the message itself does.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import discord

from adapters.discord.drawing.embeds import COVER, NOBODY
from adapters.discord.interactions.leases import LeasedMessage
from adapters.showing.recent import Recent
from bot.models import Place

__all__ = ["Beside"]

MOST = 5000

Message = discord.PartialMessage | LeasedMessage


class Beside:
    """By the card's address. Nothing is put beside one that has had its last form."""

    def __init__(self) -> None:
        self._known: Recent[list[discord.Attachment]] = Recent(MOST)
        self._closed: Recent[bool] = Recent(MOST)
        self._locks: Recent[asyncio.Lock] = Recent(MOST)

    def begin(self, place: Place) -> None:
        """A new card, with nothing beside it."""
        self._known[_at(place)] = []

    def alone(self, place: Place) -> asyncio.Lock:
        """Held by whoever changes the message, so that no list of files is out of date."""
        lock = self._locks.get(_at(place))
        if lock is None:
            lock = self._locks[_at(place)] = asyncio.Lock()
        return lock

    async def kept(
        self, place: Place, message: Message, files: Sequence[discord.File], *, is_last: bool
    ) -> dict[str, Any]:
        """What an edit with these files says of all files; nothing where they stay as they are."""
        if is_last:
            self._closed[_at(place)] = True
            return {"attachments": files}
        return {"attachments": [*files, *await self._there(place, message)]} if files else {}

    async def put(
        self,
        place: Place,
        message: Message,
        files: Sequence[Path],
        turn: Callable[[], Awaitable[None]],
    ) -> None:
        """Add those that aren't there: one a request, since all together may be too large for one.

        `turn` waits until the channel bears another edit.
        """
        for path in files:
            if path.name in {each.filename for each in await self._there(place, message)}:
                continue
            await turn()
            async with self.alone(place):
                if _at(place) not in self._closed:
                    await self._add(place, message, path)

    async def _add(self, place: Place, message: Message, path: Path) -> None:
        file = discord.File(path, filename=path.name)
        there: list[discord.Attachment | discord.File] = [*await self._there(place, message), file]
        self._known.pop(_at(place), None)  # should the line break, only Discord knows
        self._note(place, await message.edit(attachments=there, allowed_mentions=NOBODY))

    async def _there(self, place: Place, message: Message) -> list[discord.Attachment]:
        known = self._known.get(_at(place))
        return known if known is not None else self._note(place, await message.fetch())

    def _note(self, place: Place, message: discord.Message) -> list[discord.Attachment]:
        there = [each for each in message.attachments if each.filename != COVER]
        self._known[_at(place)] = there
        return there


def _at(place: Place) -> str:
    return place.message or ""
