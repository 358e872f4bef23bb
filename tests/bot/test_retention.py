"""What is removed from the archive, and what never is."""

import os
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.jobs import Stage
from bot.playing.retention import Keeping, leaving
from bot.stores import Archived
from soundverse.errors import Overdue
from tests.bot.conftest import Stage as TheStage
from tests.fakes.composer import WHOLE_SONG
from tests.makers import BEN, NOON

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
KEEPING = Keeping(age=30 * DAY, size_bytes=100)


def a_song(
    days_ago: float,
    *,
    stage: Stage = Stage.DONE,
    failure: str | None = None,
    has_takes: bool = False,
) -> Archived:
    ended_at = NOON - timedelta(days=days_ago)
    return Archived(
        id=f"{days_ago}", ended_at=ended_at, stage=stage, failure=failure, has_takes=has_takes
    )


@pytest.mark.parametrize(
    ("song", "size", "goes"),
    [
        (a_song(29.9), 100, False),
        (a_song(30.1), 100, True),
        (a_song(1), 101, True),
        (a_song(29.9, failure="undelivered"), 100, False),
        (a_song(6.9, failure="undelivered"), 101, False),
        (a_song(7.1, failure="undelivered"), 101, True),
        (a_song(6.9, failure="too-large"), 101, False),
        (a_song(6.9, failure="linked"), 101, False),
        (a_song(1.1, failure="sent-direct"), 101, True),
        (a_song(0.9, stage=Stage.OVERDUE), 101, False),
        (a_song(0.9, stage=Stage.CANCELLED), 101, False),
        (a_song(1.1, stage=Stage.CANCELLED), 101, True),
        (a_song(6.9, stage=Stage.OVERDUE, has_takes=True), 101, False),
        (a_song(6.9, stage=Stage.FAILED, has_takes=True), 101, False),
        (a_song(7.1, stage=Stage.CANCELLED, has_takes=True), 101, True),
        (a_song(31, stage=Stage.FAILED), 0, True),
    ],
)
def test_files_go_when_they_are_too_old_or_too_many(song: Archived, size: int, goes: bool) -> None:
    assert list(leaving([(song, size)], KEEPING, NOON)) == ([song] if goes else [])


def test_the_oldest_go_first_and_no_more_than_needed() -> None:
    songs = [(a_song(days), 30) for days in (5, 4, 3, 2, 1)]
    assert [song.id for song in leaving(songs, KEEPING, NOON)] == ["5", "4"]


def test_what_may_not_go_yet_makes_a_younger_song_go() -> None:
    kept = a_song(5, failure="undelivered")
    songs = [(kept, 60), (a_song(4), 30), (a_song(3), 30)]
    assert [song.id for song in leaving(songs, KEEPING, NOON)] == ["4"]


def test_what_was_not_delivered_stays_a_week_however_short_others_are_kept() -> None:
    songs = [(a_song(5, failure="undelivered"), 1), (a_song(4), 1)]
    assert [song.id for song in leaving(songs, Keeping(age=DAY), NOON)] == ["4"]


def test_favourites_go_last_and_the_oldest_of_them_first() -> None:
    songs = [(a_song(days), 30) for days in (5, 4, 3, 2, 1)]
    keeping = Keeping(age=30 * DAY, size_bytes=40)
    gone = [song.id for song in leaving(songs, keeping, NOON, favourites={"5", "4", "1"})]
    assert gone == ["3", "2", "5", "4"]


def test_a_limit_smaller_than_the_favourites_takes_them_too() -> None:
    songs = [(a_song(days), 30) for days in (3, 2)]
    keeping = Keeping(age=30 * DAY, size_bytes=0)
    assert [song.id for song in leaving(songs, keeping, NOON, {"3", "2"})] == ["3", "2"]


@pytest.mark.parametrize(("days", "goes"), [(31, False), (364, False), (366, True)])
def test_a_favourite_is_kept_for_a_year_while_there_is_room(days: int, *, goes: bool) -> None:
    assert bool([*leaving([(a_song(days), 30)], KEEPING, NOON, {str(days)})]) is goes


def test_a_favourite_is_kept_as_long_as_all_others_where_that_is_longer_than_a_year() -> None:
    keeping = Keeping(age=500 * DAY, size_bytes=100)
    songs = [(a_song(days), 30) for days in (501, 499)]
    assert [song.id for song in leaving(songs, keeping, NOON, {"501", "499"})] == ["501"]


@given(
    st.lists(st.tuples(st.integers(8, 60), st.integers(0, 50), st.booleans()), max_size=12),
    st.integers(0, 300),
)
def test_after_making_room_what_is_left_fits_and_nothing_left_for_nothing(
    drawn: list[tuple[int, int, bool]], size_bytes: int
) -> None:
    ordered = sorted(drawn, key=lambda each: -each[0])
    songs = [
        (replace(a_song(days), id=str(number)), size)
        for number, (days, size, _) in enumerate(ordered)
    ]
    liked = {str(number) for number, (_, _, is_liked) in enumerate(ordered) if is_liked}
    keeping = Keeping(age=30 * DAY, size_bytes=size_bytes)
    gone = {song.id for song in leaving(songs, keeping, NOON, liked)}
    left = [(song, size) for song, size in songs if song.id not in gone]
    assert sum(size for _, size in left) <= size_bytes
    others_are_left = any(song.id not in liked for song, _ in left)
    assert not (gone & liked and others_are_left)


