"""Everything there is on this Discord."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.discord.ids import Ids
from tests.fakes.discord.interaction import Interaction
from tests.fakes.discord.message import Attachment, Message
from tests.fakes.discord.people import Role, User
from tests.fakes.discord.places import Channel, Guild, Kind
from tests.fakes.discord.refusals import (
    Json,
    missing_access,
    unknown_channel,
    unknown_message,
)
from tests.fakes.platform.arrival import arrived_ns
from tests.fakes.platform.clock import Clock
from tests.fakes.platform.feed import Feed

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, kw_only=True)
class Call:
    """One request, and how it was answered; `code` is Discord's, 0 without one."""

    method: str
    path: str
    status: int
    body: Json | list[Json] | None = None
    code: int = 0
    reason: str = ""
    by_fault: bool = False
    at_ns: int = field(default_factory=arrived_ns.get, compare=False)
    """When it arrived, on the machine's monotonic clock."""

    def __str__(self) -> str:
        why = f" ({self.code}: {self.reason})" if self.code else ""
        return f"{self.method} {self.path} -> {self.status}{why}"


Happening = Message | Channel | Guild | Role


@dataclass(eq=False)
class World:
    token: str = "fake.discord.token"
    public_url: str = ""
    """Where the files are; known once the server listens."""
    is_public: bool = True
    """Whether anybody may invite the bot."""
    application_flags: int = 0
    """With which privileged intents it may have, among others."""
    interactions_url: str | None = None
    """Where commands go instead of to the gateway."""
    needs_code_grant: bool = False
    """Whether an invitation takes more than a link."""
    is_for_people: bool = True
    """Whether somebody may install it for themselves."""
    starts_left: int = 1000
    """How many sessions may be begun today."""
    gateway_elsewhere: str = ""
    """An address that is told instead of the gateway's own."""
    shards: int = 1
    """How many are recommended."""
    at_once: int = 1
    """How many sessions may be begun in five seconds, by shards in different buckets."""
    clock: Clock = field(default_factory=Clock)
    guilds: dict[str, Guild] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    interactions: dict[str, Interaction] = field(default_factory=dict)
    """By token."""
    commands: dict[str, list[Json]] = field(default_factory=dict)
    """By guild; those for everywhere under an empty name."""
    attachments: dict[str, Attachment] = field(default_factory=dict)
    """Every file that can be had; what a message loses is gone."""
    calls: list[Call] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ids = Ids(self.clock)
        self.feed = Feed(self.tell)
        self.bot = User(id=self.ids.new(), name="busker", is_bot=True)
        self.owner = User(id=self.ids.new(), name="owner")
        self.users |= {self.bot.id: self.bot, self.owner.id: self.owner}
        self.happened: Callable[[str, Happening], None] = lambda *_: None
        """Tells the gateway; set once there is one."""

    @property
    def application_id(self) -> str:
        return self.bot.id

    def tell(self) -> str:
        """The latest calls, a line each."""
        return "\n".join(str(call) for call in self.calls[-20:]) or "nobody called"

    def channel_for_bot(self, id_: str) -> Channel:
        """One that the bot can reach."""
        channel = self.channels.get(id_)
        if channel is None:
            raise unknown_channel()
        if not channel.is_open_to_bot:
            raise missing_access()
        return channel

    def public_message(self, channel: Channel, id_: str) -> Message:
        """One that can be reached by its address: ephemeral ones can't."""
        for message in channel.messages:
            if message.id == id_ and not message.is_deleted and not message.is_ephemeral:
                return message
        raise unknown_message()

    def direct(self, user: User) -> Channel:
        """The conversation of the bot with one person."""
        for channel in self.channels.values():
            if channel.recipient is user and channel.is_with_bot:
                return channel
        return self.add(
            Channel(
                id=self.ids.new(),
                name=f"@{user.name}",
                world=self,
                kind=Kind.DIRECT,
                recipient=user,
            )
        )

    def add(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        if channel.guild:
            channel.guild.channels[channel.id] = channel
        return channel

    def add_user(self, name: str, *, locale: str = "en-GB", is_bot: bool = False) -> User:
        user = User(id=self.ids.new(), name=name, locale=locale, is_bot=is_bot)
        self.users[user.id] = user
        return user

    def refusals(self) -> list[Call]:
        """Calls that Discord itself refused; faults by script aren't among them."""
        return [call for call in self.calls if call.status >= 400 and not call.by_fault]
