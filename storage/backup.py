"""A copy of the database, made beside a running Busker: whole, checked, and there only when it is good.

SQLite's backup copies from one read transaction, which in WAL mode holds no writer up.
https://www.sqlite.org/backup.html
"""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.operating.upkeep import BackupFailed, BackupOutcome
from storage.restored import mark

__all__ = ["back_up", "open_to_read"]

FULL = {errno.ENOSPC, errno.EDQUOT}
BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
UNREADABLE = "malformed database schema"
"""What SQLite says, without what it quotes of it: where that is no text any more, Python can't say it."""


def back_up(source: Path, target: Path) -> None:
    """Copy `source` to the new file `target`. Raises BackupFailed, and then leaves nothing behind."""
    if not source.is_file():
        raise BackupFailed("missing")
    if target.exists():
        raise BackupFailed("exists")
    if not target.parent.is_dir():
        raise BackupFailed("no-folder")
    try:
        with _unfinished_beside(target) as copy:
            _copy(source, copy)
            _put_in_place(copy, target)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(_outcome_of(error), str(error)) from error
    except UnicodeDecodeError as error:
        raise BackupFailed("corrupt", UNREADABLE) from error


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that can change nothing, and that needs no lock beside the file."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


@contextmanager
def _unfinished_beside(target: Path) -> Iterator[Path]:
    """A new file for the owner's eyes only, on the same disk; gone afterwards unless it was renamed."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(descriptor)
    try:
        yield Path(name)
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            Path(name + suffix).unlink(missing_ok=True)


def _copy(source: Path, copy: Path) -> None:
    with closing(open_to_read(source)) as live, closing(sqlite3.connect(copy)) as file:
        live.backup(file)
        mark(file)
        file.execute("PRAGMA journal_mode = DELETE")  # one file that needs no others beside it
        [(verdict,), *_] = file.execute("PRAGMA integrity_check")
        if verdict != "ok":
            raise BackupFailed("corrupt", verdict)


def _put_in_place(copy: Path, target: Path) -> None:
    _sync(copy)
    copy.rename(target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    """Have the disk keep a file, or a folder's list of names, before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _outcome_of(error: OSError | sqlite3.Error) -> BackupOutcome:
    if isinstance(error, OSError):
        if error.errno in FULL:
            return "full"
        return "not-writable" if error.errno in {errno.EACCES, errno.EROFS} else "failed"
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest of the bits is detail
    if code == sqlite3.SQLITE_FULL:
        return "full"
    return "corrupt" if code in BROKEN else "failed"
