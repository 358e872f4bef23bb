"""What a song is about, and what it is called."""

import re
import unicodedata
from functools import cache
from typing import Final

from houseband.casting import names_players
from houseband.dice import Dice
from houseband.genres import GENRES
from houseband.moods import MOODS
from houseband.order import Order
from houseband.vocabulary import folded, vocabulary
from houseband.wishes import without_wishes

__all__ = ["slug_of", "title_from", "topic_of"]

_LONGEST: Final = 6
"""Words in a title."""

_QUOTED = re.compile(
    r"[\"“«]([^\"”»]{2,60})[\"”»]|\b(?:called|titled|named|entitled)\s+'?([^,.;'\n]{2,60})",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|on the topic of|inspired by)\s+(.+)", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|to)\s+(.+)", re.IGNORECASE)
_ENDS = re.compile(
    r"[,.;:!?()\n]|\s[-\u2013\u2014]\s|\b(?:in the style|but|that|which|while|featuring|using|like|sung)\b",
    re.IGNORECASE,
)
_SMALL = vocabulary("a an the and or but of in on at to for with from by nor as")
_POSSESSIVE = vocabulary("my our your his her their")
_STORIES = vocabulary(
    "rain friendship love summer winter autumn christmas birthday halloween goodbye farewell "
    "heartbreak victory night midnight storm adventure mystery grief beach neon space arcade pirate "
    "battle christmas wedding"
)
"""Words that set a mood or a genre and tell of something all the same."""
_NOTHING = vocabulary(
    "song songs track tune music piece beat beats instrumental anthem theme jingle melody number hit "
    "single version make me some something please create generate write play give compose a an the "
    "about with and of for in on to is that style vibe vibes mood feel feeling sound very really "
    "quite bit little kind type extended short long fast slow low high key i want would like us one "
    "two good great nice cool best new old my vocals vocal female male voice singer singing sung "
    "upbeat video game background"
)


def title_from(order: Order) -> str:
    """Name a song after what its prompt tells, or after its first words, or after its genre's places."""
    quoted = _QUOTED.search(order.prompt)
    if quoted:
        return _titled((quoted[1] or quoted[2]).strip())
    topic = topic_of(order.prompt)
    if topic and (name := _birthday_child(order.prompt)):
        return f"Happy Birthday, {_titled(name)}"
    if topic:
        return _titled(topic)
    if order.lyrics and (line := _first_words(order.lyrics)):
        return _titled(line)
    return ""


def topic_of(prompt: str) -> str:
    """Return what the prompt tells of, such as `friendship`, or nothing when it only tells how it sounds."""
    plain = without_wishes(prompt)
    for pattern, tells in ((_ABOUT, _says_something), (_FOR, _tells)):
        if match := pattern.search(plain):
            topic = _ENDS.split(match[1])[0].strip(" -'\"")
            if tells(topic):
                return topic
    return " ".join(word for word in _ENDS.split(plain)[0].split() if _tells(word))


def stock_title(genre: str, seed: int) -> str:
    """Name a song that tells no story."""
    return Dice(seed, "title").pick(GENRES[genre].titles)


def slug_of(title: str) -> str:
    """Spell a title in those letters that every file system takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower().replace("'", "")).strip("_")[:60] or "song"


def _titled(words: str) -> str:
    """Write words as a title: small words small, at most `_LONGEST` of them, no article first."""
    kept = words.split()[:_LONGEST]
    while len(kept) > 1 and (kept[0].lower() in {"a", "an"} or kept[-1].lower() in _SMALL):
        kept = kept[1:] if kept[0].lower() in {"a", "an"} else kept[:-1]
    return " ".join(
        word.lower() if place and word.lower() in _SMALL else word[:1].upper() + word[1:]
        for place, word in enumerate(kept)
    ).strip(" ,.;:-\"'")


def _says_something(topic: str) -> bool:
    return any(word not in _NOTHING | _POSSESSIVE for word in _words(topic))


def _tells(topic: str) -> bool:
    """Whether anything is left that isn't about how it sounds."""
    return any(word not in _sounds() and not names_players(word) for word in _words(topic))


@cache
def _sounds() -> frozenset[str]:
    genres = " ".join(folded(word) for genre in GENRES.values() for word in genre.words).split()
    return (_NOTHING | _POSSESSIVE | set(MOODS) | set(genres)) - _STORIES


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", folded(text))


def _birthday_child(prompt: str) -> str:
    match = re.search(r"birthday.*\bfor\s+(?:my\s+\w+\s+)?([A-Z][\w'-]+)", prompt)
    return match[1] if match else ""


def _first_words(lyrics: str) -> str:
    lines = (re.sub(r"^\s*[\[(].*?[\])]\s*", "", line) for line in lyrics.splitlines())
    first = next((line for line in lines if re.search(r"\w", line)), "")
    return re.split(r"[,.;:!?]", first)[0].strip()
