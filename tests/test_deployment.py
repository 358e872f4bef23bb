"""What can be known of the Dockerfile and of compose.yaml without a Docker engine."""

import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement

from bot.__main__ import main
from bot.opening import band_environment
from bot.settings import Settings, load
from houseband.server.settings import settings_from
from tests.fakes.discord import discord_beside
from tests.ports import free_port

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PACKAGES = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
SERVICES = ("busker", "houseband")
TOOLS_OWN = ("PATH", "PYTHON", "PIP_")
"""How names begin that mean something to Python or pip, not to Busker."""


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's, each as its word and the rest."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines)]


def image_environment() -> dict[str, str]:
    """What the last ENV says: the first belongs to the stage that builds."""
    *_, last = (rest for word, rest in instructions() if word == "ENV")
    return dict(pair.split("=", 1) for pair in last.split())


def compose() -> dict[str, str]:
    """compose.yaml as paths and values: `services/busker/command`. It keeps to plain nested mappings."""
    found, path = dict[str, str](), list[str]()
    for line in (ROOT / "compose.yaml").read_text().splitlines():
        if not line or line.lstrip().startswith("#"):
            continue
        entry = re.fullmatch(r"((?:  )*)([\w<.-]+):(?: (.+))?", line)
        assert entry, f"not a plain mapping: {line}"
        depth = len(entry[1]) // 2
        assert depth <= len(path), f"too far to the right: {line}"
        path[depth:] = [entry[2]]
        assert "/".join(path) not in found, f"said twice: {line}"
        found["/".join(path)] = entry[3] or ""
    return found


def environment_of(service: str, **chosen: str) -> dict[str, str]:
    """What its process sees, with `chosen` in the operator's `.env`."""
    start = f"services/{service}/environment/"
    given = {
        name.removeprefix(start): text for name, text in compose().items() if name.startswith(start)
    }
    return image_environment() | {name: filled(text, chosen) for name, text in given.items()}


def filled(text: str, chosen: dict[str, str]) -> str:
    return re.sub(
        r"\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}", lambda m: chosen.get(m[1]) or m[2] or "", text
    )


@pytest.fixture
def settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Settings:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment_of(request.param, HOUSEBAND_KEY="secret").items():
        if not name.startswith(TOOLS_OWN):
            monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return load()


@pytest.mark.parametrize("settings", ["busker"], indirect=True)
def test_compose_sends_the_bot_to_the_band_with_its_key(settings: Settings) -> None:
    assert settings.busker_composer == "houseband"
    assert settings.soundverse_base_url == "http://houseband:8791"
    assert settings.houseband_key is not None
    assert settings.houseband_key.get_secret_value() == "secret"


@pytest.mark.parametrize("settings", ["houseband"], indirect=True)
def test_compose_lets_the_band_listen_to_others_with_the_same_key(settings: Settings) -> None:
    band = settings_from(band_environment(settings))
    assert (band.host, band.port, band.key) == ("0.0.0.0", 8791, "secret")  # noqa: S104  # in a container


@pytest.mark.parametrize("settings", SERVICES, indirect=True)
def test_everything_that_is_kept_lies_in_the_volume(settings: Settings) -> None:
    volume = PurePosixPath(dict(instructions())["VOLUME"])
    database = settings.database_file
    for kept in (database, settings.busker_data_dir, settings.houseband_data_dir):
        assert PurePosixPath(kept).is_relative_to(volume)
    assert dict(instructions())["WORKDIR"] == str(volume)


def test_there_are_two_services_each_with_a_volume_of_its_own() -> None:
    found = compose()
    assert {name.split("/")[1] for name in found if name.startswith("services/")} == {*SERVICES}
    for service in SERVICES:
        assert found[f"services/{service}/volumes"] == f'["{service}:/data"]'
        assert f"volumes/{service}" in found


def test_compose_refuses_to_start_without_a_key() -> None:
    keys = [text for name, text in compose().items() if name.endswith("_KEY")]
    assert len(keys) == 2
    assert all(re.fullmatch(r"\$\{HOUSEBAND_KEY:\?[\w .]+\}", text) for text in keys)


def test_every_name_in_the_environment_is_a_setting() -> None:
    known = {name.upper() for name in Settings.model_fields}
    named = {name.rpartition("/")[2] for name in compose() if "/environment/" in name}
    named |= {name for text in compose().values() for name in re.findall(r"\$\{(\w+)", text)}
    for word, rest in instructions():
        if word in {"ENV", "ARG"}:
            named |= {pair.split("=")[0] for pair in rest.split()}
    assert {name for name in named if not name.startswith(TOOLS_OWN)} <= known


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_starts_a_command_that_busker_has(service: str) -> None:
    assert dict(instructions())["ENTRYPOINT"] == '["busker"]'
    command = compose()[f"services/{service}/command"].strip("[]")
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0


