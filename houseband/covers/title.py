"""How a title stands in its box: as large as can be, in one to three lines, and never beyond."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

import font_hanken_grotesk
from PIL import ImageFont

__all__ = ["Box", "Layout", "Line", "font", "laid_out", "readable"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""


class Line(NamedTuple):
    """Words, and the place of their first letter's foot."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A title as it will be drawn, in pixels."""

    size: int
    """Of the letters."""
    lines: tuple[Line, ...]


@lru_cache(maxsize=64)
def font(size: int, style: str = "Bold") -> ImageFont.FreeTypeFont:
    """Return the letters of Hanken Grotesk at a size in pixels."""
    path = font_hanken_grotesk.font_files_otf[f"HankenGrotesk{style}"]
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def readable(title: str) -> str:
    """Return the title as our letters can write it: nothing, when a letter of it is missing.

    Signs that are missing, such as emoji, are left out: the name reads well without them.
    """
    composed = unicodedata.normalize("NFC", title)
    if any(
        _is_missing(character) and unicodedata.category(character)[0] in "LNM"
        for character in composed
    ):
        return ""
    return " ".join(
        "".join(" " if _is_missing(character) else character for character in composed).split()
    )


def laid_out(
    title: str, box: Box, *, largest: int, smallest: int, low: bool = False
) -> Layout | None:
    """Break a readable title into lines and choose their size. What is too long loses its end.

    It stands at the top of the box, or with `low` at its bottom. None when there is nothing to
    write. Sizes are in pixels.
    """
    for words in _shorter_and_shorter(title.split()):
        size, lines = _largest(words, box, largest)
        while size >= smallest and _widest(lines, size) > box[2] - box[0]:
            size -= 1  # letters are rounded to whole pixels, which tells at small sizes
        if size >= smallest:
            return _placed(lines, box, size, low=low)
    return None


_MEASURED = 200
"""The size in pixels at which widths are measured."""
_CAPITAL, _LEADING, _BELOW = 0.72, 1.06, 0.28
"""From a line's foot: a capital's top, the next line, its lowest tail, as shares of the size."""
_LINES = 3
_MOST_WORDS, _MOST_LETTERS = 24, 200


@lru_cache(maxsize=4096)
def _is_missing(character: str) -> bool:
    """Tell whether the font would draw its empty box."""
    letters = font(32)
    return not character.isspace() and _drawn(letters, character) == _drawn(letters, "\uffff")


def _drawn(letters: ImageFont.FreeTypeFont, character: str) -> tuple[tuple[int, int], bytes]:
    mask = letters.getmask(character)
    return mask.size, bytes(mask)


def _shorter_and_shorter(words: list[str]) -> Iterator[Sequence[str]]:
    """Yield the title whole, then without its last words, then without its first word's last letters."""
    if not words:
        return
    words = [word[:_MOST_LETTERS] for word in words]
    if len(words) <= _MOST_WORDS:
        yield words
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        yield [*words[: count - 1], f"{words[count - 1].rstrip('.,;:!?-')}…"]
    for length in range(len(words[0]) - 1, 0, -1):
        yield [f"{words[0][:length]}…"]


def _largest(words: Sequence[str], box: Box, largest: int) -> tuple[int, list[str]]:
    """Return the size at which the best of all breaks fits, and its lines: few and even ones if need be."""
    left, top, right, bottom = box
    letters = font(_MEASURED)
    widths, space = [letters.getlength(word) for word in words], letters.getlength(" ")
    choices = []
    for count in range(1, min(_LINES, len(words)) + 1):
        height = _above(words) + (count - 1) * _LEADING + _BELOW
        for breaks in combinations(range(1, len(words)), count - 1):
            parts = list(pairwise((0, *breaks, len(words))))
            widest = max(sum(widths[a:b]) + space * (b - a - 1) for a, b in parts) * 1.01
            size = int(min(largest, (bottom - top) / height, _MEASURED * (right - left) / widest))
            choices.append((size, -count, -widest, parts))
    size, *_, parts = max(choices)
    return size, [" ".join(words[a:b]) for a, b in parts]


def _above(words: Sequence[str]) -> float:
    """Return how high the highest letter stands, accents and all, as a share of the size."""
    return max(
        _CAPITAL, 0.015 - font(_MEASURED).getbbox(" ".join(words), anchor="ls")[1] / _MEASURED
    )


def _widest(lines: Sequence[str], size: int) -> float:
    """Return how wide the ink of the widest line is."""
    boxes = [font(size).getbbox(line, anchor="ls") for line in lines]
    return max(right - left for left, _, right, _ in boxes)


def _placed(lines: Sequence[str], box: Box, size: int, *, low: bool) -> Layout:
    """Let the ink of every line, not its first letter's margin, begin at the left edge."""
    left, top, _, bottom = box
    above = _above(lines)
    height = size * (above + (len(lines) - 1) * _LEADING + _BELOW)
    foot = (bottom - height if low else top) + size * above
    placed = []
    for number, words in enumerate(lines):
        margin = font(size).getbbox(words, anchor="ls")[0]
        placed.append(Line(left - margin, foot + size * _LEADING * number, words))
    return Layout(size=size, lines=tuple(placed))
