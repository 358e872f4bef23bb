"""Edits of one message: the latest card wins, one is under way at a time, and numbers may wait."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from adapters.discord.pacing import ChannelPace
from bot.models import Card
from bot.ports import Clock

__all__ = ["Edits"]

log = structlog.get_logger()

APART_SECONDS = 2.0
"""So long between two edits that differ in a number only."""

LAST, CHANGED, NUMBER = 0, 1, 2
"""Who goes first when a channel has no more room."""

Edit = Callable[[Card], Awaitable[None]]


class Edits:
    """One message. A card that is overtaken by a newer one is never sent."""

    def __init__(self, edit: Edit, pace: ChannelPace, clock: Clock) -> None:
        self._edit = edit
        self._pace = pace
        self._clock = clock
        self._wanted: Card | None = None
        self._shown: Card | None = None
        self._edited_at = 0.0
        self._busy = asyncio.Lock()
        self._sending: asyncio.Task[None] | None = None

    async def put(self, card: Card) -> None:
        """Show the card soon; a last one before this returns. Raises what the platform does with that."""
        self._wanted = card
        if card.is_last:
            await self._send()
        elif self._sending is None or self._sending.done():
            self._sending = asyncio.create_task(self._send_quietly())

    async def _send_quietly(self) -> None:
        try:
            await self._send()
        except Exception:
            log.exception("an edit failed")  # the next one, or the last, says what this one did

    async def _send(self) -> None:
        async with self._busy:
            while (card := self._wanted) is not None:
                rank = self._rank(card)
                if rank == NUMBER:
                    await self._rest()
                await self._pace.turn(rank)
                card, self._wanted = self._wanted or card, None
                await self._edit(card)
                self._shown, self._edited_at = card, self._clock.now().timestamp()

    async def _rest(self) -> None:
        """Until enough time has passed, or something more than a number is to be said."""
        while self._wanted and self._rank(self._wanted) == NUMBER:
            seconds = self._edited_at + APART_SECONDS - self._clock.now().timestamp()
            if seconds <= 0:
                return
            await self._clock.sleep(min(seconds, APART_SECONDS / 4))

    def _rank(self, card: Card) -> int:
        if card.is_last:
            return LAST
        said = (card.title, card.lines, card.tone, card.cover)
        shown = self._shown and (
            self._shown.title, self._shown.lines, self._shown.tone, self._shown.cover,
        )  # fmt: skip
        return NUMBER if said == shown else CHANGED
