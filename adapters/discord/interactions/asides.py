"""A word that only one person reads, where they have just asked: for those whose direct messages are closed.

Source: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
"""

import asyncio
from typing import Any

import discord

from adapters.discord.drawing.embeds import NOBODY
from adapters.discord.drawing.escaping import fitted
from adapters.discord.failures import meaning
from adapters.discord.interactions.leases import needs_lease
from adapters.showing.recent import Recent
from bot.errors import NotAllowedHere
from bot.models import Person

__all__ = ["Asides"]

Interaction = discord.Interaction[Any]

MOST = 1000
MOST_CONTENT = 2000

LOOKS, PAUSE_SECONDS = 30, 0.1
"""An answer is there within Discord's three seconds or never, and nothing can be said before it."""


class Asides:
    """By each person's latest interaction, as long as its token lasts."""

    def __init__(self) -> None:
        self._latest: Recent[Interaction] = Recent(MOST)

    def note(self, interaction: Interaction) -> None:
        """Somebody has asked for something."""
        self._latest[str(interaction.user.id)] = interaction

    async def say(self, person: Person, text: str) -> None:
        """Raises NotAllowedHere: nothing was asked of late, or the song needs the token's few messages."""
        asked = self._latest.get(person.id)
        if asked is None or asked.is_expired() or needs_lease(asked):
            raise NotAllowedHere
        for _ in range(LOOKS):
            if asked.response.is_done():
                break
            await asyncio.sleep(PAUSE_SECONDS)
        said = fitted(text, MOST_CONTENT)
        with meaning():
            await asked.followup.send(said, ephemeral=True, allowed_mentions=NOBODY)
