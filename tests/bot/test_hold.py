from datetime import datetime, timedelta

import pytest

from bot.jobs import Charged, Stage
from bot.playing.hold import FIRST_SECONDS, LONGEST_SECONDS, Hold
from soundverse.errors import Busy, KeyRejected, OutOfCredit, SoundverseError
from soundverse.events import Accepted, Ids, Validated
from tests.bot.conftest import Stage as TheStage
from tests.makers import BEN, NOON


class Wristwatch:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


def test_songs_refused_together_are_one_refusal() -> None:
    watch = Wristwatch()
    hold = Hold(watch)
    for _ in range(4):
        hold.begin(None)
    assert hold.seconds_left == FIRST_SECONDS
    watch.seconds += FIRST_SECONDS
    hold.begin(None)
    assert hold.seconds_left == 2 * FIRST_SECONDS


def test_holds_in_a_row_grow_up_to_a_cap_however_many_there_are() -> None:
    watch = Wristwatch()
    hold = Hold(watch)
    lengths = []
    for _ in range(3000):
        hold.begin(None)
        lengths.append(hold.seconds_left)
        watch.seconds += hold.seconds_left
    assert lengths[:7] == [10, 20, 40, 80, 160, 320, 600]
    assert set(lengths[7:]) == {LONGEST_SECONDS}


def test_the_services_own_wish_is_honoured_within_reason() -> None:
    watch = Wristwatch()
    hold = Hold(watch)
    hold.begin(77)
    assert hold.seconds_left == 77
    hold.begin(30)
    assert hold.seconds_left == 77
    hold.begin(1e9)
    assert hold.seconds_left == LONGEST_SECONDS


def test_a_song_that_was_taken_makes_the_next_hold_a_first_one() -> None:
    watch = Wristwatch()
    hold = Hold(watch)
    for _ in range(2):
        hold.begin(None)
        watch.seconds += hold.seconds_left
    hold.end()
    hold.begin(None)
    assert hold.seconds_left == FIRST_SECONDS


NAMED = Accepted(ids=Ids(job_id="j"))


@pytest.mark.parametrize("error", [Busy("slow down"), KeyRejected("no"), OutOfCredit("empty")])
async def test_a_song_with_an_id_is_never_sent_twice_and_yet_holds_the_others_back(
    stage: TheStage, error: SoundverseError
) -> None:
    stage.composer.script = (NAMED, error)
    async with stage.at_work() as busker:
        first = await stage.song(busker)
        other = await stage.song(busker, "snow", BEN)
        job = await stage.job(first)
        assert (job.stage, job.counts, job.charged) == (Stage.FAILED, False, Charged.NO)
        assert (await stage.job(other)).stage is Stage.QUEUED
        assert [key for _, key in stage.composer.book] == [f"{first}:1"]
        await stage.clock.move(FIRST_SECONDS)
        await stage.clock.move(LONGEST_SECONDS)
    assert [key for _, key in stage.composer.book] == [f"{first}:1", f"{other}:1"]


async def test_a_song_that_was_merely_accepted_doesnt_shorten_the_next_hold(
    stage: TheStage,
) -> None:
    async with stage.at_work() as busker:
        stage.composer.script = (NAMED, Busy("slow down"))
        await stage.song(busker)
        await stage.clock.move(FIRST_SECONDS)
        await stage.song(busker, "fog")
        other = await stage.song(busker, "snow", BEN)
        await stage.clock.move(FIRST_SECONDS)
        assert (await stage.job(other)).stage is Stage.QUEUED


async def test_a_song_that_was_billed_shortens_it(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        stage.composer.script = (NAMED, Busy("slow down"))
        await stage.song(busker)
        await stage.clock.move(FIRST_SECONDS)
        stage.composer.script = (NAMED, Validated(), Busy("slow down"))
        await stage.song(busker, "fog")
        other = await stage.song(busker, "snow", BEN)
        await stage.clock.move(FIRST_SECONDS)
        assert (await stage.job(other)).stage is not Stage.QUEUED
