"""What Slack answers when it refuses, by its own words.

https://docs.slack.dev/reference/methods: each method lists its errors.
"""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Refused(Exception):
    """Said with status 200, as nearly everything is."""

    error: str
    more: Json = field(default_factory=dict)

    def body(self) -> Json:
        return {"ok": False, "error": self.error} | self.more


@dataclass
class Misshapen(Exception):
    """Blocks or a view that Slack doesn't take; `pointer` says where, as in `/blocks/0/text`."""

    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.message} [json-pointer:{self.pointer}]"


def invalid_blocks(fault: Misshapen) -> Refused:
    """Of a message."""
    return Refused("invalid_blocks", {"errors": [str(fault)]} | _metadata(str(fault)))


def invalid_arguments(fault: Misshapen | str) -> Refused:
    """Of a view, or of a call as a whole."""
    return Refused("invalid_arguments", _metadata(str(fault)))


def missing_scope(needed: str, provided: set[str]) -> Refused:
    return Refused(
        "missing_scope", {"needed": needed, "provided": ",".join(sorted(provided)) or "none"}
    )


def not_found(what: str) -> Refused:
    """`channel`, `message`, `user`, `file`, `thread`."""
    return Refused(f"{what}_not_found")


def _metadata(message: str) -> Json:
    return {"response_metadata": {"messages": [f"[ERROR] {message}"]}}
