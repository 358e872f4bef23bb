"""Databases that earlier versions wrote, under this one. `tests/storage/keep.py` makes them."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.jobs import Job, Stage
from bot.quotas import Limit, Scope, rule_from
from storage.checkup import examine
from storage.database import open_database
from storage.queries import migrations
from storage.store import Store
from tests.makers import ANA, HERE, NOON
from tests.storage.keep import KEPT

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
OLD = sorted(KEPT.glob("version-*.db"))


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    copy = tmp_path / "busker.db"
    shutil.copy(request.param, copy)
    return copy


def songs_in(path: Path) -> dict[str, sqlite3.Row]:
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        return {row["id"]: row for row in file.execute("SELECT * FROM jobs")}


def takes_in(path: Path) -> set[tuple[str, int, str]]:
    with closing(sqlite3.connect(path)) as file:
        return set(file.execute("SELECT job, version, coalesce(file, 'None') FROM takes"))


def test_every_earlier_version_is_kept() -> None:
    assert {f"version-{number}" for number in range(1, len(migrations()))} <= {
        path.stem for path in OLD
    }


async def test_an_old_database_is_brought_up_to_date_and_has_all_its_songs(old: Path) -> None:
    songs, takes = songs_in(old), takes_in(old)
    assert {row["stage"] for row in songs.values()} >= {each for each in Stage if each.is_final}
    async with open_database(old) as database:
        store = Store(database)
        found = [job for job_id in songs if (job := await store.get(job_id))]
        unfinished = {job.id for job in await store.unfinished()}
        kept = {job.id for job in await store.kept()}
    assert [facts_of(job) for job in found] == [facts_in(row) for row in songs.values()]
    assert takes == {(job.id, take.version, str(take.file)) for job in found for take in job.takes}
    assert unfinished == {job.id for job in found if not job.stage.is_final} != set()
    with_files = {job.id for job in found if job.cover or any(take.file for take in job.takes)}
    assert kept == with_files - unfinished
    condition = examine(old)
    assert (condition.state, condition.version) == ("fine", len(migrations()))


async def test_what_was_used_and_allowed_still_holds(old: Path) -> None:
    songs = songs_in(old)
    counting = sum(row["counts"] for row in songs.values())
    async with open_database(old) as database:
        store = Store(database)
        standing = await store.standing(ANA, HERE.server, NOON)
        limit = Limit(scope=Scope.PERSON, most=None, since=LONG_AGO)
        [used] = await store.usage(ANA, HERE.server, [limit], NOON)
    assert standing.everyone == rule_from("50/week")
    assert used == counting


def facts_of(job: Job) -> tuple[object, ...]:
    place = (job.place.platform, job.place.server, job.place.channel, job.place.message)
    asked = (job.ask.kind, job.ask.version, job.ask.prompt, job.ask.lyrics, job.ask.source_job)
    paid = (job.stage, job.counts, job.charged, job.failure, job.attempt)
    return (job.id, job.person.id, *place, *asked, *paid, job.ids.job_id, job.title)


def facts_in(row: sqlite3.Row) -> tuple[object, ...]:
    place = (row["platform"], row["server"], row["channel"], row["card"])
    asked = (row["kind"], row["version"], row["prompt"], row["lyrics"], row["source_job"])
    paid = (row["stage"], bool(row["counts"]), row["charged"], row["failure"], row["attempt"])
    return (row["id"], row["person"], *place, *asked, *paid, row["provider_job"], row["title"])
