"""Words to be set to music: stanzas, lines and syllables."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from houseband.vocabulary import vocabulary

__all__ = ["Line", "Stanza", "Syllable", "line_from", "stanzas_from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Syllable:
    """What is sung on one note."""

    text: str
    stressed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is sung in one breath."""

    text: str
    syllables: tuple[Syllable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stanza:
    """Lines that belong to one section of the song. `kind` is one of those in `form`."""

    kind: str
    label: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The words as people read them."""
        return "\n".join(line.text for line in self.lines)


def stanzas_from(lyrics: str) -> tuple[Stanza, ...]:
    """Read lyrics: sections begin at tags such as `[Verse 1]` or after blank lines.

    Untagged stanzas become verses and choruses in turn; one that comes back is the chorus.
    """
    blocks = _blocks(lyrics)
    texts = [" ".join(lines).lower() for _, lines in blocks]
    stanzas: list[Stanza] = []
    untagged = 0
    for (tag, lines), text in zip(blocks, texts, strict=True):
        kind = _kind_of(tag) if tag else _guess(untagged, text, texts)
        untagged += not tag
        label = tag.title() if tag else kind.title()
        pieces = [piece for line in lines for piece in _breaths(line)]
        stanzas.append(
            Stanza(kind=kind, label=label, lines=tuple(line_from(piece) for piece in pieces))
        )
    return tuple(_numbered(stanzas))


def line_from(text: str) -> Line:
    """Take a line apart into its syllables."""
    words = re.findall(r"[^\W_]+(?:['\u2019][^\W_]+)*", text)
    return Line(
        text=text, syllables=tuple(syllable for word in words for syllable in _syllables(word))
    )


_TAG = re.compile(r"^\s*[\[(]\s*([^\])]{2,40}?)\s*[\])]\s*:?\s*(.*)$")
_BARE_TAG = re.compile(
    r"^\s*((?:verse|chorus|bridge|pre-?chorus|intro|outro|hook|refrain)(?:\s*\d+)?)\s*:\s*$",
    re.IGNORECASE,
)
_KINDS = (
    ("pre", "pre-chorus"),
    ("chorus", "chorus"),
    ("hook", "chorus"),
    ("refrain", "chorus"),
    ("drop", "chorus"),
    ("bridge", "bridge"),
    ("middle", "bridge"),
    ("intro", "intro"),
    ("outro", "outro"),
    ("end", "outro"),
    ("solo", "solo"),
    ("instrumental", "solo"),
    ("interlude", "solo"),
    ("break", "solo"),
)
_LONGEST_BREATH = 15
"""Syllables; a longer line is sung in two breaths."""


def _blocks(lyrics: str) -> list[tuple[str, list[str]]]:
    """Cut lyrics into (tag, lines)."""
    blocks: list[tuple[str, list[str]]] = [("", [])]
    for line in lyrics.splitlines():
        tagged = _TAG.match(line) or _BARE_TAG.match(line)
        if tagged:
            blocks.append((tagged[1].strip(), []))
            rest = tagged[2] if tagged.re is _TAG else ""
            line = rest  # noqa: PLW2901  # what stands behind the tag is its first line
        if re.search(r"\w", line):
            blocks[-1][1].append(" ".join(line.split()))
        elif blocks[-1][1]:
            blocks.append(("", []))
    return [(tag, lines) for tag, lines in blocks if lines or (tag and _kind_of(tag) == "solo")]


def _kind_of(tag: str) -> str:
    return next((kind for word, kind in _KINDS if word in tag.lower()), "verse")


def _guess(place: int, text: str, texts: list[str]) -> str:
    """Tell verse from chorus where no tag does."""
    if texts.count(text) > 1 or len(texts) == 1:
        return "chorus"
    return "chorus" if place % 2 and len(set(texts)) == len(texts) else "verse"


def _numbered(stanzas: list[Stanza]) -> list[Stanza]:
    """Number those verses that have no number of their own."""
    verses = [stanza for stanza in stanzas if stanza.label == "Verse"]
    if len(verses) < 2:
        return stanzas
    return [
        Stanza(kind=s.kind, label=f"Verse {verses.index(s) + 1}", lines=s.lines)
        if s in verses
        else s
        for s in stanzas
    ]


def _breaths(line: str) -> list[str]:
    """Split a line too long for one breath, at a comma if there is one, else near its middle."""
    if len(line_from(line).syllables) <= _LONGEST_BREATH:
        return [line]
    ends = [match.end() for match in re.finditer(r"[,;:.!?]\s+|\s[-\u2013\u2014]\s", line)]
    ends = ends or [match.end() for match in re.finditer(r"\s+", line)]
    if not ends:
        return [line]
    cut = min(ends, key=lambda end: abs(end - len(line) / 2))
    return [*_breaths(line[:cut].strip()), *_breaths(line[cut:].strip())]


_VOWELS = frozenset("aeiouyаеёиоуыэюяіїєαεηιουω")  # noqa: RUF001  # Cyrillic and Greek vowels are meant
_ONE_SOUND = frozenset({"th", "ch", "sh", "ph", "ck", "gh"})
_WEAK_WORDS = vocabulary(
    "a an the and or but of in on at to for with from by as is it its i i'm you we he she they me my "
    "your our be was are am were that this than so if will can do does did has have had not no de la "
    "le les el los las un una et que en der die das und ein eine zu mit von"
)
_WEAK_STARTS = (
    "a",
    "be",
    "re",
    "de",
    "for",
    "to",
    "un",
    "ex",
    "en",
    "im",
    "in",
    "com",
    "con",
    "dis",
    "pre",
    "pro",
)


def _syllables(word: str) -> list[Syllable]:
    pieces = _pieces(word)
    if len(pieces) == 1:
        return [Syllable(text=word, stressed=word.lower() not in _WEAK_WORDS)]
    strong = 1 if pieces[0].lower() in _WEAK_STARTS else 0
    return [Syllable(text=piece, stressed=place == strong) for place, piece in enumerate(pieces)]


def _pieces(word: str) -> list[str]:
    """Cut a word between its vowels; scripts without vowel letters are sung letter by letter."""
    if any(ord(letter) > 0x0900 for letter in word):
        return list(word)
    flags = [_is_vowel(letter) for letter in word]
    nuclei = [p for p, vowel in enumerate(flags) if vowel and (p == 0 or not flags[p - 1])]
    if word.lower().endswith("ing") and len(word) > 4 and flags[-4]:
        nuclei.append(len(word) - 3)
    if len(nuclei) > 1 and _silent_e(word.lower(), nuclei[-1]):
        nuclei.pop()
    cuts = [0]
    for here, after in pairwise(nuclei):
        end = next((p for p in range(here, after) if not flags[p]), after)
        middle = end if word[end:after].lower() in _ONE_SOUND else end + (after - end) // 2
        cuts.append(max(middle, cuts[-1] + 1))
    return [word[a:b] for a, b in zip(cuts, [*cuts[1:], len(word)], strict=True)]


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter.lower())[0] in _VOWELS


def _silent_e(word: str, last: int) -> bool:
    """Whether the last vowel is an English silent e, as in `home`, `homes` or `loved`."""
    if word[last:] not in {"e", "es", "ed", "e's"} or last < 2:
        return False
    if word[last:] == "e":
        return not (word[last - 1] == "l" and not _is_vowel(word[last - 2]))
    if word[last:] in {"es", "e's"}:
        return word[last - 1] not in "sxzc" and word[last - 2 : last] not in {"ch", "sh"}
    return word[last - 1] not in "td"
