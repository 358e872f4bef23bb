"""Where Discord's attachments lie: under addresses that are signed and good for a day.

Source: https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
"""

import discord

from guard.errors import GuardError
from guard.urls import origin_of

__all__ = ["is_attachment"]

ORIGINS = frozenset({"https://cdn.discordapp.com", "https://media.discordapp.net"})


def is_attachment(url: str) -> bool:
    """Whether it is one of these, or lies with the host that stands in for Discord."""
    try:
        return origin_of(url) in {*ORIGINS, origin_of(discord.http.Route.BASE)}
    except GuardError:
        return False
