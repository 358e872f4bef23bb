"""What can't be posted where it was asked for can be sent to its person directly instead."""

import pytest

from bot.jobs import Stage
from bot.models import Started, Told
from tests.bot.conftest import Stage as TheStage
from tests.makers import ANA, BEN, HERE, a_command


async def refused(stage: TheStage, name: str = "song") -> Told:
    stage.chat.closed.add(HERE.channel)
    answer = await stage.busker().router.answer(a_command(name, prompt="rain"))
    assert isinstance(answer, Told)
    assert answer.is_refusal
    return answer


@pytest.mark.parametrize("name", ["song", "music", "jingle"])
async def test_a_song_is_sent_directly_once(stage: TheStage, name: str) -> None:
    told = await refused(stage, name)
    [button] = told.card.buttons
    assert (button.action, button.label) == ("draft-directly", "Send it to me directly")
    async with stage.at_work() as busker:
        answers = [await stage.press(busker, button.action, button.subject) for _ in range(2)]
        first, second = answers
        assert isinstance(first, Started)
        assert isinstance(second, Started)
        assert first.job_id == second.job_id
        await stage.clock.move(60)
        job = await stage.store.get(first.job_id)
    assert job is not None
    assert job.stage is Stage.DONE
    assert job.ask.is_private
    assert job.place.channel == f"alone with {ANA.id}"
    assert job.place.server == HERE.server


async def test_nobody_else_has_it_sent(stage: TheStage) -> None:
    told = await refused(stage)
    [button] = told.card.buttons
    answer = await stage.press(stage.busker(), button.action, button.subject, BEN)
    assert isinstance(answer, Told)
    assert answer.is_refusal


async def test_what_was_looked_at_isnt_looked_at_again(stage: TheStage) -> None:
    looked = await stage.busker().router.answer(a_command("song", prompt="rain", review="on"))
    assert isinstance(looked, Told)
    stage.chat.closed.add(HERE.channel)
    go = await stage.press(stage.busker(), "draft-go", looked.card.buttons[0].subject)
    assert isinstance(go, Told)
    [button] = go.card.buttons
    assert isinstance(await stage.press(stage.busker(), button.action, button.subject), Started)


async def test_what_was_to_be_private_anyway_is_only_refused(stage: TheStage) -> None:
    stage.chat.closed |= {HERE.channel, ANA.id}
    answer = await stage.busker().router.answer(a_command("song", prompt="rain", private="on"))
    assert isinstance(answer, Told)
    assert answer.card.buttons == ()
