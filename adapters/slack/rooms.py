"""Channels, as far as songs are concerned: found out before anything is spent, and entered if need be.

An upload needs real membership, even where messages of strangers are taken.
"""

from datetime import datetime, timedelta

from slack_sdk.errors import SlackApiError

from adapters.showing.recent import Recent
from adapters.slack.addresses import DIRECT, PLATFORM, is_direct
from adapters.slack.calls import Calls
from adapters.slack.failures import error_of, is_final, meaning
from adapters.slack.plain import Json
from bot.errors import NotAllowedHere
from bot.models import Person, Place
from bot.ports import Clock

__all__ = ["Rooms"]

FRESH = timedelta(minutes=1)
"""So long what was found out is taken to be true; whoever posts in vain has it forgotten."""

MOST_KEPT = 5000

CANT_JOIN = {
    "is_archived", "method_not_supported_for_channel_type", "missing_scope", "not_in_channel",
    "restricted_action",
}  # fmt: skip

UNSEEN = {"channel_not_found", "not_in_channel"}
"""What Slack says of a private channel to who isn't in it."""

MEMBERSHIP = "membership"
"""What can be mended by an invitation: `permission-membership`."""


class Rooms:
    """What the bot may post in."""

    def __init__(self, calls: Calls, clock: Clock) -> None:
        self._calls = calls
        self._clock = clock
        self._entered_at: Recent[datetime] = Recent(MOST_KEPT)
        self._direct: Recent[str] = Recent(MOST_KEPT)

    async def enter(self, channel: str) -> None:
        """Make sure that songs can be posted there. Raises NotAllowedHere."""
        entered_at = self._entered_at.get(channel)
        if is_direct(channel) or (entered_at and self._clock.now() - entered_at < FRESH):
            return
        said = await self._said_of(channel)
        if any(said.get(name) for name in ("is_archived", "is_read_only", "is_frozen")):
            raise NotAllowedHere
        if not (said.get("is_member") or said.get("is_im") or said.get("is_mpim")):
            await self._join(channel)
        self._entered_at[channel] = self._clock.now()

    def forget(self, channel: str) -> None:
        """Find out anew: it isn't as it was."""
        self._entered_at.pop(channel, None)

    async def direct(self, person: Person) -> Place:
        """The conversation with one person, opened if need be. Raises NotAllowedHere."""
        channel = self._direct.get(person.id)
        if channel is None:
            with meaning():
                opened = await self._calls.do("conversations.open", users=person.id)
            channel = self._direct[person.id] = str(opened["channel"]["id"])
        return Place(platform=PLATFORM, server=DIRECT, channel=channel)

    async def _said_of(self, channel: str) -> Json:
        with meaning():
            try:
                answer = await self._calls.ask("conversations.info", channel=channel)
            except SlackApiError as refused:
                if error_of(refused) in UNSEEN:
                    raise NotAllowedHere(missing=(MEMBERSHIP,)) from refused
                raise
        return dict(answer["channel"])

    async def _join(self, channel: str) -> None:
        try:
            await self._calls.do("conversations.join", channel=channel)
        except SlackApiError as refused:
            if error_of(refused) in CANT_JOIN or is_final(refused):
                raise NotAllowedHere(missing=(MEMBERSHIP,)) from refused
            raise
