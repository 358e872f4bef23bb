"""A power cut: the write-ahead log ends at any of its frames, or in the middle of one.

Whatever was acknowledged before is there, nothing half done is, and Busker starts and goes on.
"""

import io
import random
import shutil
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.logs import log_to
from storage.database import Database, DatabaseUnusable, open_database
from storage.store import Store
from tests.bot.conftest import Stage, a_stage
from tests.fakes.quiet import Activity, WatchedDatabase
from tests.torture.folders import a_quick_folder
from tests.torture.row import Row
from tests.torture.witness import Moment, an_evening, state_of, witnessed

__all__ = ["at_frames"]

SONGS, LEAST_SONGS = 10, 3
PLAYED_ON = 40
"""So many of the cuts are gone on from to the end of every song."""
HEADER, FRAME = 32, 24 + 4096
ENDS = ("at a frame's end", "in the middle of the next", "with rubbish in place of the next")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Where the log ends, and what comes after that."""

    at: int
    end: str
    more: bytes
    state: str
    """What was acknowledged by then."""


async def at_frames(dice: random.Random, share: float) -> Row:
    log_to(io.StringIO(), "CRITICAL")
    with a_quick_folder() as folder:
        async with a_stage(folder / "evening") as stage:
            database = await witnessed(stage)
            await an_evening(stage, max(LEAST_SONGS, round(SONGS * share)))
            seen = tuple(database.seen)
            for suffix in ("", "-wal"):
                shutil.copyfile(f"{database.path}{suffix}", folder / f"whole.db{suffix}")
        cuts = list(_cuts(folder / "whole.db-wal", seen, dice))
        if share < 1:
            cuts = dice.sample(cuts, round(len(cuts) * share))
        played = set(dice.sample(range(len(cuts)), min(len(cuts), round(PLAYED_ON * share) + 1)))
        found = []
        for number, cut in enumerate(cuts):
            faults = await _tried(folder, cut, plays=number in played)
            found += [f"cut {cut.end}, at byte {cut.at:,}: {fault}" for fault in faults]
    return Row(
        tried="power cut at every frame of the log",
        times=len(cuts),
        unit="cuts",
        found=tuple(found),
        measured=f"{len(seen)} acknowledged writes, {len(played)} cuts played on to the end",
    )


def _cuts(log: Path, seen: Sequence[Moment], dice: random.Random) -> list[Cut]:
    content = log.read_bytes()
    sizes = [moment.log_bytes for moment in seen]
    found = []
    for at in range(sizes[0], len(content) + 1, FRAME):
        state = seen[bisect_right(sizes, at) - 1].state
        following = content[at : at + FRAME]
        torn = following[: dice.randrange(len(following))] if following else b""
        rubbish = following[:24] + dice.randbytes(FRAME - 24) if following else b""
        for end, more in zip(ENDS, (b"", torn, rubbish), strict=True):
            if not more and end != ENDS[0]:
                continue
            found.append(Cut(at=at, end=end, more=more, state=state))
    return found


async def _tried(folder: Path, cut: Cut, *, plays: bool) -> list[str]:
    """What isn't as promised."""
    path = folder / "busker.db"
    shutil.copyfile(folder / "whole.db", path)
    log = (folder / "whole.db-wal").read_bytes()[: cut.at]
    (folder / "busker.db-wal").write_bytes(log + cut.more)
    (folder / "busker.db-shm").unlink(missing_ok=True)
    try:
        async with open_database(path) as database:
            state = state_of(path)
            if state == cut.state and plays:
                return await _played_on(folder, database)
    except DatabaseUnusable as unusable:
        return [f"it doesn't open: {unusable}"]
    return [] if state == cut.state else ["it isn't what was acknowledged"]


async def _played_on(folder: Path, database: Database) -> list[str]:
    """With nobody but Busker and the service, who go on from there."""
    activity = Activity()
    database.__class__ = WatchedDatabase
    assert isinstance(database, WatchedDatabase)
    database.activity = activity
    stage = Stage(folder / "played", Store(database), activity)
    sent = {job.idempotency_key for job in await stage.store.unfinished() if job.submitted_at}
    async with stage.at_work():
        await stage.clock.move(7200)
    open_still = [job.id for job in await stage.store.unfinished()]
    found = [f"song {job} has no end" for job in open_still]
    again = sent & {key for _, key in stage.composer.book}
    return found + [f"{key} was sent again" for key in again]
