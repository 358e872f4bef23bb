import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.jobs import Charged, Job, Kind, Stage, Take, advance, cancelled, queued, submitting
from bot.models import Person, Place
from bot.quotas import Limit, Scope
from bot.stores.jobs import Archived, Tried
from soundverse.events import Accepted, Ids, LyricsSection, Validated
from storage.store import Store
from tests.makers import ANA, BEN, HERE, NOON, a_job, a_take, a_working_job, an_ask


def a_limit(most: int, scope: Scope = Scope.PERSON) -> Limit:
    return Limit(scope=scope, most=most, since=NOON)


THREE = [a_limit(3)]
HOUR = timedelta(hours=1)


def job_number(number: int, **facts: object) -> Job:
    return a_job(id=f"job{number}", request_key=f"request{number}", **facts)


async def test_a_job_comes_back_as_it_was_saved(store: Store) -> None:
    asked = an_ask(
        kind=Kind.EXTEND,
        version="v6",
        lyrics="la\nla",
        source_job="other",
        source_version=2,
        source_url="https://storage.soundverse.ai/x.mp3",
        source_title="Rain",
        extend_at_ms=45_000,
    )
    job = a_job(
        ask=asked, person=Person(platform="console", id="ana", locale="pt-BR", roles=("7", "8"))
    )
    await store.admit(job, ())
    words = (LyricsSection(label="Verse", text="Chuva ☔", start_seconds=1.5, end_seconds=None),)
    after = submitting(queued(job, replace(HERE, message="card")), NOON)
    assert await store.save(job, after)
    for event in (
        Accepted(ids=Ids(job_id="j", message_id="m")),
        Validated(title="Chuva", cover_url="https://storage.soundverse.ai/c.webp"),
        a_take(2, lyrics=words, title="Chuva", audio_id="a"),
        a_take(1),
    ):
        before, after = after, advance(after, event, NOON)
        assert await store.save(before, after)
    before, after = (
        after,
        replace(
            after,
            cover=Path("c.webp"),
            takes=(after.takes[0], replace(after.takes[1], file=Path("job/B.mp3"))),
        ),
    )
    assert await store.save(before, after)
    assert await store.get(job.id) == after


async def test_the_same_request_is_admitted_once(store: Store) -> None:
    first = await store.admit(job_number(1), THREE)
    again = await store.admit(replace(job_number(1), id="other"), THREE)
    assert first
    assert again
    assert (first.is_new, again.is_new) == (True, False)
    assert again.job_id == "job1"
    assert await store.usage(ANA, "console", THREE, NOON) == [1]


async def test_a_redelivered_request_is_known_even_when_the_quota_is_used_up(store: Store) -> None:
    one = [a_limit(1)]
    await store.admit(job_number(1), one)
    again = await store.admit(job_number(1), one)
    assert again is not None
    assert await store.admit(job_number(2), one) is None


async def test_a_rule_is_never_exceeded_however_many_ask_at_once(store: Store) -> None:
    jobs = [job_number(number) for number in range(40)]
    admissions = await asyncio.gather(*(store.admit(job, THREE) for job in jobs))
    assert sum(admission is not None for admission in admissions) == 3
    assert await store.usage(ANA, "console", THREE, NOON) == [3]


async def test_only_what_counts_in_the_window_on_this_server_is_used(store: Store) -> None:
    elsewhere = Place(platform="console", server="elsewhere", channel="terminal")
    await store.admit(job_number(1, created_at=NOON - timedelta(seconds=1)), ())
    await store.admit(job_number(2, place=elsewhere), ())
    await store.admit(job_number(3, person=BEN), ())
    await store.admit(job_number(4, counts=False), ())
    await store.admit(job_number(5), ())
    assert await store.usage(ANA, "console", THREE, NOON) == [1]


async def test_a_song_that_fails_gives_its_place_back(store: Store) -> None:
    one = [a_limit(1)]
    job = job_number(1)
    await store.admit(job, one)
    await store.save(job, replace(job, stage=Stage.FAILED, counts=False))
    assert await store.admit(job_number(2), one) is not None


