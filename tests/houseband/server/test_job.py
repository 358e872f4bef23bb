"""What holds of a job whatever happens to it."""

from datetime import UTC, datetime
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from houseband.order import Operation, Section
from houseband.server.answers import status_of, sync_answer
from houseband.server.chunks import chunks_of
from houseband.server.events import (
    CoverDrawn,
    CoverLost,
    Failed,
    Finished,
    Lost,
    Progressed,
    Recorded,
    Started,
    Take,
    Validated,
)
from houseband.server.job import TAKES, ApiVersion, Call, Job, job_from_json, job_to_json
from houseband.server.links import Links

LINKS = Links(base="http://band")


VERSION = st.sampled_from(TAKES)
SECONDS = st.floats(0, 300)
SECTIONS = st.builds(
    Section, label=st.text(), text=st.text(), start_seconds=SECONDS, end_seconds=SECONDS
)
RECORDED = st.builds(
    Take,
    name=st.text(),
    audio_id=st.text(),
    duration_seconds=SECONDS,
    bpm=st.floats(40, 200),
    sections=st.tuples(SECTIONS) | st.just(()),
)
EVENTS = st.one_of(
    st.builds(Validated, title=st.text()),
    st.builds(CoverDrawn),
    st.builds(CoverLost),
    st.builds(Started, version=VERSION),
    st.builds(Progressed, version=VERSION, percent=st.integers(0, 100)),
    st.builds(Recorded, version=VERSION, take=RECORDED),
    st.builds(Lost, version=VERSION, detail=st.text()),
    st.builds(Finished),
    st.builds(Failed, detail=st.text()),
)
CALLS = st.builds(
    Call,
    version=st.sampled_from(get_args(ApiVersion)),
    operation=st.sampled_from(get_args(Operation)),
    prompt=st.text(),
    seed=st.integers(0, 2**53),
)


def jobs() -> st.SearchStrategy[Job]:
    """Jobs with any events in any order, even those that no band would note."""
    return st.builds(
        Job,
        job_id=st.just("a" * 32),
        message_id=st.just("b" * 24),
        call=CALLS,
        created_at=st.just(datetime(2026, 1, 1, tzinfo=UTC)),
        fingerprint=st.just(""),
        events=st.lists(EVENTS, max_size=8).map(tuple),
    )


@given(jobs())
def test_a_job_survives_being_written_down(job: Job) -> None:
    assert job_from_json(job_to_json(job)) == job


@given(jobs())
def test_what_was_told_stays_as_it_was_told(job: Job) -> None:
    whole = chunks_of(job, LINKS)
    for _, then in job.so_far():
        told = chunks_of(then, LINKS)
        assert told == whole[: len(told)]


@given(jobs())
def test_progress_never_falls(job: Job) -> None:
    percents = [then.percent for _, then in job.so_far()]
    assert percents == sorted(percents)
    assert all(0 <= percent <= 100 for percent in percents)


@given(jobs())
def test_every_job_can_be_told_as_one_answer(job: Job) -> None:
    assert status_of(job, LINKS)["message_id"] == job.message_id
    assert sync_answer(job, LINKS)["message_id"] == job.message_id


def test_a_new_job_is_queued() -> None:
    call = Call(version="v7", operation="song", prompt="", seed=1)
    now = datetime.now(UTC)
    job = Job(job_id="a", message_id="b", call=call, created_at=now, fingerprint="")
    assert (job.state, job.percent, job.ended) == ("queued", 0, False)
