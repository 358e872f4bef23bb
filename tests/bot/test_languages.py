"""Every language says all that English says, with the same values, and says it in its own words."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.commands import COMMANDS, described
from bot.words import FALLBACK, words_for

LOCALES = Path(__file__).parents[2] / "bot" / "locales"
LANGUAGES = ("de", "es", "fr", "ja", "pt")

SAME_AS_ENGLISH = {
    "de": {
        "heading-song",
        "heading-jingle",
        "take-facts",
        "take-facts-bpm",
        "button-remix",
        "form-remix",
        "lyrics-take",
        "console-elsewhere",
        "doctor-songs",
        "time-in-hours",
        "time-in-minutes",
    },
    "es": {"doctor-ok", "heading-jingle"},
    "fr": {"doctor-ok"},
    "ja": set[str](),
    "pt": {"heading-jingle", "time-hours", "time-minutes", "doctor-ok", "doctor-versions"},
}
"""Sentences that happen to be the same, such as names: each was looked at."""

EVERYWHERE_THE_SAME = {"artist-soundverse", "console-title", "example-extend", "example-lyrics"}


class Found(Visitor):
    """What one sentence is made of."""

    def __init__(self) -> None:
        self.values: set[str] = set()
        self.text = ""

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the library's name
        self.values.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802  # the library's name
        self.text += node.value


def sentences(language: str) -> dict[str, Found]:
    resource = FluentParser().parse((LOCALES / f"{language}.ftl").read_text("utf-8"))
    found: dict[str, Found] = {}
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{entry.id.name} is there twice"
            found[entry.id.name] = Found()
            found[entry.id.name].visit(entry)
    return found


ENGLISH = sentences(FALLBACK)


def test_there_are_six_languages() -> None:
    assert {file.stem for file in LOCALES.glob("*.ftl")} == {FALLBACK, *LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_and_nothing_too_much(language: str) -> None:
    assert sentences(language).keys() == ENGLISH.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_takes_the_same_values(language: str) -> None:
    differing = {
        key: (found.values, ENGLISH[key].values)
        for key, found in sentences(language).items()
        if found.values != ENGLISH[key].values
    }
    assert differing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_in_english(language: str) -> None:
    same = {
        key
        for key, found in sentences(language).items()
        if found.text == ENGLISH[key].text
        and any(map(str.isalpha, found.text))
        and not key.startswith("name-")  # single words, many of them shared
    }
    assert same - EVERYWHERE_THE_SAME == SAME_AS_ENGLISH[language]


@pytest.mark.parametrize("language", [FALLBACK, *LANGUAGES])
def test_every_sentence_can_be_said_with_every_number(language: str) -> None:
    words = words_for(language)
    assert words.locale == language
    for key, found in ENGLISH.items():
        for number in (0, 1, 2, 5, 1000):
            assert words.say(key, **dict.fromkeys(found.values, number)).strip()


@pytest.mark.parametrize("language", [FALLBACK, *LANGUAGES])
def test_menus_have_room_for_every_description(language: str) -> None:
    """Discord takes 100 characters: https://docs.discord.com/developers/interactions/application-commands."""
    words = words_for(language)
    for spec in COMMANDS:
        for option in (None, *spec.options):
            assert len(described(spec, words, option)) <= 100


@pytest.mark.parametrize("language", [FALLBACK, *LANGUAGES])
def test_buttons_have_room_for_every_label(language: str) -> None:
    """Discord takes 80 characters, Slack 75: https://docs.slack.dev/reference/block-kit/block-elements."""
    for key, found in sentences(language).items():
        if key.startswith("button-"):
            assert len(found.text) <= 60
