"""Something that a person did on Slack: who, where, and how it can be answered."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from adapters.slack.addresses import PLATFORM, place_from
from bot.models import Place

__all__ = ["Asked", "Json", "metadata"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One command, press, sent form, or message to the bot."""

    team: str
    user: str
    key: str
    """The same however often Slack tells of it."""
    channel: str = ""
    thread: str | None = None
    """The thread it was done in, and is answered in."""
    trigger: str | None = None
    """Opens a form, once and within three seconds."""
    address: str | None = None
    """Answers it without a token: `response_url`."""
    is_on_private_card: bool = False
    """A button that only this person sees, whose card can be replaced."""
    is_at_home: bool = False
    """In App Home: what is asked there counts for the workspace, and comes to the person alone."""
    is_said: bool = False
    """In a message, which has neither trigger nor address."""

    @property
    def place(self) -> Place:
        """Where it is answered; the message is the one that is yet to come."""
        message = f"{self.thread}/" if self.thread else None
        if self.is_at_home:
            return Place(platform=PLATFORM, server=self.team, channel=self.channel, message=message)
        return place_from(self.team, self.channel, message)

    def kept(self) -> Json:
        """What a form has to remember of it, until it is sent."""
        facts = {
            "channel": self.channel,
            "thread": self.thread,
            "address": self.address,
            "private": self.is_on_private_card,
            "home": self.is_at_home,
        }
        return {name: fact for name, fact in facts.items() if fact}

    def from_form(self, kept: Mapping[str, Any]) -> Self:
        """A sent form as if it had been sent where it was opened."""
        return replace(
            self,
            channel=str(kept.get("channel", "")),
            thread=kept.get("thread"),
            address=kept.get("address"),
            is_on_private_card=bool(kept.get("private")),
            is_at_home=bool(kept.get("home")),
        )


def metadata(view: Mapping[str, Any]) -> Json:
    """What a view of ours remembers; nothing if it isn't ours."""
    try:
        said = json.loads(view.get("private_metadata") or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
