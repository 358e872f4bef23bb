"""Users, and who they are in a guild."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.discord import permissions

if TYPE_CHECKING:
    from tests.fakes.discord.places import Guild


@dataclass(eq=False, kw_only=True)
class User:
    id: str
    name: str
    locale: str = "en-GB"
    is_bot: bool = False
    accepts_messages: bool = True
    """Whether a bot may write to them alone."""
    upload_limit: int = 10 << 20
    """Larger for those who pay for it; counts only while an interaction of theirs is answered."""

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"


@dataclass(eq=False, kw_only=True)
class Role:
    id: str
    name: str
    permissions: int = 0
    is_mentionable: bool = False


@dataclass(eq=False, kw_only=True)
class Member:
    """Somebody in a guild. What they may do is their own and what their roles add."""

    user: User
    guild: "Guild" = field(repr=False)
    roles: list[Role] = field(default_factory=list)
    own_permissions: int = permissions.MEMBER

    @property
    def id(self) -> str:
        return self.user.id

    @property
    def mention(self) -> str:
        return self.user.mention

    @property
    def permissions(self) -> int:
        allowed = self.own_permissions
        for role in self.roles:
            allowed |= role.permissions
        return allowed


Person = User | Member


def user_of(person: Person) -> User:
    return person.user if isinstance(person, Member) else person
