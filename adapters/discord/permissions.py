"""What Busker may do in a place, found before anything is spent: which permissions are missing.

Source: https://docs.discord.com/developers/topics/permissions
"""

from typing import Any

import discord

__all__ = ["missing_for", "missing_in"]

Interaction = discord.Interaction[Any]
Channel = discord.abc.GuildChannel | discord.Thread

SHOWING = ("attach_files", "embed_links")
"""All that is needed where the answer goes by the interaction's own token."""

AUDIBLE = (discord.VoiceChannel, discord.StageChannel)


def missing_for(interaction: Interaction, *, is_leased: bool = False) -> tuple[str, ...]:
    """Exactly, as Discord says it with the interaction; named as in `permission-<name>`."""
    may = interaction.app_permissions
    if is_leased:
        return _named(may, SHOWING)
    if interaction.guild_id is None:  # nobody is held back in a conversation with the bot
        return ()
    channel = interaction.channel
    known = channel if isinstance(channel, discord.abc.GuildChannel | discord.Thread) else None
    return _missing(may, known)


def missing_in(channel: Channel) -> tuple[str, ...]:
    """By what is known of the channel."""
    return _missing(channel.permissions_for(channel.guild.me), channel)


def _missing(may: discord.Permissions, channel: Channel | None) -> tuple[str, ...]:
    """`channel` is None when its kind isn't known."""
    needed = ["view_channel", *SHOWING]
    if isinstance(channel, discord.Thread):
        if not may.manage_threads:
            if _is_closed(channel):
                return ("private-thread",)
            needed += ["manage_threads"] if channel.locked else []
        needed += ["send_messages_in_threads"]
    else:
        needed += ["send_messages"]
    if isinstance(channel, AUDIBLE):
        needed += ["connect"]
    return _named(may, needed)


def _is_closed(thread: discord.Thread) -> bool:
    """A private one that Busker isn't in: the server tells of none but its own."""
    return thread.is_private() and thread.me is None and thread.guild.get_thread(thread.id) is None


def _named(may: discord.Permissions, needed: "list[str] | tuple[str, ...]") -> tuple[str, ...]:
    return tuple(name.replace("_", "-") for name in needed if not getattr(may, name))
