"""All chat platforms as one: whatever belongs to a place or a person goes to theirs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bot.models import Card, Person, Place, Result
from bot.ports import Chat

__all__ = ["Platforms"]


class Platforms:
    """A `Chat` over the chats by the platform's name. An unknown platform is a KeyError."""

    def __init__(self, chats: Mapping[str, Chat]) -> None:
        self._chats = chats

    def serve(self, platform: str) -> bool:
        """Whether songs asked for on that platform can be shown."""
        return platform in self._chats

    async def show(self, place: Place, card: Card) -> Place:
        """See `bot.ports.Chat`."""
        return await self._chats[place.platform].show(place, card)

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        """See `bot.ports.Chat`."""
        return await self._chats[place.platform].deliver(place, result, key, tried_at=tried_at)

    async def tell(self, person: Person, text: str) -> None:
        """See `bot.ports.Chat`."""
        await self._chats[person.platform].tell(person, text)

    async def check(self, place: Place) -> int | None:
        """See `bot.ports.Chat`."""
        return await self._chats[place.platform].check(place)

    async def direct(self, person: Person) -> Place:
        """See `bot.ports.Chat`."""
        return await self._chats[person.platform].direct(person)

    async def link(self, place: Place, filename: str) -> str | None:
        """See `bot.ports.Chat`."""
        return await self._chats[place.platform].link(place, filename)

    async def remove(self, place: Place) -> None:
        """See `bot.ports.Chat`."""
        await self._chats[place.platform].remove(place)

    def expires(self, place: Place, url: str) -> bool:
        """See `bot.ports.Chat`."""
        return self._chats[place.platform].expires(place, url)

    async def attach(self, place: Place, files: Sequence[Path]) -> None:
        """See `bot.ports.Chat`."""
        await self._chats[place.platform].attach(place, files)
