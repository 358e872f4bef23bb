"""Admissions: places in a quota taken on disk, each in a transaction of its own that survives a power cut.

The store against a bare aiosqlite connection that runs the same statement; a full table against an empty one;
and, on a full table, a quota that is a question over the rows against one that a trigger keeps in a counter.
Every measurement has a fresh copy of its file. A hundred people ask for five songs each, and may.
"""

import asyncio
import random
import re
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

import aiosqlite

from bench.row import Row, in_turns
from bot.clock import SystemClock
from bot.gate import Gate
from bot.jobs import Ask, Job, Kind, Stage
from bot.limits import Limits, Policy
from bot.models import Person, Place
from bot.quotas import Change, Limit, Rule, Scope, Window
from storage.database import PRAGMAS, open_database
from storage.queries import query
from storage.rows import Value, row_for_job, stamp_for, text_for_limits
from storage.store import Store

Admit = Callable[[Job], Awaitable[object]]
Side = Callable[[Path], AbstractAsyncContextManager[Admit]]

RULE = Rule(most=5, window=Window.DAY)
TODAY = datetime(2026, 11, 20, tzinfo=UTC)
ASKING, PEOPLE, SERVERS = 100, 2_000, 40
OLD_JOBS, OLD_DAYS = 100_000, 390
LIMITS = [
    *(
        Limit.of(scope, rule, TODAY, UTC)
        for scope, rule in (
            (Scope.PERSON, RULE),
            (Scope.SERVER, Rule(most=1_000, window=Window.DAY)),
            (Scope.BUDGET, Rule(most=1_000, window=Window.DAY)),
            (Scope.BUDGET, Rule(most=10_000, window=Window.MONTH)),
            (Scope.TRIES, Rule(most=10, window=Window.DAY)),
            (Scope.DECLINES, Rule(most=3, window=Window.HOUR)),
        )
    ),
    Limit(scope=Scope.OPEN, most=RULE.most),
]
"""Every kind there is, each with room for all that is asked here."""
POLICY = Policy(
    server=Rule(most=1_000, window=Window.DAY),
    budget=(Rule(most=1_000, window=Window.DAY), Rule(most=10_000, window=Window.MONTH)),
    most_open=RULE.most,
    tries=Rule(most=10, window=Window.DAY),
    declines=Rule(most=3, window=Window.HOUR),
)
"""The same, as settings say it."""
BANNED = [f"word{number}" for number in range(50)]
"""On each server."""


def measure(rounds: int) -> list[Row]:
    bare = partial(_through_connection, statement=query("admit"))
    kept = partial(_through_connection, statement=COUNTED)
    with tempfile.TemporaryDirectory() as name:
        empty, full, counted = (Path(name, f"{each}.db") for each in ("empty", "full", "counted"))
        asyncio.run(_make(empty))
        shutil.copy(empty, full)
        _fill(full)
        shutil.copy(full, counted)
        _keep_counter(counted)
        return [
            _row(
                "admissions, 8 at once / bare aiosqlite",
                partial(_speed, _through_store, empty, at_once=8),
                partial(_speed, bare, empty, at_once=8),
                goal=0.7,
                rounds=rounds,
            ),
            _row(
                "admissions, 1 at once / bare aiosqlite",
                partial(_speed, _through_store, empty),
                partial(_speed, bare, empty),
                goal=0.7,
                rounds=rounds,
            ),
            _row(
                f"admissions, {OLD_JOBS:,} jobs before / none",
                partial(_speed, _through_store, full),
                partial(_speed, _through_store, empty),
                goal=0.5,
                rounds=rounds,
            ),
            _row(
                f"the same through the gate, {OLD_JOBS:,} jobs before / none",
                partial(_speed, _through_gate, full),
                partial(_speed, _through_gate, empty),
                goal=0.5,
                rounds=rounds,
            ),
            _row(
                f"quota asked of {OLD_JOBS:,} rows / kept in a counter",
                partial(_speed, bare, full),
                partial(_speed, kept, counted),
                goal=0.8,
                rounds=rounds,
            ),
        ]


def _row(
    name: str, ours: Callable[[], float], theirs: Callable[[], float], *, goal: float, rounds: int
) -> Row:
    ours_found, theirs_found = in_turns(ours, theirs, rounds)
    return Row(name=name, unit="/s", ours=ours_found, theirs=theirs_found, ratio_at_least=goal)


def _speed(side: Side, template: Path, at_once: int = 1) -> float:
    """Admissions a second, with so many tasks that ask."""
    with tempfile.TemporaryDirectory(dir=template.parent) as folder:
        path = Path(folder, "busker.db")
        shutil.copy(template, path)
        return asyncio.run(_admitted(side, path, at_once))


