"""An instrumental that was asked for without a prompt: the form, if it has a chance at all."""

from collections.abc import Mapping

from bot.commands.admission import check_chance
from bot.commands.catalogue import Desk, Spec
from bot.commands.forms import form_for, kept_switches
from bot.commands.options import is_on
from bot.jobs import Ask, Kind
from bot.models import Command, Form
from bot.words import words_for

__all__ = ["form_without_prompt"]

ASKED_FOR = 2
"""The prompt, and what shapes it: the first options of each such command."""


async def form_without_prompt(
    command: Command, spec: Spec, given: Mapping[str, str], filled: Mapping[str, str], desk: Desk
) -> Form:
    """`given` was said with the command; `filled` stands in the fields. Raises what `check_chance` does."""
    bare = Ask(kind=Kind.MUSIC, version="v6", is_private=is_on(given, "private"))
    await check_chance(command, bare, desk)
    return form_for(
        spec.name,
        spec.options[:ASKED_FOR],
        words_for(command.person.locale),
        filled=filled,
        needed="prompt",
        kept=kept_switches(spec.options, given),
    )
