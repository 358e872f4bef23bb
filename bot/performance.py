"""One song's way, from its row to its end. All but a percentage is saved before it is shown."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot import jobs as states
from bot.archive import Archive
from bot.cards import Player, card_for, early_card, kebab
from bot.delivery import Delivery
from bot.discretion import discreet
from bot.hold import Hold
from bot.jobs import Ask, Charged, Job, Stage
from bot.limits import Limits
from bot.metrics import Metrics
from bot.models import Card
from bot.pace import Paces
from bot.ports import Chat, Clock, Composer
from bot.requests import call_for
from bot.sources import Sources
from bot.stores import Jobs
from bot.trouble import Trouble
from bot.turns import Ticket
from bot.words import words_for
from soundverse.errors import (
    FileLost,
    FileRefused,
    KeyRejected,
    SoundverseError,
)
from soundverse.events import Event, Finished, Progressed, Validated

__all__ = ["Ensemble", "Performance"]

log = structlog.get_logger()

QUIET_SECONDS = 45
"""So long without news, and the card says that it is still working."""

EARLY_SECONDS = 30
"""So long a take waits for the other one; then it is posted by itself."""

LONGEST_WAIT_SECONDS = 2 * 60 * 60
"""A song that hasn't had a turn by then is no longer wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ensemble:
    """All that a performance works with; one for all of them."""

    jobs: Jobs
    chat: Chat
    composer: Composer
    archive: Archive
    delivery: Delivery
    sources: Sources
    paces: Paces
    limits: Limits
    clock: Clock
    hold: Hold
    trouble: Trouble
    metrics: Metrics
    player: Player


