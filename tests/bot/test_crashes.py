"""A process that dies, and a song that is cancelled or forgotten, at each step there is.

What was begun goes on after the restart, and once; what is somebody's counts, and nothing else is left.
"""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.assembly import Busker
from bot.jobs import Charged, Job, Stage, cancelled
from bot.models import Card, Place, Result, Started
from storage.rows import Value
from tests.bot.conftest import Stage as TheStage
from tests.fakes.chat import RecordingChat
from tests.fakes.quiet import WatchedDatabase
from tests.makers import ANA, NOON, a_command, a_job, a_press, an_ask

BEFORE_B = 3
"""So many events come before take B."""
ENOUGH = 200
"""More steps than a song takes."""
LEAST_STEPS = 20


ATTACHED = "https://passing.example/1/2/rain.mp3?ex=1"


class Life:
    """Ends before one of its steps. Whoever would take it, or another one, never comes back.

    With `crossing`, that happens before the step instead, and life goes on.
    """

    def __init__(self) -> None:
        self.steps_left = 0
        self.last = ""
        self.crossing: Callable[[], Awaitable[object]] | None = None

    async def step(self, name: str) -> None:
        self.steps_left -= 1
        if self.steps_left < 0 and self.crossing is None:
            await asyncio.Event().wait()
        if self.steps_left < 0 and self.crossing is not None:
            self.steps_left, crossing, self.crossing = ENOUGH, self.crossing, None
            await crossing()
            return
        self.last = name


class MortalDatabase(WatchedDatabase):
    life: Life

    async def write(self, name: str, /, **values: Value) -> list[sqlite3.Row]:
        await self.life.step(name)
        return await super().write(name, **values)


class MortalChat(RecordingChat):
    def __init__(self, life: Life) -> None:
        super().__init__()
        self.life = life
        self.crossed: set[Place] = set()
        """Where something crossed the posting of it."""

    async def show(self, place: Place, card: Card) -> Place:
        await self.life.step(f"show {card.lines}")
        return await super().show(place, card)

    async def attach(self, place: Place, files: Sequence[Path]) -> None:
        await self.life.step("attach")
        await super().attach(place, files)

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        before = self.life.crossing
        await self.life.step(f"deliver {key}")
        place = await super().deliver(place, result, key, tried_at=tried_at)
        if self.life.crossing is not before:
            self.crossed.add(place)
        return place


@pytest.fixture
def life(stage: TheStage) -> Life:
    """The stage's own, from here on."""
    database = stage.store._database  # each of its statements is a step
    database.__class__ = MortalDatabase
    assert isinstance(database, MortalDatabase)
    database.life = Life()
    stage.chat = MortalChat(database.life)
    return database.life


def a_song(stage: TheStage, number: int) -> Job:
    """One that is made from what was attached."""
    return a_job(
        id=f"song{number}",
        request_key=f"request{number}",
        created_at=stage.clock.now(),
        ask=an_ask(reference_url=ATTACHED),
    )


async def lives(
    stage: TheStage, life: Life, *, is_cancelled: bool = False
) -> AsyncGenerator[tuple[str, Job]]:
    """A song whose take A goes ahead, dead after no step, after one, and so on, and then brought back.

    It may be cancelled before take B comes. Gives the last step that was taken, and what became of it.
    """
    for steps in range(ENOUGH):
        life.steps_left = ENOUGH
        song = a_song(stage, steps)
        await stage.store.admit(song, ())
        stage.composer.hold_before, stage.composer.go_on = BEFORE_B, asyncio.Event()
        life.steps_left = steps
        async with stage.at_work():
            await stage.clock.move(31)
            if is_cancelled:
                await cancel(stage, life, song.id)
            stage.composer.go_on.set()
            await stage.settle()
        step, is_over = life.last, life.steps_left >= 0
        life.steps_left, stage.composer.hold_before = ENOUGH, None
        async with stage.at_work():
            await stage.clock.move(31)
        yield step, await stage.job(song.id)
        if is_over:
            return


async def cancel(stage: TheStage, life: Life, job_id: str) -> None:
    """By somebody who doesn't die of it."""
    left, life.steps_left = life.steps_left, ENOUGH
    row = await stage.job(job_id)
    assert await stage.store.save(row, cancelled(row, stage.clock.now()))
    life.steps_left = left
    await stage.settle()


async def test_wherever_it_dies_a_song_is_made_once_and_posted_once(
    stage: TheStage, life: Life
) -> None:
    ends = []
    async for step, job in lives(stage, life):
        asked = [key for _, key in stage.composer.book if key.startswith(f"{job.id}:")]
        assert len(asked) <= 1, step
        assert stage.chat.last(job.id).is_last, step
        assert stage.chat.last(job.id).buttons, step
        beside = stage.chat.attached.get(job.place.message, [])
        assert [path.name for path in beside] == ["reference.mp3"], step
        if job.stage is Stage.INTERRUPTED:
            assert (job.counts, job.charged, posted(stage, job)) == (False, Charged.MAYBE, []), step
        else:
            assert (job.stage, job.counts, job.charged) == (Stage.DONE, True, Charged.YES), step
            assert stage.chat.last(job.id).result == await stage.store.handed_over(
                f"{job.id}:result"
            ), step
            assert posted(stage, job) == ["Rain - A.mp3", "Rain - B.mp3"], step
        ends.append(job.stage)
    assert {*ends} == {Stage.INTERRUPTED, Stage.DONE}


