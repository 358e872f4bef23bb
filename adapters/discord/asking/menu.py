"""The catalogue as Discord's application commands, in the JSON that its API takes.

Source: https://docs.discord.com/developers/interactions/application-commands
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from bot.commands import MENUS, Option, OptionKind, Spec, described
from bot.commands.names import named
from bot.models import Power
from bot.words import Words, words_for

__all__ = ["LANGUAGES", "menu_for", "titled", "uploaded"]

Json = dict[str, Any]

LANGUAGES = {
    "de": "de",
    "es-ES": "es",
    "es-419": "es",
    "fr": "fr",
    "ja": "ja",
    "pt-BR": "pt",
}
"""Discord's tags of the languages Busker speaks besides English, and ours."""

PERMISSIONS = {Power.MODERATE: 1 << 13, Power.SET_CHANNELS: 1 << 4, Power.ADMINISTER: 1 << 5}
"""Manage Messages, Manage Channels, Manage Server: who sees a command, until an admin says otherwise."""

GUILD, DIRECT, ANYWHERE = 0, 1, 2


class _Type(IntEnum):
    SUBCOMMAND = 1
    GROUP = 2
    STRING = 3
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    ATTACHMENT = 11


TYPES = {
    OptionKind.SWITCH: _Type.BOOLEAN,
    OptionKind.PERSON: _Type.USER,
    OptionKind.CHANNEL: _Type.CHANNEL,
    OptionKind.ROLE: _Type.ROLE,
}


def menu_for(specs: Sequence[Spec], *, is_direct: bool) -> list[Json]:
    """One command for each first word, and what the menu of a message has.

    `is_direct`: also in direct messages and for single people.
    """
    groups: dict[str, list[Spec]] = {}
    for spec in specs:
        groups.setdefault(spec.name.split()[0], []).append(spec)
    reach = {
        "contexts": [GUILD, DIRECT, ANYWHERE] if is_direct else [GUILD],
        "integration_types": [0, 1] if is_direct else [0],
    }
    commands = [_command(name, group) for name, group in groups.items()]
    return [{**each, **reach} for each in (*commands, *map(_of_a_message, MENUS))]


def titled(title: str) -> Spec | None:
    """What stands in the menu of a message under that title; Discord tells the English one."""
    return next((spec for spec in MENUS if words_for("en").say(spec.name) == title), None)


def uploaded(option: Option) -> str:
    """The name of the attachment that can be given instead of an address."""
    return option.name.removesuffix("-url")


def _command(name: str, specs: Sequence[Spec]) -> Json:
    needs = {spec.needs for spec in specs}
    power = next(iter(needs)) if len(needs) == 1 else None
    shown = {}
    if isinstance(power, Power):
        shown["default_member_permissions"] = PERMISSIONS[power]
    is_alone = [spec.name for spec in specs] == [name]
    options = _options(specs[0]) if is_alone else list(_inner(specs))
    return {"type": 1, **_called(name), **_texts(specs[0]), **shown, "options": options}


def _of_a_message(spec: Spec) -> Json:
    """A title is all that the menu of a message shows."""
    return {
        "type": 3,
        "name": words_for("en").say(spec.name),
        "name_localizations": {
            tag: words_for(ours).say(spec.name) for tag, ours in LANGUAGES.items()
        },
    }


def _inner(specs: Sequence[Spec]) -> Iterable[Json]:
    """Subcommands, and groups of them where a name has three words."""
    groups: dict[str, Json] = {}
    for spec in specs:
        path = spec.name.split()
        words = path[1:]
        sub = {
            "type": _Type.SUBCOMMAND,
            **_called(*path),
            **_texts(spec),
            "options": _options(spec),
        }
        if len(words) == 1:
            yield sub
        elif words[0] in groups:
            groups[words[0]]["options"].append(sub)
        else:
            groups[words[0]] = {
                "type": _Type.GROUP, **_called(*path[:2]), **_texts(spec), "options": [sub],
            }  # fmt: skip
    yield from groups.values()


def _options(spec: Spec) -> list[Json]:
    shown = [option for option in spec.options if option.kind is not OptionKind.HIDDEN]
    ordered = sorted(shown, key=lambda option: not option.is_required)
    return [json for option in ordered for json in _option(spec, option)]


def _option(spec: Spec, option: Option) -> Iterable[Json]:
    texts = _texts(spec, option)
    if option.kind is OptionKind.AUDIO:
        file = replace(option, name=uploaded(option))
        called = _called(*spec.name.split(), file.name)
        yield {"type": _Type.ATTACHMENT, **called, **_texts(spec, file), "required": False}
    json: Json = {
        "type": TYPES.get(option.kind, _Type.STRING),
        **_called(*spec.name.split(), option.name),
        **texts,
        "required": option.is_required,
    }
    if json["type"] == _Type.STRING:
        json["max_length"] = option.most_characters
        json["autocomplete"] = option.suggest is not None
    if option.choices:
        json["choices"] = [{"name": choice, "value": choice} for choice in option.choices]
    yield json


def _called(*path: str) -> Json:
    """What stands in the menu for the last word of the path; Discord tells us the English one."""
    return {
        "name": path[-1],
        "name_localizations": {
            tag: named(path, words_for(ours)) for tag, ours in LANGUAGES.items()
        },
    }


def _texts(spec: Spec, option: Option | None = None) -> Json:
    def said(words: Words) -> str:
        return described(spec, words, option)

    return {
        "description": said(words_for("en")),
        "description_localizations": {
            tag: said(words_for(ours)) for tag, ours in LANGUAGES.items()
        },
    }
