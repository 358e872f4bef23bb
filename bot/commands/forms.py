"""The forms: what is asked for when a command was said without what it needs."""

from collections.abc import Iterable, Mapping

from bot.commands.catalogue import Option, OptionKind
from bot.commands.options import is_on
from bot.models import Field, Form
from bot.words import Words

__all__ = ["form_for", "kept_switches"]


def form_for(
    command: str,
    options: Iterable[Option],
    words: Words,
    *,
    filled: Mapping[str, str],
    needed: str | None,
    kept: Mapping[str, str],
    hints: Mapping[str, str] | None = None,
    making: str | None = None,
) -> Form:
    """A form with a field for each option; one of them may be `needed`, and some have hints of their own.

    `making` is the command whose examples fit, where it isn't this one.
    """
    return Form(
        title=words.say(f"form-{command}"),
        command=command,
        fields=tuple(
            Field(
                name=option.name,
                label=words.say(f"field-{option.name}"),
                hint=(hints or {}).get(option.name) or _hint(option, making or command, words),
                value=filled.get(option.name, ""),
                most_characters=option.most_characters,
                is_long=option.kind is OptionKind.LINES,
                is_required=option.name == needed,
            )
            for option in options
        ),
        kept=kept,
    )


def _hint(option: Option, making: str, words: Words) -> str:
    """An example of what is being made, where it has one of its own."""
    own = f"field-{option.name}-hint-{making}"
    return words.say(own if own in words.keys else f"field-{option.name}-hint")


def kept_switches(options: Iterable[Option], given: Mapping[str, str]) -> dict[str, str]:
    """The switches that were said already, which a form carries along."""
    names = [option.name for option in options if option.kind is OptionKind.SWITCH]
    return {name: "on" if is_on(given, name) else "off" for name in names if name in given}