async def test_a_favourites_files_outlive_the_others(stage: TheStage) -> None:
    liked = await a_finished_song(stage, "liked")
    await a_finished_song(stage, "not liked")
    assert await stage.store.like_or_not(BEN, await stage.job(liked), 1, NOON)
    await pass_by(stage, 31 * DAY)
    await make_room(stage)
    assert folders(stage) == {liked}


async def test_an_old_songs_row_stays_and_names_no_files(stage: TheStage) -> None:
    old = await a_finished_song(stage, "old")
    await pass_by(stage, 29 * DAY)
    young = await a_finished_song(stage, "young")
    assert folders(stage) == {old, young}
    await pass_by(stage, DAY - HOUR / 2)
    async with stage.at_work():
        assert folders(stage) == {old, young}
        await pass_by(stage, HOUR)
        assert folders(stage) == {young}
    job = await stage.job(old)
    assert (job.stage, job.counts, job.cover) == (Stage.DONE, True, None)
    assert [take.file for take in job.takes] == [None, None]
    assert None not in [take.file for take in (await stage.job(young)).takes]


async def test_a_crash_while_files_are_removed_leaves_no_row_that_names_them(
    stage: TheStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(path: Path) -> None:
        raise RuntimeError(f"killed at {path}")

    job_id = await a_finished_song(stage)
    await pass_by(stage, 31 * DAY)
    monkeypatch.setattr(shutil, "rmtree", crash)
    with pytest.raises(RuntimeError, match=job_id):
        await make_room(stage)
    assert folders(stage) == {job_id}
    assert [take.file for take in (await stage.job(job_id)).takes] == [None, None]


async def test_files_that_a_crash_left_behind_are_removed_after_a_day(stage: TheStage) -> None:
    job_id = await a_finished_song(stage)
    await stage.store.forget_files(job_id)  # and then the process is killed
    assert await stage.store.kept() == []
    await pass_by(stage, 2 * DAY)
    touch(stage, job_id, at=stage.clock.now() - DAY + HOUR)
    await make_room(stage)
    assert folders(stage) == {job_id}
    await pass_by(stage, 2 * HOUR)
    await make_room(stage)
    assert folders(stage) == set()


async def test_a_song_on_its_way_keeps_its_files_however_long_it_takes(stage: TheStage) -> None:
    stage.composer.hold_before = 3
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    assert folders(stage) == {job_id}
    await stage.store.forget_files(job_id)  # as if killed before the cover's row was saved
    touch(stage, job_id, at=NOON)
    await pass_by(stage, 40 * DAY)
    await make_room(stage)
    assert folders(stage) == {job_id}


async def test_an_overdue_songs_folder_waits_a_day_for_late_takes(stage: TheStage) -> None:
    stage.composer.script = (*WHOLE_SONG[:2], Overdue("nothing came"))
    stage.composer.after_restart = (Overdue("not yet"),)
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
    await stage.store.forget_files(job_id)
    touch(stage, job_id, at=NOON - 2 * DAY)
    await make_room(stage)
    assert folders(stage) == {job_id}
    await pass_by(stage, DAY + HOUR)
    await make_room(stage)
    assert folders(stage) == set()


async def test_what_no_row_knows_stays_as_long_as_a_song_may(stage: TheStage) -> None:
    for name, days_ago in (("young", 29), ("old", 31)):
        (stage.folder / "archive" / name).mkdir(parents=True)
        touch(stage, name, at=NOON - days_ago * DAY)
    await make_room(stage)
    assert folders(stage) == {"young"}


async def test_nothing_outside_the_archive_is_touched(stage: TheStage) -> None:
    elsewhere = stage.folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "song.mp3").touch()
    (stage.folder / "archive").mkdir()
    (stage.folder / "archive" / "link").symlink_to(elsewhere)
    os.utime(elsewhere, (0, 0))
    await make_room(stage)
    assert (elsewhere / "song.mp3").exists()


async def test_files_that_are_gone_already_hold_nothing_up(stage: TheStage) -> None:
    gone = await a_finished_song(stage, "gone")
    await a_finished_song(stage, "there")
    shutil.rmtree(stage.folder / "archive" / gone)
    await pass_by(stage, 31 * DAY)
    await make_room(stage)
    assert folders(stage) == set()
    assert await stage.store.kept() == []


async def a_finished_song(stage: TheStage, prompt: str = "rain") -> str:
    async with stage.at_work() as busker:
        return await stage.song(busker, prompt)


async def pass_by(stage: TheStage, time: timedelta) -> None:
    await stage.clock.move(time.total_seconds())


async def make_room(stage: TheStage) -> None:
    await stage.busker().retention.make_room()


def touch(stage: TheStage, job_id: str, *, at: datetime) -> None:
    os.utime(stage.folder / "archive" / job_id, (at.timestamp(), at.timestamp()))


def folders(stage: TheStage) -> set[str]:
    return {each.name for each in (stage.folder / "archive").iterdir()}