def test_the_bot_waits_until_the_band_is_healthy(tmp_path: Path) -> None:
    assert compose()["services/busker/depends_on/houseband/condition"] == "service_healthy"
    check = compose()["services/houseband/healthcheck/test"]
    found = re.fullmatch(r'\[CMD, python, -c, "(.*127\.0\.0\.1:8791.*)"\]', check)
    assert found
    environment = environment_of("houseband", HOUSEBAND_KEY="secret")
    chosen = {"HOUSEBAND_ADDRESS": "127.0.0.1:0", "HOUSEBAND_DATA_DIR": str(tmp_path / "band")}
    band = subprocess.Popen(
        [sys.executable, "-m", "houseband", "--child"],
        cwd=ROOT,
        env={**os.environ, **environment, **chosen, "PATH": os.environ["PATH"]},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with band:
        assert band.stdout
        port = band.stdout.readline().strip().rpartition(":")[2]
        code = found[1].replace("8791", port)
        is_healthy = subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
        band.terminate()
    assert is_healthy
    silenced = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert silenced.returncode != 0


def test_a_bot_that_runs_is_healthy_and_one_that_stopped_isnt(tmp_path: Path) -> None:
    check = compose()["services/busker/healthcheck/test"]
    found = re.fullmatch(r'\[CMD, python, -c, "(.*)"\]', check)
    assert found
    assert environment_of("busker")["BUSKER_HTTP"] == "127.0.0.1:8080"
    address = f"127.0.0.1:{free_port()}"
    with discord_beside() as (discord, do):
        environment = {
            **os.environ,
            **environment_of("busker", HOUSEBAND_KEY="secret", BUSKER_HTTP=address),
            "PATH": os.environ["PATH"],
            "DATABASE_URL": f"sqlite:///{tmp_path}/busker.db",
            "BUSKER_DATA_DIR": str(tmp_path),
            "DISCORD_TOKEN": discord.token,
            "DISCORD_API_BASE": discord.api,
        }
        command = compose()["services/busker/command"].strip("[]")
        bot = subprocess.Popen([sys.executable, "-m", "bot", command], cwd=ROOT, env=environment)
        with bot:
            do(discord.gateway.ready)
            asked = [sys.executable, "-c", found[1]]
            assert subprocess.run(asked, env=environment, check=False).returncode == 0
            bot.terminate()
        assert bot.returncode == 0
        silenced = subprocess.run(asked, env=environment, check=False, capture_output=True)
        assert silenced.returncode != 0


def test_the_image_does_not_run_as_root() -> None:
    *_, user = (rest for word, rest in instructions() if word == "USER")
    assert re.fullmatch(r"[1-9]\d{4}:[1-9]\d{4}", user)
    *_, last_from = (number for number, (word, _) in enumerate(instructions()) if word == "FROM")
    assert "USER" in {word for word, _ in instructions()[last_from:]}


def test_both_stages_have_the_same_python_and_one_that_will_do() -> None:
    bases = {rest.split()[0] for word, rest in instructions() if word == "FROM"}
    [(_, version)] = [base.split(":") for base in bases]
    number = version.split("-")[0]
    assert Requirement(f"python{PROJECT['project']['requires-python']}").specifier.contains(number)


def test_what_the_image_copies_is_there() -> None:
    allowed = {
        line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"
    }
    assert all((ROOT / name).exists() for name in allowed)
    copied = [
        rest.split()[:-1]
        for word, rest in instructions()
        if word == "COPY" and not rest.startswith("--from")
    ]
    assert copied
    assert {name for names in copied for name in names} <= allowed | {"."}
    metadata_files = {PROJECT["project"]["readme"], *PROJECT["project"]["license-files"]}
    assert {*PACKAGES, *metadata_files, "pyproject.toml"} <= allowed


def test_the_image_takes_all_that_packs_the_wheel_from_the_lock() -> None:
    [wanted] = re.findall(r"wanted = /\^\(([\w|-]+)\)==/", (ROOT / "Dockerfile").read_text())
    needed, asked = {"hatchling"}, ["hatchling"]
    while asked:
        for text in metadata.requires(asked.pop()) or []:
            requirement = Requirement(text)
            is_wanted = not requirement.marker or requirement.marker.evaluate({"extra": ""})
            if is_wanted and requirement.name not in needed:
                needed.add(requirement.name)
                asked.append(requirement.name)
    assert set(wanted.split("|")) == needed
