"""What the storage is asked from outside a running Busker: its condition, and a copy of it.

Only the wiring may import `storage`, and these questions are asked beside it. So they go to a process
of their own, `python -m storage`, which answers by one line of JSON.
"""

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from bot.words import Words

__all__ = ["BackupOutcome", "Condition", "State", "back_up", "condition_of"]

State = Literal["missing", "fine", "older", "too-new", "corrupt", "unreadable"]
BackupOutcome = Literal[
    "made", "missing", "exists", "no-folder", "not-writable", "full", "corrupt", "failed"
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

    def as_json(self) -> str:
        """One line."""
        return json.dumps(asdict(self))


def condition_of(database: Path) -> Condition:
    """Look at the database, running or not. Raises OSError when nothing can be started."""
    answer = _ask("check", str(database))
    return Condition(**json.loads(answer))


def back_up(database: Path, target: Path, words: Words) -> tuple[bool, str]:
    """Copy the database, running or not; whether there is a copy now, and the sentence about it."""
    answer = json.loads(_ask("backup", str(database), str(target)))
    outcome: BackupOutcome = answer["outcome"]
    names = {"database": str(database), "file": str(target), "folder": str(target.parent)}
    if outcome == "made":
        return True, words.say("backup-made", **names, size=_size(target.stat().st_size))
    return False, _refusal(outcome, words, {**names, "why": answer["detail"]})


def _refusal(outcome: BackupOutcome, words: Words, facts: dict[str, str]) -> str:
    keys: dict[BackupOutcome, str] = {
        "missing": "backup-missing",
        "exists": "backup-exists",
        "no-folder": "backup-no-folder",
        "not-writable": "backup-not-writable",
        "full": "backup-full",
        "corrupt": "backup-corrupt",
    }
    return words.say(keys.get(outcome, "backup-failed"), **facts)


def _size(number: int) -> str:
    return f"{number / 1024:,.0f} KiB"


def _ask(*arguments: str) -> str:
    command = [sys.executable, "-m", "storage", *arguments]
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603  # our own
    return answer.stdout
