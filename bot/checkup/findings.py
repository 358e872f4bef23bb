"""What a check-up finds: one sentence each, and where something is wrong, the mend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import east_asian_width

from bot.words import Words

__all__ = ["Finding", "Mark", "lines_for", "note", "ok", "wrong"]


class Mark(StrEnum):
    """How it stands with one thing."""

    OK = "ok"
    NOTE = "note"
    """Nothing is wrong, and the operator may want to know it."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the check-up."""

    mark: Mark
    sentence: str
    mend: str = ""


def ok(sentence: str) -> Finding:
    """All is well with it."""
    return Finding(mark=Mark.OK, sentence=sentence)


def note(sentence: str) -> Finding:
    """It may stay so."""
    return Finding(mark=Mark.NOTE, sentence=sentence)


def wrong(sentence: str, mend: str) -> Finding:
    """It keeps songs from being made; `mend` says what helps."""
    return Finding(mark=Mark.WRONG, sentence=sentence, mend=mend)


def lines_for(findings: Sequence[Finding], words: Words) -> Iterator[str]:
    """The findings as lines in two columns; a mend stands below what it mends."""
    marks = {
        Mark.OK: words.say("doctor-ok"),
        Mark.NOTE: words.say("doctor-note"),
        Mark.WRONG: words.say("doctor-wrong"),
    }
    width = max(map(_columns, marks.values())) + 2
    for finding in findings:
        mark = marks[finding.mark]
        yield f"{mark}{' ' * (width - _columns(mark))}{finding.sentence}"
        if finding.mend:
            yield f"{'':{width}}{finding.mend}"


def _columns(text: str) -> int:
    """How many places it takes in a terminal: Japanese letters take two."""
    return sum(1 + (east_asian_width(each) in "WF") for each in text)
