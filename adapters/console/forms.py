"""Forms in a terminal: one question after the other, answered by a person or a script."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from bot.models import Card, Field, Form, Tone
from bot.words import Words

__all__ = ["Asker", "ScriptAsker", "form_card", "problem_with", "value_of"]


class Asker(Protocol):
    """Who has forms filled in."""

    @property
    def how(self) -> str:
        """The key of the sentence that says how it is done."""
        ...

    async def fill(self, form: Form) -> Mapping[str, str] | None:
        """A value for each field; None when the form was left."""
        ...


class ScriptAsker:
    """A script's lines: one for each field, in order. An empty one keeps what stands there."""

    how = "console-form-scripted"

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines

    async def fill(self, form: Form) -> Mapping[str, str] | None:
        """See `Asker`. The end of the script leaves the form."""
        filled: dict[str, str] = {}
        for field in form.fields:
            line = next(self._lines, None)
            if line is None:
                return None
            written = line.rstrip("\r\n").replace("\\n", "\n")
            filled[field.name] = value_of(field, written) if written else field.value
        return filled


def form_card(form: Form, how: str) -> Card:
    """What is asked for, before it is asked for one by one."""
    lines = [line for field in form.fields for line in _lines(field)]
    return Card(tone=Tone.QUIET, title=form.title, lines=(*lines, "", how))


def value_of(field: Field, written: str) -> str:
    """What was meant: of several choices, by number, name or value."""
    wanted = written.strip().casefold()
    for number, choice in enumerate(field.choices, 1):
        if wanted in {str(number), choice.label.casefold(), choice.value.casefold()}:
            return choice.value
    return written


def problem_with(field: Field, written: str, words: Words) -> str | None:
    """Why it can't be sent like this, if it can't."""
    if field.is_required and not written.strip():
        return words.say("console-form-missing")
    value = value_of(field, written)
    if field.choices and value and all(value != choice.value for choice in field.choices):
        return words.say("console-form-choose", most=len(field.choices))
    length = len(value.encode("utf-16-le", "surrogatepass")) // 2
    if length > field.most_characters:
        return words.say("console-form-too-long", length=length, most=field.most_characters)
    return None


def _lines(field: Field) -> Iterator[str]:
    hint = f" ({field.hint})" if field.hint else ""
    value, *more = field.value.split("\n")
    present = f": {value}{' …' if more else ''}" if value else ""
    yield f"{field.label}{hint}{present}"
    for number, choice in enumerate(field.choices, 1):
        yield f"    {number} {choice.label}"
