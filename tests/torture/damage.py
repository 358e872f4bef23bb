"""A disk that changes what it was given: each page of the database, and each frame of its log, in many ways.

Busker never starts on less than was acknowledged without a word: it names the damage, or nothing is missing.
"""

import io
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.logs import log_to
from storage.database import DatabaseUnusable, open_database
from tests.bot.conftest import a_stage
from tests.torture.folders import a_quick_folder
from tests.torture.row import Row
from tests.torture.witness import Moment, an_evening, state_of, witnessed

__all__ = ["of_database"]

SONGS, LEAST_SONGS = 4, 2
PAGE, HEADER, FRAME_HEADER = 4096, 32, 24
FRAME = FRAME_HEADER + PAGE


def _with_sector(page: bytes, dice: random.Random) -> bytes:
    at = 512 * dice.randrange(len(page) // 512) if len(page) > 512 else 0
    return page[:at] + dice.randbytes(min(512, len(page))) + page[at + 512 :]


def _flipped(page: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(page))
    return page[:at] + bytes([page[at] ^ 1 << dice.randrange(8)]) + page[at + 1 :]


Harm = Callable[[bytes, random.Random], bytes]
HARMS: dict[str, Harm] = {
    "all zeros": lambda page, _: bytes(len(page)),
    "all ones": lambda page, _: b"\xff" * len(page),
    "rubbish": lambda page, dice: dice.randbytes(len(page)),
    "half of it zeros": lambda page, _: page[: len(page) // 2] + bytes(len(page) - len(page) // 2),
    "a sector of rubbish": _with_sector,
    "a flipped bit": _flipped,
}


async def of_database(dice: random.Random, share: float) -> list[Row]:
    log_to(io.StringIO(), "CRITICAL")
    with a_quick_folder() as folder:
        async with a_stage(folder / "evening") as stage:
            database = await witnessed(stage)
            await an_evening(stage, max(LEAST_SONGS, round(SONGS * share)))
            seen = tuple(database.seen)
            for suffix in ("", "-wal"):
                shutil.copyfile(f"{database.path}{suffix}", folder / f"whole.db{suffix}")
        shutil.copyfile(folder / "evening" / "busker.db", folder / "closed.db")
        return [await _pages(folder, dice, share), await _log(folder, seen, dice, share)]


async def _pages(folder: Path, dice: random.Random, share: float) -> Row:
    """Of a database that was closed in order."""
    whole = (folder / "closed.db").read_bytes()
    state = state_of(folder / "closed.db")
    facts = state_of(folder / "closed.db", has_words=False)
    outcomes, found = Counter[str](), []
    for at in range(0, len(whole), PAGE):
        for harm, does in _some(HARMS, dice, share):
            harmed = whole[:at] + does(whole[at : at + PAGE], dice) + whole[at + PAGE :]
            outcome = await _opened(folder, harmed, b"", {state})
            if outcome == "changed" and harm == "a flipped bit":
                outcome = "one letter or number changed"  # SQLite has no checksums for pages
            elif outcome == "changed" and _facts_in(folder) == facts:
                outcome = "only text changed"
            outcomes[outcome] += 1
            if outcome in {"changed", "failed"}:
                found.append(f"page {at // PAGE + 1}, {harm}: {outcome}")
    return _row("damage to each page of the database", outcomes, found)


async def _log(folder: Path, seen: Sequence[Moment], dice: random.Random, share: float) -> Row:
    """Of one that a crash left behind."""
    base, whole = (folder / "whole.db").read_bytes(), (folder / "whole.db-wal").read_bytes()
    last, before = {seen[-1].state}, {moment.state for moment in seen[-4:]}
    # what breaks the last transactions can't be told from a power cut
    sizes = sorted({moment.log_bytes for moment in seen})
    outcomes, found = Counter[str](), []
    places = [(0, HEADER), *((at, FRAME) for at in range(HEADER, len(whole), FRAME))]
    for at, size in places:
        is_last = at >= sizes[-3]
        for harm, does in _some(HARMS, dice, share):
            harmed = whole[:at] + does(whole[at : at + size], dice) + whole[at + size :]
            if harmed == whole:
                continue
            outcome = await _opened(folder, base, harmed, last)
            if is_last and outcome == "changed" and state_of(folder / "busker.db") in before:
                outcome = "as after a power cut"
            outcomes[outcome] += 1
            if outcome in {"changed", "failed"}:
                found.append(f"frame at {at:,} of {len(whole):,}, {harm}: {outcome}")
    return _row("damage to each frame of the log", outcomes, found)


def _some(
    harms: Mapping[str, Harm], dice: random.Random, share: float
) -> Iterator[tuple[str, Harm]]:
    return ((name, harm) for name, harm in harms.items() if dice.random() < share)


async def _opened(folder: Path, content: bytes, log: bytes, states: set[str]) -> str:
    path = folder / "busker.db"
    path.write_bytes(content)
    (folder / "busker.db-wal").write_bytes(log)
    (folder / "busker.db-shm").unlink(missing_ok=True)
    try:
        async with open_database(path):
            return "harmless" if state_of(path) in states else "changed"
    except DatabaseUnusable as unusable:
        return "refused" if unusable.reason == "damaged" else f"failed: {unusable}"


def _facts_in(folder: Path) -> str:
    try:
        return state_of(folder / "busker.db", has_words=False)
    except sqlite3.Error:
        return "none"


def _row(tried: str, outcomes: Counter[str], found: list[str]) -> Row:
    return Row(
        tried=tried,
        times=outcomes.total(),
        unit="times",
        found=tuple(found),
        measured=", ".join(f"{count:,} {outcome}" for outcome, count in outcomes.most_common()),
    )
