"""A write-ahead log that a crash left behind, and that the disk has changed since."""

import shutil
from pathlib import Path

import pytest

from storage.database import DatabaseUnusable, open_database
from storage.wal import broken_frame
from tests.storage.test_backup import people_in, remember

HEADER, FRAME = 32, 24 + 4096
PEOPLE = 5


async def left_behind(folder: Path) -> Path:
    """A database as a crash leaves it: every person came in a transaction of their own."""
    live, left = folder / "live.db", folder / "busker.db"
    async with open_database(live) as database:
        await database._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        for number in range(PEOPLE):
            await remember(database, f"person{number}")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{live}{suffix}", f"{left}{suffix}")
    return left


def harm(left: Path, at: int) -> Path:
    log = left.with_name("busker.db-wal")
    content = bytearray(log.read_bytes())
    content[at] ^= 1
    log.write_bytes(content)
    return log


async def test_a_log_that_is_whole_is_read_to_its_end(tmp_path: Path) -> None:
    left = await left_behind(tmp_path)
    assert broken_frame(left.with_name("busker.db-wal")) is None
    async with open_database(left):
        pass
    assert len(people_in(left)) == PEOPLE


@pytest.mark.parametrize("frame", range(3))
@pytest.mark.parametrize("byte", [0, 5, 9, 17, 24, 4000])
async def test_damage_before_the_last_transactions_is_told(
    tmp_path: Path, frame: int, byte: int
) -> None:
    left = await left_behind(tmp_path)
    log = harm(left, HEADER + frame * FRAME + byte)
    assert broken_frame(log) in {frame + 1, frame + 2}  # a frame of other salts is none of this log
    with pytest.raises(DatabaseUnusable, match="write-ahead log is broken at frame") as told:
        async with open_database(left):
            pass
    assert told.value.reason == "damaged"


@pytest.mark.parametrize("byte", [0, 9, 17, 25])
async def test_damage_to_the_logs_own_header_is_told(tmp_path: Path, byte: int) -> None:
    left = await left_behind(tmp_path)
    assert broken_frame(harm(left, byte)) == 1


@pytest.mark.parametrize("missing", [1, 100, FRAME - 1, FRAME])
async def test_the_end_of_a_power_cut_is_no_damage(tmp_path: Path, missing: int) -> None:
    left = await left_behind(tmp_path)
    log = left.with_name("busker.db-wal")
    log.write_bytes(log.read_bytes()[:-missing])
    async with open_database(left):
        pass
    assert len(people_in(left)) == PEOPLE - 1


async def test_what_a_longer_log_has_left_behind_is_no_damage(tmp_path: Path) -> None:
    live, left = tmp_path / "live.db", tmp_path / "busker.db"
    async with open_database(live) as database:
        for number in range(PEOPLE):
            await remember(database, f"person{number}")
        await database._writer.execute_fetchall("PRAGMA wal_checkpoint(RESTART)")
        await remember(database, "newcomer")
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{live}{suffix}", f"{left}{suffix}")
    assert left.with_name("busker.db-wal").stat().st_size > HEADER + 2 * FRAME
    async with open_database(left):
        pass
    assert len(people_in(left)) == PEOPLE + 1
