"""What a command is: its options, who answers it, and what it may use to do so."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Protocol

from bot.authority import Authority, Need
from bot.gate import Gate
from bot.jobs import Job
from bot.limits import Limits
from bot.models import Card, Choice, Command, Form, Person, Place, Press, Started, Told
from bot.operating.room import Room
from bot.ports import Chat, Clock
from bot.privacy.rights import Privacy
from bot.stores import Audits, Drafts, Grounds, Jobs, Library, Rules, Sounds, Tallies
from bot.words import Words
from soundverse.calls import Version

__all__ = [
    "MOST_SUGGESTED",
    "Answer",
    "Desk",
    "Option",
    "OptionKind",
    "Pressing",
    "Shelf",
    "Spec",
    "Suggesting",
    "described",
    "only",
    "open_to",
]

Answer = Started | Told | Form


class Shelf(Protocol):
    """The files of finished songs, as far as commands touch them."""

    async def has(self, job: Job) -> bool:
        """Whether a take's file is still here."""
        ...

    async def show_again(
        self, job: Job, card_with: Callable[[str | None], Awaitable[Card]], key: str
    ) -> Place | None:
        """Hand the files over at the job's place, to its person, once per key; where they lie.

        `card_with` makes the card, which says what was wrong if anything was: `failure-<this>`.
        Raises whatever the platform raises.
        """
        ...

    async def remove(self, job_id: str) -> None:
        """Remove all of a song's files."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every command works with."""

    chat: Chat
    jobs: Jobs
    limits: Limits
    gate: Gate
    rules: Rules
    grounds: Grounds
    audits: Audits
    tallies: Tallies
    sounds: Sounds
    drafts: Drafts
    authority: Authority
    library: Library
    shelf: Shelf
    privacy: Privacy
    clock: Clock
    song_version: Version
    price_per_song: float | None = None
    """What one costs the operator, in their own money, for estimates."""
    room: Room | None = None
    """The disk that songs are kept on; None, one without end."""
    origins: Collection[str] = ()
    """Origins besides https that audio may come from: the house band's own."""


class OptionKind(StrEnum):
    """What an option holds, so that each platform can offer its own way to say it.

    What reaches a command is always text: ids for people, roles and channels, "on" for a switch.
    """

    TEXT = "text"
    LINES = "lines"  # text of several lines
    SWITCH = "switch"
    AUDIO = "audio"  # the https address of a file; a platform may offer an attachment instead
    PERSON = "person"
    ROLE = "role"
    CHANNEL = "channel"
    HIDDEN = "hidden"  # only forms and buttons say it


MOST_SUGGESTED = 25
"""As many choices as every platform shows."""

Suggesting = Callable[[Command, "Desk"], Awaitable[Sequence[Choice]]]
"""What could be meant, the likeliest first; the command's options are those that were said so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that can be said with a command."""

    name: str
    kind: OptionKind = OptionKind.TEXT
    most_characters: int = 100
    is_main: bool = False
    """Plain text after the command's name belongs to this one."""
    is_required: bool = False
    choices: tuple[str, ...] = ()
    """Nothing else can be said; each has its own sentence, as described by its command and option."""
    suggest: Suggesting | None = None
    needs: Need | None = None
    """Only who has this may say it; None is everybody who may use the command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One command of the catalogue."""

    name: str
    """Words in a row for one that belongs to others: "busker-admin quota set"."""
    options: tuple[Option, ...]
    answer: Callable[[Command, Desk], Awaitable[Answer]]
    needs: Need | None = None
    """Only who has this may use it; None is everybody."""

    @property
    def main(self) -> Option | None:
        """The option that plain text belongs to."""
        return next((option for option in self.options if option.is_main), None)


def open_to(
    person: Person, place: Place, specs: Iterable[Spec], authority: Authority
) -> Sequence[Spec]:
    """The commands that the person may use there, with the options that they may say."""
    may = partial(authority.may, person, place)
    return [
        replace(spec, options=tuple(each for each in spec.options if may(each.needs)))
        for spec in specs
        if may(spec.needs)
    ]


Pressing = Callable[[Press, Desk], Awaitable[Answer]]
"""What a button does."""


def only(need: Need, pressing: Pressing) -> Pressing:
    """A button that only certain people may press."""

    async def press(pressed: Press, desk: Desk) -> Answer:
        desk.authority.check(pressed.person, pressed.place, need)
        return await pressing(pressed, desk)

    return press


def described(spec: Spec, words: Words, option: Option | None = None) -> str:
    """What the command, or one of its options, is for."""
    names = spec.name.split()
    if option is None:
        return words.say("-".join(["command", *names]))
    # commands of one group may share an option, and its sentence
    keys = ["-".join(["command", *names[:end], option.name]) for end in range(len(names), 0, -1)]
    return words.say(next((key for key in keys if key in words.keys), keys[0]))
