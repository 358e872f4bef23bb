"""What could come next in a line that is being typed."""

import re
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass

from adapters.console.inbound import command_from
from bot.commands import Option, OptionKind, Spec, described
from bot.commands.text import being_said, options_from, spec_named
from bot.models import Person, Place
from bot.router import Router
from bot.words import words_for

__all__ = ["Completions", "Suggestion"]

OWN = ("help", "quit")
"""What the terminal itself understands, beside the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A text that could stand in the place of what was typed last."""

    text: str
    replaces: int
    """Characters before the cursor that it takes the place of."""
    label: str = ""
    """What is shown instead of the text."""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completions:
    """Commands, their options and their values, for one person."""

    router: Router
    specs: Sequence[Spec]
    person: Person
    place: Place

    async def after(self, line: str) -> AsyncIterator[Suggestion]:
        """What could come next where the line ends."""
        if not line.startswith("/"):
            return
        for suggestion in self._names(line):
            yield suggestion
        spec, text = spec_named(line[1:], self.specs)
        if spec and text:
            async for suggestion in self._values(line, spec, text):
                yield suggestion
            for suggestion in self._options(spec, text):
                yield suggestion

    def _names(self, line: str) -> Iterator[Suggestion]:
        words = words_for(self.person.locale)
        about = {spec.name: described(spec, words) for spec in self.specs} | dict.fromkeys(OWN, "")
        for name, sentence in about.items():
            text = f"/{name}"
            if text.startswith(line.lower()) and text != line:
                yield Suggestion(text=text, replaces=len(line), about=sentence)

    def _options(self, spec: Spec, text: str) -> Iterator[Suggestion]:
        """Names of options that weren't said yet; unasked only where nothing was typed."""
        words = words_for(self.person.locale)
        begun = re.search(r"(?:^|(?<=\s))[a-z-]*$", text, re.IGNORECASE)
        if begun is None or (not begun[0] and text.strip()):
            return
        said = options_from(text[: begun.start()], spec)
        for option in spec.options:
            is_new = option.kind is not OptionKind.HIDDEN and option.name not in said
            if is_new and option.name.startswith(begun[0].lower()):
                about = described(spec, words, option)
                yield Suggestion(text=f"{option.name}: ", replaces=len(begun[0]), about=about)

    async def _values(self, line: str, spec: Spec, text: str) -> AsyncIterator[Suggestion]:
        option, value = being_said(text, spec)
        if option is None:
            return
        for fixed in _fixed(option):
            if fixed.startswith(value.lower()) and fixed != value:
                yield Suggestion(text=fixed, replaces=len(value))
        command = command_from(line, self.specs, self.person, self.place)
        for choice in await self.router.suggest(command, option.name):
            yield Suggestion(text=choice.value, replaces=len(value), label=choice.label)


def _fixed(option: Option) -> Sequence[str]:
    return ("on", "off") if option.kind is OptionKind.SWITCH else option.choices
