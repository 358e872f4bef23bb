"""What the menu of a message hands over: its text with names for ids, its audio, and whose song it is."""

import re
from collections.abc import Iterator
from typing import Any

import discord

from adapters.discord.addresses import button_from

__all__ = ["facts_of"]

Json = dict[str, Any]

AUDIO = (".mp3", ".wav")
AUDIO_TYPES = ("audio/mpeg", "audio/wav", "audio/x-wav", "audio/wave")
"""What the service takes."""

OF_A_TAKE = {"extend", "favourite"}
"""Buttons that a song has only where its takes can be heard."""

MENTION = re.compile(r"<(@&|@!?|#|/|:|a:)([^<>\s][^<>]*?)(?::(\d+))?>|<(?:t|id):[^<>]*>")
"""https://docs.discord.com/developers/reference#message-formatting"""


def facts_of(message: Json, guild: discord.Guild | None) -> dict[str, str]:
    """By the names of the hidden options of `bot.commands.MENUS`; what isn't there is left out."""
    said = _forwarded(message) or message
    found = {
        "message": str(message["id"]),
        "text": _text_of(said, guild),
        "audio-url": next(_audio(said.get("attachments", [])), ""),
        "song": next(_songs(said.get("components", [])), ""),
    }
    return {name: fact for name, fact in found.items() if fact}


def _forwarded(message: Json) -> Json | None:
    """What a message passes on; it says nothing itself.

    https://docs.discord.com/developers/resources/message#message-snapshot-object
    """
    passed_on = message.get("message_snapshots") or []
    return passed_on[0].get("message") if passed_on else None


def _text_of(message: Json, guild: discord.Guild | None) -> str:
    """As people read it."""
    people = {str(each["id"]): _name_of(each) for each in message.get("mentions", [])}

    def named(mention: re.Match[str]) -> str:
        sign, name, _ = mention.groups()
        match sign:
            case "@" | "@!":
                return people.get(name, "")
            case "@&":
                role = guild.get_role(int(name)) if guild and name.isdecimal() else None
                return role.name if role else ""
            case "#":
                channel = guild.get_channel(int(name)) if guild and name.isdecimal() else None
                return f"#{channel.name}" if channel else ""
            case "/":
                return f"/{name}"
            case _:  # an emoji of somebody's own, or a moment
                return ""

    text = MENTION.sub(named, message.get("content", ""))
    return re.sub(r"[ \t]{2,}", " ", text).strip()


def _name_of(user: Json) -> str:
    """As it is shown on that server, if that is known."""
    nick = (user.get("member") or {}).get("nick")
    return str(nick or user.get("global_name") or user["username"])


def _audio(attachments: list[Json]) -> Iterator[str]:
    for each in attachments:
        kind = str(each.get("content_type") or "").partition(";")[0]
        if kind in AUDIO_TYPES or each["filename"].lower().endswith(AUDIO):
            yield each["url"]


def _songs(components: list[Json]) -> Iterator[str]:
    """Of our own buttons."""
    for each in components:
        action, subject = button_from(each.get("custom_id") or "")
        if action in OF_A_TAKE:
            yield subject.partition(":")[0]
        yield from _songs(each.get("components", []))