async def _admitted(side: Side, path: Path, at_once: int) -> float:
    jobs = list(_asked())
    async with side(path) as admit:
        for job in jobs[:ASKING]:  # the first of each person: the store also remembers who it is
            assert await admit(job)
        waiting = iter(jobs[ASKING:])

        async def ask() -> None:
            for job in waiting:
                assert await admit(job)

        start = perf_counter()
        async with asyncio.TaskGroup() as group:
            for _ in range(at_once):
                group.create_task(ask())
        return (len(jobs) - ASKING) / (perf_counter() - start)


@asynccontextmanager
async def _through_store(path: Path) -> AsyncGenerator[Admit]:
    async with open_database(path) as database:
        store = Store(database)
        yield lambda job: store.admit(job, LIMITS)


@asynccontextmanager
async def _through_gate(path: Path) -> AsyncGenerator[Admit]:
    """All that stands between a command and its row: server, channel, words, block, rules and grants."""
    async with open_database(path) as database:
        store = Store(database)
        gate = Gate(rules=store, grounds=store)
        limits = Limits(
            rules=store, jobs=store, clock=SystemClock(), zone=UTC, default=RULE, policy=POLICY
        )

        async def admit(job: Job) -> object:
            now = job.created_at
            standing = await gate.enter(job.person, job.place, job.ask, now)
            return await store.admit(job, limits.limits_for(standing, now))

        yield admit


@asynccontextmanager
async def _through_connection(path: Path, statement: str) -> AsyncGenerator[Admit]:
    """One hop, no more: what is bound lies ready."""
    values = {job.id: _bound(job) for job in _asked()}
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        for pragma in PRAGMAS:
            await connection.execute_fetchall(pragma)
        yield lambda job: connection.execute_fetchall(statement, values[job.id])


def _bound(job: Job, limits: Sequence[Limit] = LIMITS) -> dict[str, Value]:
    return {
        **row_for_job(job),
        "pseudonym": "deleted:nobody",
        "limits": text_for_limits(limits),
        "now": stamp_for(job.created_at),
    }


def _asked() -> Iterator[Job]:
    for number in range(ASKING * RULE.most):
        yield _job(f"today{number}", person=number % ASKING, at=TODAY + timedelta(seconds=number))


def _job(key: str, *, person: int, at: datetime, stage: Stage = Stage.RESERVED) -> Job:
    return Job(
        id=random.Random(key).randbytes(6).hex(),  # noqa: S311  # no secret
        request_key=f"discord:{key}",
        person=Person(platform="discord", id=f"person{person}"),
        place=Place(platform="discord", server=f"server{person % SERVERS}", channel="music"),
        ask=Ask(kind=Kind.SONG, version="v7", prompt="a birthday song for Ana, with brass"),
        created_at=at,
        stage=stage,
        counts=stage is not Stage.FAILED,
    )


async def _make(path: Path) -> None:
    async with open_database(path) as database:
        store = Store(database)
        for number in range(SERVERS):
            change = Change(actor="eve", at=TODAY, platform="discord", server=f"server{number}")
            await store.set_channel(change, "music", is_allowed=True)
            for word in BANNED:
                await store.ban_word(change, word)


def _fill(path: Path) -> None:
    """Thirteen months of songs until midnight; few people ask for many, one in ten songs failed."""
    dice = random.Random(7)  # noqa: S311  # no secret
    apart = timedelta(days=OLD_DAYS) / OLD_JOBS
    old = (
        _job(
            f"old{number}",
            person=int(PEOPLE * dice.random() * dice.random()),
            at=TODAY - apart * (OLD_JOBS - number),
            stage=Stage.FAILED if dice.random() < 0.1 else Stage.DONE,
        )
        for number in range(OLD_JOBS)
    )
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            query("admit").replace("RETURNING id", ""), (_bound(job, ()) for job in old)
        )


def _keep_counter(path: Path) -> None:
    """The other design: no index to ask, but a number a day for each person, here never given back."""
    assert query("admit") != COUNTED, "the question wasn't found in its statement"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(COUNTER)


COUNTER = """
DROP INDEX jobs_counting;
CREATE TABLE counters (platform TEXT, server TEXT, person TEXT, day INTEGER, used INTEGER NOT NULL,
    PRIMARY KEY (platform, server, person, day)) STRICT, WITHOUT ROWID;
INSERT INTO counters SELECT platform, server, person, created_at / 86400000, count(*) FROM jobs
    WHERE counts = 1 GROUP BY 1, 2, 3, 4;
CREATE TRIGGER counted AFTER INSERT ON jobs WHEN new.counts = 1 BEGIN
    INSERT INTO counters VALUES (new.platform, new.server, new.person, new.created_at / 86400000, 1)
    ON CONFLICT DO UPDATE SET used = used + 1;
END;
"""
COUNTED = re.sub(
    r"SELECT count\(\*\).*?'\$\.since'\)",
    """SELECT coalesce(sum(used), 0) FROM counters WHERE platform = :platform AND server = :server
        AND person = :person AND day >= json_extract(value, '$.since') / 86400000""",
    query("admit"),
    count=1,
    flags=re.DOTALL,
)
