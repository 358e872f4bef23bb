"""How the text of one setting becomes a value; each refusal is a sentence that says the right form."""

from datetime import tzinfo
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, InstanceOf
from pydantic_settings import NoDecode

from bot.quotas import Rule, rule_from, rules_from

__all__ = [
    "Address",
    "Count",
    "Database",
    "ManyRules",
    "Names",
    "OneRule",
    "Seconds",
    "Servers",
    "Switch",
    "Url",
    "Zone",
]


def names_from(text: str) -> tuple[str, ...]:
    """Read "a, b"; an empty text is no name at all."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def servers_from(text: str) -> tuple[str, ...]:
    """Read "discord:<id>,slack:<team>:<id>"."""
    names = names_from(text)
    for name in names:
        parts = name.split(":")
        if {"discord": 2, "slack": 3}.get(parts[0]) != len(parts) or not all(parts):
            raise ValueError(f'"{name}" is no server; write discord:<id> or slack:<team>:<id>')
    return names


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
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > HIGHEST_PORT:
        raise ValueError(f'"{text}" is no address; write host:port, such as 127.0.0.1:8791')
    return text


def url_from(text: str) -> str:
    """Check that it is a whole URL."""
    if not text.startswith(("http://", "https://", "ws://", "wss://")):
        raise ValueError(f'"{text}" is no URL; write it whole, beginning with https://')
    return text


def database_from(text: str) -> str:
    """Check that it is a kind of database we have."""
    if not text.startswith("sqlite:///") or text == "sqlite:///":
        raise ValueError(
            f'"{text}" can\'t be used; write sqlite:/// and a path: sqlite:///data/busker.db'
        )
    return text


HIGHEST_PORT = 65_535

Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(names_from)]
Servers = Annotated[tuple[str, ...], NoDecode, BeforeValidator(servers_from)]
OneRule = Annotated[InstanceOf[Rule], NoDecode, BeforeValidator(rule_from)]
ManyRules = Annotated[tuple[InstanceOf[Rule], ...], NoDecode, BeforeValidator(rules_from)]
Zone = Annotated[InstanceOf[tzinfo], NoDecode, BeforeValidator(zone_from)]
Switch = Annotated[bool, BeforeValidator(switch_from)]
Address = Annotated[str, BeforeValidator(address_from)]
Url = Annotated[str, BeforeValidator(url_from)]
Database = Annotated[str, BeforeValidator(database_from)]
Count = Annotated[int, Field(ge=1, le=10_000)]
Seconds = Annotated[float, Field(gt=0, le=86_400)]
