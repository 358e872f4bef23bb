"""What Discord tells of an interaction, as a command, a press, or what is being written."""

from collections.abc import Iterator
from typing import Any

import discord

from adapters.discord.addresses import (
    PLATFORM,
    button_from,
    digest,
    person_from,
    place_from,
)
from adapters.discord.asking.menu import titled, uploaded
from adapters.discord.asking.messages import facts_of
from adapters.discord.drawing.forms import Sent, sent
from bot.commands import Option, OptionKind, Spec
from bot.errors import BadOption
from bot.models import Command, Press

__all__ = ["command_from", "focused", "press_from", "submission_from"]

Interaction = discord.Interaction[Any]
Json = dict[str, Any]

NESTED = {1, 2}
"""Subcommands and their groups."""

OF_A_MESSAGE = 3
"""The type of what is chosen from a message's menu."""


def command_from(interaction: Interaction, specs: dict[str, Spec]) -> Command:
    """A slash command, one that is still being written, or one from the menu of a message.

    Raises BadOption when audio is both attached and named.
    """
    data: Json = dict(interaction.data or {})
    if data.get("type") == OF_A_MESSAGE:
        return _command_from_menu(interaction, data)
    name, given = _path(data)
    spec = specs.get(name)
    resolved = data.get("resolved", {}).get("attachments", {})
    return Command(
        name=name,
        options=dict(_options(given, spec, resolved)) if spec else {},
        sizes=dict(_sizes(given, spec, resolved)) if spec else {},
        person=person_from(interaction),
        place=place_from(interaction),
        request_key=_key(interaction),
    )


def focused(interaction: Interaction) -> str:
    """The option that is being written."""
    _, given = _path(dict(interaction.data or {}))
    return next((each["name"] for each in given if each.get("focused")), "")


def press_from(interaction: Interaction) -> Press:
    """A button."""
    data: Json = dict(interaction.data or {})
    action, subject = button_from(data.get("custom_id", ""))
    return Press(
        action=action,
        subject=subject,
        person=person_from(interaction),
        place=place_from(interaction),
        request_key=_key(interaction),
    )


def submission_from(interaction: Interaction) -> Command | None:
    """A form that was filled in, as the command it becomes."""
    data: Json = dict(interaction.data or {})
    found = sent(data.get("custom_id", ""), data.get("components", []))
    if found is None:
        return None
    return Command(
        name=found.command,
        options={option: text for option, text in found.options.items() if text},
        person=person_from(interaction),
        place=place_from(interaction),
        request_key=_key_of_form(interaction, found),
    )


def _command_from_menu(interaction: Interaction, data: Json) -> Command:
    spec = titled(str(data.get("name")))
    message = data.get("resolved", {}).get("messages", {}).get(data.get("target_id"))
    known = {option.name for option in spec.options} if spec and message else set()
    facts = facts_of(message, interaction.guild) if message else {}
    return Command(
        name=spec.name if spec else str(data.get("name")),
        options={name: fact for name, fact in facts.items() if name in known},
        person=person_from(interaction),
        place=place_from(interaction),
        request_key=_key(interaction),
    )


def _path(data: Json) -> tuple[str, list[Json]]:
    """The words of the command's name, and the options below the last of them."""
    words, given = [str(data.get("name", ""))], list(data.get("options", []))
    while given and given[0].get("type") in NESTED:
        words.append(given[0]["name"])
        given = list(given[0].get("options", []))
    return " ".join(words), given


def _options(given: list[Json], spec: Spec, attachments: Json) -> Iterator[tuple[str, str]]:
    audio = _audio(spec)
    names = {each["name"] for each in given}
    for each in given:
        option: Option | None = audio.get(each["name"])
        if option is not None:
            if option.name in names:
                raise BadOption(option=each["name"], problem="twice")
            yield option.name, attachments[each["value"]]["url"]
        else:
            yield each["name"], _text(each["value"])


def _sizes(given: list[Json], spec: Spec, attachments: Json) -> Iterator[tuple[str, int]]:
    audio = _audio(spec)
    for each in given:
        if each["name"] in audio:
            yield audio[each["name"]].name, attachments[each["value"]]["size"]


def _audio(spec: Spec) -> dict[str, Option]:
    """The options that can be attached, by the attachment's name."""
    return {uploaded(each): each for each in spec.options if each.kind is OptionKind.AUDIO}


def _text(value: object) -> str:
    return {True: "on", False: "off"}[value] if isinstance(value, bool) else str(value)


def _key(interaction: Interaction) -> str:
    return f"{PLATFORM}:{interaction.id}"


def _key_of_form(interaction: Interaction, form: Sent) -> str:
    """The same when a form is sent again as it was: people may, where no answer came in time."""
    filled = digest(repr(sorted(form.options.items())))
    return f"{PLATFORM}:form:{form.asked}:{interaction.user.id}:{filled}"
