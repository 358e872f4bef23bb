"""A take that is done long before the other one: posted by itself, and never twice."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.jobs import Job, Stage, advance, cancelled, fetched, going_ahead, posted
from bot.models import Place, Result
from soundverse.errors import Unavailable
from soundverse.events import Accepted, Finished, Ids, TakeReady
from tests.bot.conftest import Stage as TheStage
from tests.fakes.chat import RecordingChat
from tests.fakes.composer import WHOLE_SONG
from tests.makers import HERE, NOON, a_take, a_working_job

BEFORE_B = 3
"""So many events come before take B."""


@asynccontextmanager
async def take_a_alone(stage: TheStage, *, seconds: float = 31) -> AsyncGenerator[str]:
    """A song of which only take A came, so many seconds ago."""
    stage.composer.hold_before = BEFORE_B
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(seconds)
        yield job_id


async def the_rest_comes(stage: TheStage) -> None:
    stage.composer.go_on.set()
    await stage.settle()


def posted_files(stage: TheStage) -> dict[str, list[str]]:
    """By the end of the delivery's key."""
    return {
        key.partition(":")[2]: [take.filename for take in result.takes]
        for key, result in stage.chat.results.items()
    }


class SlowChat(RecordingChat):
    """Results take as long to arrive as the test wants."""

    def __init__(self) -> None:
        super().__init__()
        self.may_arrive = asyncio.Event()

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        await self.may_arrive.wait()
        return await super().deliver(place, result, key, tried_at=tried_at)


async def test_a_take_that_is_still_going_ahead_isnt_posted_again_with_the_rest(
    stage: TheStage,
) -> None:
    stage.chat = chat = SlowChat()
    async with take_a_alone(stage):
        await the_rest_comes(stage)
        chat.may_arrive.set()
        await stage.settle()
    assert posted_files(stage) == {"result": ["Rain - A.mp3"], "rest": ["Rain - B.mp3"]}
    assert chat.deliveries == 2


async def test_two_takes_within_half_a_minute_are_posted_together(stage: TheStage) -> None:
    async with take_a_alone(stage, seconds=29) as job_id:
        assert posted_files(stage) == {}
        await the_rest_comes(stage)
        await stage.clock.move(60)
    assert posted_files(stage) == {"result": ["Rain - A.mp3", "Rain - B.mp3"]}
    assert (await stage.job(job_id)).early_version is None


async def test_after_half_a_minute_the_first_take_goes_ahead_and_the_other_follows(
    stage: TheStage,
) -> None:
    async with take_a_alone(stage) as job_id:
        assert posted_files(stage) == {"result": ["Rain - A.mp3"]}
        early = stage.chat.results[f"{job_id}:result"]
        assert early.card.lines == (
            "Played by Soundverse",
            "Take A: 1:00, 112 bpm",
            "Take B follows",
        )
        assert not early.card.is_last
        assert (await stage.job(job_id)).stage is Stage.WORKING
        assert stage.chat.last(job_id).lines[-1] == "Take B follows"
        await the_rest_comes(stage)
    assert posted_files(stage) == {"result": ["Rain - A.mp3"], "rest": ["Rain - B.mp3"]}
    rest = stage.chat.results[f"{job_id}:rest"]
    assert rest.follows == replace(HERE, message=f"result {job_id}:result")
    assert "Both takes are ready" in rest.card.lines
    assert (await stage.job(job_id)).stage is Stage.DONE
    assert "Take B follows" not in stage.chat.last(job_id).lines


async def test_take_b_may_be_the_one_that_goes_ahead(stage: TheStage) -> None:
    stage.composer.script = (*WHOLE_SONG[:2], a_take(2), a_take(1), Finished())
    async with take_a_alone(stage):
        await the_rest_comes(stage)
    assert posted_files(stage) == {"result": ["Rain - B.mp3"], "rest": ["Rain - A.mp3"]}


async def test_when_the_other_take_fails_the_first_ones_card_says_so(stage: TheStage) -> None:
    stage.composer.script = (*WHOLE_SONG[:3], Unavailable("gone"))
    async with take_a_alone(stage) as job_id:
        await the_rest_comes(stage)
    job = await stage.job(job_id)
    assert (job.stage, job.counts, job.failure) == (Stage.PARTIAL, True, None)
    assert posted_files(stage) == {"result": ["Rain - A.mp3"], "rest": []}
    rest = stage.chat.results[f"{job_id}:rest"]
    assert rest.follows is not None
    for card in (rest.card, stage.chat.last(job_id)):
        assert "One take is ready; the other one failed" in card.lines
        assert "Take B follows" not in card.lines


@pytest.mark.parametrize("has_rest", [True, False])
async def test_after_a_restart_only_what_is_missing_is_posted(
    stage: TheStage, *, has_rest: bool
) -> None:
    async with take_a_alone(stage) as job_id:
        pass
    if not has_rest:
        stage.composer.after_restart = (*WHOLE_SONG[:3], Finished())
    stage.composer.hold_before = None
    async with stage.at_work():
        await stage.settle()
    assert stage.chat.deliveries == 2
    rest = ["Rain - B.mp3"] if has_rest else []
    assert posted_files(stage) == {"result": ["Rain - A.mp3"], "rest": rest}
    stage_at_end = (await stage.job(job_id)).stage
    assert stage_at_end is (Stage.DONE if has_rest else Stage.PARTIAL)


