"""What Slack writes instead of what people typed: `<@U123|ana>`, `<https://…>`, `&amp;`.

Source: https://docs.slack.dev/messaging/formatting-message-text
"""

import re
from collections.abc import Mapping

__all__ = ["TOKEN", "address_in", "channel_in", "people_in", "person_in", "unwrapped"]

TOKEN = re.compile(r"<([@#!]?)([^<>|\n]+)(?:\|([^<>\n]*))?>")
PERSON = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>|([UW][A-Z0-9]{6,})")
CHANNEL = re.compile(r"<#([CGD][A-Z0-9]+)(?:\|[^<>]*)?>|([CGD][A-Z0-9]{6,})")
ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
ENTITY = re.compile("|".join(ENTITIES))
NOBODY: Mapping[str, str] = {}


def unwrapped(text: str, names: Mapping[str, str] = NOBODY) -> str:
    """As it was typed. `names` says who people are where Slack says only their ids."""

    def told(found: re.Match[str]) -> str:
        sign, name, label = found.groups()
        match sign:
            case "@":
                return f"@{label or names.get(name, name)}"
            case "#":
                return f"#{label or name}"
            case "!":
                return label or f"@{name}"
            case _:
                return label or name

    plain = TOKEN.sub(told, text.replace("\xa0", " "))
    return ENTITY.sub(lambda found: ENTITIES[found[0]], plain)


def people_in(text: str) -> list[str]:
    """The ids of people whose names aren't told."""
    return [found[2] for found in TOKEN.finditer(text) if found[1] == "@" and not found[3]]


def address_in(text: str) -> str:
    """With the addresses of links instead of their labels."""
    return unwrapped(TOKEN.sub(lambda found: found[0] if found[1] else found[2], text))


def person_in(text: str) -> str | None:
    """Whom somebody means; None when Slack doesn't say so."""
    return _id_in(text, PERSON)


def channel_in(text: str) -> str | None:
    """Which channel somebody means; None when Slack doesn't say so."""
    return _id_in(text, CHANNEL)


def _id_in(text: str, pattern: re.Pattern[str]) -> str | None:
    found = pattern.fullmatch(text.strip())
    return (found[1] or found[2]) if found else None
