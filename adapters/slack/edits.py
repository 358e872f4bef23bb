"""Edits of one message: the latest card wins, one is under way at a time, and numbers may wait."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from adapters.slack.failures import is_too_fast, pause_of
from adapters.slack.pacing import Pace, Rank, Turn
from bot.models import Card, Tone
from bot.ports import Clock

__all__ = ["Count", "Edits"]

log = structlog.get_logger()

APART_SECONDS = 3.0
"""So long between two edits that differ in a number only. With many songs their turns are further apart."""

Edit = Callable[[Card], Awaitable[None]]
Count = Callable[[str], None]
"""Is told what became of a card: `sent`, `overtaken`, `failed`."""


class Edits:
    """One message. A card that is overtaken by a newer one is never sent. `pace`: the workspace's."""

    def __init__(self, edit: Edit, pace: Pace, clock: Clock, count: Count) -> None:
        self._edit = edit
        self._pace = pace
        self._clock = clock
        self._count = count
        self._wanted: Card | None = None
        self._shown: Card | None = None
        self._latest: Card | None = None
        self._is_drawn_anew = False
        self._edited_at = 0.0
        self._turn: Turn | None = None
        self._sending: asyncio.Task[None] | None = None
        self._arrival: asyncio.Future[None] | None = None

    @property
    def is_idle(self) -> bool:
        """Nothing is to be sent, or under way."""
        return self._sending is None or self._sending.done()

    def begin_with(self, card: Card) -> None:
        """It was posted like this."""
        self._shown = self._latest = card

    async def sent(self) -> None:
        """Wait until nothing is to be sent any more."""
        if self._sending is not None:
            await asyncio.wait((self._sending,))

    async def put(self, card: Card) -> None:
        """Show the card soon; a last one before this returns. Raises what the platform does with that."""
        if self._wanted is not None:
            self._count("overtaken")
        self._wanted = self._latest = card
        arrival = self._arrival
        if card.is_last and arrival is None:
            arrival = self._arrival = asyncio.get_running_loop().create_future()
        if self._turn:
            self._urge(self._turn, card)
        self._begin()
        if card.is_last and arrival:
            await asyncio.shield(arrival)

    def draw_anew(self) -> None:
        """Show the same card once more: something of it can be seen only now. A last one stays."""
        if self._latest is not None and not self._latest.is_last:
            self._wanted, self._is_drawn_anew = self._latest, True
            self._begin()

    def _begin(self) -> None:
        if self.is_idle:
            self._sending = asyncio.create_task(self._send())

    async def _send(self) -> None:
        while self._wanted is not None:
            self._turn = self._turn_for(self._wanted)
            await self._pace.wait_for(self._turn)
            card, arrival = self._wanted, self._arrival
            self._turn = self._wanted = self._arrival = None
            self._is_drawn_anew = False
            await self._try(card, arrival)

    async def _try(self, card: Card, arrival: asyncio.Future[None] | None) -> None:
        try:
            await self._edit(card)
        except Exception as fault:
            if is_too_fast(fault):
                self._come_again(card, arrival, pause_of(fault))
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

    def _come_again(self, card: Card, arrival: asyncio.Future[None] | None, seconds: float) -> None:
        """Nothing was done, and nothing will be for a while, whoever asks."""
        self._pace.rest(seconds)
        self._wanted = self._wanted or card
        if arrival is None:
            return
        later = self._arrival
        if later is None:
            self._arrival = arrival
        else:  # a newer last card has come meanwhile: what becomes of that one becomes of both
            later.add_done_callback(lambda done: _follow(arrival, done))

    def _turn_for(self, card: Card) -> Turn:
        rank = self._rank(card)
        rests_until = self._edited_at + APART_SECONDS if rank is Rank.NUMBER else 0
        return Turn(rank=rank, not_before=rests_until)

    def _urge(self, turn: Turn, card: Card) -> None:
        """Let a turn that is waited for go by what the newest card says."""
        rank = self._rank(card)
        if rank < turn.rank:
            turn.rank, turn.not_before = rank, 0
            self._pace.look()

    def _rank(self, card: Card) -> Rank:
        if card.is_last:
            return Rank.LAST
        is_number = self._shown and not self._is_drawn_anew and _but_numbers(card, self._shown)
        return Rank.NUMBER if is_number else Rank.CHANGED


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
