"""Tries that fail earn a rest: through the whole Busker, under the limits that settings give by default."""

import pytest

from bot.assembly import Busker
from bot.models import Started
from bot.settings import load
from bot.terms import policy_from
from soundverse.errors import Declined, KeyRejected, SoundverseError, TakeFailed
from soundverse.events import Accepted, Event, Ids
from tests.bot.conftest import Stage as TheStage
from tests.fakes.composer import WHOLE_SONG
from tests.makers import ANA, BEN

HOUR = 60 * 60
ACCEPTED = Accepted(ids=Ids(job_id="j"))
FAILS: tuple[Event | SoundverseError, ...] = (ACCEPTED, TakeFailed("no"))
IS_DECLINED: tuple[Event | SoundverseError, ...] = (Declined("no"),)
REST = "10 tries failed today; take a rest. You can ask again in"
DECLINED = "The service declined the words of 3 songs this hour; take a rest."


@pytest.fixture(autouse=True)
def _limited(stage: TheStage) -> None:
    stage.policy = policy_from(load(), "soundverse")


async def tried(stage: TheStage, busker: Busker, count: int) -> None:
    """Each with words of its own: the same ones would be the same request."""
    for _ in range(count):
        await stage.song(busker, f"song {len(stage.composer.book)}")


async def refusal(stage: TheStage, busker: Busker) -> str:
    return (await stage.told(busker, "song", prompt=f"refused at {stage.clock.now()}"))[1]


async def test_ten_failed_tries_earn_a_rest_until_midnight_and_cost_no_quota(
    stage: TheStage,
) -> None:
    stage.composer.script = FAILS
    async with stage.at_work() as busker:
        await tried(stage, busker, 10)
        assert (await refusal(stage, busker)).startswith(f"{REST} 12 h")
        assert "0 songs asked for today" in await stage.told(busker, "quota")
        assert isinstance(await stage.ask(busker, "song", BEN, prompt="rain"), Started)
        await stage.clock.move(12 * HOUR)
        await tried(stage, busker, 1)
    assert len(stage.composer.book) == 12


async def test_three_declines_earn_a_rest_until_the_hour_is_over(stage: TheStage) -> None:
    stage.composer.script = IS_DECLINED
    async with stage.at_work() as busker:
        await tried(stage, busker, 3)
        assert (await refusal(stage, busker)).startswith(DECLINED)
        await stage.clock.move(HOUR)
        await tried(stage, busker, 3)
        assert (await refusal(stage, busker)).startswith(DECLINED)


async def test_declines_are_tries_too(stage: TheStage) -> None:
    stage.composer.script = IS_DECLINED
    async with stage.at_work() as busker:
        for _ in range(3):
            await tried(stage, busker, 3)
            await stage.clock.move(HOUR)
        await tried(stage, busker, 1)
        assert (await refusal(stage, busker)).startswith(f"{REST} 9 h")


async def test_a_song_that_is_cancelled_before_the_service_answers_is_a_try_and_no_song(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        for _ in range(10):
            stage.composer.go_on.clear()
            await tried(stage, busker, 1)
            assert (await stage.told(busker, "cancel"))[1].endswith("doesn't count.")
            stage.composer.go_on.set()
            await stage.settle()
        library = await stage.told(busker, "library")
        assert library[1].startswith("There is no finished song of yours yet")
        assert (await refusal(stage, busker)).startswith(f"{REST} 12 h")


async def test_what_went_well_and_what_was_refused_here_are_no_tries(stage: TheStage) -> None:
    stage.policy = policy_from(load(), "houseband")
    async with stage.at_work() as busker:
        stage.composer.script = WHOLE_SONG
        await tried(stage, busker, 12)
        await stage.store.ban_word(stage.change(), "beer")
        for number in range(12):
            assert (
                "can't be asked for"
                in ((await stage.told(busker, "song", prompt=f"beer {number}"))[1])
            )
        stage.composer.script = FAILS
        await tried(stage, busker, 10)
        assert (await refusal(stage, busker)).startswith(REST)


async def test_what_the_operator_has_to_mend_is_no_try(stage: TheStage) -> None:
    stage.composer.script = (KeyRejected("no"),)
    async with stage.at_work() as busker:
        for _ in range(12):
            job_id = await stage.song(busker, f"at {stage.clock.now()}")
            await stage.ask(busker, "cancel", ANA, job=job_id)
            await stage.clock.move(1)
        assert isinstance(await stage.ask(busker, "song", ANA, prompt="again"), Started)
