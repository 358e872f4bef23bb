"""How much was asked for, and what admins changed: records for those who look after a server. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.quotas import Change

__all__ = ["Entry", "Tally", "TopPerson", "UsageRow"]


PSEUDONYM = "deleted:"
"""So begins what a person is called whose data was deleted; no platform's ids do. Statements know it, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Songs since some moment."""

    asked: int
    counted: int
    billed: int
    """Those that the service billed, may have billed, or may bill yet."""
    made: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopPerson:
    """Somebody who asked for many."""

    platform: str
    person: str
    asked: int
    counted: int

    @property
    def is_forgotten(self) -> bool:
        """Who it was isn't known any more."""
        return not self.person or self.person.startswith(PSEUDONYM)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageRow:
    """One song in figures, without a word of it."""

    id: str
    created_at: datetime
    platform: str
    server: str
    channel: str
    person: str
    kind: str
    stage: str
    counts: int
    charged: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the audit."""

    id: int
    change: Change
    what: str
    subject: str
    """Whom or what it is about."""
    detail: Mapping[str, object]
    until: datetime | None = None
    """When it ends, for what was given or forbidden for a while."""
