"""Takes that come after their song was given up: kept, and told of once, to the person alone."""

from soundverse.errors import Overdue
from tests.bot.conftest import Stage as TheStage
from tests.bot.test_archive import FullDisk
from tests.fakes.composer import WHOLE_SONG
from tests.makers import ANA, a_take

CAME = "“Rain” came after all. It is kept for you: /library. It doesn't count."


async def an_overdue_song(stage: TheStage) -> str:
    stage.composer.script = (*WHOLE_SONG[:2], Overdue("nothing came"))
    stage.composer.after_restart = (Overdue("not yet"),)
    async with stage.at_work() as busker:
        return await stage.song(busker)


async def test_the_person_is_told_once_and_privately(stage: TheStage) -> None:
    job_id = await an_overdue_song(stage)
    stage.composer.after_restart = (*WHOLE_SONG[:3], Overdue("not yet"))
    async with stage.at_work():
        await stage.clock.move(3600)
        assert stage.chat.told == [(ANA.id, CAME)]
        stage.composer.after_restart = WHOLE_SONG
        await stage.clock.move(3600)
    job = await stage.job(job_id)
    assert all(take.file for take in job.takes)
    assert job.cover is not None
    assert not job.counts
    assert stage.chat.told == [(ANA.id, CAME)]
    assert stage.chat.deliveries == 0
    assert await stage.store.messages(job) == []


async def test_a_restart_tells_nothing_twice(stage: TheStage) -> None:
    await an_overdue_song(stage)
    for takes in (3, 4):
        stage.composer.after_restart = (*WHOLE_SONG[:takes], Overdue("not yet"))
        async with stage.at_work():
            await stage.clock.move(3600)
    assert stage.chat.told == [(ANA.id, CAME)]


async def test_nobody_is_told_of_a_song_that_was_deleted_while_it_was_looked_for(
    stage: TheStage,
) -> None:
    job_id = await an_overdue_song(stage)
    stage.is_overseen()
    stage.composer.after_restart, stage.composer.hold_before = WHOLE_SONG, 4
    async with stage.at_work() as busker:
        await stage.clock.move(1800)
        await stage.press(busker, "delete-yes", job_id)
        stage.composer.go_on.set()
        await stage.settle()
    assert (await stage.job(job_id)).takes == ()
    assert (stage.chat.told, stage.chat.alarms) == ([], [])


async def test_a_cancelled_song_comes_quietly(stage: TheStage) -> None:
    stage.composer.hold_before = 1
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.told(busker, "cancel")
    stage.composer.hold_before = None
    async with stage.at_work():
        await stage.clock.move(3600)
    assert all(take.file for take in (await stage.job(job_id)).takes)
    assert stage.chat.told == []


async def test_who_cant_be_told_still_has_the_song(stage: TheStage) -> None:
    job_id = await an_overdue_song(stage)
    stage.composer.after_restart = WHOLE_SONG
    stage.chat.closed = {ANA.id}
    async with stage.at_work():
        await stage.clock.move(3600)
    assert len((await stage.job(job_id)).takes) == 2
    assert stage.chat.told == []


async def test_a_song_that_found_no_room_is_fetched_once_there_is(stage: TheStage) -> None:
    stage.composer = FullDisk()
    stage.composer.full_for = ("mp3", "webp")
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(3600)
        assert (await stage.job(job_id)).failure == "no-files"
        assert stage.chat.told == []
        stage.composer.full_for = ("nothing",)
        await stage.clock.move(3600)
    job = await stage.job(job_id)
    assert [take.file is not None for take in job.takes] == [True, True]
    assert (job.failure, job.counts) == ("no-files", False)
    assert stage.chat.told == [(ANA.id, CAME)]


async def test_takes_without_files_are_no_news(stage: TheStage) -> None:
    await an_overdue_song(stage)
    stage.composer.after_restart = WHOLE_SONG
    stage.composer.missing = {a_take(version).take.audio_url for version in (1, 2)}
    async with stage.at_work():
        await stage.clock.move(3600)
    assert stage.chat.told == []
