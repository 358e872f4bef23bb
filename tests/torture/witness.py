"""What a database says after each write that was acknowledged, and a Busker that writes all it can."""

import asyncio
import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.models import Started
from soundverse.errors import SoundverseError
from soundverse.events import Accepted, Event, Finished, Ids, Validated
from storage.rows import Value
from tests.bot.conftest import Stage
from tests.fakes.quiet import WatchedDatabase
from tests.makers import ANA, BEN, a_take

__all__ = ["Moment", "Witness", "an_evening", "state_of", "witnessed"]

ONE_TAKE: tuple[Event | SoundverseError, ...] = (
    Accepted(ids=Ids(job_id="j", message_id="m")), Validated(title="Rain"), a_take(1), Finished(),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Right after a write had returned."""

    log_bytes: int
    state: str


class Witness(WatchedDatabase):
    """One write after the other, and each seen."""

    one: asyncio.Lock
    seen: list[Moment]

    async def write(self, name: str, /, **values: Value) -> list[sqlite3.Row]:
        async with self.one:
            rows = await super().write(name, **values)
            self.look()
            return rows

    def look(self) -> None:
        log = self.path.with_name(self.path.name + "-wal")
        self.seen.append(Moment(log_bytes=log.stat().st_size, state=state_of(self.path)))


async def witnessed(stage: Stage) -> Witness:
    """The stage's own database from here on, whose log only grows."""
    database = stage.store._database
    await database._writer.execute_fetchall("PRAGMA wal_autocheckpoint = 0")
    database.__class__ = Witness
    assert isinstance(database, Witness)
    database.one, database.seen = asyncio.Lock(), []
    database.look()
    return database


FACTS = {b"id", b"job", b"key", b"stage", b"charged"}
"""Columns of text that aren't words. Words may lie on a page of their own, of which SQLite knows only
where it goes on; and with them on it what stands beside them in the row."""


def state_of(path: Path, *, has_words: bool = True) -> str:
    """All rows of all tables; or only their facts."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file:
        file.text_factory = bytes
        tables = file.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        said = hashlib.sha256()
        for (name,) in tables.fetchall():
            table = name.decode()
            columns = [each[1:3] for each in file.execute(f"PRAGMA table_info({table})")]
            wanted = [
                name.decode()
                for name, kind in columns
                if has_words or kind != b"TEXT" or name in FACTS
            ]
            asked = f"SELECT {', '.join(wanted) or 1} FROM {table}"  # noqa: S608  # their own names
            rows = sorted(file.execute(asked), key=repr)
            said.update(f"{table}: {rows}\n".encode())
    return said.hexdigest()


async def an_evening(stage: Stage, songs: int) -> list[str]:
    """So many songs, with all that people do with them; their ids."""
    asked = []
    whole = stage.composer.script
    async with stage.at_work() as busker:
        for number in range(songs):
            stage.composer.script = whole if number % 4 else ONE_TAKE
            stage.composer.hold_before = number % 6 or None
            person = (ANA, BEN)[number % 2]
            answer = await stage.ask(busker, "song", person, prompt=f"rain {number} " + "la " * 300)
            assert isinstance(answer, Started)
            asked.append(answer.job_id)
            if number % 5 == 1:
                await stage.press(busker, "cancel", answer.job_id, person)
            await stage.clock.move(31)
            stage.composer.go_on.set()
            await stage.settle()
            stage.composer.go_on.clear()
            if number % 3 == 0:
                await stage.press(busker, "favourite", f"{answer.job_id}:A", person)
            if number % 7 == 2:
                await stage.press(busker, "delete-yes", answer.job_id, person)
            if number % 4 == 0:
                await stage.limit(f"{500 + number}/day")
    return asked
