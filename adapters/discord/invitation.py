"""What Busker has to be allowed on a server, and the links by which it is let in there.

Sources: https://docs.discord.com/developers/topics/permissions
https://docs.discord.com/developers/topics/oauth2
"""

import discord

__all__ = ["NEEDED", "installation", "invitation", "missing", "needed"]

NEEDED = (
    "view_channel",
    "send_messages",
    "send_messages_in_threads",
    "embed_links",
    "attach_files",
    "read_message_history",
)
"""By the library's names. `docs/discord.md` says what each is for."""

FOR_A_SERVER, FOR_A_PERSON = 0, 1
"""Who installs it, in Discord's own numbers."""

AUTHORIZE = "https://discord.com/oauth2/authorize"


def needed() -> discord.Permissions:
    """All of them together, and nothing else."""
    return discord.Permissions(**dict.fromkeys(NEEDED, True))


def missing(allowed: discord.Permissions) -> tuple[str, ...]:
    """What of it isn't allowed. An administrator may do everything."""
    if allowed.administrator:
        return ()
    return tuple(name for name in NEEDED if not getattr(allowed, name))


def invitation(application: str) -> str:
    """Where an admin of a server lets the bot in, with just what it needs."""
    return (
        f"{AUTHORIZE}?client_id={application}&scope=bot+applications.commands"
        f"&permissions={needed().value}&integration_type={FOR_A_SERVER}"
    )


def installation(application: str) -> str:
    """Where one person takes the commands along, to use them in direct messages and elsewhere."""
    return (
        f"{AUTHORIZE}?client_id={application}&scope=applications.commands"
        f"&integration_type={FOR_A_PERSON}"
    )
