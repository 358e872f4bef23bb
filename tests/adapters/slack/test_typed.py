"""How commands are read, whatever is typed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.tokens import address_in, channel_in, people_in, person_in, unwrapped
from adapters.slack.typed import Said, said_in, said_named, said_with
from bot.commands import COMMANDS, OptionKind
from bot.errors import BadOption

PLAIN = st.text(st.characters(exclude_characters="<>&\xa0", exclude_categories=["Cs"]))
TYPED = st.text(st.sampled_from("<>|@#!&;:/UC09 amltgpersonusrquotaset\n")) | st.text()


def as_slack_says(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(st.text(st.characters(exclude_characters="\xa0", exclude_categories=["Cs"])))
def test_what_was_typed_comes_out_as_it_was(text: str) -> None:
    assert unwrapped(as_slack_says(text)) == text


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("<@U123ABCDE|ana>", "@ana"),
        ("<@U123ABCDE>", "@Ana B"),
        ("<@U999>", "@U999"),
        ("<#C123|music>", "#music"),
        ("<#C123|>", "#C123"),
        ("<!channel>", "@channel"),
        ("<!subteam^S123|@band>", "@band"),
        ("<!date^1^{time}|noon>", "noon"),
        ("<https://a.example/?b=1&amp;c>", "https://a.example/?b=1&c"),
        ("<http://a.example|a.example>", "a.example"),
        ("<mailto:a@b.c|a@b.c>", "a@b.c"),
        ("a < b", "a < b"),
        ("<>", "<>"),
    ],
)
def test_tokens_are_unwrapped(said: str, typed: str) -> None:
    assert unwrapped(said, {"U123ABCDE": "Ana B"}) == typed


def test_ids_are_found_only_where_slack_says_them() -> None:
    assert person_in("<@U123ABCDE|ana>") == person_in("U123ABCDE") == "U123ABCDE"
    assert person_in("@ana") is None
    assert person_in("<@U123ABCDE> and more") is None
    assert channel_in("<#C123ABCDE|music>") == "C123ABCDE"
    assert channel_in("#music") is None
    assert people_in("<@U1> <@U2|ben> <#C1>") == ["U1"]
    assert address_in("<https://a.example/b|b>") == "https://a.example/b"


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: spec.name)
def test_every_command_is_known_by_its_name_with_a_prefix_and_behind_busker(spec: object) -> None:
    name = getattr(spec, "name", "")
    root, _, rest = name.partition(" ")
    for said in (
        said_with(f"/{root}", rest),
        said_with(f"/acme-{root}", rest),
        said_with(f"/{root}".upper(), rest.upper()),
        said_with("/busker", name),
        said_with("/acme-busker", name),
        said_in(f" {name} "),
        said_named(name, {}),
    ):
        assert said
        assert said.spec is not None
        assert said.spec.name == said.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("quota set rule: 3/day", "busker-admin quota set"),
        ("admin quota set rule: 3/day", "busker-admin quota set"),
        ("quota", "quota"),
        ("help", "busker-help"),
        ("", "busker-help"),
        ("/song rain", "song"),
        ("pause", "busker-admin pause"),
    ],
)
def test_admins_may_leave_out_the_first_word_behind_busker(text: str, name: str) -> None:
    said = said_with("/busker", text)
    assert (said.name, said.spec is not None) == (name, True)


@pytest.mark.parametrize("text", ["admin", "busker-admin", "admin quota", "jingle-sound"])
def test_a_group_is_known_by_its_first_words(text: str) -> None:
    said = said_with("/busker", text)
    assert said.group
    assert said == said_named(said.name, {})


def test_a_person_may_be_called_so() -> None:
    said = said_with("/busker", "quota set person: <@U123ABCDE|ana> rule: 3/day")
    assert said.options == {"user": "U123ABCDE", "rule": "3/day"}


@given(TYPED)
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for command in ("/song", "/busker", "/busker-admin", "/jingle-sound", "/quota"):
        with suppress(BadOption):
            said = said_with(command, text)
            assert isinstance(said, Said)
            kinds = {each.name: each.kind for each in said.spec.options} if said.spec else {}
            for name, value in said.options.items():
                if kinds.get(name) is OptionKind.PERSON:
                    assert person_in(value) == value


@given(PLAIN)
def test_plain_words_of_a_song_are_its_prompt(text: str) -> None:
    words = f"rain {text}".replace(":", "")
    assert said_with("/song", words).options == {"prompt": words.strip()}
