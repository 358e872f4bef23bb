"""One song's way, from its row to its end. All but a percentage is saved before it is shown."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import replace
from datetime import datetime

import structlog

from bot import jobs as states
from bot.errors import NotAllowedHere
from bot.jobs import Ask, Charged, Job, Stage
from bot.playing.board import QUIET_SECONDS, Board
from bot.playing.ensemble import Ensemble
from bot.playing.inputs import InputGone
from bot.playing.row import Row
from bot.playing.turns import Ticket
from bot.privacy.discretion import discreet
from bot.requests import call_for
from bot.words import kebab
from soundverse.errors import (
    FileLost,
    FileRefused,
    KeyRejected,
    SoundverseError,
)
from soundverse.events import Event, Finished, Progressed, Validated

__all__ = ["Performance"]

log = structlog.get_logger()

EARLY_SECONDS = 30
"""So long a take waits for the other one; then it is posted by itself."""

LONGEST_WAIT_SECONDS = 2 * 60 * 60
"""A song that hasn't had a turn by then is no longer wanted."""


class Performance:
    """Plays one job."""

    def __init__(self, job: Job, ensemble: Ensemble) -> None:
        self._with = ensemble
        self._row = Row(job, ensemble.jobs, ensemble.metrics, ensemble.clock)
        self._board = Board(self._row, ensemble, lambda: self._ticket.ahead)
        self._group: asyncio.TaskGroup | None = None
        self._beside: list[asyncio.Task[None]] = []
        self._ticket = Ticket(self.wake)
        self._woken = asyncio.Event()
        self._fetching_cover = asyncio.Lock()
        self._posting = asyncio.Lock()
        self._early: asyncio.Task[None] | None = None
        self._has_stepped = asyncio.Event()
        self._has_ended = False

    @property
    def job(self) -> Job:
        """The song as it is."""
        return self._row.job

    def wake(self) -> None:
        """Something about its place in the queue is new."""
        self._woken.set()

    async def look_again(self) -> None:
        """Somebody else may have changed the row: a cancel."""
        if await self._row.look_again():
            self.wake()
            await self._board.show()

    def go_no_further(self) -> None:
        """Busker is about to stop: nothing more is asked for, and from its next change the card says so."""
        self._board.is_leaving = True
        self.wake()

    async def left(self) -> None:
        """Wait until it can be stopped with nothing lost, and its card says that it goes on later."""
        await self._row.settled()
        while not (self._has_ended or self._can_be_left):
            self._has_stepped.clear()
            await self._has_stepped.wait()
        if not self._has_ended:
            await self._board.show()

    @property
    def _can_be_left(self) -> bool:
        """It waits, or the service knows it by a name that we know; and nothing is just being posted."""
        is_safe = self.job.stage is Stage.QUEUED or self.job.is_known_to_service
        return is_safe and self.job.stage is not Stage.POSTING and not self._posting.locked()

    async def play(self, ticket: Ticket) -> None:
        """Go on from wherever the row is, to the end."""
        try:
            await self._play(ticket)
        finally:
            self._has_ended = True
            self._has_stepped.set()

    async def _play(self, ticket: Ticket) -> None:
        self._ticket = ticket
        async with asyncio.TaskGroup() as group:
            self._beside = [group.create_task(self._watch_the_time())]
            self._group = group
            try:
                await self._go_on()
            except asyncio.CancelledError:
                if self._board.has_shown_the_end and self.job.stage in {Stage.DONE, Stage.PARTIAL}:
                    await self._with.jobs.close(self.job.id, self._now())
                raise  # a terminal stops Busker as soon as the last card is there
            for task in self._beside:
                task.cancel()
        if self.job.deleted_at:  # what was just being fetched when its files were removed
            await self._with.archive.remove(self.job.id)
        if self._board.is_true and self.job.stage.is_final:  # else it is shown after a restart
            await self._with.jobs.close(self.job.id, self._now())

    async def give_up(self) -> None:
        """Busker itself failed: end the job in a way that costs the person nothing."""
        await self._change(lambda job: states.ended(job, Stage.FAILED, "defect", self._now()))

    # The way, stage by stage.

    async def _go_on(self) -> None:
        if self.job.stage is Stage.RESERVED:
            await self._announce()
        if self.job.stage is Stage.WORKING:
            await self._pick_up()
        elif self.job.is_still_made:
            await self._follow_cancelled()
        if self.job.stage is Stage.QUEUED:
            await self._keep_inputs()
        while self.job.stage is Stage.QUEUED:
            await self._wait_for_turn()
            await self._compose()
        if self.job.stage is Stage.POSTING:
            await self._hand_over()
        elif self.job.takes and self.job.deleted_at is None:
            async with self._posting:
                await self._fetch()  # of a song that was cancelled: kept, and posted nowhere
                if self.job.early_version and self.job.deleted_at is None:
                    await self._with.delivery.end_early(self.job, await self._board.card(self.job))
        await self._board.show()

    async def _announce(self) -> None:
        """Show the first card. What can't be shown is never paid for."""
        try:
            place = await self._board.announce()
        except NotAllowedHere:
            log.warning("a card can't be shown", job=self.job.id)
            await self._end("unshowable")
        except Exception:
            log.exception("a card can't be shown", job=self.job.id)
            await self._end("unshowable")
        else:
            await self._change(lambda job: states.queued(job, place))

    async def _wait_for_turn(self) -> None:
        while self.job.stage is Stage.QUEUED:
            self._woken.clear()
            await self._board.show()
            held = self._with.hold.seconds_left
            patience = LONGEST_WAIT_SECONDS - self._age_seconds()
            if patience <= 0:
                await self._end("unstarted")
            elif self._ticket.ahead is not None or self._board.is_leaving:
                await self._sleep(patience)
            elif held:
                await self._sleep(min(patience, held))
            else:
                return

    async def _keep_inputs(self) -> None:
        """What was attached is fetched at once: by the song's turn its address may be dead."""
        async with self._ending_without_audio():
            await self._with.inputs.keep(self.job)

    async def _compose(self) -> None:
        ask = await self._usable_ask()
        if ask is None or self._board.is_leaving:
            return
        await self._change(
            lambda job: states.submitting(job, self._now(), player=self._with.player)
        )
        if self.job.stage is Stage.WORKING:
            self._board.has_news()
            call = call_for(ask)
            key = self.job.idempotency_key
            await self._follow(self._with.composer.compose(call, idempotency_key=key))

    async def _usable_ask(self) -> Ask | None:
        """Look at what the song is to be made from, while nothing is spent yet; None if it can't be."""
        ask = self.job.ask
        async with self._ending_without_audio():
            ask = await self._with.inputs.usable(self.job)
            if ask.source_url and ask.source_job:
                ask = replace(ask, source_url=await self._source(ask, ask.source_url))
        return None if self.job.stage.is_final else ask

    @asynccontextmanager
    async def _ending_without_audio(self) -> AsyncGenerator[None]:
        """End the song where what it is to be made from can't be had or used."""
        try:
            yield
        except InputGone:
            log.info("attached audio gone", job=self.job.id)
            await self._end("input-gone")
        except FileRefused as error:
            log.info("audio refused", job=self.job.id, why=discreet(error.detail, self.job))
            await self._end(f"file-{error.reason}" if error.reason else "file-refused")
        except FileLost as error:
            log.info("source lost", job=self.job.id, why=discreet(error.detail, self.job))
            await self._end("source-lost")

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

    async def _follow_cancelled(self) -> None:
        """It holds a place until the service ends, and what comes of it is kept: also after a restart."""
        job = self.job
        events = self._with.composer.resume(
            job.ids, version=job.ask.version, deadline=job.holds_until
        )
        await self._follow(events)

    async def _hand_over(self) -> None:
        await self._board.show()
        async with self._posting:  # after a take that is just going ahead
            await self._fetch()
            failure = None
            if states.posted(self.job, self._now()).stage is not Stage.FAILED:
                failure = await self._with.delivery.deliver(self.job, self._board.last_card)
        await self._change(lambda job: states.posted(job, self._now(), failure=failure))

    async def _post_early(self) -> None:
        """Let a take that is done go ahead when the other one isn't for a while."""
        await self._with.clock.sleep(EARLY_SECONDS)
        async with self._posting:
            if self.job.stage is Stage.WORKING and len(self.job.takes) == 1:
                await self._fetch()
                await self._change(states.going_ahead)
            if self.job.stage is Stage.WORKING and self.job.early_version:
                await self._with.delivery.deliver_early(self.job, self._board.early_card)
        self._has_stepped.set()

    async def _fetch(self) -> None:
        await self._fetch_cover()
        takes = await self._with.archive.takes(self.job)
        await self._change(lambda job: states.fetched(job, takes))

    async def _fetch_cover(self) -> None:
        async with self._fetching_cover:  # one at a time: a late failure must not undo a success
            cover = await self._with.archive.cover(self.job)
            await self._change(lambda job: job if job.deleted_at else replace(job, cover=cover))

    # What the service reports.

    async def _follow(self, events: AsyncGenerator[Event]) -> None:
        try:
            async with aclosing(events):
                async for event in events:
                    await self._take_in(event)
        except SoundverseError as error:
            await self._end_without(error)

    async def _take_in(self, event: Event) -> None:
        was_quiet = self._board.has_news()
        if isinstance(event, Progressed):
            await self._row.get_on(event.percent)
            await (self._board.show() if was_quiet else self._board.show_percent())
        else:
            await self._change(lambda job: states.advance(job, event, self._now()))
        self._mind_early()
        if isinstance(event, Validated):
            self._with.hold.end()
            await self._with.trouble.end()
            if self._group:  # beside the events: a cover may take its time
                self._beside.append(self._group.create_task(self._fetch_cover()))

    def _mind_early(self) -> None:
        if self._row.saved.takes and self._early is None and self._group:
            self._early = self._group.create_task(self._post_early())
            self._beside.append(self._early)

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
        await self._board.show()

    @property
    def _is_accepted(self) -> bool:
        """The service has named it, or billed it: it is never asked for a second time."""
        return self.job.is_known_to_service or self.job.charged is Charged.YES

    async def _change(self, step: Callable[[Job], Job]) -> None:
        """Save first, then show."""
        await self._row.change(step)
        self._has_stepped.set()
        await self._board.show()

    async def _end(self, failure: str) -> None:
        await self._change(lambda job: states.ended(job, Stage.FAILED, failure, self._now()))

    # Time.

    async def _watch_the_time(self) -> None:
        while True:
            await self._with.clock.sleep(QUIET_SECONDS / 3)
            await self._board.look_at_time()

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

    def _age_seconds(self) -> float:
        return (self._now() - self.job.created_at).total_seconds()

    def _now(self) -> datetime:
        return self._with.clock.now()
