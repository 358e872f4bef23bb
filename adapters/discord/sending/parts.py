"""A result that took several messages: the others answer the first one, and are found by that."""

from collections.abc import AsyncIterator

import discord

__all__ = ["answer_to", "others_of"]

MOST_BETWEEN = 50
"""So many messages of others may have come in between; the parts follow each other within seconds."""


def answer_to(first: discord.PartialMessage | discord.Message) -> discord.MessageReference:
    """What makes a message a further part."""
    return discord.MessageReference(
        message_id=first.id, channel_id=first.channel.id, fail_if_not_exists=False
    )


async def others_of(first: discord.PartialMessage, own_id: int) -> AsyncIterator[discord.Message]:
    """The further parts, in order; also when the first one is gone."""
    history = first.channel.history(after=first, limit=MOST_BETWEEN, oldest_first=True)
    async for message in history:
        reference = message.reference
        if message.author.id == own_id and reference and reference.message_id == first.id:
            yield message
