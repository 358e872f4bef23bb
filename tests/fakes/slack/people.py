"""People of the workspace, its guests, and those of others who share a channel with it."""

from dataclasses import dataclass


@dataclass(eq=False, kw_only=True)
class Person:
    id: str
    name: str
    team_id: str
    """The workspace they belong to; another one's of people from outside."""
    locale: str = "en-GB"
    tz: str = "Europe/London"
    tz_offset: int = 0
    is_bot: bool = False
    is_admin: bool = False
    is_owner: bool = False
    is_guest: bool = False
    is_single_channel_guest: bool = False
    is_external: bool = False
    is_deactivated: bool = False

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"


@dataclass(frozen=True, kw_only=True)
class Workspace:
    id: str
    name: str
    domain: str

    @property
    def url(self) -> str:
        return f"https://{self.domain}.slack.com/"
