"""How a database file is, looked at from outside and without changing it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.operating.upkeep import Condition, State
from storage.backup import BROKEN, UNREADABLE, open_to_read
from storage.queries import migrations

__all__ = ["examine"]


def examine(path: Path) -> Condition:
    """Open, read and check the whole file, beside a running Busker or without one."""
    if not path.exists():
        return Condition(state="missing")
    try:
        with closing(open_to_read(path)) as file:
            return _condition(file)
    except sqlite3.Error as error:
        is_broken = getattr(error, "sqlite_errorcode", 0) & 0xFF in BROKEN
        return Condition(state="corrupt" if is_broken else "unreadable", detail=str(error))
    except UnicodeDecodeError:
        return Condition(state="corrupt", detail=UNREADABLE)


def _condition(file: sqlite3.Connection) -> Condition:
    [(verdict,), *_] = file.execute("PRAGMA integrity_check")
    if verdict != "ok":
        return Condition(state="corrupt", detail=str(verdict))
    [(version,)] = file.execute("PRAGMA user_version")
    [(journal,)] = file.execute("PRAGMA journal_mode")
    songs = 0
    if version in range(1, len(migrations()) + 1):
        [(songs,)] = file.execute("SELECT count(*) FROM jobs")
    return Condition(state=_state(version), version=version, journal=journal, songs=songs)


def _state(version: int) -> State:
    if version > len(migrations()):
        return "too-new"
    return "older" if version < len(migrations()) else "fine"
