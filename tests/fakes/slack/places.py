"""Channels, private ones, and conversations with the bot alone."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from tests.fakes.slack.people import Person

if TYPE_CHECKING:
    from tests.fakes.slack.message import Message
    from tests.fakes.slack.world import World


class Kind(Enum):
    PUBLIC = auto()
    PRIVATE = auto()
    DIRECT = auto()


READ_SCOPES = {Kind.PUBLIC: "channels:read", Kind.PRIVATE: "groups:read", Kind.DIRECT: "im:read"}
HISTORY_SCOPES = {
    Kind.PUBLIC: "channels:history",
    Kind.PRIVATE: "groups:history",
    Kind.DIRECT: "im:history",
}


@dataclass(eq=False, kw_only=True)
class Channel:
    id: str
    name: str
    world: "World" = field(repr=False)
    kind: Kind = Kind.PUBLIC
    recipient: Person | None = None
    """Who else is in a conversation of two."""
    members: list[Person] = field(default_factory=list, repr=False)
    is_archived: bool = False
    is_shared: bool = False
    """With another organisation."""
    messages: list["Message"] = field(default_factory=list, repr=False)
    _told: int = 0
    _told_privately: int = 0

    @property
    def has_bot(self) -> bool:
        return self.world.bot in self.members

    def invite(self, *people: Person) -> None:
        self.members += [person for person in people if person not in self.members]

    def invite_bot(self) -> None:
        """`/invite @busker`."""
        self.invite(self.world.bot)

    def remove_bot(self) -> None:
        self.members.remove(self.world.bot)

    def archive(self) -> None:
        self.is_archived = True

    def seen_by(self, person: Person) -> list["Message"]:
        """What they read here now, from the oldest to the newest, threads among the rest."""
        return [
            message
            for message in self.messages
            if not message.is_deleted and message.shown_to in {None, person}
        ]

    def ephemerals(self, person: Person) -> list["Message"]:
        """What only they read."""
        return [message for message in self.seen_by(person) if message.shown_to is person]

    async def next_message(self) -> "Message":
        """The next one of the bot's that everybody here reads, and that this hasn't given yet."""
        found = await self.world.feed.until(self._next, f"a message in {self.name}")
        self._told = self.messages.index(found) + 1
        return found

    async def next_ephemeral(self, person: Person) -> "Message":
        """The next one that only they read, and that this hasn't given yet."""
        found = await self.world.feed.until(
            lambda: self._next_private(person), f"a message for {person.name} in {self.name}"
        )
        self._told_privately = self.messages.index(found) + 1
        return found

    def _next(self) -> "Message | None":
        later = self.messages[self._told :]
        return next((one for one in later if one.author.is_bot and not one.is_ephemeral), None)

    def _next_private(self, person: Person) -> "Message | None":
        later = self.messages[self._told_privately :]
        return next((one for one in later if one.shown_to is person), None)
