"""Writing to one person alone."""

import discord

from adapters.discord.addresses import nonce_for
from adapters.discord.drawing.embeds import NOBODY
from adapters.discord.drawing.escaping import fitted
from adapters.discord.failures import Code, meaning
from bot.models import Person

__all__ = ["opened", "say"]

MOST_CONTENT = 2000


async def opened(client: discord.Client, person: Person) -> discord.DMChannel:
    """The conversation with them, if they let us write there. Raises NotAllowedHere.

    Discord opens it with everybody, and refuses only what is sent: 50007 even to a message that says
    nothing, which else is refused for that.
    """
    with meaning():
        channel = await _channel(client, person)
        try:
            await channel.send()
        except discord.HTTPException as refused:
            if refused.code != Code.EMPTY:
                raise
    return channel


async def say(client: discord.Client, person: Person, text: str) -> None:
    """Send them a text; the same one isn't sent twice within minutes. Raises NotAllowedHere."""
    with meaning():
        channel = await _channel(client, person)
        nonce = nonce_for(f"{person.id}:{text}")
        await channel.send(fitted(text, MOST_CONTENT), allowed_mentions=NOBODY, nonce=nonce)


async def _channel(client: discord.Client, person: Person) -> discord.DMChannel:
    id_ = int(person.id)
    user = client.get_user(id_) or await client.fetch_user(id_)
    return user.dm_channel or await user.create_dm()
