"""What is said on a Discord, and how a finished song is tried to be handed over there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from adapters.discord.addresses import PLATFORM
from bot.models import Audio, Button, Card, Person, Place, Result, Tone
from tests.adapters.discord.conftest import Speaker
from tests.fakes.discord import Channel, Discord, Member, Message

TRIES = 5
KEY = "rain:result"

WORKING = Card(
    key="rain",
    tone=Tone.WORKING,
    title="Rain",
    lines=("Composing",),
    buttons=(Button(action="cancel", subject="rain", label="Cancel"),),
)
LAST = Card(
    key="rain",
    tone=Tone.GOOD,
    title="Rain",
    lines=("Both takes are ready",),
    buttons=(
        Button(action="again", subject="rain", label="Again"),
        Button(action="delete", subject="rain", label="Delete"),
    ),
    is_last=True,
)

Value = TypeVar("Value")


@dataclass(kw_only=True)
class Room:
    """A channel where a song was asked for, and Busker's hand in it."""

    fake: Discord
    speaker: Speaker
    channel: Channel
    ana: Member
    folder: Path
    title: str = "Rain"

    @property
    def place(self) -> Place:
        server = self.channel.guild.id if self.channel.guild else ""
        return Place(platform=PLATFORM, server=server, channel=self.channel.id)

    @property
    def person(self) -> Person:
        return Person(platform=PLATFORM, id=self.ana.user.id)

    def at(self, message: Message) -> Place:
        return Place(
            platform=PLATFORM,
            server=self.place.server,
            channel=message.channel.id,
            message=message.id,
        )

    async def card(self, card: Card = WORKING) -> Message:
        """A card that stands there."""
        place = await self.speaker.chat.show(self.place, card)
        [found] = [each for each in self.channel.messages if each.id == place.message]
        return found

    def result(self, *letters: str, follows: Place | None = None, card: Card = LAST) -> Result:
        """Takes of one song."""
        return Result(
            card=card,
            takes=tuple(self._take(letter) for letter in letters),
            name="Rain",
            person=self.person,
            follows=follows,
        )

    def _take(self, letter: str) -> Audio:
        path = self.folder / f"{letter}.mp3"
        path.write_bytes(f"ID3 {letter}".encode() * 100)
        return Audio(
            version="AB".index(letter) + 1, path=path, filename=f"{self.title} - {letter}.mp3"
        )

    async def hand_over(self, place: Place, result: Result, key: str = KEY) -> Place:
        """As often as `Delivery` tries it, which says since when."""
        return await self.tried(
            lambda since: self.speaker.chat.deliver(place, result, key, tried_at=since)
        )

    async def tried(self, call: Callable[[datetime | None], Awaitable[Value]]) -> Value:
        begun = self.speaker.clock.now()
        since = None
        for _ in range(TRIES - 1):
            try:
                return await call(since)
            except Exception:  # noqa: BLE001  # as Delivery does
                since = begun
                await self.speaker.clock.sleep(2)
        return await call(since)

    def posted(self, channel: Channel | None = None) -> list[list[str]]:
        """The takes that lie there, by message."""
        messages = (channel or self.channel).messages
        found = [
            [name for name in message.filenames if name.endswith(".mp3")]
            for message in messages
            if not message.is_deleted
        ]
        return [names for names in found if names]
