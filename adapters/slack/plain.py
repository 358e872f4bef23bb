"""Text as it is meant: what people wrote formats nothing, links nothing else, and calls nobody.

Slack's markup has no way to write its own signs literally, so lines are rich text, whose parts say what
they are; the rest is plain text, which is literal too. Only notifications are markup, and they are escaped.

Sources: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block and
https://docs.slack.dev/messaging/formatting-message-text
"""

import re
from collections.abc import Iterator
from typing import Any

from bot.moments import Moment, Shown, told, worded

__all__ = ["Json", "cleaned", "cut", "escaped", "named", "named_in", "spans"]

Json = dict[str, Any]

UNWANTED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")

PARTS = re.compile(
    r"""
      (?P<name><(?P<sign>[@#])(?P<id>[A-Z0-9]+)>)
    | (?P<address>https?://[^\s<>|]+[^\s<>|.,:;!?"'()\[\]])
    """,
    re.VERBOSE,
)
NAME = re.compile(r"<[@#][A-Z0-9]+>")
ESCAPED_NAME = re.compile(r"&lt;([@#][A-Z0-9]+)&gt;")

MOST_ADDRESS = 3000

FORMATS = {
    Shown.SOON: "{date_short_pretty} {time}",
    Shown.FAR: "{date_long_pretty} {time}",
    Shown.DATE: "{date_short_pretty} {time}",
}
"""Slack has no form that counts down, so what is near is told by its time."""

SPAN = re.compile("\x02(\\d+)\x03")


def cleaned(text: str) -> str:
    """In words, without what no text field takes."""
    return UNWANTED.sub("", worded(text))


def escaped(text: str) -> str:
    """For fields that are markup: nothing in it calls anybody, or hides where a link leads."""
    return cleaned(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cut(text: str, most: int) -> str:
    """In at most so many characters, as Slack counts them; where something is missing, it says so."""
    coded = text.encode("utf-16-le")
    if len(coded) <= 2 * most:
        return text
    return coded[: 2 * (most - 1)].decode("utf-16-le", "ignore").rstrip() + "…"


def named(text: str) -> str:
    """Escaped text in which people and channels are named by their ids again."""
    return ESCAPED_NAME.sub(r"<\1>", text)


def named_in(text: str) -> bool:
    """Whether somebody, or a channel, is named by an id."""
    return bool(NAME.search(text))


def spans(text: str, *, names: bool = False) -> Iterator[Json]:
    """The parts of rich text that say the same.

    `names`: ids in angle brackets are shown as names, which calls people wherever others read it.
    """
    moments: list[Moment] = []

    def kept(moment: Moment) -> str:
        moments.append(moment)
        return f"\x02{len(moments) - 1}\x03"

    marked = told(text, kept, lambda rest: UNWANTED.sub("", rest))
    end = 0
    for found in SPAN.finditer(marked):
        yield from _literal(marked[end : found.start()], names=names)
        yield _date(moments[int(found[1])])
        end = found.end()
    yield from _literal(marked[end:], names=names)


def _literal(text: str, *, names: bool) -> Iterator[Json]:
    end = 0
    for found in PARTS.finditer(text):
        part = _part(found, names=names)
        if part is None:
            continue
        if found.start() > end:
            yield {"type": "text", "text": text[end : found.start()]}
        yield part
        end = found.end()
    if end < len(text):
        yield {"type": "text", "text": text[end:]}


def _part(found: re.Match[str], *, names: bool) -> Json | None:
    if found["address"]:
        return {"type": "link", "url": found[0]} if len(found[0]) <= MOST_ADDRESS else None
    if not names:
        return None
    if found["sign"] == "@":
        return {"type": "user", "user_id": found["id"]}
    return {"type": "channel", "channel_id": found["id"]}


def _date(moment: Moment) -> Json:
    """In the reader's own language and zone."""
    return {
        "type": "date",
        "timestamp": moment.seconds,
        "format": FORMATS[moment.shown],
        "fallback": cleaned(moment.words) or "…",
    }
