import re
from pathlib import Path

import pytest

from bot.quotas import Rule
from bot.settings import Settings, WrongSettings, load

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def as_written(value: object) -> str:
    match value:
        case None | ():
            return ""
        case bool():
            return "on" if value else "off"
        case tuple():
            return ",".join(map(as_written, value))
        case Rule() | Path() | str() | int() | float():
            return str(value)
        case zone:
            return str(zone)


def test_the_example_lists_every_setting_with_its_default() -> None:
    listed = dict(re.findall(r"^#([A-Z_]+)=(.*)$", EXAMPLE.read_text("utf-8"), re.MULTILINE))
    defaults = {
        name.upper(): as_written(field.default) for name, field in Settings.model_fields.items()
    }
    assert listed == defaults


def test_the_example_can_be_used_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE.read_text("utf-8").replace("\n#", "\n"), "utf-8")
    assert load() == Settings(_env_file=None)  # type: ignore[call-arg]  # a library's own way


def test_the_environment_outranks_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("BUSKER_RUNNING=3\nBUSKER_WAITING=4\n", "utf-8")
    monkeypatch.setenv("BUSKER_RUNNING", "7")
    settings = load()
    assert (settings.busker_running, settings.busker_waiting) == (7, 4)


def test_all_that_is_wrong_is_named_at_once_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "BUSKER_DEFAULT_QUOTA": "five",
        "BUSKER_BUDGET": "60/day,1500/year",
        "BUSKER_RUNNING": "many",
        "BUSKER_WAITING": "0",
        "BUSKER_TIMEZONE": "Mars/Olympus",
        "BUSKER_DIRECT": "maybe",
        "BUSKER_SERVERS": "discord:1,slack:T1:2",
        "DISCORD_GUILD_IDS": "1, the garden",
        "BUSKER_HTTP": "8080",
        "SOUNDVERSE_MODE": "fast",
        "SOUNDVERSE_BASE_URL": "api.soundverse.ai",
        "DATABASE_URL": "postgres://x",
        "BUSKER_BUGET": "3/day",
    }
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettings) as refused:
        load()
    told = dict(problem.split(": ", 1) for problem in refused.value.problems)
    assert told.keys() == wrong.keys()
    assert "5/day" in told["BUSKER_DEFAULT_QUOTA"]
    assert "1500/year" in told["BUSKER_BUDGET"]
    assert told["BUSKER_RUNNING"] == "write a number."
    assert "greater than or equal to 1" in told["BUSKER_WAITING"]
    assert "Europe/Berlin" in told["BUSKER_TIMEZONE"]
    assert "slack:<team>" in told["BUSKER_SERVERS"]
    assert '"the garden" is no id' in told["DISCORD_GUILD_IDS"]
    assert "'stream' or 'sync'" in told["SOUNDVERSE_MODE"]
    assert "https://" in told["SOUNDVERSE_BASE_URL"]
    assert "sqlite:///" in told["DATABASE_URL"]
    assert told["BUSKER_BUGET"] == "there is no such setting; did you mean BUSKER_BUDGET?"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HOUSEBAND_ADDRESS", "127.0.0.1:0"),
        ("HOUSEBAND_ADDRESS", "::1:18791"),
        ("HOUSEBAND_ADDRESS", "127.0.0.1:80:80"),
        ("HOUSEBAND_PROCESSES", "9999"),
        ("SOUNDVERSE_BASE_URL", "https://"),
        ("SOUNDVERSE_BASE_URL", "http://x:99999"),
        ("SOUNDVERSE_BASE_URL", "https://ana:s3cr3t@api.soundverse.ai"),
        ("DATABASE_URL", "postgres://ana:s3cr3t@host/busker"),
        ("BUSKER_PRICE_PER_SONG", "nan"),
        ("BUSKER_PRICE_PER_SONG", "-1"),
        ("BUSKER_ADMINS", "bob"),
        ("SOUNDVERSE_STATUS_PATHS", "status"),
    ],
)
def test_what_would_fail_later_is_refused_now_and_no_password_is_repeated(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettings) as refused:
        load()
    [problem] = refused.value.problems
    assert problem.startswith(f"{name}: ")
    assert "s3cr3t" not in problem


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"BUSKER_RUNNING=\xff\xfe")
    with pytest.raises(WrongSettings, match=r"\.env: it is no text in UTF-8"):
        load()


def test_secrets_are_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOUNDVERSE_API_KEY", "sksoundverse_s3cr3t")
    monkeypatch.setenv("DISCORD_TOKEN", "discord-s3cr3t")
    monkeypatch.setenv("BUSKER_RUNNING", "many")
    with pytest.raises(WrongSettings) as refused:
        load()
    assert "s3cr3t" not in str(refused.value)
    monkeypatch.delenv("BUSKER_RUNNING")
    assert "s3cr3t" not in repr(load())
