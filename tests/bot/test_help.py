from itertools import pairwise

import pytest

from bot.authority import OPERATE
from bot.commands import COMMANDS
from bot.commands.catalogue import Answer, Desk, Option, Spec
from bot.commands.help import help_card, help_on
from bot.models import Command, Person, Power, Told
from bot.words import words_for
from tests.bot.conftest import Stage as TheStage
from tests.bot.test_languages import LANGUAGES
from tests.makers import ANA, a_command

ENGLISH = words_for("en")
ADMIN = Person(platform="console", id="ada", powers=frozenset({Power.ADMINISTER}))


async def nothing(command: Command, desk: Desk) -> Answer:
    raise AssertionError(command, desk)


async def test_help_tells_with_examples_what_can_be_asked(stage: TheStage) -> None:
    lines = await stage.told(stage.busker(), "busker-help")
    assert lines[:4] == [
        "What you can ask for",
        "Music",
        "/song a birthday song for Ana · A song with vocals",
        "    with lyrics, reference-url, backing-url, vocals-url, melody-url, private, review",
    ]
    text = "\n".join(lines)
    assert all(f"/{spec.name}" in text for spec in COMMANDS if spec.needs is None)
    assert "draft" not in text


async def test_commands_of_admins_are_told_to_admins(stage: TheStage) -> None:
    pause = Spec(name="quota", options=(), answer=nothing, needs=Power.ADMINISTER)
    spec = help_on([pause])
    desk = stage.busker().router._desk
    for person, is_told in ((ANA, False), (ADMIN, True)):
        answer = await spec.answer(a_command("busker-help", person), desk)
        assert isinstance(answer, Told)
        assert ("For admins" in answer.card.lines) is is_told
        assert any("/quota" in line for line in answer.card.lines) is is_told


async def test_options_of_others_are_not_told(stage: TheStage) -> None:
    option = Option(name="everywhere", needs=OPERATE)
    spec = help_on([Spec(name="quota", options=(option,), answer=nothing)])
    desk = stage.busker().router._desk
    answer = await spec.answer(a_command("busker-help", ADMIN), desk)
    assert isinstance(answer, Told)
    assert not any("everywhere" in line for line in answer.card.lines)


def test_options_that_no_example_shows_are_told() -> None:
    lines = help_card(COMMANDS, ENGLISH).lines
    after = dict(pairwise(lines))
    assert after["/extend at: 1:30 · A longer version of one of your takes"] == (
        "    with track, lyrics, prompt"
    )
    assert after["/jingle-sound set · How the jingles of this channel sound"] == (
        "    with style, tags, banned"
    )
    assert after["/busker-admin block · Let a person ask for nothing"] == "    with user, until"


def test_groups_stand_apart() -> None:
    lines = help_card(COMMANDS, ENGLISH).lines
    after = [after for line, after in pairwise(lines) if not line]
    assert lines[0] == "Music"
    assert after[:2] == ["Your songs and more", "For admins"]


def test_what_only_the_operator_can_say_is_told_once() -> None:
    lines = help_card(COMMANDS, ENGLISH).lines
    assert [line for line in lines if "platform" in line] == [
        "For the operator, also with server, platform, everywhere"
    ]


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_help_fits_a_card(language: str) -> None:
    assert len("\n".join(help_card(COMMANDS, words_for(language)).lines)) < 4000
