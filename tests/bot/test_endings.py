from dataclasses import replace

import pytest

from bot.jobs import Stage
from bot.models import Person, Power, Press, Told
from soundverse.errors import Declined, Unavailable
from tests.bot.conftest import Stage as TheStage
from tests.makers import ANA, BEN, HERE, a_press

MODERATOR = Person(platform="console", id="mia", powers=frozenset({Power.MODERATE}))
DECLINED = Declined("NSFW words detected")


def why(job_id: str, person: Person) -> Press:
    return a_press("why", job_id, person)


async def declined(stage: TheStage, **options: str) -> str:
    stage.composer.script = (DECLINED,)
    async with stage.at_work() as busker:
        await stage.ask(busker, "song", ANA, prompt="something rude", **options)
    newest, *_ = await stage.store.of(ANA, most=9)
    return newest.id


async def test_what_was_declined_isnt_repeated_in_public(stage: TheStage) -> None:
    job_id = await declined(stage)
    card = stage.chat.last(job_id)
    assert card.title == "A song that can't be made"
    assert card.lines[1:] == ("The service makes no song of this.", "This doesn't count.")
    assert [(button.action, button.label) for button in card.buttons] == [
        ("why", "Why?"),
        ("edit", "Edit"),
    ]


async def test_in_private_it_is_said_at_once(stage: TheStage) -> None:
    card = stage.chat.last(await declined(stage, private="on"))
    assert card.title == "Song: something rude"
    assert card.lines[1] == "The service declined the words. Try other ones."


@pytest.mark.parametrize("person", [ANA, MODERATOR])
async def test_why_is_told_in_private_with_a_hint(stage: TheStage, person: Person) -> None:
    job_id = await declined(stage)
    answer = await stage.busker().router.press(why(job_id, person))
    assert isinstance(answer, Told)
    assert not answer.is_refusal
    assert answer.card.title == "Song: something rude"
    assert answer.card.lines[0] == "The service declined the words. Try other ones."
    assert "names of artists" in answer.card.lines[1]


async def test_why_isnt_told_to_others(stage: TheStage) -> None:
    job_id = await declined(stage)
    hidden = await declined(stage, private="on")
    for press in (why(job_id, BEN), why(hidden, BEN), why("nothing", ANA)):
        answer = await stage.busker().router.press(press)
        assert isinstance(answer, Told)
        assert answer.is_refusal


async def test_a_moderator_of_another_server_isnt_told_why(stage: TheStage) -> None:
    press = replace(why(await declined(stage), MODERATOR), place=replace(HERE, server="other"))
    answer = await stage.busker().router.press(press)
    assert isinstance(answer, Told)
    assert answer.is_refusal


async def test_any_other_failure_says_why_and_offers_another_try(stage: TheStage) -> None:
    stage.composer.script = (Unavailable("503"),)
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        while not (await stage.job(job_id)).stage.is_final:
            await stage.clock.move(600)
    card = stage.chat.last(job_id)
    assert (await stage.job(job_id)).stage is Stage.FAILED
    assert card.title == "Song: rain"
    assert [(button.action, button.subject) for button in card.buttons] == [
        ("again", job_id),
        ("edit", job_id),
    ]
