"""Who asked, what is kept about them, and how it goes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.ages import Aged, Ages
from bot.models import Person

__all__ = ["Ageing", "People"]


class People(Protocol):
    """Who asked, what is kept about them, and how it goes when they want it to."""

    async def is_noticed(self, person: Person) -> bool:
        """Whether they were told what is kept about them."""
        ...

    async def note_noticed(self, person: Person, now: datetime) -> None:
        """Note that they were told."""
        ...

    async def records(self, person: Person) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Everything that is kept about them, by its kind, to be read by them."""
        ...

    async def begin_forgetting(self, person: Person, now: datetime) -> None:
        """Note that everything until now is to be deleted: from here a restart goes on with it."""
        ...

    async def being_forgotten(self) -> Sequence[tuple[Person, datetime]]:
        """Those of whom something may be left that was to be deleted, and until when."""
        ...

    async def forget_songs(
        self, person: Person, *, until: datetime, now: datetime, settled: datetime
    ) -> Sequence[str]:
        """Empty some of the ended songs they asked for until then; their ids, or none when all are empty.

        What is left counts on under a pseudonym. `settled`: on what ended before, nobody is at work.
        """
        ...

    async def end_forgetting(self, person: Person, *, until: datetime) -> None:
        """Delete what is left when their songs are empty."""
        ...


class Ageing(Protocol):
    """What has been kept long enough goes, in small steps that may be repeated."""

    async def last_row(self) -> int:
        """The number of the newest song's row."""
        ...

    async def age_songs(self, ages: Ages, *, after: int) -> tuple[Aged, int]:
        """See to some rows behind that number: what was found, and the number to go on behind."""
        ...

    async def age_others(self, ages: Ages) -> None:
        """See to drafts, people, and what admins changed or gave."""
        ...
