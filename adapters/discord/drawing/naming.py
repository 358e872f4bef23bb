"""Sentences that name a command say what the person sees in Discord's own menu, in their language.

Not by Discord's mention `</song:id>`: it shows the English name to everybody, and nothing else can be put
there (https://github.com/discord/discord-api-docs/issues/5518).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

from bot.commands import COMMANDS, OptionKind, Spec
from bot.commands.names import named
from bot.models import Card
from bot.words import Words, words_for

__all__ = ["as_seen", "card_as_seen"]

QUOTED = "“[^”]*”|„[^“]*“|«[^»]*»|「[^」]*」"
"""What people wrote stays as they wrote it."""

LETTER = r"0-9A-Za-zÀ-ÖØ-öø-ÿ_\-"
"""What a name can't stand beside; Japanese has no spaces around it."""

ALONE = re.compile(rf"{QUOTED}|(?<![{LETTER}])([a-z]+(?:-[a-z]+)*)(?![{LETTER}])")
SAID = re.compile(rf"{QUOTED}|(?<![{LETTER}])([a-z]+(?:-[a-z]+)*)(?=:\s)")
"""An option by itself, and one with its value."""


def card_as_seen(card: Card, locale: str, *, is_refusal: bool = False) -> Card:
    """The card with the names of commands, and of options where it tells of those."""
    words = words_for(locale)
    if words is words_for("en"):
        return card
    lines = [_line_as_seen(line, words, is_refusal=is_refusal) for line in card.lines]
    return replace(card, lines=tuple(lines))


def as_seen(text: str, locale: str) -> str:
    """A sentence with the names of commands."""
    return _line_as_seen(text, words_for(locale), is_refusal=False)


def _line_as_seen(line: str, words: Words, *, is_refusal: bool) -> str:
    names = _options(words)

    def option(found: re.Match[str]) -> str:
        return names.get(found[1] or "", found[0])

    if is_refusal or any(re.fullmatch(shape, line) for shape in _lists(words)):
        line = ALONE.sub(option, line)
    called = _pattern().sub(partial(_called, words), line)
    return SAID.sub(option, called) if called != line else called


def _called(words: Words, found: re.Match[str]) -> str:
    return _name(found[1], found[2], words) if found[1] else found[0]


@cache
def _name(path: str, switch: str | None, words: Words) -> str:
    steps = path.split()
    told = [named(steps[: end + 1], words) for end in range(len(steps))]
    return f"/{' '.join(told)}" + (f" {named([*steps, switch], words)}" if switch else "")


@cache
def _pattern() -> re.Pattern[str]:
    """Any command or group of commands behind its slash, the longest first, and a switch said with it."""
    paths = {path for spec in COMMANDS for path in _paths(spec)}
    known = "|".join(sorted(map(re.escape, paths), key=len, reverse=True))
    switches = "|".join(sorted({name for spec in COMMANDS for name in _switches(spec)}))
    return re.compile(rf"{QUOTED}|(?<![{LETTER}/.])/({known})(?: ({switches}))?(?![{LETTER}/])")


def _paths(spec: Spec) -> Iterator[str]:
    steps = spec.name.split()
    for end in range(1, len(steps) + 1):
        yield " ".join(steps[:end])


def _switches(spec: Spec) -> Iterator[str]:
    return (each.name for each in spec.options if each.kind is OptionKind.SWITCH)


@cache
def _options(words: Words) -> dict[str, str]:
    """What every option is called; one name isn't called differently by two commands."""
    return {
        name: named([*spec.name.split(), name], words)
        for spec in COMMANDS
        for option in spec.options
        if option.kind is not OptionKind.HIDDEN
        for name in (
            option.name,
            option.name.removesuffix("-url"),
        )  # the latter is what is attached
    }


@cache
def _lists(words: Words) -> tuple[str, ...]:
    """The lines of help that list options, as patterns."""
    shapes = [words.say(key, options="…") for key in ("help-options", "help-operator")]
    return tuple(re.escape(shape).replace("…", "[a-z, -]+") for shape in shapes)
