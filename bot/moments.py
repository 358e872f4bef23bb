"""Moments in sentences: each carries the instant beside its words, so that a platform can show its own.

They stand between control characters, of which checked options are cleaned, so that nobody types one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Moment", "Shown", "told", "worded", "written"]

BEGIN, BETWEEN, END = "\x02", "\x1f", "\x03"
SPAN = re.compile(f"{BEGIN}([sfd])(\\d{{1,12}}){BETWEEN}([^{BEGIN}{BETWEEN}{END}]*){END}")
STRAY = re.compile(f"[{BEGIN}{BETWEEN}{END}]")


class Shown(StrEnum):
    """How a moment stands in its sentence."""

    SOON = "s"
    """By how long it is until then: "in 3 h"."""
    FAR = "f"
    """The same, and so far away that the date helps."""
    DATE = "d"
    """By date and time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An instant in a sentence, and what is said where a platform has no form of its own for it."""

    seconds: int
    """Since 1970."""
    shown: Shown
    words: str


def written(at: datetime, shown: Shown, words: str) -> str:
    """For a sentence."""
    return f"{BEGIN}{shown}{max(0, int(at.timestamp()))}{BETWEEN}{words}{END}"


def told(text: str, say: Callable[[Moment], str], rest: Callable[[str], str]) -> str:
    """The text with each moment as `say` has it, and all that stands around them as `rest` has it."""
    parts: list[str] = []
    end = 0
    for found in SPAN.finditer(text):
        shown, seconds, words = found.groups()
        moment = Moment(seconds=int(seconds), shown=Shown(shown), words=words)
        parts += [rest(text[end : found.start()]), say(moment)]
        end = found.end()
    return "".join([*parts, rest(text[end:])])


def worded(text: str) -> str:
    """The text in words alone, as terminals, logs and files have it."""
    return told(text, lambda moment: moment.words, lambda rest: STRAY.sub("", rest))
