"""What the developer portal says about the bot."""

from collections.abc import Iterator

import discord

from adapters.discord.addresses import PLATFORM
from adapters.discord.checkup.questions import Json
from adapters.discord.invitation import FOR_A_PERSON, installation, invitation
from bot.checkup.findings import Finding, note, ok, wrong
from bot.settings import Settings
from bot.words import Words

__all__ = ["application_findings", "printable"]

PRIVILEGED = {
    "gateway_presence": "Presence",
    "gateway_presence_limited": "Presence",
    "gateway_guild_members": "Server Members",
    "gateway_guild_members_limited": "Server Members",
    "gateway_message_content": "Message Content",
    "gateway_message_content_limited": "Message Content",
}
"""The library's names of the flags, and the portal's of the intents."""


def application_findings(
    application: Json, bot: Json, settings: Settings, words: Words
) -> Iterator[Finding]:
    """What is found."""
    yield ok(
        words.say(
            "doctor-discord-bot",
            bot=printable(bot["username"]),
            application=printable(application["name"]),
            id=str(application["id"]),
        )
    )
    yield from _hindrances(application, words)
    yield _openness(application, settings, words)
    if on := _intents(application):
        yield note(words.say("doctor-discord-intents", intents=", ".join(on)))
    yield from _links(application, settings, words)


def printable(name: str) -> str:
    """A name that others gave, for a terminal."""
    return "".join(each if each.isprintable() else "?" for each in name)


def _hindrances(application: Json, words: Words) -> Iterator[Finding]:
    """Switches of the portal that keep commands, or the bot itself, away."""
    if url := application.get("interactions_endpoint_url"):
        said = words.say("doctor-discord-elsewhere", url=printable(url))
        yield wrong(said, words.say("doctor-discord-elsewhere-mend"))
    if application.get("bot_require_code_grant"):
        said = words.say("doctor-discord-grant")
        yield wrong(said, words.say("doctor-discord-grant-mend"))


def _openness(application: Json, settings: Settings, words: Words) -> Finding:
    """Who may bring it where, and use it there."""
    if settings.busker_servers:
        count = sum(each.startswith(f"{PLATFORM}:") for each in settings.busker_servers)
        return ok(words.say("doctor-discord-closed", servers=count))
    if application.get("bot_public", True):
        return note(words.say("doctor-discord-open"))
    return ok(words.say("doctor-discord-own"))


def _intents(application: Json) -> list[str]:
    flags = discord.ApplicationFlags._from_value(int(application.get("flags") or 0))  # noqa: SLF001  # the one way
    return sorted({name for flag, name in PRIVILEGED.items() if getattr(flags, flag)})


def _links(application: Json, settings: Settings, words: Words) -> Iterator[Finding]:
    id_ = str(application["id"])
    yield ok(words.say("doctor-discord-invite", link=invitation(id_)))
    if not settings.busker_direct:
        return
    if str(FOR_A_PERSON) in (application.get("integration_types_config") or {}):
        yield ok(words.say("doctor-discord-install", link=installation(id_)))
    else:
        yield note(words.say("doctor-discord-install-off"))
