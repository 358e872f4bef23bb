"""People who ask for songs on a platform that stays up, whoever dies.

Each song has a number that is in its prompt and in its title, so that it is known wherever it shows up. A
person who gets no answer asks again, as people do: as something new, and here with a new number.
"""

import asyncio
import random
from abc import ABC, abstractmethod
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from tests.fakes.discord import Message as OnDiscord
from tests.fakes.platform.faults import Rules
from tests.fakes.slack import Message as OnSlack
from tests.torture.plans import FATES

__all__ = ["CHANGES_MIND_SECONDS", "CHANNELS", "PEOPLE", "Asked", "Message", "Townsfolk"]

Message = OnDiscord | OnSlack

CHANNELS, PEOPLE = 8, 10
MUSIC = 0.25
"""So many ask for music without words: v6, which names a song late."""
CANCELS = 0.06
CHANGES_MIND_SECONDS = 2.5
"""At most so long after asking."""


@dataclass(kw_only=True)
class Asked(ABC):
    """What somebody asked for, once."""

    number: int
    fate: str
    is_cancelled: bool = False
    """They have pressed the button, and read an answer."""

    @property
    @abstractmethod
    def request_key(self) -> str:
        """What its row has."""

    @property
    @abstractmethod
    def is_acknowledged(self) -> bool:
        """A card, or anything else to be read, has answered."""

    @property
    @abstractmethod
    def said(self) -> str:
        """What can be read of an answer that there is."""


@dataclass
class Townsfolk(ABC):
    """Several people in several channels; `people` and `channels` are the platform's own."""

    follows_alone: ClassVar[bool]
    """A take that comes after the other one was posted is a message of its own there."""

    channels: Sequence[Any]
    people: Sequence[Any]
    dice: random.Random
    asked: list[Asked] = field(default_factory=list, init=False)
    has_bad_weather: bool = field(default=False, init=False)
    """Calls fail by chance, so that an answer may come too late."""
    _minds: set[asyncio.Task[None]] = field(default_factory=set, init=False)

    @property
    @abstractmethod
    def settings(self) -> Mapping[str, str]:
        """By which Busker finds it."""

    @abstractmethod
    def expect(self) -> int:
        """Somebody is about to start a Busker: a number that grows with each one that connects."""

    @abstractmethod
    async def connected(self, before: int) -> None:
        """Once a Busker is there that wasn't when so many had appeared."""

    @abstractmethod
    def messages(self) -> Iterator[Message]:
        """All of Busker's that everybody reads."""

    @abstractmethod
    def is_end(self, card: Message, result: Message) -> bool:
        """Whether a card is as it has to be, once the song was handed over."""

    @abstractmethod
    def refusals(self) -> list[str]:
        """What the platform refused, but for what a process that begins anew can't know."""

    @property
    @abstractmethod
    def faults(self) -> Rules[Any]:
        """What the platform fails with, by rule."""

    @abstractmethod
    def break_one(self, dice: random.Random) -> None:
        """Let some call fail in some way, soon."""

    @abstractmethod
    def hang(self) -> None:
        """Answer nothing any more, until the faults are released."""

    @abstractmethod
    def ask_for(
        self,
        fate: str,
        *,
        person: Any = None,  # noqa: ANN401  # the platform's own
        channel: Any = None,  # noqa: ANN401
        command: str = "song",
    ) -> Asked:
        """One song of that fate, by the first of them unless it is said by whom."""

    @abstractmethod
    async def used(self, person: Any) -> str:  # noqa: ANN401
        """What `/quota` says to somebody."""

    @abstractmethod
    async def _cancel(self, asked: Any, seconds: float) -> None:  # noqa: ANN401
        """If there is still a button; whether anybody is there to hear of it is another matter."""

    def ask(self) -> Asked:
        """One more song, by whoever feels like it."""
        dice = self.dice
        [fate] = dice.choices([*FATES], [*FATES.values()])
        person, channel = dice.choice(self.people), dice.choice(self.channels)
        command = "music" if dice.random() < MUSIC else "song"
        asked = self.ask_for(fate, person=person, channel=channel, command=command)
        if dice.random() < CANCELS:
            self._keep_in_mind(self._cancel(asked, dice.uniform(0, CHANGES_MIND_SECONDS)))
        return asked

    async def rest(self) -> None:
        """Until nobody has anything in mind any more."""
        if self._minds:
            await asyncio.wait(self._minds)

    def _keep_in_mind(self, work: Coroutine[Any, Any, None]) -> None:
        mind = asyncio.create_task(work)
        self._minds.add(mind)
        mind.add_done_callback(self._minds.discard)
