import asyncio
import errno
import itertools
import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bot.operating.upkeep import BackupFailed
from storage.backup import _outcome_of, back_up
from storage.checkup import examine
from storage.database import Database, open_database
from storage.queries import migrations


@pytest.fixture
async def database(tmp_path: Path) -> Path:
    """A Busker's database that knows one person, and nobody at it."""
    path = tmp_path / "data" / "busker.db"
    async with open_database(path) as file:
        await remember(file, "ana")
    return path


async def remember(database: Database, person: str) -> None:
    await database.write("remember_person", platform="console", id=person, locale="en", now=0)


def people_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        return [name for (name,) in file.execute("SELECT id FROM people ORDER BY id")]


async def write_without_pause(database: Database, news: asyncio.Event) -> None:
    """Somebody new comes all the time; every hundredth time it is news."""
    for number in itertools.count():
        await remember(database, f"person{number:06}")
        if number % 100 == 99:
            news.set()


async def test_a_copy_made_while_busker_writes_is_whole_and_has_no_gap(tmp_path: Path) -> None:
    live, copy, news = tmp_path / "busker.db", tmp_path / "copy.db", asyncio.Event()
    async with open_database(live) as database:
        writing = asyncio.create_task(write_without_pause(database, news))
        await news.wait()
        before = people_in(live)
        await asyncio.to_thread(back_up, live, copy)
        news.clear()
        await news.wait()  # it goes on writing
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
    copied = people_in(copy)
    assert copied == [f"person{number:06}" for number in range(len(copied))]
    assert len(before) <= len(copied) < len(people_in(live))


async def test_busker_starts_on_the_copy_and_writes_again(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "copy.db")
    async with open_database(tmp_path / "copy.db") as file:
        await remember(file, "ben")
    assert people_in(tmp_path / "copy.db") == ["ana", "ben"]
    assert examine(tmp_path / "copy.db").journal == "wal"


async def test_the_copy_is_one_file_for_its_owners_eyes(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    back_up(database, folder / "copy.db")
    assert [each.name for each in folder.iterdir()] == ["copy.db"]
    assert stat.S_IMODE((folder / "copy.db").stat().st_mode) == 0o600
    assert people_in(folder / "copy.db") == ["ana"]


def refusal(source: Path, target: Path) -> str:
    there = set(target.parent.iterdir()) if target.parent.is_dir() else set()
    with pytest.raises(BackupFailed) as refused:
        back_up(source, target)
    assert there == (set(target.parent.iterdir()) if target.parent.is_dir() else set())
    return refused.value.outcome


async def test_an_existing_file_is_never_overwritten(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("precious")
    assert refusal(database, target) == "exists"
    assert target.read_text() == "precious"


async def test_what_cant_be_copied_or_kept_is_told_apart(database: Path, tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.db", tmp_path / "copy.db") == "missing"
    assert refusal(database, tmp_path / "nowhere" / "copy.db") == "no-folder"
    (tmp_path / "text.db").write_bytes(b"no database, only a rather long text " * 200)
    assert refusal(tmp_path / "text.db", tmp_path / "copy.db") == "corrupt"


async def test_a_damaged_database_is_not_kept_as_a_copy(database: Path, tmp_path: Path) -> None:
    damage(database)
    assert refusal(database, tmp_path / "copy.db") == "corrupt"


def damage(path: Path) -> None:
    """Overwrite all but the first page, which holds the header and the schema."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EACCES, "not-writable"),
        (errno.EROFS, "not-writable"),
        (errno.EIO, "failed"),
    ],
)
def test_a_systems_refusal_has_its_outcome(number: int, outcome: str) -> None:
    assert _outcome_of(OSError(number, os.strerror(number))) == outcome


def test_sqlites_word_for_a_full_disk_is_understood() -> None:
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("PRAGMA max_page_count = 1")
        with pytest.raises(sqlite3.OperationalError) as full:
            file.execute("CREATE TABLE a (b)")
    assert _outcome_of(full.value) == "full"


async def test_a_running_busker_is_looked_at_without_disturbing_it(tmp_path: Path) -> None:
    path = tmp_path / "busker.db"
    async with open_database(path) as database:
        await remember(database, "ana")
        found = examine(path)
        await remember(database, "ben")
    assert (found.state, found.version, found.journal) == ("fine", len(migrations()), "wal")
    assert people_in(path) == ["ana", "ben"]


async def test_every_condition_of_a_database_is_recognised(database: Path, tmp_path: Path) -> None:
    assert examine(tmp_path / "none.db").state == "missing"
    assert not (tmp_path / "none.db").exists()
    assert examine(tmp_path).state == "unreadable"
    for version, state in ((999, "too-new"), (0, "older")):
        with closing(sqlite3.connect(database)) as file:
            file.execute(f"PRAGMA user_version = {version}")
        assert examine(database).state == state
    damage(database)
    assert examine(database).state == "corrupt"
