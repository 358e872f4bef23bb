"""How a database file can be found, and what can come of copying it; with the sentences about that."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.words import Words

__all__ = ["BackupFailed", "BackupOutcome", "Condition", "State", "copied", "not_copied"]

State = Literal["missing", "fine", "older", "too-new", "corrupt", "unreadable"]
BackupOutcome = Literal[
    "missing", "exists", "no-folder", "not-writable", "full", "corrupt", "failed"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """How a database file is, as it was found; nothing in it was changed."""

    state: State
    version: int = 0
    """Of the schema."""
    journal: str = ""
    """SQLite's own word for its journal mode."""
    songs: int = 0
    detail: str = ""
    """SQLite's own words for what is wrong."""


class BackupFailed(Exception):
    """There is no copy. `outcome` says why, the message is what the system said about it."""

    def __init__(self, outcome: BackupOutcome, detail: str = "") -> None:
        super().__init__(detail)
        self.outcome = outcome


def copied(database: Path, target: Path, words: Words) -> str:
    """The sentence about a copy that is there now."""
    size = f"{target.stat().st_size / 1024:,.0f} KiB"
    return words.say("backup-made", database=str(database), file=str(target), size=size)


def not_copied(failure: BackupFailed, database: Path, target: Path, words: Words) -> str:
    """The sentence about one that isn't, and why."""
    keys: dict[BackupOutcome, str] = {
        "missing": "backup-missing",
        "exists": "backup-exists",
        "no-folder": "backup-no-folder",
        "not-writable": "backup-not-writable",
        "full": "backup-full",
        "corrupt": "backup-corrupt",
    }
    return words.say(
        keys.get(failure.outcome, "backup-failed"),
        database=str(database),
        file=str(target),
        folder=str(target.parent),
        why=str(failure),
    )