async def test_wherever_it_dies_a_cancelled_song_ends_what_was_promised_of_it(
    stage: TheStage, life: Life
) -> None:
    steps = 0
    async for step, job in lives(stage, life, is_cancelled=True):
        steps += 1
        assert job.stage is Stage.CANCELLED, step
        assert job.counts is (job.accepted_at is not None), step
        if job.is_known_to_service:
            assert (job.charged, job.holds_until) == (Charged.YES, None), step
        if job.place.message is None:  # nobody has seen it
            continue
        assert stage.chat.last(job.id).is_last, step
        if await stage.store.messages(job):  # take A is known to be there
            assert posted(stage, job) == ["Rain - A.mp3"], step
            assert stage.chat.results[f"{job.id}:rest"].card == stage.chat.last(job.id), step
    assert steps > LEAST_STEPS


def posted(stage: TheStage, job: Job) -> list[str]:
    """The files of all its messages."""
    results = [stage.chat.results.get(f"{job.id}:{part}") for part in ("result", "rest")]
    return [take.filename for result in results if result for take in result.takes]


async def crossed(
    stage: TheStage, life: Life, crossing: Callable[[Busker, str], Awaitable[object]]
) -> AsyncGenerator[tuple[str, Job]]:
    """The same song, and something that happens before its first step, its second one, and so on."""
    for steps in range(ENOUGH):
        life.steps_left = ENOUGH
        song = a_song(stage, steps)
        await stage.store.admit(song, ())
        stage.composer.hold_before, stage.composer.go_on = BEFORE_B, asyncio.Event()
        life.steps_left, life.crossing = steps, partial(crossing, stage.busker(), song.id)
        async with stage.at_work():
            await stage.clock.move(31)
            stage.composer.go_on.set()
            await stage.settle()
            await stage.clock.move(200)
        is_over, life.crossing, life.steps_left = life.crossing is not None, None, ENOUGH
        yield life.last, await stage.job(song.id)
        if is_over:
            return


async def cancels(busker: Busker, song: str) -> object:
    return await busker.router.press(a_press("cancel", song))


async def forgets(busker: Busker, _song: str) -> object:
    return await busker.router.press(a_press("forget-me-yes", ""))


async def test_whenever_it_is_cancelled_it_either_counts_or_is_nobodys(
    stage: TheStage, life: Life
) -> None:
    ends = set()
    async for step, job in crossed(stage, life, cancels):
        ends.add((job.stage, job.counts))
        assert stage.chat.last(job.id).is_last, step
        if job.stage is Stage.DONE:
            assert posted(stage, job) == ["Rain - A.mp3", "Rain - B.mp3"], step
        else:
            assert len(posted(stage, job)) <= 1, step
            assert bool(job.takes) is job.counts, step
    assert ends == {(Stage.CANCELLED, False), (Stage.CANCELLED, True), (Stage.DONE, True)}


async def test_whenever_its_person_is_forgotten_nothing_of_it_is_left(
    stage: TheStage, life: Life
) -> None:
    forgotten = 0
    async for step, job in crossed(stage, life, forgets):
        if job.person == ANA:  # it was over before
            continue
        forgotten += 1
        assert (job.takes, job.title, job.cover, job.ask.prompt) == ((), None, None, None), step
        assert not (stage.folder / "archive" / job.id).exists(), step
        assert await stage.store.messages(job) == [], step
        assert await stage.store.uploads(job.id) == [], step
    assert forgotten > LEAST_STEPS
    assert isinstance(stage.chat, MortalChat)
    assert set() != stage.chat.crossed <= set(stage.chat.removed)


class Impatient(RecordingChat):
    """Somebody who leaves as soon as the last card is there, as a terminal does."""

    def __init__(self) -> None:
        super().__init__()
        self.has_seen_it = asyncio.Event()

    async def show(self, place: Place, card: Card) -> Place:
        stands = await super().show(place, card)
        if card.is_last:
            self.has_seen_it.set()
        return stands


async def test_a_song_whose_end_was_seen_is_closed_even_when_busker_stops_at_once(
    stage: TheStage,
) -> None:
    stage.chat = chat = Impatient()
    busker = stage.busker()
    work = asyncio.create_task(busker.run())
    answer = await busker.router.answer(a_command("song", prompt="rain"))
    assert isinstance(answer, Started)
    await chat.has_seen_it.wait()
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work
    assert (await stage.job(answer.job_id)).stage is Stage.DONE
    assert await stage.store.unclosed(NOON - timedelta(days=1)) == []
