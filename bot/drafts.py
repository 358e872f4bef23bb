"""What waits for its Go: a command that a person wants to look at once more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models import Person

__all__ = ["LASTS", "Draft"]

LASTS = timedelta(days=1)
"""A draft that nobody came back to is dropped then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One row: whose command it is, and what was said with it."""

    id: str
    platform: str
    person: str
    command: str
    options: Mapping[str, str]
    created_at: datetime

    def is_of(self, person: Person) -> bool:
        """Whether it is theirs: nobody else sees or uses it."""
        return (self.platform, self.person) == (person.platform, person.id)
