"""Busker is told to stop: nothing more is taken in, people are told, and nothing under way is lost."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime

import pytest

from bot.assembly import Busker
from bot.jobs import Stage
from bot.leaving import FAREWELL_SECONDS, farewell
from bot.models import Place, Press, Result, Told
from bot.words import words_for
from tests.bot.conftest import Stage as TheStage
from tests.fakes.chat import RecordingChat
from tests.makers import ANA, a_command, a_press

RESTARTING = words_for("en").say("refusal-restarting")
GOES_ON = words_for("en").say("stage-restarting")
BEFORE = {"accepted": 1, "take A": 3}
"""So many events come before the service is quiet."""


@asynccontextmanager
async def leaving(stage: TheStage, busker: Busker) -> AsyncGenerator[asyncio.Task[None]]:
    task = asyncio.create_task(farewell(busker, stage.clock))
    await stage.settle()
    try:
        yield task
    finally:
        await stage.clock.move(FAREWELL_SECONDS)
        await task


class SlowChat(RecordingChat):
    """Posts when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = asyncio.Event()

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        await self.go_on.wait()
        return await super().deliver(place, result, key, tried_at=tried_at)


async def test_whoever_comes_while_busker_leaves_is_asked_to_come_again(stage: TheStage) -> None:
    stage.chat = chat = SlowChat()
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        async with leaving(stage, busker):
            for answer in (
                await busker.router.answer(a_command("song", prompt="snow")),
                await busker.router.press(a_press("cancel", song)),
                await busker.router.press(
                    Press(
                        action="?",
                        subject="",
                        person=ANA,
                        place=(await stage.job(song)).place,
                        request_key="?",
                    )
                ),
            ):
                assert isinstance(answer, Told)
                assert answer.card.lines == (RESTARTING,)
            assert await busker.router.suggest(a_command("cancel"), "job") == ()
            chat.go_on.set()
    assert len(stage.composer.book) == 1


async def test_songs_that_wait_say_that_they_go_on_and_do(stage: TheStage) -> None:
    stage.composer.hold_before = BEFORE["accepted"]
    async with stage.at_work(songs_at_once=1) as busker:
        playing, waiting = [await stage.song(busker, prompt) for prompt in ("rain", "snow")]
        async with leaving(stage, busker) as task:
            assert task.done()
        for song in (playing, waiting):
            assert GOES_ON in stage.chat.last(song).lines
    assert len(stage.composer.book) == 1
    stage.composer.hold_before = None
    async with stage.at_work(songs_at_once=1):
        await stage.settle()
    for song in (playing, waiting):
        assert (await stage.job(song)).stage is Stage.DONE
        assert stage.chat.lines(song).count(GOES_ON) == 1
        assert GOES_ON not in stage.chat.last(song).lines
    assert len(stage.composer.book) == 2


async def test_a_song_that_was_just_sent_is_named_first(stage: TheStage) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        async with leaving(stage, busker) as task:
            assert not task.done()
            stage.composer.hold_before = BEFORE["accepted"]
            stage.composer.go_on.set()
            await stage.settle()
            assert task.done()
    stage.composer.hold_before = None
    async with stage.at_work():
        await stage.settle()
    assert (await stage.job(song)).stage is Stage.DONE
    assert len(stage.composer.book) == 1


async def test_what_is_being_posted_arrives(stage: TheStage) -> None:
    stage.chat = chat = SlowChat()
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        async with leaving(stage, busker) as task:
            assert not task.done()
            chat.go_on.set()
            await stage.settle()
            assert task.done()
        assert (await stage.job(song)).stage is Stage.DONE
        assert chat.last(song).is_last
    assert GOES_ON not in chat.lines(song)


async def test_a_take_that_goes_ahead_arrives(stage: TheStage) -> None:
    stage.chat = chat = SlowChat()
    stage.composer.hold_before = BEFORE["take A"]
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        await stage.clock.move(31)
        async with leaving(stage, busker) as task:
            assert not task.done()
            chat.go_on.set()
            await stage.settle()
            assert task.done()
    assert [take.filename for take in chat.results[f"{song}:result"].takes] == ["Rain - A.mp3"]
    assert chat.deliveries == 1


@pytest.mark.parametrize("event", range(5))
async def test_whoever_hangs_holds_busker_up_for_seconds_only(stage: TheStage, event: int) -> None:
    stage.chat = SlowChat()
    stage.composer.hold_before = event
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        async with leaving(stage, busker) as task:
            pass
        assert task.done()
    stage.chat = RecordingChat()
    stage.composer.hold_before = None
    async with stage.at_work():
        await stage.clock.move(31)
    job = await stage.job(song)
    # sent, and never named: its fate is unknown, so it isn't asked for again by itself
    assert job.stage is (Stage.INTERRUPTED if event == 0 else Stage.DONE)
    assert len(stage.composer.book) == 1


async def test_a_song_that_cant_be_saved_doesnt_keep_busker(stage: TheStage) -> None:
    stage.composer.hold_before = BEFORE["accepted"]
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        stage.activity.broken = 99
        stage.composer.go_on.set()
        await stage.settle()
        async with leaving(stage, busker) as task:
            assert task.done()
        stage.activity.broken = 0
    async with stage.at_work():
        await stage.settle()
    assert (await stage.job(song)).stage is Stage.DONE
