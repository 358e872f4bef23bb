import pytest

from adapters.console.inbound import command_from, command_of_form, press_of
from bot.commands import COMMANDS, Option, OptionKind, Spec
from bot.commands.catalogue import Answer, Desk
from bot.commands.text import being_said, options_from, spec_named, specs_of_group
from bot.models import Button, Command, Field, Form
from tests.makers import ANA, HERE


async def answer(command: Command, desk: Desk) -> Answer:  # noqa: ARG001  # as every answer
    raise AssertionError("only parsed")


def a_spec(name: str, *options: Option) -> Spec:
    return Spec(name=name, options=options, answer=answer)


SPECS = (
    a_spec(
        "song",
        Option(name="prompt", is_main=True),
        Option(name="private", kind=OptionKind.SWITCH),
        Option(name="review", kind=OptionKind.SWITCH),
        Option(name="draft", kind=OptionKind.HIDDEN),
    ),
    a_spec("admin quota set", Option(name="user", kind=OptionKind.PERSON, is_main=True)),
    a_spec("admin quota show", Option(name="channel", kind=OptionKind.CHANNEL)),
    a_spec("admin block", Option(name="user", kind=OptionKind.PERSON)),
    a_spec("jingle"),
    a_spec("jingle-sound show", Option(name="together", kind=OptionKind.SWITCH)),
)


@pytest.mark.parametrize(
    ("line", "name", "options"),
    [
        ("a song about rain", "song", {"prompt": "a song about rain"}),
        ("/song private: on rain", "song", {"private": "on", "prompt": "rain"}),
        ("/song rain private: on", "song", {"prompt": "rain", "private": "on"}),
        ("/song rain PRIVATE: yes in May", "song", {"prompt": "rain in May", "private": "yes"}),
        ("/song private: perhaps", "song", {"private": "perhaps"}),
        ("/song private", "song", {"private": "on"}),
        ("/song review Private", "song", {"private": "on", "review": "on"}),
        ("/song private rain", "song", {"prompt": "private rain"}),
        ("/song draft: 12", "song", {"prompt": "draft: 12"}),
        ("/SONG\nrain\nfalls", "song", {"prompt": "rain\nfalls"}),
        ("/admin  Quota set @ben", "admin quota set", {"user": "ben"}),
        ("/admin quota show channel: #music", "admin quota show", {"channel": "music"}),
        ("/jingle-sound show together", "jingle-sound show", {"together": "on"}),
        ("/jingle-sound show this", "jingle-sound show", {"": "this"}),
        ("/jingle", "jingle", {}),
        ("/jingles", "jingles", {}),
        ("/", "", {}),
    ],
)
def test_a_line_is_a_command(line: str, name: str, options: dict[str, str]) -> None:
    command = command_from(line, SPECS, ANA, HERE)
    assert (command.name, command.options) == (name, options)


def test_a_name_that_nobody_knows_is_cut() -> None:
    assert len(command_from(f"/{'x' * 1_000_000}", SPECS, ANA, HERE).name) == 40


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("admin", ["admin quota set", "admin quota show", "admin block"]),
        ("admin quota", ["admin quota set", "admin quota show"]),
        ("Admin quota dance", ["admin quota set", "admin quota show"]),
        ("admin dance", ["admin quota set", "admin quota show", "admin block"]),
        ("dance", []),
        ("", []),
    ],
)
def test_a_group_has_the_commands_that_begin_with_it(text: str, names: list[str]) -> None:
    assert [spec.name for spec in specs_of_group(text, SPECS)] == names


@pytest.mark.parametrize(
    ("text", "option", "value"),
    [
        ("", "prompt", ""),
        (" ra", "prompt", "ra"),
        (" rain private:", "private", ""),
        (" rain private: o", "private", "o"),
    ],
)
def test_the_option_that_is_being_typed_is_the_last_one(text: str, option: str, value: str) -> None:
    found, said = being_said(text, SPECS[0])
    assert found
    assert (found.name, said) == (option, value)


def test_every_command_of_the_catalogue_is_found_by_its_name() -> None:
    for spec in COMMANDS:
        assert spec_named(f"{spec.name} and more", COMMANDS) == (spec, " and more")
        for option in spec.options:
            if option.kind is not OptionKind.HIDDEN:
                assert options_from(f"{option.name}: 5", spec)[option.name] == "5"


def test_every_line_that_is_typed_is_a_request_of_its_own() -> None:
    keys = {command_from("rain", SPECS, ANA, HERE).request_key for _ in range(3)}
    button = Button(action="again", subject="rain", label="Again")
    keys |= {press_of(button, ANA, HERE).request_key for _ in range(3)}
    assert len(keys) == 6


def test_a_form_becomes_its_command_with_what_it_kept() -> None:
    form = Form(
        title="A song",
        command="song",
        fields=(Field(name="prompt", label="About"),),
        kept={"private": "on"},
    )
    command = command_of_form(form, {"prompt": "rain"}, ANA, HERE)
    assert command.name == "song"
    assert command.options == {"private": "on", "prompt": "rain"}
