"""What is said on a Slack, and how a finished song is tried to be handed over there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from adapters.slack.addresses import PLATFORM, message_for
from bot.models import Audio, Button, Card, Person, Place, Result, Tone
from tests.adapters.slack.conftest import Speaker
from tests.fakes.slack import Channel, Message, Slack
from tests.fakes.slack import Person as Member

TRIES = 5
KEY = "rain:result"
JPEG = b"\xff\xd8\xff\xe0 a picture"

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

    fake: Slack
    speaker: Speaker
    channel: Channel
    ana: Member
    folder: Path

    @property
    def place(self) -> Place:
        team = self.fake.workspace.id
        return Place(platform=PLATFORM, server=team, channel=self.channel.id)

    @property
    def person(self) -> Person:
        return Person(platform=PLATFORM, id=self.ana.id)

    def at(self, message: Message) -> Place:
        thread = message.thread.ts if message.thread else None
        found = replace(self.place, channel=message.channel.id)
        return replace(found, message=message_for(message.ts, thread))

    async def card(self, card: Card = WORKING, thread: str = "") -> Message:
        """A card that stands there."""
        place = await self.speaker.chat.show(replace(self.place, message=thread or None), card)
        [found] = [one for one in self.channel.messages if self.at(one) == place]
        return found

    def cover(self) -> Path:
        path = self.folder / "cover.jpg"
        path.write_bytes(JPEG)
        return path

    def result(
        self,
        *letters: str,
        follows: Place | None = None,
        card: Card = LAST,
        cover: Path | None = None,
    ) -> Result:
        """Takes of one song."""
        return Result(
            card=card,
            takes=tuple(self._take(letter) for letter in letters),
            cover=cover,
            name="Rain",
            person=self.person,
            follows=follows,
        )

    def _take(self, letter: str) -> Audio:
        path = self.folder / f"{letter}.mp3"
        path.write_bytes(f"ID3 {letter}".encode() * 100)
        return Audio(version="AB".index(letter) + 1, path=path, filename=f"Rain - {letter}.mp3")

    async def hand_over(
        self, place: Place, result: Result, key: str = KEY, since: datetime | None = None
    ) -> Place:
        """As often as `Delivery` tries it, which says since when."""
        return await self.tried(
            lambda since: self.speaker.chat.deliver(place, result, key, tried_at=since), since
        )

    async def tried(
        self, call: Callable[[datetime | None], Awaitable[Value]], since: datetime | None = None
    ) -> Value:
        begun = self.speaker.clock.now()
        for _ in range(TRIES - 1):
            try:
                return await call(since)
            except Exception:  # noqa: BLE001  # as Delivery does
                since = since or begun
                await self.speaker.clock.sleep(2)
        return await call(since)

    def posted(self, channel: Channel | None = None) -> list[list[str]]:
        """The files that lie there, by message."""
        messages = (channel or self.channel).messages
        found = [message.filenames for message in messages if not message.is_deleted]
        return [names for names in found if names]
