"""How a title stands in its box: as large as can be, in one to five lines, and never beyond."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import font_hanken_grotesk
import font_source_sans_pro
from PIL import ImageFont

__all__ = ["Box", "Layout", "Line", "Wording", "font", "laid_out", "readable"]

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

    face: str
    """The letters' file."""
    size: int
    """Of the letters."""
    lines: tuple[Line, ...]

    def box(self, line: Line) -> Box:
        """Return where the ink of one of its lines lies."""
        left, top, right, bottom = font(self.face, self.size).getbbox(line.words, anchor="ls")
        return line.x + left, line.y + top, line.x + right, line.y + bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A title as one of our fonts can write it."""

    words: str
    face: str


@lru_cache(maxsize=64)
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """Return the letters of a file at a size in pixels."""
    return ImageFont.truetype(face, size, layout_engine=ImageFont.Layout.BASIC)


def readable(title: str, weight: str = "Bold") -> Wording | None:
    """Return the title and the font that has its letters. None when no font has all of them.

    A name is written whole or not at all: half of "Любовь и 愛" would be another name. But signs
    that are missing, such as emoji, are left out: the name reads well without them.
    """
    composed = _plain(unicodedata.normalize("NFC", title))
    lacks = {
        face: {character for character in composed if _is_missing(face, character)}
        for face in _FACES[weight]
    }
    face = min(lacks, key=lambda face: (_has_letters(lacks[face]), len(lacks[face])))
    words = "".join(" " if letter in lacks[face] else letter for letter in composed)
    if lacks[face]:
        words = words.strip(_JOINTS)
    if _has_letters(lacks[face]) or (lacks[face] and not _has_letters(words)) or not words.strip():
        return None
    return Wording(words=" ".join(words.split()), face=face)


def laid_out(
    title: Wording, box: Box, *, largest: int, smallest: int, low: bool = False
) -> Layout | None:
    """Break a title into lines and choose their size. What is too long loses its end.

    It stands at the top of the box, or with `low` at its bottom. None when nothing would fit.
    Sizes are in pixels.
    """
    face = title.face
    for words in _shorter_and_shorter(title.words.split()):
        size, lines = _largest(face, words, box, largest)
        while size >= smallest and _widest(face, lines, size) > box[2] - box[0]:
            size -= 1  # letters are rounded to whole pixels, which tells at small sizes
        if size >= smallest:
            return _placed(face, lines, box, size, low=low)
    return None


_MEASURED = 200
"""The size in pixels at which widths are measured."""
_CAPITAL, _LEADING, _BELOW = 0.72, 1.06, 0.28
"""From a line's foot: a capital's top, the next line, its lowest tail, as shares of the size."""
_LINES = 5
_MOST_WORDS, _MOST_LETTERS = 32, 200
_LONG_WORD = 20
_BREAK = "\u00ad"
"""Ends a part of a word that was divided; the soft hyphen, which no readable title contains."""
_VOWELS = "aeiouyæøœаеиоуыэюяєіїαεηιουω"  # noqa: RUF001  # of three alphabets


_FACES = {
    weight: (
        font_hanken_grotesk.font_files_otf[f"HankenGrotesk{weight}"],
        font_source_sans_pro.font_files_otf[f"SourceSansPro{like}"],
    )
    for weight, like in (("Bold", "Bold"), ("Medium", "Semibold"))
}
"""The fonts of each weight, best first. The second has Vietnamese, Cyrillic and Greek besides."""
_JOINTS = " &+-–—|/,:;·•~"  # noqa: RUF001
"""What may stand about a sign that is left out, and mustn't be left alone."""


def _plain(title: str) -> str:
    """Leave out what isn't drawn but tells others how to be: joiners, directions, emoji's variants."""
    return "".join(
        character
        for character in title
        if unicodedata.category(character) not in {"Cf", "Me"}
        and not unicodedata.name(character, "").startswith("VARIATION SELECTOR")
    )


def _has_letters(characters: Iterable[str]) -> bool:
    """Tell whether there is a letter, a number or an accent among them."""
    return any(unicodedata.category(character)[0] in "LNM" for character in characters)


@lru_cache(maxsize=4096)
def _is_missing(face: str, character: str) -> bool:
    """Tell whether the font would draw its empty box."""
    letters = font(face, 32)
    return not character.isspace() and _drawn(letters, character) == _drawn(letters, "\uffff")


def _drawn(letters: ImageFont.FreeTypeFont, character: str) -> tuple[tuple[int, int], bytes]:
    mask = letters.getmask(character)
    return mask.size, bytes(mask)


