"""A command written as plain text: `/song words about it lyrics: its words`."""

import re
from collections.abc import Iterable

from bot.commands.catalogue import Option, OptionKind, Spec
from bot.commands.options import OFF, ON

__all__ = ["being_said", "options_from", "spec_named", "specs_of_group"]


def spec_named(text: str, specs: Iterable[Spec]) -> tuple[Spec | None, str]:
    """The command with the longest name that the text begins with, and what follows the name."""
    for spec in sorted(specs, key=lambda spec: -len(spec.name)):
        name = r"\s+".join(map(re.escape, spec.name.split()))
        found = re.match(rf"{name}(?=\s|$)", text, re.IGNORECASE)
        if found:
            return spec, text[found.end() :]
    return None, text


def specs_of_group(text: str, specs: Iterable[Spec]) -> tuple[Spec, ...]:
    """The commands whose names begin as the text does: "busker-admin" of "busker-admin quota set"."""
    known, words = tuple(specs), text.lower().split()
    for most in range(min(len(words), 3), 0, -1):
        group = tuple(spec for spec in known if spec.name.split()[:most] == words[:most])
        if group:
            return group
    return ()


def options_from(text: str, spec: Spec) -> dict[str, str]:
    """What was said with the command. Text before the first `name:` belongs to its main option.

    A switch takes one word, "on" or "off"; switches with nothing else are on by their name alone.
    """
    known = {option.name: option for option in spec.options if option.kind is not OptionKind.HIDDEN}
    if not known:
        return {"": text} if text.strip() else {}
    if alone := _switches_alone(text, known):
        return alone
    plain, *rest = re.split(_names(known), text, flags=re.IGNORECASE)
    options: dict[str, str] = {}
    for said, value in zip(rest[::2], rest[1::2], strict=True):
        name = said.lower()
        options[name] = value.strip()
        if known[name].kind is OptionKind.SWITCH:
            options[name], more = _switched(value)
            plain = f"{plain.rstrip()} {more}"
    if not plain.strip():
        return options
    return {spec.main.name if spec.main else "": plain.strip(), **options}


def being_said(text: str, spec: Spec) -> tuple[Option | None, str]:
    """The option that the text ends in, and as much of its value as there is."""
    known = {option.name: option for option in spec.options if option.kind is not OptionKind.HIDDEN}
    if not known:
        return None, ""
    plain, *rest = re.split(_names(known), text, flags=re.IGNORECASE)
    if not rest:
        return spec.main, plain.lstrip()
    return known[rest[-2].lower()], rest[-1].lstrip()


def _names(known: Iterable[str]) -> str:
    return rf"(?:^|(?<=\s))({'|'.join(map(re.escape, known))}):(?=\s|\S|$)"


def _switches_alone(text: str, known: dict[str, Option]) -> dict[str, str]:
    said = text.lower().split()
    are_switches = all(each in known and known[each].kind is OptionKind.SWITCH for each in said)
    return dict.fromkeys(said, "on") if are_switches else {}


def _switched(value: str) -> tuple[str, str]:
    """The switch's word, and the text behind it; a word that is none is for the command to refuse."""
    word, _, more = value.strip().partition(" ")
    return (word, more) if word.casefold() in ON | OFF else (value.strip(), "")
