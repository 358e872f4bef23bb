"""Something that a person did to the bot, and how it was answered."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum

from tests.fakes.discord.message import Message
from tests.fakes.discord.people import Person, User, user_of
from tests.fakes.discord.places import Channel
from tests.fakes.discord.refusals import Json

FIRST_ANSWER = timedelta(seconds=3)


class Asked(IntEnum):
    COMMAND = 2
    COMPONENT = 3
    COMPLETION = 4
    FORM = 5


class Answer(IntEnum):
    MESSAGE = 4
    DEFERRED = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    FORM = 9


@dataclass(eq=False, kw_only=True)
class Interaction:
    id: str
    token: str
    kind: Asked
    person: Person
    channel: Channel
    created_at: datetime
    data: Json
    message: Message | None = None
    """What a pressed button, or the form opened by one, belongs to."""
    answer: Answer | None = None
    original: Message | None = None
    """The message that answers, or that was pressed on and then changed."""
    followups: list[Message] = field(default_factory=list)
    form: Json | None = None
    choices: list[Json] = field(default_factory=list)
    _told: int = 0

    @property
    def user(self) -> User:
        return user_of(self.person)

    @property
    def is_installed_there(self) -> bool:
        """Whether the bot was installed where it was asked, and not only by the person."""
        return self.channel.is_open_to_bot

    @property
    def upload_limit(self) -> int:
        guild = self.channel.guild
        return max(self.user.upload_limit, guild.upload_limit if guild else 0)

    @property
    def has_failed(self) -> bool:
        """The person reads “The application did not respond”."""
        waited = self.channel.world.clock.now() - self.created_at
        return self.answer is None and waited > FIRST_ANSWER

    @property
    def reply(self) -> Message:
        """The message that answers."""
        assert self.original, f"answered with {self.answer!r}, and no message"
        return self.original

    async def answered(self) -> "Interaction":
        """Itself, once the bot has answered in any way."""
        return await self.channel.world.feed.until(
            lambda: self if self.answer else None, f"an answer to {self.data}"
        )

    async def shown(self) -> Message:
        """The message that answers, once it says something, and not only that it will."""
        return await self.channel.world.feed.until(
            lambda: self.original if self.original and not self.original.is_loading else None,
            f"words in the answer to {self.data}",
        )

    async def next_followup(self) -> Message:
        """The next further message that this hasn't given yet."""
        found = await self.channel.world.feed.until(
            lambda: next(iter(self.followups[self._told :]), None), f"a follow-up to {self.data}"
        )
        self._told += 1
        return found
