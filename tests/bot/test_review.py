import asyncio
from datetime import timedelta

from bot.drafts import LASTS
from bot.models import Card, Form, Person, Press, Started, Told
from soundverse.calls import GenerateSong
from tests.bot.conftest import Stage as TheStage
from tests.makers import ANA, BEN, a_press


async def review(stage: TheStage, **options: str) -> tuple[Card, str]:
    """The card, and the draft's id."""
    busker = stage.busker()
    answer = await stage.ask(busker, "song", ANA, review="on", **options)
    assert isinstance(answer, Told)
    assert not answer.is_refusal
    return answer.card, answer.card.buttons[0].subject


def presses(draft: str, action: str, person: Person = ANA) -> Press:
    return a_press(f"draft-{action}", draft, person)


async def sentence(stage: TheStage, draft: str, action: str, person: Person = ANA) -> str:
    answer = await stage.press(stage.busker(), f"draft-{action}", draft, person)
    assert isinstance(answer, Told)
    return answer.card.lines[0]


async def test_a_look_comes_first_and_spends_nothing(stage: TheStage) -> None:
    await stage.limit("1/day")
    card, _ = await review(stage, prompt="rain")
    assert card.lines == ("About: rain", "The service writes the lyrics.")
    assert [button.label for button in card.buttons] == ["Go", "Edit", "Cancel"]
    assert card.footer == "1 of 1 songs left today"
    card, _ = await review(stage, prompt="rain", lyrics="It rains\nand rains", private="on")
    assert card.lines[1:] == ("Lyrics:", "It rains", "and rains", "Only you will see it.")
    assert await stage.store.unfinished() == []


async def test_what_was_attached_is_called_by_its_name(stage: TheStage) -> None:
    attached = f"{stage.chat.passing}7/Ana%20hums.mp3?ex=1"
    card, _ = await review(
        stage, prompt="rain", reference_url=attached, melody_url="https://example.org/a?id=7"
    )
    assert card.lines[1:3] == (
        "In the style of Ana hums.mp3",
        "To the melody at https://example.org/a?id=7",
    )


async def test_what_cant_be_sung_is_refused_before_the_look(stage: TheStage) -> None:
    told = await stage.told(stage.busker(), "song", review="on", prompt="x", melody_url="http://x")
    assert told[1].startswith("melody-url must be an address")


async def test_go_makes_one_song_however_often_it_is_pressed(stage: TheStage) -> None:
    _, draft = await review(stage, prompt="rain", lyrics="It rains")
    async with stage.at_work() as busker:
        press = presses(draft, "go")
        answers = await asyncio.gather(*(busker.router.press(press) for _ in range(3)))
        await stage.settle()
        answers.append(await busker.router.press(press))
        assert isinstance(answers[0], Started)
        assert all(answer == answers[0] for answer in answers)
        assert answers[0].aside is not None
        assert answers[0].aside.replaces
    assert [call for call, _ in stage.composer.book] == [
        GenerateSong(version="v7", prompt="rain", lyrics="It rains")
    ]


async def test_a_draft_that_is_refused_can_be_sent_later(stage: TheStage) -> None:
    await stage.limit("1/day")
    _, draft = await review(stage, prompt="rain")
    async with stage.at_work() as busker:
        await stage.song(busker, "another one")
        assert (await sentence(stage, draft, "go")).startswith("Your limit of 1 a day is reached.")
        await stage.limit("2/day")
        assert isinstance(await stage.press(busker, "draft-go", draft), Started)


async def test_edit_opens_the_form_filled_in_and_the_look_comes_again(stage: TheStage) -> None:
    url = "https://x.y/z.mp3"
    _, draft = await review(stage, prompt="rain", lyrics="It rains", melody_url=url)
    async with stage.at_work() as busker:
        form = await stage.press(busker, "draft-edit", draft)
        assert isinstance(form, Form)
        assert {field.name: field.value for field in form.fields} == {
            "prompt": "rain",
            "lyrics": "It rains",
        }
        answer = await stage.ask(busker, form.command, ANA, prompt="snow", lyrics="", **form.kept)
        assert isinstance(answer, Told)
        assert answer.replaces
        assert answer.card.lines == (
            "About: snow",
            f"To the melody at {url}",
            "The service writes the lyrics.",
        )
        assert answer.card.buttons[0].subject == draft
        await stage.press(busker, "draft-go", draft)
    assert [call for call, _ in stage.composer.book] == [
        GenerateSong(version="v7", prompt="snow", melody_url=url)
    ]


async def test_a_draft_that_was_cancelled_is_gone(stage: TheStage) -> None:
    _, draft = await review(stage, prompt="rain")
    assert await sentence(stage, draft, "cancel") == "Nothing was asked for."
    for action in ("go", "edit", "cancel"):
        assert (await sentence(stage, draft, action)).startswith("That draft is no longer there.")


async def test_a_draft_is_its_persons_own_before_and_after_it_was_sent(stage: TheStage) -> None:
    _, draft = await review(stage, prompt="rain")
    for action in ("go", "edit", "cancel"):
        assert await sentence(stage, draft, action, BEN) == "That one belongs to somebody else."
    answer = await stage.ask(stage.busker(), "song", BEN, prompt="mine", draft=draft)
    assert isinstance(answer, Told)
    assert answer.is_refusal
    await stage.press(stage.busker(), "draft-go", draft)
    assert await sentence(stage, draft, "go", BEN) == "That one belongs to somebody else."


async def test_a_draft_lasts_a_day(stage: TheStage) -> None:
    _, draft = await review(stage, prompt="rain")
    async with stage.at_work():
        await stage.clock.move((LASTS - timedelta(minutes=1)).total_seconds())
        assert await stage.store.draft(draft) is not None
        await stage.clock.move(60)
        assert (await sentence(stage, draft, "go")).startswith("That draft is no longer there.")
