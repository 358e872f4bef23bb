"""A copy that was gone back to: what was on its way in it may have been made since, and isn't made again."""

import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.jobs import Charged, Stage
from bot.playing.sweeper import EVERY_SECONDS, FROM
from bot.words import words_for
from storage.backup import back_up
from storage.database import DatabaseUnusable, open_database
from storage.store import Store
from tests.bot.conftest import Stage as TheStage
from tests.fakes.quiet import WatchedDatabase

SONGS = 2
SAYS_WHY = words_for("en").say("failure-restored")


@asynccontextmanager
async def gone_back_to(stage: TheStage, copy: Path) -> AsyncGenerator[WatchedDatabase]:
    """The same stage, on that file."""
    async with open_database(copy) as database:
        database.__class__ = WatchedDatabase
        assert isinstance(database, WatchedDatabase)
        database.activity = stage.activity
        stage.store = Store(database)
        yield database


@pytest.mark.parametrize("before", [0, 1, 2, 3, 4])
async def test_nothing_that_was_on_its_way_is_asked_for_or_posted_again(
    stage: TheStage, before: int
) -> None:
    stage.composer.hold_before = before
    async with stage.at_work(songs_at_once=1) as busker:
        playing, waiting = [await stage.song(busker, prompt) for prompt in ("rain", "snow")]
        copy = stage.folder / "copy.db"
        back_up(stage.store._database.path, copy)
        stage.composer.go_on.set()
        await stage.settle()
        assert {(await stage.job(song)).stage for song in (playing, waiting)} == {Stage.DONE}
    asked, posted = len(stage.composer.book), stage.chat.deliveries
    async with gone_back_to(stage, copy) as database:
        assert database.songs_ended == SONGS
        async with stage.at_work():
            await stage.clock.move(60)
        for song in (playing, waiting):
            job = await stage.job(song)
            assert (job.stage, job.failure, job.counts) == (Stage.INTERRUPTED, "restored", False)
            card = stage.chat.last(song)
            assert SAYS_WHY in card.lines
            assert "This doesn't count." in card.lines
            assert [button.action for button in card.buttons] == ["again", "edit"]
        charged = Charged.YES if before > 1 else Charged.MAYBE
        assert (await stage.job(playing)).charged is charged
        assert (await stage.job(waiting)).charged is Charged.MAYBE
    assert (len(stage.composer.book), stage.chat.deliveries) == (asked, posted)


async def test_what_the_service_had_accepted_is_looked_for_kept_and_told(stage: TheStage) -> None:
    stage.composer.hold_before = 2
    copy = stage.folder / "copy.db"
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        back_up(stage.store._database.path, copy)
    stage.composer.hold_before = None
    async with gone_back_to(stage, copy), stage.at_work():
        # the copy was opened by the machine's clock
        await stage.clock.move((await ended_after(stage, song)) + FROM.total_seconds())
        await stage.clock.move(EVERY_SECONDS)
        job = await stage.job(song)
        assert (job.stage, job.counts) == (Stage.INTERRUPTED, False)
        assert [take.file is not None for take in job.takes] == [True, True]
        assert len(stage.chat.told) == 1
    assert (len(stage.composer.book), stage.chat.deliveries) == (1, 0)


async def ended_after(stage: TheStage, song: str) -> float:
    finished_at = (await stage.job(song)).finished_at
    assert finished_at
    return max(0.0, (finished_at - stage.clock.now()).total_seconds())


async def test_a_copy_is_known_as_one_only_once(stage: TheStage) -> None:
    copy, copy_of_copy = stage.folder / "copy.db", stage.folder / "copy-of-copy.db"
    back_up(stage.store._database.path, copy)
    back_up(copy, copy_of_copy)
    async with open_database(copy) as database:
        assert database.songs_ended == 0
    async with open_database(copy) as database:
        assert database.songs_ended is None
    async with open_database(copy_of_copy) as database:
        assert database.songs_ended == 0


async def test_a_copy_that_cant_be_worked_on_stays_one(stage: TheStage) -> None:
    stage.composer.hold_before = 1
    copy = stage.folder / "copy.db"
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        back_up(stage.store._database.path, copy)
    with closing(sqlite3.connect(copy)) as file:
        file.execute(
            "CREATE TRIGGER breaks BEFORE UPDATE OF stage ON jobs BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with pytest.raises(DatabaseUnusable, match="no"):
        async with open_database(copy):
            pass
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("SELECT stage FROM jobs WHERE id = ?", (song,)).fetchall() == [
            ("working",)
        ]
        file.execute("DROP TRIGGER breaks")
    async with gone_back_to(stage, copy) as database:
        assert database.songs_ended == 1
