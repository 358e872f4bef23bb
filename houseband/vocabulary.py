"""Lists of words, how they are found in what people write, and the songbook: what the band knows, as text."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

__all__ = ["Finder", "folded", "songbook", "vocabulary"]


def vocabulary(text: str) -> frozenset[str]:
    """Read a set of words from running text."""
    return frozenset(text.split())


def songbook(name: str) -> dict[str, Any]:
    """Read one of the songbook's files, such as `genres`."""
    return tomllib.loads((files("houseband") / "songbook" / f"{name}.toml").read_text("utf-8"))


def folded(text: str) -> str:
    """Spell a text in small letters without accents, so that `Música` and `musica` are the same."""
    letters = unicodedata.normalize("NFKD", text).translate(_ACCENTS)
    return unicodedata.normalize("NFC", letters).casefold().replace("\u2019", "'")


_ACCENTS = dict.fromkeys(range(0x300, 0x370))
"""Accents that stand beside letters of the Latin, Greek and Cyrillic scripts; not those of kana."""


class Finder:
    """Finds words and phrases in folded texts, the longest first: in `hard rock` there is no `rock`."""

    def __init__(self, words: Iterable[str]) -> None:
        """Know these words, however they are spelt."""
        known = sorted({folded(word) for word in words}, key=lambda word: (-len(word), word))
        apart = [re.escape(word) for word in known if not _RUNS_ON.search(word)]
        running = [re.escape(word) for word in known if _RUNS_ON.search(word)]
        choices = [rf"(?<!\w)(?:{'|'.join(apart)})(?!\w)"] * bool(apart) + running
        self._pattern = re.compile("|".join(choices) or r"(?!)")

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Find all in a folded text, in their order."""
        return self._pattern.finditer(text)

    def first_in(self, text: str) -> re.Match[str] | None:
        """Find the first in a folded text, if there is any."""
        return self._pattern.search(text)


_RUNS_ON = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Japanese has no spaces: there a word may end anywhere."""
