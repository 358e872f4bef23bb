"""Songs as people come back to them, or look at them before they are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.drafts import Draft
from bot.jobs import Job
from bot.models import Person, Place
from bot.quotas import Change

__all__ = ["Drafts", "Kept", "Library"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A finished song as one person finds it in their library."""

    job: Job
    liked: frozenset[int] = frozenset()
    """The versions of the takes that they have as favourites."""


class Library(Protocol):
    """Finished songs, for whoever looks for them again. What is deleted can't be found."""

    async def songs(
        self, person: Person, *, search: str = "", is_liked: bool = False, skip: int, most: int
    ) -> Sequence[Kept]:
        """A person's own, newest first; or what they like, also of others, but none of others' private ones.

        `search`: text in the title, the prompt, the style or the words, in any case.
        """
        ...

    async def liked(self, person: Person, job: Job) -> frozenset[int]:
        """The versions of the song's takes that the person likes."""
        ...

    async def like_or_not(self, person: Person, job: Job, version: int, now: datetime) -> bool:
        """Make a take a favourite, or no longer; whether it is one now."""
        ...

    async def messages(self, job: Job) -> Sequence[Place]:
        """Where the song was handed over, each message by itself."""
        ...

    async def delete(self, job: Job, now: datetime) -> bool:
        """Forget words, takes and whose favourite it was; the row counts on. False: nothing was to delete."""
        ...

    async def delete_as_moderator(self, job: Job, change: Change) -> bool:
        """The same of a public song on the change's own server, with a row in the audit."""
        ...


class Drafts(Protocol):
    """Commands that wait for their Go."""

    async def keep_draft(self, draft: Draft) -> None:
        """Keep it, in the place of one with the same id."""
        ...

    async def draft(self, draft_id: str) -> Draft | None:
        """One of them, if it is still there."""
        ...

    async def drop_draft(self, draft_id: str) -> None:
        """It was used or given up."""
        ...