class Performance:
    """Plays one job."""

    def __init__(self, job: Job, ensemble: Ensemble) -> None:
        self._row = job
        self._percent = job.percent
        self._with = ensemble
        self._shown: Card | None = None
        self._group: asyncio.TaskGroup | None = None
        self._beside: list[asyncio.Task[None]] = []
        self._ticket = Ticket(self.wake)
        self._woken = asyncio.Event()
        self._saving = asyncio.Lock()
        self._fetching_cover = asyncio.Lock()
        self._posting = asyncio.Lock()
        self._early: asyncio.Task[None] | None = None
        self._news_at = self._stage_at = ensemble.clock.now()

    @property
    def job(self) -> Job:
        """The row as this performance last saw it, and how far the song has come since.

        That is put into it here, since a new record for each of a thousand songs' numbers is felt.
        """
        if self._percent != self._row.percent:
            self._row = replace(self._row, percent=self._percent)
        return self._row

    @job.setter
    def job(self, job: Job) -> None:
        self._row, self._percent = job, job.percent

    def wake(self) -> None:
        """Something about its place in the queue is new."""
        self._woken.set()

    async def look_again(self) -> None:
        """Somebody else may have changed the row: a cancel."""
        async with self._saving:
            if self.job.stage.is_final:  # it was this performance that ended it
                return
            before = self.job
            await self._read_again()
        if self.job.stage.is_final:
            self._note_stage(before)
        self.wake()
        await self._show()

    async def play(self, ticket: Ticket) -> None:
        """Go on from wherever the row is, to the end."""
        self._ticket = ticket
        async with asyncio.TaskGroup() as group:
            self._beside = [group.create_task(self._watch_for_silence())]
            self._group = group
            await self._go_on()
            for task in self._beside:
                task.cancel()

    async def give_up(self) -> None:
        """Busker itself failed: end the job in a way that costs the person nothing."""
        await self._change(lambda job: states.ended(job, Stage.FAILED, "defect", self._now()))

    # The way, stage by stage.

    async def _go_on(self) -> None:
        if self.job.stage is Stage.RESERVED:
            await self._announce()
        if self.job.stage is Stage.WORKING:
            await self._pick_up()
        while self.job.stage is Stage.QUEUED:
            await self._wait_for_turn()
            await self._compose()
        if self.job.stage is Stage.POSTING:
            await self._hand_over()
        elif self.job.takes and self.job.deleted_at is None:
            async with self._posting:
                await self._fetch()  # of a song that was cancelled: kept, and posted nowhere
                if self.job.early_version:
                    await self._with.delivery.end_early(self.job, await self._card(self.job))
        await self._show()

    async def _announce(self) -> None:
        """Show the first card. What can't be shown is never paid for."""
        waiting = replace(self.job, stage=Stage.QUEUED)
        try:
            card = await self._card(waiting)
            place = await self._with.chat.show(self.job.place, card)
        except Exception:
            log.exception("a card can't be shown", job=self.job.id)
            await self._end("unshowable")
        else:
            self._shown = card
            await self._change(lambda job: states.queued(job, place))

    async def _wait_for_turn(self) -> None:
        while self.job.stage is Stage.QUEUED:
            self._woken.clear()
            await self._show()
            held = self._with.hold.seconds_left
            patience = LONGEST_WAIT_SECONDS - self._age_seconds()
            if patience <= 0:
                await self._end("unstarted")
            elif self._ticket.ahead is not None:
                await self._sleep(patience)
            elif held:
                await self._sleep(min(patience, held))
            else:
                return

    async def _compose(self) -> None:
        ask = await self._usable_ask()
        if ask is None:
            return
        await self._change(
            lambda job: states.submitting(job, self._now(), player=self._with.player)
        )
        if self.job.stage is Stage.WORKING:
            self._news_at = self._now()
            call = call_for(ask)
            key = self.job.idempotency_key
            await self._follow(self._with.composer.compose(call, idempotency_key=key))

    async def _usable_ask(self) -> Ask | None:
        """Look at what the song is to be made from, while nothing is spent yet; None if it can't be."""
        ask = self.job.ask
        try:
            for url in ask.references:
                await self._with.composer.check_reference(url)
            if ask.source_url:
                ask = replace(ask, source_url=await self._source(ask, ask.source_url))
        except FileRefused as error:
            log.info("audio refused", job=self.job.id, why=discreet(error.detail, self.job))
            await self._end(f"file-{error.reason}" if error.reason else "file-refused")
        except FileLost as error:
            log.info("source lost", job=self.job.id, why=discreet(error.detail, self.job))
            await self._end("source-lost")
        return None if self.job.stage.is_final else ask

    async def _source(self, ask: Ask, url: str) -> str:
        """Where the take to go on from lies: with the service, or else with us. Raises FileLost."""
        try:
            await self._with.composer.check_take(url)
        except FileLost:
            for copy in await self._with.sources.addresses(ask):
                with suppress(FileRefused):
                    await self._with.composer.check_reference(copy)
                    return copy
            raise
        return url

    async def _pick_up(self) -> None:
        """After a restart: ask what became of it, if the service knows it by a name we know."""
        if self.job.is_known_to_service:
            version = self.job.ask.version
            self._mind_early()
            await self._follow(self._with.composer.resume(self.job.ids, version=version))
        else:
            await self._change(
                lambda job: states.ended(job, Stage.INTERRUPTED, "interrupted", self._now())
            )

    async def _hand_over(self) -> None:
        await self._show()
        async with self._posting:  # after a take that is just going ahead
            await self._fetch()
            failure = None
            if states.posted(self.job, self._now()).stage is not Stage.FAILED:
                failure = await self._with.delivery.deliver(self.job, self._last_card)
        await self._change(lambda job: states.posted(job, self._now(), failure=failure))

    async def _post_early(self) -> None:
        """Let a take that is done go ahead when the other one isn't for a while."""
        await self._with.clock.sleep(EARLY_SECONDS)
        async with self._posting:
            if self.job.stage is Stage.WORKING and len(self.job.takes) == 1:
                await self._fetch()
                await self._change(states.going_ahead)
            if self.job.stage is Stage.WORKING and self.job.early_version:
                await self._with.delivery.deliver_early(self.job, self._early_card)

    async def _fetch(self) -> None:
        await self._fetch_cover()
        takes = await self._with.archive.takes(self.job)
        await self._change(lambda job: states.fetched(job, takes))

    async def _fetch_cover(self) -> None:
        async with self._fetching_cover:  # one at a time: a late failure must not undo a success
            cover = await self._with.archive.cover(self.job)
            await self._change(lambda job: job if job.deleted_at else replace(job, cover=cover))

    async def _end(self, failure: str) -> None:
        await self._change(lambda job: states.ended(job, Stage.FAILED, failure, self._now()))

    # What the service reports.

    async def _follow(self, events: AsyncGenerator[Event]) -> None:
        try:
            async with aclosing(events):
                async for event in events:
                    await self._take_in(event)
        except SoundverseError as error:
            await self._end_without(error)

    async def _take_in(self, event: Event) -> None:
        now = self._now()
        was_quiet, self._news_at = self._is_quiet(now), now
        if isinstance(event, Progressed):
            await self._get_on(event.percent, was_quiet=was_quiet)
        else:
            await self._change(lambda job: states.advance(job, event, self._now()))
        self._mind_early()
        if isinstance(event, Validated):
            self._with.hold.end()
            await self._with.trouble.end()
            if self._group:  # beside the events: a cover may take its time
                self._beside.append(self._group.create_task(self._fetch_cover()))

    def _mind_early(self) -> None:
        if self._row.takes and self._early is None and self._group:
            self._early = self._group.create_task(self._post_early())
            self._beside.append(self._early)

    async def _get_on(self, percent: int | None, *, was_quiet: bool) -> None:
        """Show how far the song is. The next change saves it along; a restart may forget it."""
        async with self._saving:
            self._percent = states.further(self._percent, percent)
            is_working = self._row.stage is Stage.WORKING
        if is_working and self._shown and self._shown.percent and not was_quiet:
            await self._put_up(replace(self._shown, percent=self._percent))  # the rest is as it was
        else:
            await self._show()

    async def _end_without(self, error: SoundverseError) -> None:
        """No more events will come: the takes there are, are all there will be."""
        log.warning(
            "no more news",
            job=self.job.id,
            error=type(error).__name__,
            why=discreet(error.detail, self.job),
            other_host=error.other_host if isinstance(error, KeyRejected) else None,
        )
        self._with.metrics.service_failed(kebab(type(error).__name__))
        if error.stops_others:
            self._with.hold.begin(error.retry_after)
        if error.resend and not self._is_accepted:
            await self._change(states.unsent)
        elif self.job.takes:
            await self._change(lambda job: states.advance(job, Finished(), self._now()))
        else:
            failure = kebab(type(error).__name__)
            await self._change(lambda job: states.failed(job, error, failure, self._now()))
        await self._with.trouble.begin(error)  # after the row, since telling somebody may take long
        await self._show()

    @property
    def _is_accepted(self) -> bool:
        """The service has named it, or billed it: it is never asked for a second time."""
        return self.job.is_known_to_service or self.job.charged is Charged.YES

    # The row and the card.

    async def _change(self, step: Callable[[Job], Job]) -> None:
        """Save first, then show. If the row was changed meanwhile, the step is taken from there."""
        async with self._saving:
            before = self.job
            while (after := step(self.job)) != self.job:
                if await self._with.jobs.save(self.job, after):
                    self.job = after
                    break
                await self._read_again()
        if self.job.stage is not before.stage:
            self._note_stage(before)
        await self._show()

    def _note_stage(self, before: Job) -> None:
        """One line a stage, and the same in numbers. `seconds`: in the stage that was left."""
        job, now = self.job, self._now()
        seconds = (now - self._stage_at).total_seconds()
        self._stage_at = now
        counts = "yes" if job.counts else "no"
        end = {"counts": counts, "charged": job.charged} if job.stage.is_final else {}
        log.info(
            "stage",
            job=job.id,
            kind=job.ask.kind,
            was=before.stage,
            seconds=round(seconds, 2),
            stage=job.stage,
            failure=job.failure,
            **end,
        )
        self._with.metrics.changed(before, job, seconds)

    async def _read_again(self) -> None:
        """Take the row as it stands, but for how far the song is: of that, the row knows less."""
        row = await self._with.jobs.get(self.job.id)
        if row is not None and row.stage is self.job.stage:
            row = replace(row, percent=self.job.percent)
        self.job = row or self.job

    async def _show(self) -> None:
        """Show the job as it is."""
        await self._put_up(await self._card(self.job))

    async def _put_up(self, card: Card) -> None:
        """Show the card, unless that is what stands there. Never fails the song."""
        if card == self._shown or self._row.deleted_at:
            self._with.metrics.card("skipped")
            return
        self._shown = card
        try:
            await self._with.chat.show(self._row.place, card)
        except Exception:
            self._with.metrics.card("failed")
            log.exception("a card can't be shown", job=self._row.id)
        else:
            self._with.metrics.card("sent")

    async def _card(self, job: Job) -> Card:
        allowance = None
        if job.stage.is_final:
            allowance = await self._with.limits.allowance(job.person, job.place.server)
        now, pace = self._now(), await self._with.paces.pace(job.ask)
        return card_for(
            job,
            words_for(job.person.locale),
            player=self._with.player,
            ahead=self._ticket.ahead,
            is_held=bool(self._with.hold.seconds_left),
            is_told=self._with.trouble.is_told,
            is_quiet=self._is_quiet(now),
            usual_seconds=pace.usual if pace else None,
            is_slow=await self._is_slow(job, now),
            allowance=allowance,
            cover=self._with.archive.path(job.cover) if job.cover else None,
        )

    async def _last_card(self, failure: str | None) -> Card:
        return await self._card(states.posted(self.job, self._now(), failure=failure))

    async def _early_card(self, failure: str | None) -> Card:
        job = replace(self.job, failure=failure)
        words = words_for(job.person.locale)
        cover = self._with.archive.path(job.cover) if job.cover else None
        return early_card(job, words, player=self._with.player, cover=cover)

    # Time.

    async def _watch_for_silence(self) -> None:
        while True:
            await self._with.clock.sleep(QUIET_SECONDS / 3)
            now = self._now()
            is_working = self.job.stage is Stage.WORKING
            if is_working and (self._is_quiet(now) or await self._is_slow(self.job, now)):
                await self._show()

    async def _sleep(self, seconds: float) -> None:
        """So long, or until something is new."""
        waits = [
            asyncio.ensure_future(self._with.clock.sleep(seconds)),
            asyncio.ensure_future(self._woken.wait()),
        ]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waits:
                each.cancel()

    def _is_quiet(self, now: datetime) -> bool:
        return (now - self._news_at).total_seconds() >= QUIET_SECONDS

    async def _is_slow(self, job: Job, now: datetime) -> bool:
        pace = await self._with.paces.pace(job.ask)
        return pace is not None and pace.is_slow(job, now)

    def _age_seconds(self) -> float:
        return (self._now() - self.job.created_at).total_seconds()

    def _now(self) -> datetime:
        return self._with.clock.now()
