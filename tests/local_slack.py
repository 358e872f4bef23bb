"""A second opinion: `busker run` on local-slack, a stand-in for Slack that others wrote (MIT).

It is lenient where `tests/fakes/slack` is strict, and it is somebody else's idea of what Slack answers.
`make test-local-slack` fetches it with npm, once, into .venv; https://github.com/parvalabs/local-slack
"""

import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx

from tests.ports import free_port

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".venv" / "local-slack"
PACKAGE = "local-slack-linux-x64@0.1.8"
PROGRAM = FOLDER / "node_modules" / "local-slack-linux-x64" / "bin" / "local-slack"
PATIENCE_SECONDS = 90
SOCKETS = 2
ANA, CHANNEL, BOT = "U01ANA", "C01MUSIC", "U0BUSKER"
TOKENS = {"botToken": "xoxb-test", "appToken": "xapp-test", "signingSecret": "secret"}
COMMANDS = ("/song", "/quota")

Json = dict[str, Any]
Found = TypeVar("Found")


def main() -> int:
    if (sys.platform, platform.machine()) != ("linux", "x86_64") or not _is_there():
        print("local-slack isn't tried: it takes Linux on x86-64, and npm to fetch it.")  # noqa: T201  # the answer
        return 0
    with (
        tempfile.TemporaryDirectory() as folder,
        _slack(Path(folder)) as url,
        _busker(Path(folder), url),
    ):
        _until(lambda: _ask(url, "state"), "local-slack")
        _until(lambda: _is_connected(url), "Busker's connections")
        _do(url, "command", command="/song", text="rain, 10 s")
        card = _until(lambda: _said(url, "songs left today"), "a song's card at its end")
        files = _until(lambda: _files(url, card["ts"]), "its files in the thread")
        _do(url, "command", command="/quota", text="")
        _until(lambda: _said(url, "asked for today"), "what is left")
    assert sorted(name.rpartition(".")[2] for name in files) == ["jpg", "mp3", "mp3"], files
    print(f"local-slack agrees: {', '.join(files)}")  # noqa: T201  # the answer
    return 0


def _is_there() -> bool:
    """Whether it was fetched, now or before."""
    npm = shutil.which("npm")
    if not PROGRAM.exists() and npm:
        command = [npm, "install", "--silent", "--no-save", "--prefix", str(FOLDER), PACKAGE]
        subprocess.run(command, check=False)
    return PROGRAM.exists()


@contextmanager
def _slack(folder: Path) -> Iterator[str]:
    port = free_port()
    app = {"appId": "A01", "botUserId": BOT, "botName": "busker", "mode": "socket", **TOKENS}
    config = {
        "workspace": {"name": "Garden", "domain": "garden", "teamId": "T01GARDEN"},
        "app": app | {"commands": [{"command": each} for each in COMMANDS]},
        "users": [{"id": ANA, "name": "ana"}],
        "channels": [{"id": CHANNEL, "name": "music", "members": [ANA, BOT]}],
    }
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    command = [str(PROGRAM), "--config", "config.json", "--port", str(port)]
    with _running(command, folder, dict(os.environ)):
        yield f"http://localhost:{port}"


@contextmanager
def _busker(folder: Path, url: str) -> Iterator[None]:
    band = free_port()
    settings = {
        "SLACK_BOT_TOKEN": TOKENS["botToken"],
        "SLACK_APP_TOKEN": TOKENS["appToken"],
        "SLACK_API_BASE": f"{url}/api/",
        "BUSKER_COMPOSER": "houseband",
        "HOUSEBAND_ADDRESS": f"127.0.0.1:{band}",
        "PYTHONPATH": str(ROOT),
    }
    _until(lambda: _ask(url, "state"), "local-slack")
    with _running([sys.executable, "-m", "bot", "run"], folder, os.environ | settings):
        yield


@contextmanager
def _running(command: list[str], folder: Path, environment: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=folder, env=environment)
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE_SECONDS)


def _is_connected(url: str) -> bool:
    log = _ask(url, "log")["log"]
    there = [one for one in log if str(one["summary"]).startswith("socket connected")]
    return len(there) == SOCKETS


def _said(url: str, words: str) -> Json | None:
    messages = _ask(url, f"messages/{CHANNEL}")["messages"]
    return next((one for one in messages if words in json.dumps(one, ensure_ascii=False)), None)


def _files(url: str, thread: str) -> list[str]:
    messages = _ask(url, f"messages/{CHANNEL}")["messages"]
    below = [one for one in messages if one.get("thread_ts") == thread and one.get("files")]
    return [file["name"] for one in below for file in one["files"]]


def _ask(url: str, path: str) -> Json:
    found: Json = httpx.get(f"{url}/_control/{path}").raise_for_status().json()
    return found


def _do(url: str, path: str, **what: str) -> None:
    body = {"channel": CHANNEL, "user": ANA, **what}
    httpx.post(f"{url}/_control/{path}", json=body).raise_for_status()


def _until(look: Callable[[], Found | None], what: str) -> Found:
    """The first thing that is found."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except httpx.HTTPError:
            pass
        time.sleep(0.3)
    raise SystemExit(f"local-slack: {what} didn't come within {PATIENCE_SECONDS} s")


if __name__ == "__main__":
    sys.exit(main())
