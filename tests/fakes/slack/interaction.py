"""Something that a person did, and how the bot answered it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from tests.fakes.slack.people import Person
from tests.fakes.slack.places import Channel
from tests.fakes.slack.refusals import Json, Refused

if TYPE_CHECKING:
    from tests.fakes.slack.deliveries import Delivery
    from tests.fakes.slack.message import Message
    from tests.fakes.slack.views import View
    from tests.fakes.slack.world import World

TRIGGER_LASTS = timedelta(seconds=3)
ADDRESS_LASTS = timedelta(minutes=30)
MOST_USES = 5


class Asked(Enum):
    COMMAND = auto()
    ACTIONS = auto()
    SUBMISSION = auto()
    CLOSING = auto()
    SHORTCUT = auto()
    SUGGESTION = auto()
    EVENT = auto()


@dataclass(eq=False, kw_only=True)
class Trigger:
    """What lets the bot open a view, once and soon."""

    id: str
    asked: "Interaction"
    made_at: datetime
    is_used: bool = False

    def use(self, now: datetime) -> "Interaction":
        if self.is_used:
            raise Refused("exchanged_trigger_id")
        if now - self.made_at > TRIGGER_LASTS:
            raise Refused("expired_trigger_id")
        self.is_used = True
        return self.asked


@dataclass(eq=False, kw_only=True)
class ResponseUrl:
    """An address that answers one interaction, a few times."""

    key: str
    asked: "Interaction"
    made_at: datetime
    uses: int = 0


@dataclass(eq=False, kw_only=True)
class Interaction:
    kind: Asked
    person: Person
    world: "World" = field(repr=False)
    created_at: datetime
    channel: Channel | None = None
    message: "Message | None" = None
    """What was pressed on, chosen from the menu of, or said."""
    view: "View | None" = None
    """What was pressed on, submitted or closed."""
    payload: Json = field(default_factory=dict, repr=False)
    delivery: "Delivery | None" = field(default=None, repr=False)
    replies: list["Message"] = field(default_factory=list)
    """What came with the ack, or by the response address."""
    views: list["View"] = field(default_factory=list)
    """What its trigger opened."""
    errors: dict[str, str] = field(default_factory=dict)
    """What was wrong in a form, by block."""
    choices: list[Json] = field(default_factory=list)
    """What was suggested."""
    _told: int = 0

    @property
    def is_answered(self) -> bool:
        return bool(self.delivery and self.delivery.is_acked)

    @property
    def has_failed(self) -> bool:
        """The person reads that the app did not respond."""
        return bool(self.delivery and self.delivery.has_failed)

    @property
    def place(self) -> Channel:
        assert self.channel, "this happened in no channel"
        return self.channel

    async def answered(self) -> "Interaction":
        """Itself, once the bot has acked it."""
        return await self.world.feed.until(
            lambda: self if self.is_answered else None, f"an ack of {self.payload}"
        )

    async def failed(self) -> "Interaction":
        return await self.world.feed.until(
            lambda: self if self.has_failed else None, f"no ack of {self.payload}"
        )

    async def shown(self) -> "Message":
        """The next message that answers it, and that this hasn't given yet."""
        found = await self.world.feed.until(
            lambda: next(iter(self.replies[self._told :]), None), f"words for {self.payload}"
        )
        self._told += 1
        return found

    async def opened(self) -> "View":
        """The latest view that it was answered with."""
        return await self.world.feed.until(
            lambda: self.views[-1] if self.views else None, f"a view for {self.payload}"
        )
