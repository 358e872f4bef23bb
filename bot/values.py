"""How the text of one setting becomes a value; each refusal is a sentence that says the right form."""

import re
from datetime import tzinfo
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, InstanceOf
from pydantic_settings import NoDecode

from bot.quotas import Rule, rule_from, rules_from

__all__ = [
    "Address",
    "Addressed",
    "Channel",
    "Count",
    "Database",
    "Ids",
    "ManyRules",
    "Names",
    "OneRule",
    "Paths",
    "Price",
    "Processes",
    "Seconds",
    "Servers",
    "Switch",
    "Url",
    "Zone",
]


def names_from(text: str) -> tuple[str, ...]:
    """Read "a, b"; an empty text is no name at all."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def ids_from(text: str) -> tuple[str, ...]:
    """Read "123, 456", as Discord numbers whatever it has."""
    names = names_from(text)
    for name in names:
        if not (name.isascii() and name.isdecimal()):
            raise ValueError(f'"{name}" is no id; write numbers, with commas between')
    return names


def addressed_from(text: str) -> tuple[str, ...]:
    """Read "discord:<id>,slack:<team>:<id>"."""
    names = names_from(text)
    for name in names:
        parts = name.split(":")
        if {"discord": 2, "slack": 3}.get(parts[0]) != len(parts) or not all(parts):
            raise ValueError(f'"{name}" isn\'t known; write discord:<id> or slack:<team>:<id>')
    return names


def servers_from(text: str) -> tuple[str, ...]:
    """Read "discord:<id>,slack:<team>"."""
    names = names_from(text)
    for name in names:
        platform, _, server = name.partition(":")
        if platform not in {"discord", "slack"} or not server or ":" in server:
            raise ValueError(f'"{name}" isn\'t known; write discord:<id> or slack:<team>')
    return names


def paths_from(text: str) -> tuple[str, ...]:
    """Read paths with a place for an id."""
    paths = names_from(text)
    for path in paths:
        if not path.startswith("/") or not ("{job_id}" in path or "{message_id}" in path):
            raise ValueError(
                f'"{path}" asks for nothing; write /path/{{job_id}} or /path/{{message_id}}'
            )
    return paths


def zone_from(name: str) -> tzinfo:
    """Read "Europe/Berlin"."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f'"{name}" is no time zone; write one such as Europe/Berlin') from None


def switch_from(text: str) -> bool:
    """Read "on" or "off"."""
    if text.lower() not in {"on", "off"}:
        raise ValueError(f'"{text}" is neither on nor off')
    return text.lower() == "on"


def address_from(text: str) -> str:
    """Check "host:port"."""
    found = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[^\s:\[\]/]+):(\d{1,5})", text)
    if not found or not 1 <= int(found[2]) <= HIGHEST_PORT:
        raise ValueError(f'"{text}" is no address; write host:port, such as 127.0.0.1:8791')
    return text


def channel_from(text: str) -> str:
    """Check "discord:<channel>", "slack:<channel>" or "console"."""
    if not re.fullmatch(r"discord:\d+|slack:[A-Z0-9]+|console", text):
        raise ValueError(
            f'"{text}" is no channel; write discord:<channel id>, slack:<channel id> or console'
        )
    return text


def url_from(text: str) -> str:
    """Check that it is a whole URL. It isn't repeated, since it may hold a password."""
    if not _is_whole(text):
        raise ValueError("this is no URL; write it whole, beginning with https:// and a host")
    return text


def database_from(text: str) -> str:
    """Check that it is a kind of database we have. It isn't repeated: it may hold a password."""
    if not text.startswith("sqlite:///") or text == "sqlite:///":
        raise ValueError(
            "only SQLite is there; write sqlite:/// and a path: sqlite:///data/busker.db"
        )
    return text


def _is_whole(text: str) -> bool:
    try:
        url = urlsplit(text)
        is_addressed = bool(url.hostname) and url.port != 0
    except ValueError:
        return False
    return url.scheme in {"http", "https", "ws", "wss"} and is_addressed and "@" not in url.netloc


HIGHEST_PORT = 65_535

Ids = Annotated[tuple[str, ...], NoDecode, BeforeValidator(ids_from)]
Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(names_from)]
Addressed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(addressed_from)]
Servers = Annotated[tuple[str, ...], NoDecode, BeforeValidator(servers_from)]
Paths = Annotated[tuple[str, ...], NoDecode, BeforeValidator(paths_from)]
OneRule = Annotated[InstanceOf[Rule], NoDecode, BeforeValidator(rule_from)]
ManyRules = Annotated[tuple[InstanceOf[Rule], ...], NoDecode, BeforeValidator(rules_from)]
Zone = Annotated[InstanceOf[tzinfo], NoDecode, BeforeValidator(zone_from)]
Switch = Annotated[bool, BeforeValidator(switch_from)]
Address = Annotated[str, BeforeValidator(address_from)]
Channel = Annotated[str, BeforeValidator(channel_from)]
Url = Annotated[str, BeforeValidator(url_from)]
Database = Annotated[str, BeforeValidator(database_from)]
Price = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Processes = Annotated[int, Field(ge=1, le=64)]
Count = Annotated[int, Field(ge=1, le=10_000)]
Seconds = Annotated[float, Field(gt=0, le=86_400)]
