"""What a document's fields mean, whatever type they came in.

The vendor's pages contradict each other on types, so numbers may be strings, ids may be numbers, anything may
be null, missing or nonsense. Nonsense is None: a field that can't be read never ends a song.
"""

import math
from typing import Any
from urllib.parse import urlsplit

from soundverse.events import Ids, LyricsSection

__all__ = [
    "FAILED",
    "SUCCEEDED",
    "identity",
    "ids",
    "is_true",
    "items",
    "lyrics",
    "number",
    "percent",
    "status",
    "text",
    "url",
    "version",
]

SUCCEEDED = frozenset({"completed", "complete", "succeeded", "success", "successful"})
FAILED = frozenset({"failed", "failure", "rejected", "error", "cancelled", "canceled", "timeout"})
"""Any other status means that it is still at work: the vendor's own list isn't complete."""

_MOST_VERSIONS = 9
_LONGEST_ID = 200


def text(value: object) -> str | None:
    """Words, without halves of characters that could never be stored; None when there are none."""
    if not isinstance(value, str):
        return None
    return value.encode("utf-8", "replace").decode().strip() or None


def number(value: object) -> float | None:
    """A finite number that isn't negative."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) and found >= 0 else None


def percent(value: object) -> int | None:
    """0 to 100."""
    found = number(value.removesuffix("%") if isinstance(value, str) else value)
    return None if found is None else min(int(found), 100)


def version(value: object) -> int | None:
    """1 or 2, and never more than one digit."""
    found = number(value)
    return int(found) if found and found in range(1, _MOST_VERSIONS + 1) else None


def url(value: object) -> str | None:
    """The address of a file that can be asked for."""
    found = text(value)
    if found is None:
        return None
    try:
        parts = urlsplit(found)
    except ValueError:
        return None
    return found if parts.scheme in ("http", "https") and parts.netloc else None


def status(value: object) -> str:
    """In lower case; empty when there is none."""
    return (text(value) or "").lower()


def is_true(value: object) -> bool:
    """True, or a string that says so."""
    return value is True or (isinstance(value, str) and value.strip().lower() == "true")


def identity(value: object) -> str | None:
    """An id: opaque, sometimes a number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = text(value)
    return found if found and len(found) <= _LONGEST_ID else None


def ids(document: dict[str, Any]) -> Ids:
    """What the generation can be asked for by."""
    return Ids(
        job_id=identity(document.get("job_id")), message_id=identity(document.get("message_id"))
    )


def items(value: object) -> list[dict[str, Any]]:
    """The objects in a list; nothing when it isn't one."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def lyrics(value: object) -> tuple[LyricsSection, ...]:
    """`lyrics_sections`: label, words and times in seconds, by each of the names they may have."""
    return tuple(_section(item) for item in items(value))


def _section(item: dict[str, Any]) -> LyricsSection:
    return LyricsSection(
        label=text(_first(item, "label", "section", "name", "type", "title")) or "",
        text=text(_first(item, "text", "lyrics", "content")) or _lines(item.get("lines")),
        start_seconds=number(_first(item, "start", "start_time", "startTime")),
        end_seconds=number(_first(item, "end", "end_time", "endTime")),
    )


def _lines(value: object) -> str:
    """Words that came line by line, each a string or an object of its own."""
    if not isinstance(value, list):
        return ""
    lines = [text(line.get("text")) if isinstance(line, dict) else text(line) for line in value]
    return "\n".join(line for line in lines if line)


def _first(item: dict[str, Any], *names: str) -> object:
    return next((item[name] for name in names if item.get(name) is not None), None)
