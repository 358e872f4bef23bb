"""A channel to post in, and how: when it is our turn, and as an answer where that is possible."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord

from adapters.discord.failures import Code

__all__ = ["Fields", "Spot", "send"]

Fields = dict[str, Any]
"""Of a message, by the library's names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One channel, as who we are there."""

    channel: discord.PartialMessageable
    me: int
    turn: Callable[[], Awaitable[None]]
    """Waits until the channel bears one more message."""
    look: Callable[[], Awaitable[None]]
    """Waits until it may be read."""


async def send(
    spot: Spot, fields: Callable[[], Fields], answers: discord.MessageReference | None = None
) -> discord.Message:
    """Post it. `fields` are built anew for each attempt, since files that were sent are closed."""
    await spot.turn()
    if answers is None:
        return await spot.channel.send(**fields())
    try:
        return await spot.channel.send(**fields(), reference=answers)
    except discord.HTTPException as refused:
        if refused.code != Code.NO_HISTORY:
            raise
    await spot.turn()
    return await spot.channel.send(**fields())
