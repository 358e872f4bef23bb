import asyncio
import re
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.jobs import LONGEST_HOLD, Charged, Job, Stage, advance, cancelled, failed, unsent
from bot.models import Person, Place
from bot.quotas import Limit, Scope
from soundverse.errors import ConnectionLost, TakeFailed
from soundverse.events import Finished
from storage.database import open_database
from storage.queries import query
from storage.rows import row_for_job, stamp_for, text_for_limits
from storage.store import Store
from tests.makers import ANA, BEN, HERE, NOON, a_job, a_working_job

ELSEWHERE = Place(platform="console", server="elsewhere", channel="terminal")
SLACK = Place(platform="slack", server="console", channel="music")
ANA_THERE = Person(platform="slack", id="ana")
SENT = {"stage": Stage.FAILED, "attempt": 1, "counts": False, "failure": "take-failed"}
ENDED = {"stage": Stage.DONE}
DROPPED = {"stage": Stage.CANCELLED, "attempt": 1, "counts": False, "charged": Charged.MAYBE}


def limits(most: int = 1) -> list[Limit]:
    return [Limit(scope=scope, most=most, since=NOON) for scope in Scope]


async def used(store: Store, now: timedelta = timedelta()) -> dict[str, int]:
    """What Ana's limits count here."""
    found = await store.usage(ANA, HERE.server, limits(), NOON + now)
    return {limit.scope: number for limit, number in zip(limits(), found, strict=True) if number}


async def keep(store: Store, *jobs: Job) -> None:
    for number, job in enumerate(jobs):
        job = replace(job, id=f"job{number}", request_key=f"request{number}")  # noqa: PLW2901  # named
        await store.admit(job, ())
        admitted = replace(job, accepted_at=None)  # how it ended isn't known when it is admitted
        assert await store.save(admitted, job)


@pytest.mark.parametrize(
    ("job", "counted"),
    [
        (a_job(), {"person", "server", "budget", "open"}),
        (a_job(**ENDED), {"person", "server"}),
        (a_job(**ENDED, charged=Charged.YES), {"person", "server", "budget"}),
        (a_job(**ENDED, charged=Charged.MAYBE, counts=False), {"budget"}),
        (a_job(**ENDED, person=BEN), {"server"}),
        (a_job(person=BEN), {"server", "budget"}),
        (a_job(**ENDED, place=ELSEWHERE), set()),
        (a_job(place=ELSEWHERE), {"budget", "open"}),
        (a_job(person=ANA_THERE, place=SLACK), {"budget"}),
        (a_job(created_at=NOON - timedelta(seconds=1)), {"open"}),
        (a_job(**SENT), {"tries"}),
        (a_job(**SENT | {"failure": "declined"}), {"tries", "declines"}),
        (a_job(**SENT, place=ELSEWHERE), {"tries"}),
        (a_job(**SENT, person=BEN), set()),
        (a_job(**SENT | {"attempt": 0}), set()),
        (a_job(**SENT | {"failure": "defect"}), set()),
        (a_job(**SENT | {"failure": "out-of-credit"}), set()),
        (a_job(**SENT | {"stage": Stage.INTERRUPTED, "failure": "interrupted"}), set()),
        (a_job(**SENT, created_at=NOON - timedelta(seconds=1)), set()),
        (a_job(**DROPPED), {"budget", "tries"}),
        (a_job(**DROPPED | {"charged": Charged.NO}), set()),
        (a_job(**DROPPED | {"counts": True}), {"person", "server", "budget"}),
        (a_job(**DROPPED, person=BEN), {"budget"}),
    ],
)
async def test_each_limit_counts_its_own(store: Store, job: Job, counted: set[str]) -> None:
    await keep(store, job)
    assert await used(store) == dict.fromkeys(counted, 1)


@pytest.mark.parametrize("scope", list(Scope))
async def test_each_limit_refuses_when_it_is_used_up_and_only_then(
    store: Store, scope: Scope
) -> None:
    full = {Scope.TRIES: SENT, Scope.DECLINES: SENT | {"failure": "declined"}}.get(scope, {})
    await keep(store, a_job(**full), a_job(**full))
    one_more = a_job(id="more", request_key="more")
    assert await store.admit(one_more, [Limit(scope=scope, most=2, since=NOON)]) is None
    assert await store.admit(one_more, [Limit(scope=scope, most=None, since=NOON)]) is not None
    again = a_job(id="again", request_key="again")
    assert await store.admit(again, [Limit(scope=scope, most=4, since=NOON)]) is not None


async def test_a_song_that_is_cancelled_at_work_holds_its_place_for_a_while(store: Store) -> None:
    at_work = replace(a_working_job(), accepted_at=NOON)
    stopped = cancelled(at_work, NOON)
    await keep(store, a_job())
    await store.admit(at_work, ())
    assert await store.save(replace(at_work, accepted_at=None), at_work)
    assert (await used(store))["open"] == 2
    assert await store.save(at_work, stopped)
    assert (await used(store))["open"] == 2
    assert (await used(store, LONGEST_HOLD - timedelta(milliseconds=1)))["open"] == 2
    assert (await used(store, LONGEST_HOLD))["open"] == 1
    assert await store.save(stopped, advance(stopped, Finished(), NOON))
    assert (await used(store))["open"] == 1


def test_a_place_is_held_only_while_the_service_may_be_at_work() -> None:
    at_work = replace(a_working_job(), accepted_at=NOON)
    stopped = cancelled(at_work, NOON)
    assert cancelled(a_working_job(), NOON).holds_until == NOON + LONGEST_HOLD
    assert cancelled(a_job(stage=Stage.QUEUED), NOON).holds_until is None
    assert cancelled(replace(at_work, stage=Stage.POSTING), NOON).holds_until is None
    assert failed(stopped, TakeFailed("no"), "take-failed", NOON).holds_until is None
    assert unsent(stopped).holds_until is None
    lost = failed(stopped, ConnectionLost("gone"), "connection-lost", NOON)
    assert lost.holds_until == NOON + LONGEST_HOLD
    assert (lost.stage, lost.counts) == (Stage.CANCELLED, True)


async def test_no_limit_is_exceeded_however_many_ask_at_once(store: Store) -> None:
    rows = [a_job(id=f"job{n}", request_key=f"request{n}") for n in range(40)]
    found = await asyncio.gather(*(store.admit(job, limits(3)) for job in rows))
    assert sum(each is not None for each in found) == 3


async def test_a_question_about_a_limit_never_reads_the_whole_table(tmp_path: Path) -> None:
    path = tmp_path / "busker.db"
    async with open_database(path):
        pass
    file = sqlite3.connect(path)
    values = {
        **row_for_job(a_job()),
        "pseudonym": "deleted:ana",
        "limits": text_for_limits(limits()),
        "now": stamp_for(NOON),
    }
    for name in ("admit", "usage"):
        plan = [row[3] for row in file.execute(f"EXPLAIN QUERY PLAN {query(name)}", values)]
        of_jobs = [step for step in plan if "jobs" in step]
        assert all(step.startswith("SEARCH jobs USING") for step in of_jobs)
        assert re.findall(r"INDEX (\w+)", " ".join(of_jobs)) == [
            "jobs_counting",
            "jobs_counting_together",
            "jobs_spending",
            "jobs_tried",
            "jobs_dropped",
            "jobs_tried",
            "jobs_open",
            "jobs_holding",
        ]
    file.close()
