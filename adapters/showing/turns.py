"""Wishes to be sent or changed, of which there are more than a platform takes at once."""

import asyncio
from dataclasses import dataclass, field
from enum import IntEnum

__all__ = ["SHORTEST_SECONDS", "Rank", "Turn"]

SHORTEST_SECONDS = 0.001
"""A wait that fractions of a second are rounded up to, so that it passes."""


class Rank(IntEnum):
    """Who goes first where there isn't room for all."""

    LAST = 0
    CHANGED = 1
    NUMBER = 2


@dataclass(slots=True, kw_only=True, eq=False)
class Turn:
    """One message's wish to be sent or changed."""

    rank: Rank
    not_before: float = 0
    """A moment, for what may wait."""
    asked_at: float = 0
    is_free: asyncio.Future[None] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )
