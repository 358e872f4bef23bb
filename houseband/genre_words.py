"""Which genre a prompt asks for: words are weighed, in several languages, by where they stand."""

import re
from collections import Counter
from functools import cache

from houseband.genres import GENRES
from houseband.vocabulary import Finder, folded, songbook

__all__ = ["SAYINGS", "genre_weights", "topics_masked"]

SAYINGS = frozenset(
    folded(" ".join(saying.split())) for saying in songbook("sayings")["sayings"].split(",")
)
"""Phrases in which words don't mean what they would mean alone."""


def genre_weights(text: str) -> Counter[str]:
    """Say how strongly a text speaks for each genre, and against it, as in "no techno".

    What a song is about hardly counts: one about rock climbing is no rock.
    """
    plain = folded(text)
    masked = topics_masked(plain)
    weights: Counter[str] = Counter()
    for match in _finder().found_in(plain):
        turn = -1 if _NEGATION.search(plain, max(match.start() - _NEAR, 0), match.start()) else 1
        is_topic = masked[match.start() : match.end()] != match[0]
        for genre, weight in _meanings().get(match[0], ()):
            if not is_topic or weight >= _UNMISTAKABLE:
                weights[genre] += turn * weight
    return weights


def topics_masked(plain: str) -> str:
    """Blank out what a song is about, in a folded text; "about rain in reggae style" ends with the rain."""
    return _ABOUT.sub(lambda match: match[1] + " " * len(match[2]), plain)


_NEAR = 40
"""Letters before a word in which its negation may stand."""
_UNMISTAKABLE = 7
"""From this weight on a word names a genre wherever it stands."""
_ABOUT = re.compile(
    r"(\b(?:about|on the topic of|inspired by|called|titled|named|uber|handelt von|sur|a propos d[eu]"
    r"|sobre|acerca de)\s)"
    r"(.+?)(?=[,.;:!?()\n\"]|\s[-\u2013\u2014]\s|$"
    r"|\s(?:in (?:the|a) style|in [a-z-]+ style|style|im stil|au style|al estilo|no estilo|estilo"
    r"|as an?|but|with|featuring|mit|avec|con|com)\b"
    r"|\s(?:[a-z-]+\s)?(?:style|vibes?|beat)\b)"
)
_NEGATION = re.compile(
    r"(?:\b(?:not?|non|never|without|nothing like|anything but|instead of|rather than|isn't|don't want"
    r"|nicht|keine?n?|kein|ohne|statt|pas(?: de| du)?|sans|sin|nada de|sem|nao)"
    r"\s+(?:(?:an?|the|any|more|too|so|very|that|like|real|typical|zu|so|de|du|trop|muy|muito)\s+)*)$"
)


@cache
def _meanings() -> dict[str, list[tuple[str, int]]]:
    meanings: dict[str, list[tuple[str, int]]] = {}
    for genre in GENRES.values():
        for word, weight in {**genre.words, genre.name: _UNMISTAKABLE}.items():
            meanings.setdefault(folded(word), []).append(
                (genre.name, genre.words.get(word, weight))
            )
    return meanings


@cache
def _finder() -> Finder:
    return Finder(_meanings().keys() | SAYINGS)
