"""Guilds and their channels, and conversations with one person."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from tests.fakes.discord import permissions
from tests.fakes.discord.people import Member, Person, Role, User, user_of

if TYPE_CHECKING:
    from tests.fakes.discord.message import Message
    from tests.fakes.discord.world import World

UPLOAD_LIMITS = {0: 10 << 20, 1: 10 << 20, 2: 50 << 20, 3: 100 << 20}
"""By boost tier, in bytes a file."""


class Kind(IntEnum):
    TEXT = 0
    DIRECT = 1
    VOICE = 2
    GROUP = 3
    CATEGORY = 4
    ANNOUNCEMENTS = 5
    THREAD = 11
    PRIVATE_THREAD = 12
    FORUM = 15


THREADS = {Kind.THREAD, Kind.PRIVATE_THREAD}


@dataclass(eq=False, kw_only=True)
class Guild:
    id: str
    name: str
    world: "World" = field(repr=False)
    has_bot: bool = True
    """False where only a person has the app: the bot isn't there and sees nothing."""
    boost_tier: int = 0
    locale: str = "en-GB"
    bot_permissions: int = permissions.BOT | permissions.CONNECT
    members: dict[str, Member] = field(default_factory=dict, repr=False)
    roles: dict[str, Role] = field(default_factory=dict, repr=False)
    channels: dict[str, "Channel"] = field(default_factory=dict, repr=False)

    @property
    def upload_limit(self) -> int:
        return UPLOAD_LIMITS[self.boost_tier]

    def member(
        self,
        who: str | User,
        *,
        roles: tuple[Role, ...] = (),
        allowed: int = permissions.MEMBER,
        locale: str = "en-GB",
    ) -> Member:
        """Somebody new by name, or somebody who is in another guild, too."""
        user = self.world.add_user(who, locale=locale) if isinstance(who, str) else who
        member = Member(user=user, guild=self, roles=list(roles), own_permissions=allowed)
        self.members[user.id] = member
        return member

    def role(self, name: str, *, allowed: int = 0, is_mentionable: bool = False) -> Role:
        role = Role(
            id=self.world.ids.new(), name=name, permissions=allowed, is_mentionable=is_mentionable
        )
        self.roles[role.id] = role
        self.world.happened("GUILD_ROLE_CREATE", role)
        return role

    def channel(
        self,
        name: str,
        *,
        bot_permissions: int | None = None,
        kind: Kind = Kind.TEXT,
        category: "Channel | None" = None,
    ) -> "Channel":
        channel = Channel(
            id=self.world.ids.new(),
            name=name,
            kind=kind,
            world=self.world,
            guild=self,
            bot_permissions=bot_permissions,
            category=category,
        )
        self.world.add(channel)
        self.world.happened("CHANNEL_CREATE", channel)
        return channel

    def allow_bot(self, allowed: int) -> None:
        """From now on it may do this, and nothing else."""
        self.bot_permissions = allowed
        self.world.happened("GUILD_UPDATE", self)

    def invite_bot(self) -> None:
        self.has_bot = True
        self.world.happened("GUILD_CREATE", self)

    def remove_bot(self) -> None:
        self.has_bot = False
        self.world.happened("GUILD_DELETE", self)


@dataclass(eq=False, kw_only=True)
class Channel:
    id: str
    name: str
    world: "World" = field(repr=False)
    kind: Kind = Kind.TEXT
    guild: Guild | None = field(default=None, repr=False)
    recipient: User | None = None
    """Who else is in a conversation of two."""
    is_with_bot: bool = True
    """False in conversations between people, where only an app of theirs can be used."""
    bot_permissions: int | None = None
    """What the bot may do here, where it differs from the guild."""
    parent: "Channel | None" = field(default=None, repr=False)
    """Of a thread; what may be done in it is what may be done there."""
    category: "Channel | None" = field(default=None, repr=False)
    has_bot: bool = True
    """Whether the bot is in this thread; in a private one it must be."""
    is_locked: bool = False
    messages: list["Message"] = field(default_factory=list, repr=False)
    _told: int = 0

    @property
    def allowed(self) -> int:
        """The bot's permissions."""
        if self.bot_permissions is not None:
            return self.bot_permissions
        if self.parent:
            return self.parent.allowed
        return self.guild.bot_permissions if self.guild else permissions.EVERYTHING

    @property
    def is_open_to_bot(self) -> bool:
        return self.guild.has_bot if self.guild else self.is_with_bot

    def thread(
        self, name: str, *, is_private: bool = False, has_bot: bool = True, is_locked: bool = False
    ) -> "Channel":
        thread = Channel(
            id=self.world.ids.new(),
            name=name,
            kind=Kind.PRIVATE_THREAD if is_private else Kind.THREAD,
            world=self.world,
            guild=self.guild,
            parent=self,
            has_bot=has_bot,
            is_locked=is_locked,
        )
        self.world.add(thread)
        if has_bot or not is_private:
            self.world.happened("THREAD_CREATE", thread)
        return thread

    def allow_bot(self, allowed: int | None) -> None:
        """From now on the bot may do this here; None is what it may in the guild."""
        self.bot_permissions = allowed
        self.world.happened("CHANNEL_UPDATE", self)

    def delete(self) -> None:
        """It and everything in it is gone."""
        del self.world.channels[self.id]
        if self.guild:
            del self.guild.channels[self.id]
        for message in self.messages:
            message.is_deleted = True
        self.world.happened("CHANNEL_DELETE", self)

    def seen_by(self, person: Person) -> list["Message"]:
        """What they read here now, from the oldest to the newest."""
        user = user_of(person)
        return [
            message
            for message in self.messages
            if not message.is_deleted and message.shown_to in {None, user}
        ]

    async def next_message(self) -> "Message":
        """The next public one of the bot's that this hasn't given yet."""
        found = await self.world.feed.until(self._next, f"a message in {self.name}")
        self._told = self.messages.index(found) + 1
        return found

    def _next(self) -> "Message | None":
        later = self.messages[self._told :]
        return next((one for one in later if one.author.is_bot and not one.is_ephemeral), None)
