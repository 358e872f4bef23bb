"""Interactions that still wait for their answer, which whoever plays the song gives with its card."""

import asyncio
from typing import Any

import discord

from adapters.discord.addresses import ANSWER
from adapters.discord.interactions.asides import Asides
from adapters.showing.recent import Recent

__all__ = ["Pending"]

Interaction = discord.Interaction[Any]

MOST = 1000


class Pending:
    """By the address of the answer. Each is taken once."""

    def __init__(self) -> None:
        self._waiting: Recent[tuple[Interaction, asyncio.Event]] = Recent(MOST)
        self.asides = Asides()

    def wait_for(self, interaction: Interaction) -> asyncio.Event:
        """Let a card answer it; the event is set when one has taken it."""
        taken = asyncio.Event()
        self._waiting[f"{ANSWER}{interaction.id}"] = (interaction, taken)
        return taken

    def find(self, address: str | None) -> Interaction | None:
        """The interaction that still waits; it goes on waiting."""
        return self._waiting.get(address or "", (None, None))[0]

    def take(self, address: str | None) -> Interaction | None:
        """The interaction, unless it has been answered or nobody knows it, as after a restart."""
        interaction, taken = self._waiting.pop(address or "", (None, None))
        if taken is None or interaction is None:
            return None
        taken.set()
        return interaction if not interaction.response.is_done() else None

    def drop(self, interaction: Interaction) -> None:
        """Somebody else answers it."""
        self._waiting.pop(f"{ANSWER}{interaction.id}", None)
