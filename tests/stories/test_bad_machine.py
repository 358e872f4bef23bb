"""What an operator reads when the machine isn't as Busker needs it, and that nothing is lost by it."""

import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.stories.conftest import Home


@contextmanager
def disk(folder: Path, size: str) -> Iterator[None]:
    """A disk of its own at that folder. Only some users may have one, and the test is skipped for others."""
    folder.mkdir(parents=True)
    try:
        run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    except (subprocess.CalledProcessError, FileNotFoundError):
        pytest.skip("only a user who may mount can have a small disk")
    try:
        yield
    finally:
        run("umount", "--lazy", str(folder))


def run(*command: str, folder: Path | None = None) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def database_of(home: Home) -> Path:
    return home.folder / "data" / "busker.db"


def test_a_database_of_a_later_version_is_left_alone(home: Home) -> None:
    home.run("try", "/music rain 10 s")
    with closing(sqlite3.connect(database_of(home))) as file:
        file.execute("PRAGMA user_version = 999")
    _, complained = home.run("try", "/quota", code=1)
    assert complained == (
        "data/busker.db was made by a later version of Busker. Upgrade this one.\n"
    )
    assert home.rows("SELECT stage FROM jobs") == [("done",)]


def test_a_database_that_another_program_has_locked_is_told(home: Home) -> None:
    home.run("try", "/quota")
    with closing(sqlite3.connect(database_of(home), isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        _, complained = home.run("try", "/quota", code=1)
    assert complained == "data/busker.db is locked by another program. Close that first.\n"
    home.run("try", "/quota")


def test_a_database_that_cant_be_written_is_told(home: Home) -> None:
    shelf = home.folder / "shelf"
    home.environment["DATABASE_URL"] = "sqlite:///shelf/busker.db"
    with disk(shelf, "4m"):
        home.run("try", "/quota")
        run("mount", "-o", "remount,ro", str(shelf))
        _, complained = home.run("try", "/quota", code=1)
    assert complained == (
        "shelf/busker.db can't be written: Read-only file system. "
        "Let the user who runs Busker write the file and its folder.\n"
    )


def test_a_folder_in_the_databases_place_is_told(home: Home) -> None:
    database_of(home).mkdir(parents=True)
    _, complained = home.run("try", "/quota", code=1)
    assert complained.startswith("data/busker.db can't be written: it is a folder.")


def test_a_disk_without_room_takes_no_songs_and_spends_nothing(home: Home) -> None:
    home.environment["HOUSEBAND_DATA_DIR"] = str(home.folder / "band")
    with disk(home.folder / "data", "8m"):
        said, _ = home.run("try", "/music rain 10 s", code=1)
        assert "Busker has no room left to keep a song" in said
        assert home.rows("SELECT count(*) FROM jobs") == [(0,)]
        checked, _ = home.run("doctor", code=1)
        assert "wrong  Disk: only 0.0 GiB free." in checked
    assert list((home.folder / "band").glob("jobs/*")) == []


def test_a_backup_onto_a_full_disk_is_told_and_leaves_nothing_behind(home: Home) -> None:
    home.run("try", "/quota")
    with disk(home.folder / "stick", "16k"):
        _, complained = home.run("backup", "stick/copy.db", code=1)
        assert complained == "The disk of stick is full. Nothing was kept of the copy.\n"
        assert list((home.folder / "stick").iterdir()) == []


def test_a_damaged_database_is_told_and_the_daily_copy_brings_the_songs_back(home: Home) -> None:
    home.run("try", "/music rain 10 s", "--quota", "9/week")
    copies = home.folder / "data" / "backups"
    for each in copies.iterdir():  # made before that song: as if this were the next day
        each.unlink()
    home.run("try", "/quota")
    [copy] = copies.iterdir()
    content = database_of(home).read_bytes()
    database_of(home).write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    (home.folder / "data" / "busker.db-wal").unlink(missing_ok=True)

    _, complained = home.run("try", "/quota", code=1)
    assert complained.startswith("data/busker.db is damaged: ")
    newest = f"data/backups/{copy.name}"
    assert complained.endswith(
        f"The newest copy is {newest}; docs/operate.md says how to go back to it.\n"
    )
    checked, _ = home.run("doctor", code=1)
    assert "is damaged" in checked

    as_the_document_says(home, newest)
    assert "is whole" in home.run("doctor")[0]
    said, _ = home.run("try", "/quota")
    assert "1 song asked for this week" in said
    home.run("try", "/extend at: 0:10")  # the song is there, and its files are


def as_the_document_says(home: Home, copy: str) -> None:
    """Run the lines that docs/operate.md has for going back, with that copy."""
    document = (Path(__file__).parents[2] / "docs" / "operate.md").read_text("utf-8")
    _, _, after = document.partition("## Go back to a copy")
    lines = after.partition("```sh\n")[2].partition("```")[0]
    script = lines.replace("data/backups/busker-2026-11-20.db", copy)
    assert copy in script
    run("sh", "-eu", "-c", script, folder=home.folder)


def test_a_wrong_key_makes_songs_wait_and_the_operator_is_told(home: Home) -> None:
    home.environment["HOUSEBAND_KEY"] = "the-right-key"
    band = home.start("houseband")
    assert band.stdout
    band.stdout.readline()
    home.environment |= {
        "SOUNDVERSE_BASE_URL": f"http://{home.environment['HOUSEBAND_ADDRESS']}",
        "BUSKER_COMPOSER": "houseband",
        "BUSKER_OPERATOR_CHANNEL": "console",
        "HOUSEBAND_KEY": "a-wrong-key",
    }
    process = home.start("try", "/music rain 10 s")
    assert process.stdout
    said = ""
    while "The operator has been told" not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    assert said.count("Busker needs you") == 1
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert home.rows("SELECT stage, counts, charged FROM jobs") == [("queued", 1, "no")]
    home.environment["HOUSEBAND_KEY"] = "the-right-key"
    assert "Both takes are ready" in home.run("try")[0]
    assert home.rows("SELECT count(*) FROM notices WHERE key = 'key-rejected'") == [(0,)]


def test_no_log_has_the_prompt_the_lyrics_or_the_key(home: Home) -> None:
    home.environment |= {"HOUSEBAND_KEY": "a-very-secret-key", "LOG_LEVEL": "DEBUG"}
    home.run(
        "try",
        typed="/song a waltz for Esmeralda 10 s lyrics: Quixote sleeps\n"
        "/song a waltz for Esmeralda 10 s mishap:nsfw\n"
        "/song a waltz for Esmeralda 10 s mishap:fail\n"
        "/song a waltz for Esmeralda 10 s mishap:html\n"
        "/song a waltz for Esmeralda 10 s mishap:junk\n"
        "/song a waltz for Esmeralda reference-url: https://127.0.0.1/Esmeralda.mp3\n"
        "/cancel job: Esmeralda\n/extend track: Esmeralda\n/dance Esmeralda\n",
        code=1,
    )
    logs = [each.read_text("utf-8") for each in (home.folder / "data").glob("*.log")]
    assert len(logs) == 2
    written = "".join(logs)
    assert written.count("event=stage") > 10
    for secret in ("Esmeralda", "Quixote", "a-very-secret-key"):
        assert secret not in written
