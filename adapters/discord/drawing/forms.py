"""Forms as modals, and what is sent back as the command it becomes.

Source: https://docs.discord.com/developers/components/reference
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

import discord

from adapters.discord.drawing.unkept import Unkept
from bot.models import Field, Form

__all__ = ["Modal", "Sent", "sent"]

PREFIX = "form:"
MOST_TITLE = 45
MOST_LABEL = 45
MOST_HINT = 100
MOST_CHARACTERS = 4000


class Modal(Unkept, discord.ui.Modal):
    """The form, with the command it belongs to in its id; nothing else has to be remembered.

    `asked`: the interaction that it answers, which tells it from other forms of the same kind.
    """

    def __init__(self, form: Form, asked: int) -> None:
        kept = urlencode(form.kept)
        super().__init__(
            title=form.title[:MOST_TITLE],
            timeout=None,
            custom_id=f"{PREFIX}{form.command}?{kept}#{asked}",
        )
        for each in form.fields:
            self.add_item(_label(each))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form that was filled in."""

    command: str
    options: dict[str, str]
    """As they were written."""
    asked: str
    """The interaction that the form answered."""


def sent(custom_id: str, components: list[dict[str, Any]]) -> Sent | None:
    """What came back; None when it is no form of ours."""
    if not custom_id.startswith(PREFIX):
        return None
    called, _, asked = custom_id.removeprefix(PREFIX).partition("#")
    command, _, kept = called.partition("?")
    options = dict(parse_qsl(kept))
    for label in components:
        component = label.get("component", {})
        values = component.get("values") or [component.get("value") or ""]
        options[component.get("custom_id", "")] = values[0]
    return Sent(command=command, options=options, asked=asked)


def _label(field: Field) -> "discord.ui.Label[Modal]":
    component: discord.ui.Select[Modal] | discord.ui.TextInput[Modal]
    if field.choices:
        component = discord.ui.Select(
            custom_id=field.name,
            required=field.is_required,
            options=[
                discord.SelectOption(
                    label=each.label, value=each.value, default=each.value == field.value
                )
                for each in field.choices
            ],
        )
    else:
        style = discord.TextStyle.paragraph if field.is_long else discord.TextStyle.short
        component = discord.ui.TextInput(
            custom_id=field.name,
            style=style,
            default=field.value or None,
            required=field.is_required,
            max_length=min(field.most_characters, MOST_CHARACTERS),
        )
    return discord.ui.Label(
        text=field.label[:MOST_LABEL],
        description=field.hint[:MOST_HINT] or None,
        component=component,
    )
