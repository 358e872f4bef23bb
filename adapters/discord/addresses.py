"""Discord's ids as Busker's people, places and buttons, and back."""

import hashlib
from collections.abc import Iterator
from typing import Any

import discord

from bot.models import Button, Person, Place, Power

__all__ = [
    "ANSWER",
    "DIRECT",
    "LEASED",
    "PLATFORM",
    "button_from",
    "custom_id_for",
    "digest",
    "nonce_for",
    "person_from",
    "place_from",
]

PLATFORM = "discord"
DIRECT = PLATFORM
"""The server of direct messages and of use where only a person has installed Busker."""

VERSION = "v1"

Interaction = discord.Interaction[Any]


def person_from(interaction: Interaction) -> Person:
    """Who did it, with their roles and powers on that server."""
    user = interaction.user
    roles: tuple[str, ...] = ()
    powers: set[Power] = set()
    if isinstance(user, discord.Member) and _is_on_server(interaction):
        roles = tuple(str(role.id) for role in user.roles)
        may = interaction.permissions
        powers |= {_moderating(user)} if may.manage_messages else set()
        powers |= {Power.SET_CHANNELS} if may.manage_channels else set()
        powers |= {Power.ADMINISTER} if may.manage_guild else set()
    return Person(
        platform=PLATFORM,
        id=str(user.id),
        locale=str(interaction.locale),
        roles=roles,
        powers=frozenset(powers),
    )


def place_from(interaction: Interaction) -> Place:
    """Where it was done; the answer to it is the message that will stand there."""
    return Place(
        platform=PLATFORM,
        server=str(interaction.guild_id) if _is_on_server(interaction) else DIRECT,
        channel=str(interaction.channel_id),
        message=f"{ANSWER}{interaction.id}",
        within=tuple(_around(interaction.channel)),
    )


ANSWER = "answer:"
"""Before an interaction's id: the message that answers it, which hasn't got an id yet."""

LEASED = "leased:"
"""Before an interaction's id: the message that answers it, or one more of its, by its token alone."""


def custom_id_for(button: Button) -> str:
    """All that a press has to tell, in at most 100 characters."""
    return f"{VERSION}:{button.action}:{button.subject}"


def button_from(custom_id: str) -> tuple[str, str]:
    """Action and subject. What isn't ours becomes an action that nobody knows."""
    version, _, rest = custom_id.partition(":")
    action, _, subject = rest.partition(":")
    return (action, subject) if version == VERSION else ("", custom_id)


def nonce_for(key: str) -> str:
    """At most 25 characters; the same for one message however often it is sent."""
    return digest(key)


def digest(text: str) -> str:
    """24 characters that stand for it."""
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _moderating(user: discord.Member) -> Power:
    """Who may manage messages by a channel's own permissions may do so nowhere else."""
    is_everywhere = user.guild_permissions.manage_messages
    return Power.MODERATE if is_everywhere else Power.MODERATE_HERE


def _around(channel: object) -> Iterator[str]:
    """A thread's channel, and a channel's category."""
    if isinstance(channel, discord.Thread):
        yield str(channel.parent_id)
        channel = channel.parent
    if isinstance(channel, discord.abc.GuildChannel) and channel.category_id:
        yield str(channel.category_id)


def _is_on_server(interaction: Interaction) -> bool:
    """Installed by the server itself. What a person is elsewhere gives them no power over direct use."""
    return interaction.guild_id is not None and interaction.is_guild_integration()
