"""One SQLite file: opened, locked, migrated; one writer connection and one that only reads."""

import fcntl
import sqlite3
import unicodedata
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from errno import EISDIR, ENOSPC
from pathlib import Path
from typing import IO, Literal

import aiosqlite

from bot.errors import NoRoom
from storage.backup import UNREADABLE
from storage.queries import migrations, query
from storage.restored import end_what_was_on_its_way
from storage.rows import Value
from storage.wal import broken_frame

__all__ = [
    "Database",
    "DatabaseInUse",
    "DatabaseTooNew",
    "DatabaseUnusable",
    "folded",
    "open_database",
]

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # an acknowledged song survives a power cut, not only a crash
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA secure_delete = ON",  # what people have had deleted isn't left in the file's free pages
)

PRIMARY = 0xFF
"""Of SQLite's error codes; the other bits are detail."""

Reason = Literal["damaged", "locked", "closed", "full", "failed"]
REASONS: dict[int, Reason] = {
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CANTOPEN: "closed",
    sqlite3.SQLITE_PERM: "closed",
    sqlite3.SQLITE_READONLY: "closed",
    sqlite3.SQLITE_FULL: "full",
}


class DatabaseInUse(Exception):
    """Another Busker runs on this file."""


class DatabaseTooNew(Exception):
    """The file was made by a later version of Busker."""


class DatabaseUnusable(Exception):
    """The file can't be worked with; the message is SQLite's or the system's own."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class Database:
    """Two connections to one file. Each call is one statement: one hop, one transaction."""

    def __init__(
        self,
        path: Path,
        writer: aiosqlite.Connection,
        reader: aiosqlite.Connection,
        songs_ended: int | None = None,
    ) -> None:
        self.path = path
        self.songs_ended = songs_ended
        """So many were on their way in a copy that was gone back to; None when this is none."""
        self._writer = writer
        self._reader = reader

    async def write(self, name: str, /, **values: Value) -> list[sqlite3.Row]:
        """Run a named statement that changes something; the rows it returns.

        Raises NoRoom when the disk is full.
        """
        try:
            return _rows(await self._writer.execute_fetchall(query(name), values))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & PRIMARY == sqlite3.SQLITE_FULL:
                raise NoRoom from error
            raise

    async def read(self, name: str, /, **values: Value) -> list[sqlite3.Row]:
        """Run a named statement that only reads."""
        return _rows(await self._reader.execute_fetchall(query(name), values))


@asynccontextmanager
async def open_database(path: Path) -> AsyncGenerator[Database]:
    """Open the file, checking it, and making or migrating it first.

    Raises DatabaseInUse, DatabaseTooNew, DatabaseUnusable.
    """
    with _lock_beside(path):
        _check_files(path)
        async with AsyncExitStack() as stack:
            try:
                database = await _opened(path, stack)
            except sqlite3.DatabaseError as error:
                code = getattr(error, "sqlite_errorcode", 0) & PRIMARY
                raise DatabaseUnusable(REASONS.get(code, "failed"), str(error)) from error
            except UnicodeDecodeError as error:  # SQLite quotes what is no text any more
                raise DatabaseUnusable("damaged", UNREADABLE) from error
            yield database


async def _opened(path: Path, stack: AsyncExitStack) -> Database:
    writer = await stack.enter_async_context(aiosqlite.connect(path, isolation_level=None))
    reader = await stack.enter_async_context(aiosqlite.connect(path, isolation_level=None))
    for pragma in PRAGMAS:
        await writer.execute_fetchall(pragma)
    [(verdict,), *_] = _rows(await writer.execute_fetchall("PRAGMA quick_check(1)"))
    if verdict != "ok":  # told now, in a sentence, instead of in the middle of somebody's song
        raise DatabaseUnusable("damaged", str(verdict))
    await writer.execute_fetchall(
        "PRAGMA wal_checkpoint(TRUNCATE)"
    )  # a log begins with what is in it
    await _migrate(writer)
    songs_ended = await end_what_was_on_its_way(writer)
    await reader.execute_fetchall("PRAGMA query_only = ON")
    await reader.create_function("folded", 1, folded, deterministic=True)
    writer.row_factory = reader.row_factory = sqlite3.Row
    return Database(path, writer, reader, songs_ended)


def _check_files(path: Path) -> None:
    """What SQLite doesn't tell: that it can only read, and that a log was damaged and not just cut off."""
    try:
        if path.exists():
            path.open("r+b").close()
        broken = broken_frame(path.with_name(path.name + "-wal"))
    except OSError as error:
        raise DatabaseUnusable("closed", error.strerror or str(error)) from error
    if broken is not None:
        raise DatabaseUnusable("damaged", f"the write-ahead log is broken at frame {broken}")


async def _migrate(writer: aiosqlite.Connection) -> None:
    [(version,)] = _rows(await writer.execute_fetchall("PRAGMA user_version"))
    if version > len(migrations()):
        raise DatabaseTooNew
    for number, script in enumerate(migrations()[version:], start=version + 1):
        await writer.executescript(
            f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT;"
        )


@contextmanager
def _lock_beside(path: Path) -> Iterator[None]:
    with _lock_file(path) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as held:
            raise DatabaseInUse(str(path)) from held
        yield


def _lock_file(path: Path) -> IO[str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(EISDIR, "it is a folder")
        return path.with_name(path.name + ".lock").open("w")
    except OSError as error:
        reason: Reason = "full" if error.errno == ENOSPC else "closed"
        raise DatabaseUnusable(reason, error.strerror or str(error)) from error


def folded(text: str | None) -> str:
    """Text in the form in which it is compared: SQLite itself knows only the case of A to Z."""
    return unicodedata.normalize("NFC", text or "").casefold()


def _rows(found: Iterable[sqlite3.Row]) -> list[sqlite3.Row]:
    return list(found)
