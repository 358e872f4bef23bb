"""What admins set for a server and its channels, besides rules of number. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Ground", "Sound", "first_banned", "folded"]

ACCENTS_FROM = 200
"""Combining classes from here on are accents; those below belong to a letter of some other script."""

PLAIN = re.compile(r"[^a-z0-9]+")

UNSPACED = ("THAI", "LAO", "KHMER", "MYANMAR", "CJK", "HIRAGANA", "KATAKANA")
"""Scripts that write no spaces between words: each of their letters is taken for a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """How a channel's jingles sound, and what nobody may ask for in it."""

    style: str = ""
    tags: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What holds in one channel."""

    is_open: bool = True
    """Songs may be asked for in it. Once a channel of a server is allowed, the others are not."""
    banned: tuple[str, ...] = ()
    """The words of the server, and of the channel's sound."""


def first_banned(texts: Iterable[str], banned: Iterable[str]) -> str | None:
    """The first of the words that stands in one of the texts: whole, in any case, with any accents."""
    needles = {word: _needle(word) for word in banned}
    haystacks = [f" {folded(text)} " for text in texts] if needles else []
    for word, needle in needles.items():
        if needle.strip() and any(needle in haystack for haystack in haystacks):
            return word
    return None


def folded(text: str) -> str:
    """Its words with one space between, without case, accents, signs or what can't be seen."""
    if text.isascii():  # most are, and lyrics are long
        return PLAIN.sub(" ", text.casefold()).strip()
    return " ".join("".join(_letters(text)).split())


@lru_cache(maxsize=10_000)
def _needle(word: str) -> str:
    """Admins' words are looked for again and again."""
    return f" {folded(word)} "


def _letters(text: str) -> Iterator[str]:
    for each in unicodedata.normalize("NFKD", text.casefold()):
        category = unicodedata.category(each)
        if category == "Cf" or unicodedata.combining(each) >= ACCENTS_FROM:
            continue
        if category[0] not in "LNM":
            yield " "
        elif not each.isascii() and unicodedata.name(each, "").startswith(UNSPACED):
            yield f" {each} "
        else:
            yield each
