"""Sentences name commands as the workspace has them: `/acme-song` where a prefix tells them from others'.

Slack says nowhere what the commands of an app are called, so it is learnt from those that are said.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bot.commands import COMMANDS
from bot.models import Card

__all__ = ["EVERYTHING", "Prefix", "root_of"]

EVERYTHING = "busker"
"""The command that all others can be said with."""

QUOTED = "“[^”]*”|„[^“]*“|«[^»]*»|「[^」]*」"
"""What people wrote stays as they wrote it."""


class Prefix:
    """What stands before the name of each command; nothing until one was said with it."""

    def __init__(self) -> None:
        self._said = ""

    def learn(self, command: str) -> None:
        """From a command as Slack tells it: `/acme-song`."""
        name = command.removeprefix("/").lower()
        root = root_of(name)
        if root in _roots():
            self._said = name.removesuffix(root)

    def on(self, card: Card) -> Card:
        """The card with commands as they are called here."""
        return replace(card, lines=tuple(map(self.named, card.lines)))

    def named(self, text: str) -> str:
        """The same for a sentence."""
        if not self._said:
            return text
        return _pattern().sub(
            lambda found: f"/{self._said}{found[1]}" if found[1] else found[0], text
        )


@cache
def root_of(name: str) -> str:
    """The catalogue's own word for a command that may have a prefix, `acme-song`; else the word itself."""
    if name in _roots():
        return name
    fitting = [root for root in _roots() if name.endswith(f"-{root}")]
    return max(fitting, key=len, default=name)


@cache
def _roots() -> frozenset[str]:
    return frozenset(_each_root())


def _each_root() -> Iterator[str]:
    yield EVERYTHING
    yield from (spec.name.split()[0] for spec in COMMANDS)


@cache
def _pattern() -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, _roots()), key=len, reverse=True))
    return re.compile(rf"{QUOTED}|(?<![\w/.-])/({known})(?![\w/-])")
