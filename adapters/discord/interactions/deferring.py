"""Gaining time: saying within Discord's three seconds that an answer will come.

A command shows its person that it thinks; a button that was pressed shows nothing. A form can't come later.
Source: https://docs.discord.com/developers/interactions/receiving-and-responding
"""

from typing import Any

import discord

__all__ = ["claim", "defer", "is_update"]

Interaction = discord.Interaction[Any]

CLAIMED = "claimed"
"""A note at an interaction."""


async def defer(interaction: Interaction) -> None:
    """What comes later is private. Raises what the library does."""
    if interaction.type is discord.InteractionType.component:
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)


def claim(interaction: Interaction) -> bool:
    """Whether “thinking” stands there for somebody to take its place: only the first who asks may."""
    is_thinking = (
        interaction.response.type is discord.InteractionResponseType.deferred_channel_message
    )
    if not is_thinking or CLAIMED in interaction.extras:
        return False
    interaction.extras[CLAIMED] = True
    return True


def is_update(interaction: Interaction) -> bool:
    """Its answer isn't a message of its own, but the one whose button was pressed."""
    return interaction.response.type in {
        discord.InteractionResponseType.deferred_message_update,
        discord.InteractionResponseType.message_update,
    }
