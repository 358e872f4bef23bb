from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.jobs import (
    Charged,
    Job,
    Stage,
    advance,
    cancelled,
    ended,
    failed,
    fetched,
    posted,
    queued,
    submitting,
    unsent,
)
from soundverse.errors import Busy, Declined, OutOfCredit, Overdue, SoundverseError, Unavailable
from soundverse.events import Accepted, Event, Finished, Ids, LyricsSection, Progressed, Validated
from tests.makers import HERE, NOON, a_job, a_take, a_working_job

LATER = NOON + timedelta(minutes=1)
ACCEPTED = Accepted(ids=Ids(job_id="j", message_id="m"))
VALIDATED = Validated(title="Rain", cover_url="https://storage.soundverse.ai/rain.webp")


def after(job: Job, *events: Event) -> Job:
    for event in events:
        job = advance(job, event, LATER)
    return job


def with_files(job: Job, *versions: int) -> Job:
    takes = [replace(take, file=Path("a.mp3")) for take in job.takes if take.version in versions]
    return fetched(job, takes)


def test_a_song_goes_from_its_row_to_its_end() -> None:
    job = queued(a_job(), HERE)
    assert job.stage is Stage.QUEUED
    job = submitting(job, NOON)
    assert (job.stage, job.attempt, job.charged) == (Stage.WORKING, 1, Charged.MAYBE)
    job = after(job, ACCEPTED, VALIDATED, a_take(1), a_take(2), Finished())
    assert (job.stage, job.title, job.charged) == (Stage.POSTING, "Rain", Charged.YES)
    job = posted(with_files(job, 1, 2), LATER)
    assert (job.stage, job.counts, job.finished_at) == (Stage.DONE, True, LATER)


def test_ids_are_kept_as_they_become_known() -> None:
    job = after(a_working_job(), Accepted(ids=Ids(job_id="j")), Accepted(ids=Ids(message_id="m")))
    assert job.ids == Ids(job_id="j", message_id="m")
    assert job.accepted_at == LATER


def test_progress_never_goes_back() -> None:
    job = after(a_working_job(), Progressed(percent=40), Progressed(percent=20), Progressed())
    assert job.percent == 40


def test_a_take_learns_more_about_itself() -> None:
    words = (LyricsSection(label="Verse", text="It rains"),)
    job = after(
        a_working_job(), a_take(1), a_take(1, duration_seconds=None, bpm=None, lyrics=words)
    )
    [take] = job.takes
    assert (take.duration_seconds, take.bpm, take.lyrics) == (60.0, 112, words)


def test_takes_are_kept_in_order_whichever_comes_first() -> None:
    job = after(a_working_job(), a_take(2), a_take(1))
    assert [take.letter for take in job.takes] == ["A", "B"]


def test_one_take_is_a_partial_song_and_counts() -> None:
    job = after(a_working_job(), VALIDATED, a_take(1), Finished())
    job = posted(with_files(job, 1), LATER)
    assert (job.stage, job.counts) == (Stage.PARTIAL, True)


def test_a_take_whose_file_is_missing_makes_the_song_partial() -> None:
    job = after(a_working_job(), VALIDATED, a_take(1), a_take(2), Finished())
    assert posted(with_files(job, 2), LATER).stage is Stage.PARTIAL


def test_a_song_without_files_fails_and_costs_the_person_nothing() -> None:
    job = posted(after(a_working_job(), VALIDATED, a_take(1), Finished()), LATER)
    assert (job.stage, job.counts, job.charged) == (Stage.FAILED, False, Charged.YES)


def test_a_song_without_takes_fails_and_costs_the_person_nothing() -> None:
    job = after(a_working_job(), VALIDATED, Finished())
    assert (job.stage, job.failure, job.counts) == (Stage.FAILED, "take-failed", False)


@pytest.mark.parametrize(
    ("error", "stage", "charged"),
    [
        (Declined(), Stage.FAILED, Charged.NO),
        (Busy(), Stage.FAILED, Charged.NO),
        (OutOfCredit(), Stage.FAILED, Charged.NO),
        (Unavailable(), Stage.FAILED, Charged.MAYBE),
        (Overdue(), Stage.OVERDUE, Charged.MAYBE),
    ],
)
def test_a_failure_never_counts_and_says_what_it_cost_the_operator(
    error: SoundverseError, stage: Stage, charged: Charged
) -> None:
    job = failed(a_working_job(charged=Charged.MAYBE), error, "reason", LATER)
    assert (job.stage, job.counts, job.charged) == (stage, False, charged)


def test_what_was_billed_stays_billed_when_it_fails_later() -> None:
    job = failed(after(a_working_job(), VALIDATED), Declined(), "declined", LATER)
    assert job.charged is Charged.YES


def test_a_cancel_before_acceptance_costs_nothing_and_after_it_counts() -> None:
    assert not cancelled(a_working_job(), LATER).counts
    assert cancelled(after(a_working_job(), ACCEPTED), LATER).counts


def test_a_cancelled_song_collects_its_takes_and_stays_cancelled() -> None:
    job = cancelled(after(a_working_job(), ACCEPTED), LATER)
    job = after(job, VALIDATED, a_take(1), Finished())
    assert (job.stage, len(job.takes), job.charged) == (Stage.CANCELLED, 1, Charged.YES)
    assert posted(with_files(job, 1), LATER).stage is Stage.CANCELLED


def test_what_was_surely_not_accepted_waits_for_another_attempt() -> None:
    job = unsent(submitting(queued(a_job(), HERE), NOON))
    assert (job.stage, job.charged, job.submitted_at) == (Stage.QUEUED, Charged.NO, None)
    assert submitting(job, LATER).idempotency_key == "rainsong:2"


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage.is_final])
def test_an_end_is_an_end(stage: Stage) -> None:
    job = a_job(stage=stage)
    assert submitting(job, LATER) == job
    assert cancelled(job, LATER) == job
    assert ended(job, Stage.FAILED, "defect", LATER) == job
    assert after(job, Finished()) == job
    assert queued(job, HERE).stage is stage
    assert unsent(job).stage is stage
