"""What can be asked, as a card."""

from collections.abc import Sequence

from bot.commands.catalogue import Spec, described
from bot.models import Card, Tone
from bot.words import Words

__all__ = ["help_card"]


def help_card(specs: Sequence[Spec], words: Words) -> Card:
    """Every command with its options, from the catalogue."""
    lines: list[str] = []
    for spec in specs:
        lines.append(f"/{spec.name}: {described(spec, words)}")
        lines += [f"    {option.name}: {described(spec, words, option)}" for option in spec.options]
    return Card(tone=Tone.QUIET, title=words.say("help-title"), lines=tuple(lines))
