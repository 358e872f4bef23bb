"""What a command is: its options, who answers it, and what it may use to do so."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from bot.limits import Limits
from bot.models import Command, Started, Told
from bot.ports import Chat, Clock, Jobs
from bot.words import Words
from soundverse.calls import Version

__all__ = ["Answer", "Desk", "Option", "Spec", "described"]

Answer = Started | Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every command works with."""

    chat: Chat
    jobs: Jobs
    limits: Limits
    clock: Clock
    song_version: Version
    origins: Collection[str] = ()
    """Origins besides https that audio may come from: the house band's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that can be said with a command."""

    name: str
    most_characters: int = 100
    is_main: bool = False
    """Plain text after the command's name belongs to this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One command of the catalogue."""

    name: str
    options: tuple[Option, ...]
    answer: Callable[[Command, Desk], Awaitable[Answer]]

    @property
    def main(self) -> Option | None:
        """The option that plain text belongs to."""
        return next((option for option in self.options if option.is_main), None)


def described(spec: Spec, words: Words, option: Option | None = None) -> str:
    """What the command, or one of its options, is for."""
    return words.say("-".join(["command", spec.name, *([option.name] if option else [])]))
