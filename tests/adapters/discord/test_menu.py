"""The menu of commands as Discord takes it, in every language."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from adapters.discord.asking.menu import LANGUAGES, menu_for
from bot.commands import COMMANDS, OptionKind
from bot.commands.names import named
from bot.words import words_for
from tests.fakes.discord.command_rules import MOST_CHARACTERS, _characters, check_menu

ENGLISH = words_for("en")
MENU = menu_for(COMMANDS, is_direct=True)
BRANCHES = {1, 2}
"""The types of subcommands and groups of them."""

Json = dict[str, Any]


def is_name(text: str) -> bool:
    """As Discord describes it: ^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$, in lower case.

    A plain apostrophe is refused all the same: https://github.com/discord/discord-api-docs/issues/7371.
    """
    allowed = all(each in "-_" or unicodedata.category(each)[0] in "LN" for each in text)
    is_plain = text == text.lower() and unicodedata.is_normalized("NFC", text)
    return 1 <= len(text) <= 32 and allowed and is_plain


def named_parts(json: Json) -> Iterator[Json]:
    yield json
    for option in json.get("options", []):
        yield from named_parts(option)


def siblings(json: Json) -> Iterator[list[Json]]:
    options = json.get("options", [])
    yield options
    for option in options:
        yield from siblings(option)


SLASH = [each for each in MENU if each["type"] == 1]
EVERYTHING = [part for command in SLASH for part in named_parts(command)]


def test_discord_takes_it() -> None:
    check_menu(MENU)
    assert len([each for each in MENU if each["type"] == 3]) <= 5


def test_what_is_attached_is_not_called_an_address() -> None:
    [song] = [each for each in SLASH if each["name"] == "song"]
    attached = [each for each in song["options"] if each["type"] == 11]
    assert len(attached) == 4
    for option in attached:
        said = [option["description"], *option["description_localizations"].values()]
        assert [each for each in said if "http" in each] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_name_has_a_form_that_can_be_typed(tag: str) -> None:
    for part in EVERYTHING:
        assert is_name(part["name"])
        assert is_name(part["name_localizations"][tag]), part["name"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_two_that_stand_beside_each_other_have_one_name(tag: str) -> None:
    for group in (SLASH, *(some for command in SLASH for some in siblings(command))):
        names = [part["name_localizations"][tag] for part in group]
        assert len(names) == len(set(names)), names
        for part in group:  # nor does one have the English name of another
            others = {each["name"] for each in group if each is not part}
            assert part["name_localizations"][tag] not in others


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_has_subcommands_is_called_the_same_everywhere(tag: str) -> None:
    """Else they weren't found: https://github.com/discord/discord-api-docs/issues/5105."""
    groups = [each for each in SLASH if any(one["type"] in BRANCHES for one in each["options"])]
    assert {each["name"] for each in groups} == {"jingle-sound", "busker-admin"}
    for each in groups:
        assert each["name_localizations"][tag] == each["name"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_tools_begin_with_the_name_of_the_bot(tag: str) -> None:
    for command in SLASH:
        if command["name"].startswith("busker-"):
            assert command["name_localizations"][tag].startswith("busker-")


def test_no_command_is_too_large_with_its_longest_language() -> None:
    """8,000 characters of names, descriptions and values, by the longest localisation of each."""
    sizes = {command["name"]: _characters(command) for command in SLASH}
    assert max(sizes.values()) <= MOST_CHARACTERS, sizes


def test_every_name_is_one_of_the_catalogue() -> None:
    words = {word for spec in COMMANDS for word in spec.name.split()}
    options = [each for spec in COMMANDS for each in spec.options]
    words |= {each.name for each in options if each.kind is not OptionKind.HIDDEN}
    words |= {each.name.removesuffix("-url") for each in options if each.kind is OptionKind.AUDIO}
    keys = {key.removeprefix("name-") for key in ENGLISH.keys if key.startswith("name-")}
    assert words - keys == set()
    assert keys - words == {"busker-admin-quota"}
    for word in words:
        assert named([word], ENGLISH) == word


def test_one_word_may_be_called_differently_below_another_command() -> None:
    japanese = words_for("ja")
    assert named(["quota"], japanese) == "残り"
    assert named(["busker-admin", "quota"], japanese) == "上限"
    assert named(["busker-admin", "quota", "set"], japanese) == "設定"
    assert named(["nonsense"], japanese) == "nonsense"
