"""A line that was typed, as a command."""

import uuid
from collections.abc import Mapping

from bot.commands import Spec
from bot.commands.text import options_from
from bot.models import Command, Person, Place

__all__ = ["command_from"]

PLAIN_TEXT_IS = "song"


def command_from(line: str, specs: Mapping[str, Spec], person: Person, place: Place) -> Command:
    """The command. A line without a slash is the prompt of a song."""
    name, _, text = line.strip().partition(" ")
    if not name.startswith("/"):
        name, text = PLAIN_TEXT_IS, line
    name = name.lstrip("/").lower()
    spec = specs.get(name)
    return Command(
        name=name,
        options=options_from(text, spec) if spec else {},
        person=person,
        place=place,
        request_key=f"console:{uuid.uuid4()}",
    )
