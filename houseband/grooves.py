"""Rhythms: grooves and fills for drums, figures for basses and chords, from `songbook/grooves.toml`."""

from dataclasses import dataclass
from typing import Final

from houseband.vocabulary import songbook

__all__ = ["BASS_LINES", "BUILDS", "COMPS", "FILLS", "GROOVES", "TURNS", "Groove"]

_BOOK = songbook("grooves")


@dataclass(frozen=True, slots=True, kw_only=True)
class Groove:
    """How the drums go when there is little, and when everybody plays: a pattern for each drum."""

    light: dict[str, str]
    full: dict[str, str]


GROOVES: Final = {name: Groove(**patterns) for name, patterns in _BOOK["grooves"].items()}
FILLS: Final[tuple[dict[str, str], ...]] = tuple(_BOOK["fills"])
"""What replaces the drums in the last bar before something new, from its first hit on."""
TURNS: Final[tuple[dict[str, str], ...]] = tuple(_BOOK["turns"])
"""Shorter ones, for the end of a phrase."""
BUILDS: Final[tuple[dict[str, str], ...]] = tuple(_BOOK["builds"])
"""Rolls for the last two bars before everything comes in."""
BASS_LINES: Final[dict[str, str]] = _BOOK["bass"]
COMPS: Final[dict[str, str]] = _BOOK["comps"]