async def test_a_restart_after_the_row_was_saved_and_before_it_was_posted_posts_it_alone(
    stage: TheStage,
) -> None:
    stage.chat.deliver_fails = 1
    async with take_a_alone(stage) as job_id:
        assert (await stage.job(job_id)).early_version == 1
        assert posted_files(stage) == {}
    async with stage.at_work():
        await stage.clock.move(31)
        assert posted_files(stage) == {"result": ["Rain - A.mp3"]}
        await the_rest_comes(stage)
    assert posted_files(stage) == {"result": ["Rain - A.mp3"], "rest": ["Rain - B.mp3"]}
    assert stage.chat.deliveries == 2


async def test_a_restart_before_the_time_has_come_lets_it_go_ahead_all_the_same(
    stage: TheStage,
) -> None:
    async with take_a_alone(stage, seconds=10):
        pass
    async with stage.at_work():
        await stage.clock.move(31)
        assert posted_files(stage) == {"result": ["Rain - A.mp3"]}


async def test_a_platform_that_refuses_the_first_take_gets_it_at_the_end(stage: TheStage) -> None:
    stage.chat.deliver_fails = 1
    async with take_a_alone(stage) as job_id:
        assert posted_files(stage) == {}
        await the_rest_comes(stage)
    assert posted_files(stage) == {"result": ["Rain - A.mp3"], "rest": ["Rain - B.mp3"]}
    assert (await stage.job(job_id)).failure is None


async def test_a_first_take_that_nobody_took_is_said_to_be_kept_though_the_rest_arrives(
    stage: TheStage,
) -> None:
    stage.chat.deliver_fails = 7  # early, five times at the end, and by direct message
    async with take_a_alone(stage) as job_id:
        await the_rest_comes(stage)
        await stage.clock.move(170)
    assert posted_files(stage) == {"rest": ["Rain - B.mp3"]}
    job = await stage.job(job_id)
    assert (job.stage, job.failure) == (Stage.DONE, "undelivered")


async def test_what_follows_a_direct_message_goes_there_too(stage: TheStage) -> None:
    stage.chat.deliver_fails = 1
    async with take_a_alone(stage) as job_id:
        stage.chat.closed = {HERE.channel}
        await the_rest_comes(stage)
    assert [place.channel for place in stage.chat.places] == ["alone with ana"] * 2
    assert (await stage.job(job_id)).failure == "sent-direct"


async def test_a_first_take_whose_file_cant_be_had_waits_for_the_other(stage: TheStage) -> None:
    stage.composer.missing = {a_take(1).take.audio_url}
    async with take_a_alone(stage) as job_id:
        assert posted_files(stage) == {}
        await the_rest_comes(stage)
    assert posted_files(stage) == {"result": ["Rain - B.mp3"]}
    assert (await stage.job(job_id)).stage is Stage.PARTIAL


async def test_a_song_that_is_cancelled_meanwhile_sends_nothing_more(stage: TheStage) -> None:
    async with take_a_alone(stage) as job_id:
        row = await stage.job(job_id)
        assert await stage.store.save(row, cancelled(row, NOON))
        await the_rest_comes(stage)
    job = await stage.job(job_id)
    assert (job.stage, job.counts) == (Stage.CANCELLED, True)
    assert all(take.file for take in job.takes)
    assert posted_files(stage) == {"result": ["Rain - A.mp3"], "rest": []}
    rest = stage.chat.results[f"{job_id}:rest"]
    assert rest.card == stage.chat.last(job_id)
    assert "so this one counts" in rest.card.lines[1]


async def test_a_stale_save_never_forgets_that_a_take_went_ahead(stage: TheStage) -> None:
    async with take_a_alone(stage, seconds=10) as job_id:
        stale = await stage.job(job_id)
        await stage.clock.move(21)
        assert not await stage.store.save(stale, cancelled(stale, NOON))
        assert (await stage.job(job_id)).early_version == 1


EVENTS = [Accepted(ids=Ids(job_id="j")), a_take(1), a_take(2), Finished()]


@given(st.lists(st.sampled_from([*EVENTS, "fetched", "ahead", "posted", "cancelled"])))
def test_whatever_happens_a_take_goes_ahead_alone_once_and_for_all(steps: list[object]) -> None:
    job = a_working_job()
    for step in steps:
        before, job = job, taken(job, step)
        if before.early_version is not None:
            assert job.early_version == before.early_version
        elif job.early_version is not None:
            [take] = job.takes
            assert (take.version, job.stage) == (job.early_version, Stage.WORKING)
            assert take.file is not None
        assert job.follows is None or job.take(1) is None or job.take(2) is None


def taken(job: Job, step: object) -> Job:
    match step:
        case "fetched":
            return fetched(job, [replace(take, file=Path("a.mp3")) for take in job.takes])
        case "ahead":
            return going_ahead(job)
        case "posted":
            return posted(job, NOON)
        case "cancelled":
            return cancelled(job, NOON)
        case Accepted() | TakeReady() | Finished():
            return advance(job, step, NOON)
    raise AssertionError(step)