def _shorter_and_shorter(words: list[str]) -> Iterator[Sequence[str]]:
    """Yield the title whole, then without its last words, then without its first word's last letters."""
    if not words:
        return
    words = [part for word in words for part in _parts(word[:_MOST_LETTERS])]
    if len(words) <= _MOST_WORDS:
        yield words
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        yield [*words[: count - 1], f"{words[count - 1].rstrip(f'.,;:!?-{_BREAK}')}…"]
    for length in range(len(words[0]) - 1, 0, -1):
        yield [f"{words[0][:length]}…"]


def _parts(word: str) -> list[str]:
    """Divide a very long word evenly, before a consonant that a vowel follows where there is one."""
    if len(word) <= _LONG_WORD:
        return [word]
    middle = len(word) / -(-len(word) // _LONG_WORD)
    near = sorted(range(4, len(word) - 3), key=lambda place: abs(place - middle))[:9]
    at = next((place for place in near if _begins_syllable(word, place)), near[0])
    return [f"{word[:at]}{_BREAK}", *_parts(word[at:])]


def _begins_syllable(word: str, place: int) -> bool:
    first, second = (
        unicodedata.normalize("NFD", letter)[0].lower() for letter in word[place : place + 2]
    )
    return first not in {*_VOWELS, "h"} and second in _VOWELS


def _largest(face: str, words: Sequence[str], box: Box, largest: int) -> tuple[int, list[str]]:
    """Return the size at which the best of all breaks fits, and its lines: few and even ones if need be."""
    left, top, right, bottom = box
    letters = font(face, _MEASURED)
    widths = [letters.getlength(word.replace(_BREAK, "-")) for word in words]
    space = letters.getlength(" ")
    choices = []
    for count in range(1, min(_LINES, len(words)) + 1):
        height = _above(face, words) + (count - 1) * _LEADING + _BELOW
        lines = _evenly(widths, space, count)
        widest = max(sum(widths[a:b]) + space * (b - a - 1) for a, b in lines) * 1.01
        size = int(min(largest, (bottom - top) / height, _MEASURED * (right - left) / widest))
        choices.append((size, -count, lines))
    size, _, lines = max(choices)
    return size, [_joined(words[a:b]) for a, b in lines]


def _joined(words: Sequence[str]) -> str:
    """Write a line: what was divided gets its hyphen only at the end."""
    return " ".join(words).replace(f"{_BREAK} ", "").replace(_BREAK, "-")


def _evenly(widths: Sequence[float], space: float, count: int) -> list[tuple[int, int]]:
    """Break words into at most so many lines, so that the widest is as narrow as can be."""
    narrow, wide = max(widths), sum(widths) + space * len(widths)
    lines = _filled(widths, space, wide)
    for _ in range(14):
        middle = (narrow + wide) / 2
        attempt = _filled(widths, space, middle)
        if len(attempt) <= count:
            wide, lines = middle, attempt
        else:
            narrow = middle
    return lines


def _filled(widths: Sequence[float], space: float, limit: float) -> list[tuple[int, int]]:
    """Fill line after line; a line has at least one word."""
    lines, start, used = [], 0, widths[0]
    for place in range(1, len(widths)):
        used += space + widths[place]
        if used > limit:
            lines.append((start, place))
            start, used = place, widths[place]
    return [*lines, (start, len(widths))]


def _above(face: str, words: Sequence[str]) -> float:
    """Return how high the highest letter stands, accents and all, as a share of the size."""
    return max(
        _CAPITAL, 0.015 - font(face, _MEASURED).getbbox(" ".join(words), anchor="ls")[1] / _MEASURED
    )


def _widest(face: str, lines: Sequence[str], size: int) -> float:
    """Return how wide the ink of the widest line is."""
    boxes = [font(face, size).getbbox(line, anchor="ls") for line in lines]
    return max(right - left for left, _, right, _ in boxes)


def _placed(face: str, lines: Sequence[str], box: Box, size: int, *, low: bool) -> Layout:
    """Let the ink of every line, not its first letter's margin, begin at the left edge."""
    left, top, _, bottom = box
    above = _above(face, lines)
    height = size * (above + (len(lines) - 1) * _LEADING + _BELOW)
    foot = (bottom - height if low else top) + size * above
    placed = []
    for number, words in enumerate(lines):
        margin = font(face, size).getbbox(words, anchor="ls")[0]
        placed.append(Line(left - margin, foot + size * _LEADING * number, words))
    return Layout(face=face, size=size, lines=tuple(placed))
