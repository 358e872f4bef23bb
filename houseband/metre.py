"""How a bar is counted, and how a rhythm that was written down in four beats sounds in another metre."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

__all__ = ["METRES", "Metre"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metre:
    """A way to count. Fives and sevens of eighths make pairs, so that a bar is whole beats long."""

    name: str
    beats: int
    """Quarters in what the score counts as a bar."""
    eighths: tuple[float, ...]
    """How good a place for a stressed syllable each eighth of the bar is."""
    pitched: Callable[[str], str]
    """Fits a figure of sixteen sixteenths for bass or chords to the bar."""
    drummed: Callable[[str], str]
    """Fits a groove to the bar."""

    def filled(self, pattern: str) -> str:
        """Fit a fill to the bar: what leads into the next one is kept."""
        return pattern.rjust(4 * self.beats, ".")[-4 * self.beats :]


def _metre(
    name: str,
    beats: int,
    eighths: tuple[float, ...],
    pitched: Callable[[str], str],
    drummed: Callable[[str], str] | None = None,
) -> Metre:
    return Metre(
        name=name, beats=beats, eighths=eighths, pitched=pitched, drummed=drummed or pitched
    )


def _as_it_is(pattern: str) -> str:
    return pattern


def _three(pattern: str) -> str:
    return pattern[:12]


def _halves_of_three(pattern: str) -> str:
    """Each half of a figure gives up its last quarter."""
    return pattern[:6] + pattern[8:14]


def _beats_of_three(pattern: str) -> str:
    """Two beats of a groove are stretched to three eighths each."""
    return "".join(_stretched(pattern[start : start + 4]) for start in (0, 4))


def _stretched(beat: str) -> str:
    first, second, third, fourth = tuple(beat)
    last = third if fourth == "." else fourth
    between = second if second != "." else "."
    return f"{first}{between}{third}{between}{last}{between}"


def _three_and_two(pattern: str) -> str:
    return pattern[:12] + pattern[8:16]


def _fives(pattern: str) -> str:
    return pattern[:10] * 2


def _sevens(pattern: str) -> str:
    return pattern[:14] * 2


_DUPLE = (4.0, 0.6, 2.2, 1.0, 3.2, 0.6, 2.2, 1.1)
_TRIPLE = (4.0, 0.6, 2.2, 0.8, 2.4, 1.0)
METRES: Final = {
    metre.name: metre
    for metre in (
        _metre("4/4", 4, _DUPLE, _as_it_is),
        _metre("3/4", 3, _TRIPLE, _three),
        _metre("6/8", 3, (4.0, 0.6, 1.2, 3.2, 0.6, 1.2), _halves_of_three, _beats_of_three),
        _metre("5/4", 5, (*_TRIPLE, 3.2, 0.6, 2.2, 1.0), _three_and_two),
        _metre("5/8", 5, (4.0, 0.6, 1.2, 3.0, 0.8) * 2, _fives),
        _metre("7/8", 7, (4.0, 0.6, 2.6, 0.6, 3.0, 0.6, 1.0) * 2, _sevens),
    )
}
"""The metres that the band can play, by name."""
