"""Keys as they are named in German, French, Spanish, Portuguese and Japanese."""

import re
from typing import Final

from houseband.vocabulary import folded

__all__ = ["key_abroad"]


def key_abroad(text: str) -> tuple[int, str] | None:
    """Read a key such as `fis-Moll`, `la mineur`, `si bemol mayor` or `ハ長調`: tonic and mode."""
    plain = folded(text)
    for pattern, steps in ((_GERMAN, _LETTERS), (_ROMANCE, _SYLLABLES), (_JAPANESE, _KANA)):
        if match := pattern.search(plain):
            note, sign, mode = (match[group] or "" for group in ("note", "sign", "mode"))
            shift = _SIGNS.get(sign.strip(" -"), 0)
            major = mode.startswith(("dur", "ma", "長"))
            return (steps[note] + shift) % 12, "major" if major else "minor"
    return None


_LETTERS: Final = {
    name: step
    for step, names in enumerate(
        (
            "c",
            "cis des",
            "d",
            "dis es",
            "e fes",
            "f eis",
            "fis ges",
            "g",
            "gis as",
            "a",
            "ais b",
            "h ces",
        )
    )
    for name in names.split()
}
_SYLLABLES: Final = {"do": 0, "re": 2, "mi": 4, "fa": 5, "sol": 7, "la": 9, "si": 11}
_KANA: Final = {"ハ": 0, "ニ": 2, "ホ": 4, "ヘ": 5, "ト": 7, "イ": 9, "ロ": 11}
_SIGNS: Final = {
    **dict.fromkeys(("#", "diese", "sostenido", "sustenido", "嬰"), 1),
    **dict.fromkeys(("bemol", "変"), -1),
}
_GERMAN = re.compile(
    r"\b(?P<note>[cdefga]is|des|es|ges|as|ces|fes|[a-h])(?P<sign>)[\s-]*(?P<mode>dur|moll)\b"
)
_ROMANCE = re.compile(
    r"\b(?P<note>do|re|mi|fa|sol|la|si)(?P<sign>\s?#|[\s-]+(?:diese|sostenido|sustenido|bemol))?[\s-]+"
    r"(?P<mode>majeur|mineur|mayor|menor|maior)\b"
)
_JAPANESE = re.compile(r"(?P<sign>[嬰変])?(?P<note>[ハニホヘトイロ])(?P<mode>[長短])調")
