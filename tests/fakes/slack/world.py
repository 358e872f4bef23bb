"""Everything there is on this Slack."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.fakes.platform.arrival import arrived_ns
from tests.fakes.platform.clock import Clock
from tests.fakes.platform.feed import Feed
from tests.fakes.slack.ids import Ids
from tests.fakes.slack.people import Person, Workspace
from tests.fakes.slack.places import Channel, Kind
from tests.fakes.slack.refusals import Json, Refused, missing_scope, not_found

if TYPE_CHECKING:
    from tests.fakes.slack.files import File
    from tests.fakes.slack.interaction import ResponseUrl, Trigger
    from tests.fakes.slack.message import Message
    from tests.fakes.slack.streams import Stream
    from tests.fakes.slack.views import View

SCOPES = {
    "app_mentions:read", "channels:history", "channels:join", "channels:read", "chat:write",
    "chat:write.public", "commands", "files:read", "files:write", "groups:history", "groups:read",
    "im:history", "im:read", "im:write", "users:read",
}  # fmt: skip
EVENTS = {"app_mention", "app_home_opened", "message.im", "tokens_revoked", "app_uninstalled"}


@dataclass(frozen=True, kw_only=True)
class Call:
    """One request, and how it was answered; `error` is Slack's word, empty without one."""

    method: str
    status: int
    fields: Json = field(default_factory=dict)
    error: str = ""
    unheeded: tuple[str, ...] = ()
    """Arguments that the method doesn't know; Slack passes over them."""
    by_fault: bool = False
    at_ns: int = field(default_factory=arrived_ns.get, compare=False)
    """When it arrived, on the machine's monotonic clock."""

    def __str__(self) -> str:
        return f"{self.method} -> {self.status}" + (f" ({self.error})" if self.error else "")


@dataclass(eq=False)
class World:
    bot_token: str = "xoxb-fake-bot"
    app_token: str = "xapp-1-fake-app"
    signing_secret: str = "fake signing secret"
    public_url: str = ""
    """Where all of it is; known once the server listens."""
    app_id: str = "A0FAKEBUSKER"
    is_revoked: bool = False
    scopes: set[str] = field(default_factory=lambda: set(SCOPES))
    events: set[str] = field(default_factory=lambda: set(EVENTS))
    """What is subscribed to."""
    commands: set[str] | None = None
    """None until a manifest says; then nothing else can be typed."""
    shortcuts: dict[str, str] | None = None
    """Type by callback id; None until a manifest says."""
    clock: Clock = field(default_factory=Clock)
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    files: dict[str, "File"] = field(default_factory=dict)
    views: dict[str, "View"] = field(default_factory=dict)
    homes: dict[str, "View"] = field(default_factory=dict)
    """By person."""
    streams: dict[str, "Stream"] = field(default_factory=dict)
    """Those that nobody has stopped, by the time of their message."""
    triggers: dict[str, "Trigger"] = field(default_factory=dict)
    response_urls: dict[str, "ResponseUrl"] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    diary: list[str] = field(default_factory=list)
    """Calls and deliveries, for who waited in vain."""
    _due: list[tuple[datetime, Callable[[], None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ids = Ids(self.clock)
        self.feed = Feed(self.tell)
        self.clock.watchers.append(self._settle)
        self.workspace = Workspace(id=self.ids.new("T"), name="Garden", domain="garden")
        self.bot = Person(
            id=self.ids.new("U"), name="busker", team_id=self.workspace.id, is_bot=True
        )
        self.bot_id = self.ids.new("B")
        self.people[self.bot.id] = self.bot

    def tell(self) -> str:
        """What happened latest, a line each."""
        return "\n".join(self.diary[-20:]) or "nobody called"

    def note(self, call: Call) -> None:
        self.calls.append(call)
        self.diary.append(str(call))
        self.feed.stir()

    def later(self, seconds: float, work: Callable[[], None]) -> None:
        """Once the clock was moved so far; without seconds, as soon as the call is answered."""
        if seconds <= 0:
            asyncio.get_running_loop().call_soon(work)
            return
        self._due.append((self.clock.now() + timedelta(seconds=seconds), work))

    def _settle(self) -> None:
        """In order of time; what comes of it may be due, too."""
        while due := [one for one in self._due if one[0] <= self.clock.now()]:
            first = min(due, key=lambda one: one[0])
            self._due.remove(first)
            first[1]()

    def needs(self, scope: str) -> None:
        if scope and scope not in self.scopes:
            raise missing_scope(scope, self.scopes)

    def channel_for_bot(self, id_: str) -> Channel:
        """One that the bot may know of: a private one only when it is in it."""
        channel = self.channels.get(id_)
        if channel is None or (channel.kind is not Kind.PUBLIC and not channel.has_bot):
            raise not_found("channel")
        return channel

    def joined_channel(self, id_: str) -> Channel:
        channel = self.channel_for_bot(id_)
        if not channel.has_bot:
            raise Refused("not_in_channel")
        return channel

    def channel_to_post_in(self, id_: str) -> Channel:
        """`id_` may be a person's: then it is their conversation with the bot."""
        if id_ in self.people:
            return self.direct(self.people[id_])
        channel = self.channel_for_bot(id_)
        if channel.is_archived:
            raise Refused("is_archived")
        if not channel.has_bot and "chat:write.public" not in self.scopes:
            raise Refused("not_in_channel")
        return channel

    def message(self, channel: Channel, ts: str) -> "Message":
        """One that can be reached by its time: ephemeral ones can't."""
        for message in channel.messages:
            if message.ts == ts and not message.is_deleted and not message.is_ephemeral:
                return message
        raise not_found("message")

    def direct(self, person: Person) -> Channel:
        """The conversation of the bot with one person."""
        for channel in self.channels.values():
            if channel.recipient is person:
                return channel
        return self.add(
            Channel(
                id=self.ids.new("D"),
                name="directmessage",
                world=self,
                kind=Kind.DIRECT,
                recipient=person,
                members=[person, self.bot],
            )
        )

    def add(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        return channel

    def refusals(self) -> list[Call]:
        """Calls that Slack itself refused; faults by script aren't among them."""
        return [call for call in self.calls if call.error and not call.by_fault]
