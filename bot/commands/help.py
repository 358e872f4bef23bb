"""`/busker-help`: what can be asked, with examples, from the catalogue."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.authority import OPERATE
from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec, described, open_to
from bot.commands.options import checked_options
from bot.commands.text import options_from
from bot.models import Card, Command, Told, Tone
from bot.words import Words, words_for

__all__ = ["help_card", "help_on"]

MAKING = frozenset({"song", "music", "jingle", "extend"})
"""Commands that make something; they come first."""


MENU_PLATFORMS = frozenset({"discord", "slack"})
"""Where messages have menus."""

ATTACHING = frozenset({"discord"})
"""Where audio can be attached, under the name that its address has without the end."""


def help_on(specs: Sequence[Spec], menus: Sequence[Spec] = ()) -> Spec:
    """The command that tells about these others, about itself, and about what the menu of a message has."""

    async def tell(command: Command, desk: Desk) -> Answer:
        checked_options(command, spec)
        theirs = open_to(command.person, command.place, (*specs, spec), desk.authority)
        if command.person.platform in ATTACHING:
            theirs = [_attached(spec) for spec in theirs]
        shown = menus if command.person.platform in MENU_PLATFORMS else ()
        return Told(card=help_card(theirs, words_for(command.person.locale), shown))

    spec = Spec(name="busker-help", options=(), answer=tell)
    return spec


def help_card(specs: Sequence[Spec], words: Words, menus: Sequence[Spec] = ()) -> Card:
    """These commands in their groups, each with an example and what else can be said with it."""
    lines: list[str] = []
    groups = {
        "help-make": [spec for spec in specs if spec.name in MAKING],
        "help-more": [spec for spec in specs if spec.name not in MAKING and spec.needs is None],
        "help-admins": [spec for spec in specs if spec.needs is not None],
    }
    for key, group in groups.items():
        if group:
            lines += ["", words.say(key)]
            lines += [line for spec in group for line in _lines(spec, words)]
        if menus and key == "help-make":
            lines += ["", words.say("help-menus")]
            lines += [_menu_line(spec, words) for spec in menus]
    operators = [each.name for spec in specs for each in spec.options if each.needs == OPERATE]
    if operators:
        lines += ["", words.say("help-operator", options=", ".join(dict.fromkeys(operators)))]
    return Card(tone=Tone.QUIET, title=words.say("help-title"), lines=tuple(lines[1:]))


def _lines(spec: Spec, words: Words) -> Iterator[str]:
    key = f"example-{spec.name}"
    example = words.say(key) if key in words.keys else f"/{spec.name}"
    yield words.say("help-line", example=example, what=described(spec, words))
    others = [
        option.name
        for option in spec.options
        if option.kind is not OptionKind.HIDDEN
        and option.needs != OPERATE
        and not _is_in(example, option, spec)
    ]
    if others:
        yield words.say("help-options", options=", ".join(others))


def _attached(spec: Spec) -> Spec:
    options = [
        replace(each, name=each.name.removesuffix("-url"))
        if each.kind is OptionKind.AUDIO
        else each
        for each in spec.options
    ]
    return replace(spec, options=tuple(options))


def _menu_line(spec: Spec, words: Words) -> str:
    return words.say("help-line", example=words.say(spec.name), what=described(spec, words))


def _is_in(example: str, option: Option, spec: Spec) -> bool:
    """Whether the example shows already how the option is said."""
    said = options_from(example.removeprefix(f"/{spec.name}"), spec)
    return option.name in said
