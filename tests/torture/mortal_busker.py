"""The real process, which is killed and started again on the same database."""

import asyncio
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.stories.conftest import SETTINGS
from tests.torture.nursery import Born, Nursery

__all__ = ["WIDE", "Busker"]

_HOUR = datetime.now(UTC).hour
WIDE = {
    # midnight is just past: what a day's quota counts is compared with all songs at the end
    "BUSKER_TIMEZONE": f"Etc/GMT+{_HOUR}" if _HOUR <= 12 else f"Etc/GMT-{24 - _HOUR}",
    "BUSKER_DEFAULT_QUOTA": "5000/day",
    "BUSKER_SERVER_QUOTA": "50000/day",
    "BUSKER_BUDGET": "50000/day",
    "BUSKER_TRIES": "5000/day",
    "BUSKER_DECLINES": "5000/hour",
    "BUSKER_RUNNING": "4",
    "BUSKER_WAITING": "50",
    "BUSKER_CONCURRENCY": "8",
}
"""Limits that nobody here meets, so that whatever is refused is a fault."""
ROOT = Path(__file__).parents[2]
LEFT = """SELECT 1 FROM jobs WHERE is_open = 1 OR closed_at IS NULL LIMIT 1"""
LOOK_SECONDS = 0.2


@dataclass
class Busker:
    folder: Path
    settings: Mapping[str, str]
    nursery: Nursery
    process: Born | None = None
    starts: int = 0
    _said: int = 0
    """Bytes, when this one was started."""
    log: Path = field(init=False)

    def __post_init__(self) -> None:
        self.log = self.folder / "said.log"

    async def start(self, *arguments: str, **more: str) -> None:
        """`python -m bot run`, or what else is to be run in its place."""
        inherited = {name: value for name, value in os.environ.items() if not SETTINGS.match(name)}
        self._said = self.log.stat().st_size if self.log.exists() else 0
        self.process = await self.nursery.born(
            arguments or ("-m", "bot", "run"),
            folder=self.folder,
            environment={**inherited, **WIDE, "PYTHONPATH": str(ROOT), **self.settings, **more},
            log=self.log,
        )
        self.starts += 1

    async def speaks(self) -> None:
        """Until it has said something, or has ended."""
        assert self.process
        while self.process.returncode is None and not self._has_spoken():  # noqa: ASYNC110
            await asyncio.sleep(LOOK_SECONDS / 4)

    def _has_spoken(self) -> bool:
        return self.log.exists() and self.log.stat().st_size > self._said

    async def kill(self) -> None:
        assert self.process
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """As an operator does."""
        assert self.process
        if self.process.returncode is None:
            self.process.terminate()
        return await self.process.wait()

    @property
    def database(self) -> Path:
        return self.folder / "data" / "busker.db"

    def rows(self, statement: str) -> list[dict[str, Any]]:
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as file:
            file.row_factory = sqlite3.Row
            return [dict(row) for row in file.execute(statement)]

    async def settled(self, seconds: float) -> bool:
        """Wait until every song has ended and been shown to the end; False if that takes too long."""
        for _ in range(round(seconds / LOOK_SECONDS)):
            if not self.rows(LEFT):
                return True
            await asyncio.sleep(LOOK_SECONDS)
        return False
