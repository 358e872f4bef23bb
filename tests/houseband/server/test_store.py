"""What is kept on disk, and for how long."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from houseband.order import Section
from houseband.server.events import (
    CoverDrawn,
    CoverLost,
    Event,
    Failed,
    Finished,
    Lost,
    Progressed,
    Recorded,
    Started,
    Take,
    Validated,
)
from houseband.server.job import Call, Job, Source
from houseband.server.jobs import Jobs
from houseband.server.mishaps import Mishap
from houseband.server.store import MAX_AGE_SECONDS, Store

EVERY_EVENT: tuple[Event, ...] = (
    Validated(title="Ünïcode"),
    CoverDrawn(),
    CoverLost(),
    Started(version=1),
    Progressed(version=1, percent=40),
    Recorded(
        version=1,
        take=Take(
            name="a_v1.mp3",
            audio_id="1",
            duration_seconds=9.5,
            bpm=120.5,
            sections=(Section(label="Verse", text="la", start_seconds=0, end_seconds=1),),
        ),
    ),
    Lost(version=2, detail="gone"),
    Finished(),
    Failed(detail="not really"),
)


def a_job(number: int, *events: Event, source: Source | None = None) -> Job:
    return Job(
        job_id=f"{number:032x}",
        message_id=f"{number:024x}",
        call=Call(
            version="v7",
            operation="song",
            prompt="a song",
            seed=7,
            source=source,
            mishap=Mishap(name="hang", number=3),
        ),
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        fingerprint="f",
        events=events,
    )


def test_a_job_comes_back_as_it_was(tmp_path: Path) -> None:
    job = a_job(1, *EVERY_EVENT, source=Source(job_id="a", name="b.mp3"))
    Store(tmp_path).save(job)
    assert list(Store(tmp_path).load()) == [job]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[]", b'{"job_id": 1}'])
def test_a_job_that_cannot_be_read_is_left_out(tmp_path: Path, content: bytes) -> None:
    store = Store(tmp_path)
    store.save(a_job(1))
    store.save(a_job(2))
    (store.folder(a_job(1).job_id) / "job.json").write_bytes(content)
    assert list(store.load()) == [a_job(2)]


def test_old_jobs_are_removed_and_unfinished_ones_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for job in (a_job(1, Finished()), a_job(2), a_job(3, Finished())):
        store.save(job)
    for number in (1, 2):
        _age(store.folder(a_job(number).job_id), MAX_AGE_SECONDS + 60)
    jobs = Jobs(store)
    jobs.sweep()
    assert jobs.by_job_id(a_job(1).job_id) is None
    assert [job.job_id for job in store.load()] == [a_job(2).job_id, a_job(3).job_id]


def test_the_take_that_is_being_extended_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.save(a_job(1, Finished()))
    store.save(a_job(2, source=Source(job_id=a_job(1).job_id, name="a_v1.mp3")))
    _age(store.folder(a_job(1).job_id), MAX_AGE_SECONDS + 60)
    jobs = Jobs(store)
    jobs.sweep()
    assert jobs.by_job_id(a_job(1).job_id) is not None


def test_the_oldest_go_first_when_there_is_too_much(tmp_path: Path) -> None:
    store = Store(tmp_path, most_bytes=250_000)
    for number in (1, 2, 3):
        store.save(a_job(number, Finished()))
        folder = store.folder(a_job(number).job_id)
        (folder / "a.mp3").write_bytes(bytes(100_000))
        _age(folder, 1000 - number)
    assert store.sweep(frozenset()) == [a_job(1).job_id]


def test_what_a_take_lays_aside_may_go_while_jobs_are_swept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.save(a_job(1))
    growing = store.folder(a_job(1).job_id) / "stream_v1.part"
    growing.symlink_to("renamed")  # listed, and not there when it is looked at
    store.sweep(frozenset())
    assert store.folder(a_job(1).job_id).exists()


def test_nothing_but_jobs_is_swept(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    _age(tmp_path / "mine", MAX_AGE_SECONDS * 2)
    assert Store(tmp_path).sweep(frozenset()) == []
    assert (tmp_path / "mine").exists()


def _age(folder: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(folder, (then, then))
