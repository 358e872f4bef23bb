"""The daily copy: one a day, seven kept, and somebody hears of it when there is none."""

import os
import shutil
from datetime import timedelta

from bot.jobs import Stage
from bot.operating.backups import EVERY_SECONDS, KEPT
from storage.database import open_database
from storage.store import Store
from tests.bot.conftest import Stage as TheStage

DAY_SECONDS = timedelta(days=1).total_seconds()


def names(stage: TheStage) -> list[str]:
    return sorted(each.name for each in (stage.folder / "backups").iterdir())


async def test_each_day_has_one_copy_and_a_week_of_them_is_kept(stage: TheStage) -> None:
    stage.is_overseen()
    (stage.folder / "backups").mkdir()
    (stage.folder / "backups" / "busker-mine.db").write_text("the operator's own")
    async with stage.at_work():
        assert names(stage) == ["busker-2026-11-20.db", "busker-mine.db"]
        await stage.clock.move(3 * EVERY_SECONDS)
        assert len(names(stage)) == 2
        await stage.clock.move(9 * DAY_SECONDS)
    *dated, own = names(stage)
    assert own == "busker-mine.db"
    assert dated == [f"busker-2026-11-{day}.db" for day in range(23, 30)]
    assert len(dated) == KEPT
    assert stage.chat.alarms == []


async def test_what_a_crash_left_of_a_copy_is_removed(stage: TheStage) -> None:
    stage.is_overseen()
    (stage.folder / "backups").mkdir()
    (stage.folder / "backups" / ".busker-2026-11-19.db.x7k2").write_bytes(b"half a copy")
    async with stage.at_work():
        assert names(stage) == ["busker-2026-11-20.db"]


async def test_a_restart_makes_no_second_copy_of_the_day(stage: TheStage) -> None:
    stage.is_overseen()
    async with stage.at_work():
        pass
    [copy] = (stage.folder / "backups").iterdir()
    made_at = copy.stat().st_mtime_ns
    async with stage.at_work():
        await stage.clock.move(EVERY_SECONDS)
    assert copy.stat().st_mtime_ns == made_at


async def test_a_song_that_plays_meanwhile_is_in_the_copy_and_ends_when_that_is_gone_back_to(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        await stage.store.copy_to(stage.folder / "copy.db")
    async with open_database(stage.folder / "copy.db") as database:
        copied = await Store(database).get(song)
    assert copied is not None
    assert (copied.ids, copied.stage) == ((await stage.job(song)).ids, Stage.INTERRUPTED)


async def test_without_a_copy_the_operator_is_told_until_there_is_one(stage: TheStage) -> None:
    stage.is_overseen()
    (stage.folder / "backups").write_text("a file where the folder should be")
    async with stage.at_work():
        await stage.clock.move(2 * EVERY_SECONDS)
        why = f"Nothing can be written in {stage.folder}/backups: File exists."
        assert stage.chat.alarms == [f"There is no backup of today. {why}"]
        (stage.folder / "backups").unlink()
        await stage.clock.move(EVERY_SECONDS)
        assert names(stage) == ["busker-2026-11-20.db"]
        assert await stage.store.told_at("backup-failed") is None


async def test_a_copy_that_went_missing_is_made_anew(stage: TheStage) -> None:
    stage.is_overseen()
    async with stage.at_work():
        shutil.rmtree(stage.folder / "backups")
        await stage.clock.move(EVERY_SECONDS)
        assert names(stage) == ["busker-2026-11-20.db"]


async def test_the_newest_copy_tells_how_old_the_backup_is(stage: TheStage) -> None:
    stage.is_overseen()
    backups = stage.busker().backups
    assert backups is not None
    assert backups.age() is None
    await backups.keep_up()
    [copy] = (stage.folder / "backups").iterdir()
    made = stage.clock.now().timestamp()
    os.utime(copy, (made, made))
    await stage.clock.move(7200)
    assert backups.age() == timedelta(hours=2)
