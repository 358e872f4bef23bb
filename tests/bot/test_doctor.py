import http.server
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import structlog

from bot.__main__ import main
from bot.checkup import purchase as buying
from bot.checkup.doctor import check_up
from bot.operating.room import Room
from bot.settings import Settings
from storage.database import open_database
from storage.queries import migrations
from tests.houseband.soundfonts import write_soundfont
from tests.ports import free_port


@pytest.fixture(autouse=True)
def log_as_before() -> Iterator[None]:
    """A purchase logs into its own folder; whoever comes next doesn't."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.fixture(autouse=True)
def fresh_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings but a free address for the band."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HOUSEBAND_ADDRESS", f"127.0.0.1:{free_port()}")


class Answering(http.server.BaseHTTPRequestHandler):
    """Says its name, whatever is asked."""

    name = "house band"

    def do_GET(self) -> None:
        body = json.dumps({"name": self.name}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Stay silent."""


class Stranger(Answering):
    name = "a printer"


@pytest.fixture
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    server = http.server.HTTPServer(("127.0.0.1", 0), getattr(request, "param", Answering))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def examined(capsys: pytest.CaptureFixture[str], *, is_well: bool, spend: bool = False) -> str:
    assert check_up(spend=spend) is is_well
    return capsys.readouterr().out


async def test_a_fresh_folder_is_well_and_stays_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = examined(capsys, is_well=True).splitlines()
    assert lines[0] == "ok     Settings: all can be used."
    assert all(line.startswith("ok ") for line in lines[:-1])
    assert lines[-1] == "Nothing is wrong."
    assert list(tmp_path.iterdir()) == []


async def test_a_running_buskers_database_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    async with open_database(Path("data/busker.db")):
        said = examined(capsys, is_well=True)
    version = len(migrations())
    assert f"data/busker.db is whole; version {version}, journal wal, 0 songs." in said


def test_all_wrong_settings_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BUSKER_RUNNING", "many")
    monkeypatch.setenv("BUSKER_BUGET", "3/day")
    said = examined(capsys, is_well=False)
    assert "wrong  BUSKER_RUNNING: write a number." in said
    assert "did you mean BUSKER_BUDGET?" in said
    assert main(["doctor"]) == 1


async def test_a_database_that_cant_be_used_is_told_with_the_mend(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = Path("data/busker.db")
    async with open_database(path):
        pass
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 999")
    assert "made by a later Busker.\n       Upgrade" in examined(capsys, is_well=False)
    path.write_bytes(b"no database, only a rather long text " * 200)
    assert "is damaged: file is not a database.\n" in examined(capsys, is_well=False)
    path.unlink()
    path.mkdir()
    assert "can't be read: " in examined(capsys, is_well=False)


def test_folders_that_cant_be_written_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("songs").write_text("a file where the folder should be")
    said = examined(capsys, is_well=False)
    assert "wrong  Songs: songs can't be written: Not a directory." in said


def test_a_disk_without_room_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Room, "is_full", True)
    assert "wrong  Disk: only " in examined(capsys, is_well=False)
    monkeypatch.setattr(Room, "is_full", False)
    monkeypatch.setattr("bot.checkup.premises.GIB", 2**60)
    assert "note   Disk: 0.0 GiB free, less than the 10 GiB" in examined(capsys, is_well=True)


def test_soundverse_needs_a_key_and_no_secret_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BUSKER_COMPOSER", "soundverse")
    said = examined(capsys, is_well=False)
    assert "Music: Soundverse at api.soundverse.ai" in said
    assert "wrong  Key: SOUNDVERSE_API_KEY is not set." in said
    monkeypatch.setenv("SOUNDVERSE_API_KEY", "sksoundverse_s3cr3t")
    monkeypatch.setenv("SOUNDVERSE_BASE_URL", "http://127.0.0.1:1")
    said = examined(capsys, is_well=True)
    assert "Music: Soundverse at 127.0.0.1" in said
    assert "set and has the usual form" in said
    assert "by plain http" in said
    monkeypatch.setenv("SOUNDVERSE_API_KEY", "another-s3cr3t")
    said += examined(capsys, is_well=True)
    assert "doesn't begin with sksoundverse_" in said
    assert "s3cr3t" not in said


def test_a_chat_token_wants_the_composer_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "slack-s3cr3t")
    said = examined(capsys, is_well=False)
    assert "Set BUSKER_COMPOSER to soundverse or houseband." in said
    assert "wrong  Slack: SLACK_BOT_TOKEN is set, but neither" in said
    monkeypatch.setenv("SOUNDVERSE_API_KEY", "sksoundverse_s3cr3t")
    said += examined(capsys, is_well=False)
    assert "ok     Music: Soundverse at api.soundverse.ai, since its key is set." in said
    assert "s3cr3t" not in said


