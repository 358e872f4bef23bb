import sqlite3
from pathlib import Path

import pytest

from bot.operating.upkeep import BackupFailed
from storage.backup import back_up
from storage.checkup import examine
from storage.database import DatabaseInUse, DatabaseTooNew, DatabaseUnusable, open_database
from storage.queries import migrations
from storage.store import Store
from tests.makers import a_job


async def test_rows_are_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "busker.db"
    async with open_database(path) as database:
        await Store(database).admit(a_job(), ())
    async with open_database(path) as database:
        assert await Store(database).get("rainsong") == a_job()


async def test_a_second_busker_on_the_same_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "busker.db"
    async with open_database(path):
        with pytest.raises(DatabaseInUse):
            async with open_database(path):
                pass


async def test_a_file_from_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "busker.db"
    async with open_database(path):
        pass
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA user_version = 999")
    file.close()
    with pytest.raises(DatabaseTooNew):
        async with open_database(path):
            pass


async def test_a_schema_that_is_no_text_any_more_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "busker.db"
    async with open_database(path):
        pass
    content = path.read_bytes()
    entry = b"tablepeoplepeople\x02CREATE TABLE people"
    assert entry in content
    path.write_bytes(
        content.replace(entry, b"table" + b"\xb9" * 6 + b"people\x02CREAKS TABLE people")
    )
    with pytest.raises(DatabaseUnusable) as told:
        async with open_database(path):
            pass
    assert told.value.reason == "damaged"
    assert examine(path).state == "corrupt"
    with pytest.raises(BackupFailed) as failed:
        back_up(path, tmp_path / "copy.db")
    assert failed.value.outcome == "corrupt"


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "busker.db"
    path.write_bytes(b"this is a text, and a rather long one, not a database" * 100)
    with pytest.raises(DatabaseUnusable, match="not a database"):
        async with open_database(path):
            pass


async def test_the_file_is_durable_strict_and_at_the_newest_version(tmp_path: Path) -> None:
    path = tmp_path / "busker.db"
    async with open_database(path) as database:
        assert await database.read("job", id="none") == []
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await database.read("remember_person", platform="p", id="i", locale="en", now=0)
    file = sqlite3.connect(path)
    assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert file.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
    tables = file.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    loose = {name for name, strict in tables if not strict and not name.startswith("sqlite_")}
    file.close()
    assert not loose
