import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.ports import free_port

SETTINGS = re.compile("(BUSKER|SOUNDVERSE|HOUSEBAND|DISCORD|SLACK)_|DATABASE_URL|LOG_LEVEL")
PATIENCE_SECONDS = 120


@dataclass
class Home:
    """A folder in which somebody runs `busker`, as a process of its own."""

    folder: Path
    environment: dict[str, str]
    running: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[str]:  # noqa: ANN401  # Popen's own
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            cwd=self.folder,
            env=self.environment,
            text=True,
            **{
                "stdin": subprocess.DEVNULL,
                "stdout": subprocess.PIPE,
                "stderr": subprocess.PIPE,
                **options,
            },
        )
        self.running.append(process)
        return process

    def run(self, *arguments: str, typed: str = "", code: int = 0) -> tuple[str, str]:
        process = self.start(*arguments, stdin=subprocess.PIPE)
        said, complained = process.communicate(typed, timeout=PATIENCE_SECONDS)
        assert process.returncode == code, said + complained
        return said, complained

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        file = sqlite3.connect(self.folder / "data" / "busker.db")
        try:
            return file.execute(statement).fetchall()
        finally:
            file.close()

    @property
    def band_jobs(self) -> list[Path]:
        """The composer's own book: what the house band was asked to make."""
        return sorted((self.folder / "data" / "houseband").glob("jobs/*"))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with a_home(tmp_path) as place:
        yield place


@contextmanager
def a_home(folder: Path) -> Iterator[Home]:
    """Settings of its own, a free address for the band; whatever still runs afterwards is ended."""
    inherited = {name: value for name, value in os.environ.items() if not SETTINGS.match(name)}
    settings = {
        "HOUSEBAND_ADDRESS": f"127.0.0.1:{free_port()}",
        "HOUSEBAND_PROCESSES": "1",  # each warms up by making music, and other tests run beside
        "PYTHONWARNINGS": "error",
        "COLUMNS": "80",
    }
    place = Home(folder, inherited | settings)
    try:
        yield place
    finally:
        for process in place.running:
            if process.poll() is None:
                process.kill()
            process.communicate()
