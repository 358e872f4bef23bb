"""Mood words, as three numbers each: how glad, how lively and how bright (-1 to 1)."""

import re
from dataclasses import dataclass
from math import sqrt
from typing import Final

from houseband.vocabulary import Finder, folded, songbook

__all__ = ["MOODS", "Mood", "mood_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How something feels, each from -1 to 1."""

    glad: float = 0.0
    lively: float = 0.0
    bright: float = 0.0
    """How much light its sound has: -1 is muffled and deep, 1 brilliant and high."""


def _moods() -> dict[str, Mood]:
    """Read the book: a word or a phrase, then its three numbers in tenths."""
    moods = {}
    for line in songbook("moods").values():
        for entry in line.replace("\n", " ").split(","):
            *words, glad, lively, bright = entry.split()
            moods[folded(" ".join(words))] = Mood(
                glad=int(glad) / 10, lively=int(lively) / 10, bright=int(bright) / 10
            )
    return moods


MOODS: Final = _moods()
_FINDER = Finder(MOODS)
_NEGATION = re.compile(
    r"(?:\b(?:not?|never|isn't|without|nicht|keine?n?|ohne|pas(?: de)?|sans|sin|sem|nao)"
    r"(?:\s+(?:too|so|very|that|zu|so|trop|muy|tan|muito|tao))?|n't)\s+$"
)
_DEGREE = re.compile(
    r"\b(?:(very|really|super|extremely|so|sehr|total|tres|muy|muito|mega|ultra|とても)"
    r"|(a bit|slightly|a little|kinda|somewhat|etwas|leicht|un peu|un poco|um pouco))\s*$"
)


def mood_of(text: str) -> Mood:
    """Return how a text sounds; "not sad" turns the word round, "very sad" and "a bit sad" weigh it."""
    plain = folded(text)
    found = [
        (MOODS[match[0]], _weight(plain[max(match.start() - 30, 0) : match.start()]))
        for match in _FINDER.found_in(plain)
    ]
    return Mood(
        glad=_together([mood.glad * weight for mood, weight in found]),
        lively=_together([mood.lively * weight for mood, weight in found]),
        bright=_together([mood.bright * weight for mood, weight in found]),
    )


def _weight(before: str) -> float:
    if _NEGATION.search(before):
        return -0.5
    degree = _DEGREE.search(before)
    return 1.0 if degree is None else 1.4 if degree[1] else 0.6


def _together(values: list[float]) -> float:
    """Add up what is said, so that saying the same twice isn't twice as much."""
    said = [value for value in values if value]
    return min(max(sum(said) / sqrt(max(len(said), 1)), -1.0), 1.0)
