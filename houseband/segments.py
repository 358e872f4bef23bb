"""Sections before they have a place in the song, and how they are counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from houseband.brief import Brief
from houseband.lyrics import Line

__all__ = ["ENERGY", "RING_SECONDS", "Segment", "bar_seconds", "bars_in", "bars_of"]

RING_SECONDS: Final = 2.6
"""How long the last chord likes to sound."""
_SHORTEST_RING = 1.4
ENERGY: Final = {
    "intro": 0.32,
    "verse": 0.48,
    "pre-chorus": 0.62,
    "chorus": 0.9,
    "bridge": 0.4,
    "solo": 0.8,
    "outro": 0.42,
}
"""How loud and dense each kind of section is played, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One section, not yet placed."""

    kind: str
    label: str
    bars: int
    energy: float
    lines: tuple[Line, ...] = ()
    is_peak: bool = False
    """Whether it is the last of several choruses, to which all of the song leads."""
    shift: int = 0
    """Semitones by which it lies above the song's key."""


def bars_of(segments: Iterable[Segment]) -> int:
    """Count the bars of several sections."""
    return sum(segment.bars for segment in segments)


def bars_in(seconds: float, brief: Brief) -> int:
    """Count the bars that fit before the last chord; longer songs have an even number."""
    bar = bar_seconds(brief)
    bars = max(min(round((seconds - RING_SECONDS) / bar), int((seconds - _SHORTEST_RING) / bar)), 1)
    return bars - bars % 2 if bars >= 14 else bars


def bar_seconds(brief: Brief) -> float:
    """Return how long a bar lasts."""
    return brief.beats_per_bar * 60.0 / brief.tempo