async def test_a_save_loses_against_a_cancel_in_between(store: Store) -> None:
    job = a_working_job()
    await store.admit(job, ())
    assert await store.save(job, cancelled(job, NOON))
    late = advance(job, a_take(1), NOON)
    assert not await store.save(job, replace(late, stage=Stage.POSTING))
    kept = await store.get(job.id)
    assert kept is not None
    assert kept.stage is Stage.CANCELLED
    assert len(kept.takes) == 1


async def test_a_cancel_never_undoes_an_acceptance_it_hadnt_read(store: Store) -> None:
    job = a_working_job()
    await store.admit(job, [])
    accepted = advance(job, Accepted(ids=Ids(job_id="j")), NOON)
    assert await store.save(job, accepted)
    assert not await store.save(job, cancelled(job, NOON))
    kept = await store.get(job.id)
    assert kept is not None
    assert (kept.stage, kept.ids.job_id) == (Stage.WORKING, "j")
    assert await store.save(kept, cancelled(kept, NOON))
    kept = await store.get(job.id)
    assert kept is not None
    assert kept.counts


async def test_a_save_of_an_older_attempt_is_refused(store: Store) -> None:
    job = a_working_job(attempt=2)
    await store.admit(job, ())
    assert not await store.save(replace(job, attempt=1), replace(job, charged=Charged.YES))


async def test_unfinished_songs_come_oldest_first(store: Store) -> None:
    await store.admit(job_number(2, created_at=NOON + timedelta(minutes=1)), ())
    await store.admit(job_number(1), ())
    await store.admit(job_number(3, stage=Stage.DONE), ())
    assert [job.id for job in await store.unfinished()] == ["job1", "job2"]


async def test_a_persons_songs_come_newest_first(store: Store) -> None:
    await store.admit(job_number(1), ())
    await store.admit(job_number(2, created_at=NOON + timedelta(minutes=1)), ())
    await store.admit(job_number(3, person=BEN), ())
    assert [job.id for job in await store.of(ANA, most=5)] == ["job2", "job1"]
    assert [job.id for job in await store.of(ANA, most=1)] == ["job2"]


async def test_a_delivery_is_noted_before_and_after(store: Store) -> None:
    job = a_job()
    await store.admit(job, ())
    later = NOON + timedelta(minutes=9)
    assert await store.begin_delivery("key", job, NOON) == Tried()
    assert await store.begin_delivery("key", job, later) == Tried(since=NOON)
    assert await store.begin_delivery("key", job, later) == Tried(since=NOON)
    posted = replace(HERE, message="posted")
    await store.end_delivery("key", posted, NOON)
    assert await store.begin_delivery("key", job, NOON) == Tried(lies=posted)


async def test_admissions_and_cancels_are_news(store: Store) -> None:
    job = a_job()
    await store.admit(job, ())
    assert await store.changed() == {job.id}
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await store.changed()
    await store.save(job, cancelled(job, NOON))
    assert await store.changed() == {job.id}


async def test_what_is_archived_tells_all_that_decides_how_long_it_is_kept(store: Store) -> None:
    bare = Take(version=1, audio_url="https://storage.soundverse.ai/a.mp3")
    late = a_job(
        stage=Stage.OVERDUE,
        failure="overdue",
        finished_at=NOON,
        takes=(replace(bare, file=Path("A.mp3")),),
    )
    art = a_job(stage=Stage.DONE, finished_at=NOON - HOUR, takes=(bare,), cover=Path("cover.jpg"))
    for number, end in enumerate((late, replace(art, cover=None), art)):
        named = replace(end, id=f"job{number}", request_key=f"request{number}")
        before = replace(named, stage=Stage.RESERVED, takes=(), cover=None, finished_at=None)
        await store.admit(replace(before, failure=None), ())
        assert await store.save(before, named)
    assert await store.kept() == [
        Archived(id="job2", ended_at=NOON - HOUR, stage=Stage.DONE, has_takes=False),
        Archived(id="job0", ended_at=NOON, stage=Stage.OVERDUE, failure="overdue", has_takes=True),
    ]