def test_a_key_that_nobody_uses_is_mentioned(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BUSKER_COMPOSER", "houseband")
    monkeypatch.setenv("SOUNDVERSE_API_KEY", "sksoundverse_s3cr3t")
    assert "set and not used" in examined(capsys, is_well=True)


def test_our_own_band_at_its_address_is_no_trouble(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.setenv("HOUSEBAND_ADDRESS", address)
    assert f"House band: one is playing at {address}." in examined(capsys, is_well=True)


@pytest.mark.parametrize("address", [Stranger], indirect=True)
def test_somebody_else_at_the_bands_address_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.setenv("HOUSEBAND_ADDRESS", address)
    said = examined(capsys, is_well=False)
    assert f"wrong  House band: it can't have {address}: Address already in use." in said


def test_a_band_elsewhere_must_answer_and_needs_its_key(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.setenv("BUSKER_COMPOSER", "houseband")
    monkeypatch.setenv("SOUNDVERSE_BASE_URL", "http://127.0.0.1:1")
    said = examined(capsys, is_well=False)
    assert "HOUSEBAND_KEY is not set" in said
    assert "wrong  House band: none answers at 127.0.0.1:1." in said
    monkeypatch.setenv("SOUNDVERSE_BASE_URL", f"http://{address}")
    monkeypatch.setenv("HOUSEBAND_KEY", "a-key")
    assert f"one is playing at {address}" in examined(capsys, is_well=True)


def test_alarms_are_told_where_somebody_reads_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "ok     Alarms: troubles are only in the log" in examined(capsys, is_well=True)
    monkeypatch.setenv("BUSKER_OPERATOR_CHANNEL", "slack:C123")
    said = examined(capsys, is_well=True)
    assert "note   Alarms: troubles can't be told in slack:C123, since no SLACK_ token" in said
    monkeypatch.setenv("SLACK_BOT_TOKEN", "slack-s3cr3t")
    monkeypatch.setenv("BUSKER_COMPOSER", "houseband")
    said = examined(capsys, is_well=False)  # the token alone lets nobody in
    assert "ok     Alarms: troubles are told in slack:C123." in said
    monkeypatch.setenv("BUSKER_OPERATOR_CHANNEL", "#music")
    said = examined(capsys, is_well=False)
    assert 'BUSKER_OPERATOR_CHANNEL: "#music" is no channel; write discord:<channel id>' in said


def test_the_listeners_address_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.setenv("BUSKER_PUBLIC_URL", "https://songs.example")
    assert "Set BUSKER_HTTP to the host:port" in examined(capsys, is_well=False)
    monkeypatch.setenv("BUSKER_HTTP", address)
    said = examined(capsys, is_well=False)
    assert f"wrong  HTTP: BUSKER_HTTP can't have {address}: Address already in use." in said
    free_address = f"127.0.0.1:{free_port()}"
    monkeypatch.setenv("BUSKER_HTTP", free_address)
    assert f"ok     HTTP: {free_address} is free for BUSKER_HTTP." in examined(capsys, is_well=True)


def test_instruments_that_dont_load_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.checkup.musician.INSTRUMENTS", "import no_such_lute")
    said = examined(capsys, is_well=False)
    assert "don't load: ModuleNotFoundError: No module named 'no_such_lute'" in said
    assert "make setup" in said


def test_a_soundfont_is_looked_into_and_one_that_cannot_be_used_is_only_mentioned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    font = write_soundfont(tmp_path / "tiny.sf2", [0, 73])
    monkeypatch.setenv("HOUSEBAND_SOUNDFONT", str(font))
    sentence = f"House band: these sounds come from the soundfont {font}: flute, piano."
    assert f"ok     {sentence}" in examined(capsys, is_well=True)
    monkeypatch.setenv("HOUSEBAND_SOUNDFONT", "gone.sf2")
    assert (
        "note   House band: it can't use the soundfont and plays on with its own sounds. "
        "The soundfont gone.sf2 can't be read (No such file or directory)."
    ) in examined(capsys, is_well=True)


def test_nothing_is_bought_while_something_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BUSKER_COMPOSER", "soundverse")
    said = examined(capsys, is_well=False, spend=True)
    assert "Song: none was bought, since something is wrong." in said


@pytest.mark.parametrize(
    ("prompt", "sentences"),
    [
        ("rain 10 s mishap:nsfw", ["declined the words", "This cost nothing."]),
        ("rain 10 s mishap:fail", ["failed to make it", "The service charged for it."]),
    ],
)
def test_a_song_that_doesnt_come_is_told_with_what_it_cost(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    prompt: str,
    sentences: list[str],
) -> None:
    monkeypatch.setattr(buying, "PROMPT", prompt)
    said = examined(capsys, is_well=False, spend=True)
    for sentence in sentences:
        assert sentence in said


async def test_every_end_of_a_backup_has_its_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = Path("data/busker.db")
    assert main(["backup", "copy.db"]) == 1
    assert capsys.readouterr().err.startswith("There is no database at data/busker.db yet")
    async with open_database(database):
        assert main(["backup", "copy.db"]) == 0
    assert "KiB, checked and whole." in capsys.readouterr().out
    assert main(["backup", "copy.db"]) == 1
    assert capsys.readouterr().err == "copy.db is there already. Name a file that isn't.\n"
    assert main(["backup", str(tmp_path / "nowhere" / "copy.db")]) == 1
    assert capsys.readouterr().err == f"There is no folder {tmp_path}/nowhere. Make it first.\n"
