"""What Slack brings to the bot: by socket or by HTTP, with three seconds to ack it.

Events that aren't acked come again: at once, after a minute, and after five. What people do comes
once; without an ack they read that the app did not respond.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from time import monotonic_ns
from typing import Any, Protocol

from tests.fakes.slack.faults import Fault, Faults
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.world import World

ACK_SECONDS = 3.0
AGAIN_AFTER = [0.0, 60.0, 300.0]


class Kind(StrEnum):
    COMMAND = "slash_commands"
    INTERACTIVE = "interactive"
    EVENT = "events_api"


@dataclass(eq=False, kw_only=True)
class Delivery:
    """One thing to be told; each attempt has an envelope of its own."""

    kind: Kind
    name: str
    """`/song`, `block_actions`, `app_mention`: what a script may name it by."""
    payload: Json = field(repr=False)
    heard: Callable[[Any], None] = lambda _: None
    """Called with what came with the ack."""
    attempts: list["Attempt"] = field(default_factory=list)
    is_acked: bool = False
    has_failed: bool = False
    brought_at_ns: int = 0
    """When it was first brought, on the machine's monotonic clock."""
    acked_at_ns: int = 0


@dataclass(eq=False, kw_only=True)
class Attempt:
    delivery: Delivery = field(repr=False)
    envelope_id: str
    number: int
    """0 of the first."""
    reason: str
    """Why it is tried again."""
    is_over: bool = False


class Carrier(Protocol):
    """A way to the bot."""

    @property
    def is_there(self) -> bool: ...

    def carry(self, attempt: Attempt) -> None: ...


class Deliveries:
    def __init__(self, world: World, faults: Faults, carriers: list[Carrier]) -> None:
        self._world = world
        self._faults = faults
        self._carriers = carriers
        self.log: list[Delivery] = []
        """Everything that was ever brought, or should have been."""

    def send(self, delivery: Delivery) -> None:
        self.log.append(delivery)
        rule = self._faults.due(f"deliver {delivery.name}")
        if rule and rule.fault is Fault.LOST:
            self._world.later(ACK_SECONDS + 0.001, lambda: self._fail(delivery))
            return
        self._try(delivery, "")
        if rule and rule.fault is Fault.DUPLICATE:
            self.repeat(delivery)

    def repeat(self, delivery: Delivery) -> None:
        """Once more, whether it was acked or not; what the ack says is passed over."""
        self._bring(replace(delivery, heard=lambda _: None, attempts=[]), "http_timeout", 1)

    def ack(self, attempt: Attempt, said: object = None) -> None:
        """Once, and in time; what comes later is passed over."""
        delivery = attempt.delivery
        if attempt.is_over or delivery.is_acked or delivery.has_failed:
            return
        attempt.is_over = delivery.is_acked = True
        delivery.acked_at_ns = monotonic_ns()
        self._world.diary.append(f"{delivery.name} is acked")
        delivery.heard(said)
        self._world.feed.stir()

    def lose(self, attempt: Attempt, reason: str, *, for_good: bool = False) -> None:
        """It wasn't acked, and won't be."""
        delivery = attempt.delivery
        if attempt.is_over or delivery.is_acked:
            return
        attempt.is_over = True
        again = delivery.kind is Kind.EVENT and attempt.number < len(AGAIN_AFTER)
        if for_good or not again:
            self._fail(delivery)
            return
        wait = AGAIN_AFTER[attempt.number]
        self._world.later(wait, lambda: self._try(delivery, reason))

    def _fail(self, delivery: Delivery) -> None:
        delivery.has_failed = True
        self._world.feed.stir()

    def _try(self, delivery: Delivery, reason: str) -> None:
        self._bring(delivery, reason, len(delivery.attempts))

    def _bring(self, delivery: Delivery, reason: str, number: int) -> None:
        attempt = Attempt(
            delivery=delivery,
            envelope_id=self._world.ids.new("envelope-"),
            number=number,
            reason=reason,
        )
        delivery.attempts.append(attempt)
        delivery.brought_at_ns = delivery.brought_at_ns or monotonic_ns()
        self._world.diary.append(f"{delivery.name} is brought, after {number} tries")
        self._world.feed.stir()
        for carrier in self._carriers:
            if carrier.is_there:
                self._world.later(ACK_SECONDS + 0.001, lambda: self.lose(attempt, "timeout"))
                carrier.carry(attempt)
                return
        self.lose(attempt, "connection_failed")
