"""Edits of one message: the latest card wins, one is under way at a time, and numbers may wait."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import Generic, Protocol, TypeVar

import structlog

from adapters.showing.turns import Rank, Turn
from bot.models import Card, Tone
from bot.ports import Clock

__all__ = ["Count", "Edit", "Edits", "Pace"]

log = structlog.get_logger()

Edit = Callable[[Card], Awaitable[None]]
Count = Callable[[str], None]
"""Is told what became of a card: `sent`, `overtaken`, `failed`."""

AnyTurn = TypeVar("AnyTurn", bound=Turn)
ItsTurn_contra = TypeVar("ItsTurn_contra", bound=Turn, contravariant=True)


class Pace(Protocol[ItsTurn_contra]):
    """A platform's own."""

    async def wait_for(self, turn: ItsTurn_contra) -> None:
        """Return when it may go. Meanwhile it may be given another rank: say so by `look`."""
        ...

    def look(self) -> None:
        """Let go whoever may."""
        ...


class Edits(ABC, Generic[AnyTurn]):
    """One message. A card that is overtaken by a newer one is never sent.

    `apart_seconds`: so long between two edits that differ in a number only.
    """

    def __init__(self, edit: Edit, clock: Clock, count: Count, *, apart_seconds: float) -> None:
        self._edit = edit
        self._clock = clock
        self._count = count
        self._apart_seconds = apart_seconds
        self._wanted: Card | None = None
        self._shown: Card | None = None
        self._edited_at = 0.0
        self._turn: AnyTurn | None = None
        self._sending: asyncio.Task[None] | None = None
        self._arrival: asyncio.Future[None] | None = None

    @property
    def is_idle(self) -> bool:
        """Nothing is to be sent, or under way."""
        return self._sending is None or self._sending.done()

    def begin_with(self, card: Card) -> None:
        """It was posted like this."""
        self._shown = card

    async def sent(self) -> None:
        """Wait until nothing is to be sent any more."""
        if self._sending is not None:
            await asyncio.wait((self._sending,))

    async def put(self, card: Card) -> None:
        """Show the card soon; a last one before this returns. Raises what the platform does with that."""
        if self._wanted is not None:
            self._count("overtaken")
        self._wanted = card
        arrival = self._arrival
        if card.is_last and arrival is None:
            arrival = self._arrival = asyncio.get_running_loop().create_future()
        if self._turn:
            self._urge(self._turn, card)
        self._begin()
        if card.is_last and arrival:
            await asyncio.shield(arrival)

    @abstractmethod
    def _pace(self) -> Pace[AnyTurn]:
        """The one that holds for this message now."""

    @abstractmethod
    def _turn_of(self, rank: Rank, not_before: float) -> AnyTurn:
        """A wish of this message."""

    @abstractmethod
    def _is_put_off(self, fault: Exception) -> bool:
        """Whether nothing was done, and the same is to come again when the pace lets it."""

    def _begin(self) -> None:
        if self.is_idle:
            self._sending = asyncio.create_task(self._send())

    async def _send(self) -> None:
        while self._wanted is not None:
            self._turn = self._turn_for(self._wanted)
            await self._pace().wait_for(self._turn)
            card, arrival = self._wanted, self._arrival
            self._turn = self._wanted = self._arrival = None
            await self._try(card, arrival)

    async def _try(self, card: Card, arrival: asyncio.Future[None] | None) -> None:
        try:
            await self._edit(card)
        except Exception as fault:
            if self._is_put_off(fault):
                self._come_again(card, arrival)
                return
            self._count("failed")
            if arrival is None:
                log.exception("an edit failed")  # the next one, or the last, says what this one did
            elif not arrival.done():
                arrival.set_exception(fault)
            return
        self._shown, self._edited_at = card, self._clock.now().timestamp()
        self._count("sent")
        if arrival and not arrival.done():
            arrival.set_result(None)

    def _come_again(self, card: Card, arrival: asyncio.Future[None] | None) -> None:
        self._wanted = self._wanted or card
        if arrival is None:
            return
        later = self._arrival
        if later is None:
            self._arrival = arrival
        else:  # a newer last card has come meanwhile: what becomes of that one becomes of both
            later.add_done_callback(lambda done: _follow(arrival, done))

    def _turn_for(self, card: Card) -> AnyTurn:
        rank = self._rank(card)
        rests_until = self._edited_at + self._apart_seconds if rank is Rank.NUMBER else 0
        return self._turn_of(rank, rests_until)

    def _urge(self, turn: AnyTurn, card: Card) -> None:
        """Let a turn that is waited for go by what the newest card says."""
        rank = self._rank(card)
        if rank < turn.rank:
            turn.rank, turn.not_before = rank, 0
            self._pace().look()

    def _rank(self, card: Card) -> Rank:
        if card.is_last:
            return Rank.LAST
        return Rank.NUMBER if self._shown and _but_numbers(card, self._shown) else Rank.CHANGED


def _but_numbers(card: Card, shown: Card) -> bool:
    """Whether they differ in a percentage only, or in how many songs are ahead."""
    if card.tone is Tone.WAITING and shown.tone is Tone.WAITING:
        return card.title == shown.title
    return _all_but_percent(card) == _all_but_percent(shown)


def _all_but_percent(card: Card) -> tuple[object, ...]:
    return card.title, card.lines, card.tone, card.cover, card.buttons, card.footer


def _follow(arrival: asyncio.Future[None], done: asyncio.Future[None]) -> None:
    if arrival.done() or done.cancelled():
        return
    if fault := done.exception():
        arrival.set_exception(fault)
    else:
        arrival.set_result(None)
