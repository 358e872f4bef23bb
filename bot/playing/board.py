"""One song's card, where people see it: built from the row, and shown when it is another than before."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import structlog

from bot import jobs as states
from bot.cards import card_for, early_card
from bot.jobs import Job, Stage
from bot.models import Card, Place
from bot.playing.ensemble import Ensemble
from bot.playing.row import Row
from bot.words import words_for

__all__ = ["QUIET_SECONDS", "Board"]

log = structlog.get_logger()

QUIET_SECONDS = 45
"""So long without news, and the card says that it is still working."""


class Board:
    """Keeps one card true. `ahead` tells how many songs have their turn before this one."""

    def __init__(self, row: Row, ensemble: Ensemble, ahead: Callable[[], int | None]) -> None:
        self._row = row
        self._with = ensemble
        self._ahead = ahead
        self._shown: Card | None = None
        self._stands_at: Place | None = None
        """Where the card was shown; the row says so a moment after the first time."""
        self.is_true = False
        """What was to be shown last was shown."""
        self.is_leaving = False
        """Busker is about to stop: the card says that the song goes on later."""
        self._news_at = ensemble.clock.now()
        self._is_announcing = False
        self._putting_up = asyncio.Lock()

    @property
    def has_shown_the_end(self) -> bool:
        """The card that stands there is the last one."""
        return self.is_true and self._shown is not None and self._shown.is_last

    async def announce(self) -> Place:
        """Show the first card; where it stands. Raises whatever the platform does."""
        card = await self.card(replace(self._row.job, stage=Stage.QUEUED))
        self._is_announcing = True
        try:
            self._stands_at = await self._with.chat.show(self._row.saved.place, card)
        finally:
            self._is_announcing = False
        self._shown = card
        return self._stands_at

    async def show(self) -> None:
        """Show the job as it is."""
        await self._put_up(await self.card(self._row.job))

    async def show_percent(self) -> None:
        """Show how far the song is, where nothing else of the card can have changed."""
        is_working = self._row.saved.stage is Stage.WORKING
        if is_working and self._shown and self._shown.percent and not self._is_quiet():
            await self._put_up(replace(self._shown, percent=self._row.percent))
        else:
            await self.show()

    def has_news(self) -> bool:
        """Something was heard of the song; whether a card that said it is quiet has to be mended."""
        was_quiet = self._is_quiet()
        self._news_at = self._with.clock.now()
        return was_quiet

    async def look_at_time(self) -> None:
        """Show what only the passing of time has changed: silence, and slowness."""
        if self._row.saved.stage is not Stage.WORKING:
            return
        if self._is_quiet() or await self._is_slow(self._row.job, self._with.clock.now()):
            await self.show()

    async def card(self, job: Job) -> Card:
        """The card of the job, whether it is that of the row or that of what comes next."""
        allowance = result = None
        if job.stage.is_final:
            allowance = await self._with.limits.allowance(job.person, job.place.server)
            result = await self._with.delivery.lies(job)
        now, pace = self._with.clock.now(), await self._with.paces.pace(job.ask)
        return card_for(
            job,
            words_for(job.person.locale),
            player=self._with.player,
            ahead=self._ahead(),
            is_held=bool(self._with.hold.seconds_left),
            is_told=self._with.trouble.is_told,
            is_quiet=self._is_quiet(),
            is_leaving=self.is_leaving,
            usual_seconds=pace.usual if pace else None,
            is_slow=pace is not None and pace.is_slow(job, now),
            allowance=allowance,
            cover=self._with.archive.path(job.cover) if job.cover else None,
            result=result,
        )

    async def last_card(self, failure: str | None) -> Card:
        """The card that goes with the result. `failure`: what became of handing it over."""
        now = self._with.clock.now()
        return await self.card(states.posted(self._row.job, now, failure=failure))

    async def early_card(self, failure: str | None) -> Card:
        """The card that goes with a take that is posted before the other one."""
        job = replace(self._row.job, failure=failure)
        cover = self._with.archive.path(job.cover) if job.cover else None
        return early_card(job, words_for(job.person.locale), player=self._with.player, cover=cover)

    async def _put_up(self, card: Card) -> None:
        """Show the card, unless that is what stands there. Never fails the song.

        While the first one is on its way nobody knows where; what is new by then is shown after it.
        """
        if self._is_announcing:
            return
        async with self._putting_up:  # whoever wants the same shown knows then what became of it
            if card == self._shown or self._row.saved.deleted_at:
                self._with.metrics.card("skipped")
                return
            self._shown, self.is_true = card, False
            try:
                await self._show_where_it_stands(card)
            except Exception:
                self._with.metrics.card("failed")
                log.exception("a card can't be shown", job=self._row.saved.id)
            else:
                self.is_true = True
                self._with.metrics.card("sent")

    async def _show_where_it_stands(self, card: Card) -> None:
        """A first card may stand there from before a kill, though the row has no place: then it is found."""
        place = self._stands_at or self._row.saved.place
        self._stands_at = await self._with.chat.show(place, card)
        if self._stands_at != place:
            await self._with.chat.show(self._stands_at, card)

    def _is_quiet(self) -> bool:
        return (self._with.clock.now() - self._news_at).total_seconds() >= QUIET_SECONDS

    async def _is_slow(self, job: Job, now: datetime) -> bool:
        pace = await self._with.paces.pace(job.ask)
        return pace is not None and pace.is_slow(job, now)
