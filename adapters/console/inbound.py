"""A line that was typed, a button's number or a form that was filled in, as a command or a press."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.commands import OptionKind, Spec
from bot.commands.text import options_from, spec_named
from bot.models import Button, Command, Form, Person, Place, Press

__all__ = ["command_from", "command_of_form", "press_of"]

PLAIN_TEXT_IS = "song"

LONGEST_NAME = 40
"""Characters of a name that nobody knows: it stands in the sentence that says so."""

SIGNS = {OptionKind.PERSON: "@", OptionKind.ROLE: "@", OptionKind.CHANNEL: "#"}
"""What people write before a name, and is no part of it."""


def command_from(line: str, specs: Collection[Spec], person: Person, place: Place) -> Command:
    """The command. A line without a slash is the prompt of a song."""
    written = line.strip()
    if not written.startswith("/"):
        written = f"/{PLAIN_TEXT_IS} {written}"
    spec, text = spec_named(written[1:], specs)
    name = spec.name if spec else written[1:].partition(" ")[0].lower()[:LONGEST_NAME]
    return Command(
        name=name,
        options=_options(text, spec) if spec else {},
        person=person,
        place=place,
        request_key=_request_key(),
    )


def command_of_form(form: Form, filled: Mapping[str, str], person: Person, place: Place) -> Command:
    """What the form becomes: its fields, and what it kept."""
    return Command(
        name=form.command,
        options={**form.kept, **filled},
        person=person,
        place=replace(place, message=None),
        request_key=_request_key(),
    )


def press_of(button: Button, person: Person, place: Place) -> Press:
    """The button was pressed, on the card that stands at `place`."""
    return Press(
        action=button.action,
        subject=button.subject,
        person=person,
        place=place,
        request_key=_request_key(),
    )


def _options(text: str, spec: Spec) -> dict[str, str]:
    kinds = {option.name: option.kind for option in spec.options}
    return {
        name: _named(value, kinds.get(name, OptionKind.TEXT))
        for name, value in options_from(text, spec).items()
    }


def _named(value: str, kind: OptionKind) -> str:
    return value.removeprefix(SIGNS.get(kind, ""))


def _request_key() -> str:
    return f"console:{uuid.uuid4()}"
