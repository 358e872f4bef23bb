"""Which way a melody moves: pitches for given moments, singable, at home in the chords, along a curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add

from houseband.dice import Dice

__all__ = ["CURVES", "Moment", "curve_at", "pitches_for"]

CURVES = {
    "arch": (0.0, 0.7, 1.0, 0.6, 0.1),
    "fall": (1.0, 0.9, 0.6, 0.3, 0.0),
    "rise": (0.0, 0.2, 0.5, 0.8, 1.0),
    "dip": (0.8, 0.4, 0.0, 0.4, 0.9),
    "wave": (0.2, 0.9, 0.3, 1.0, 0.4),
    "leap": (0.0, 1.0, 0.8, 0.6, 0.4),
    "call": (0.5, 0.5, 0.6, 1.0, 0.9),
}
_LEAPS = (1.0, 0.0, 0.0, 0.5, 0.65, 0.9, 3.0, 1.0, 2.2, 2.4, 4.0, 6.0, 2.4)
"""What each interval costs, in semitones: steps are free, a repeated note and a leap are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is wanted of one note."""

    target: float
    """The pitch at which it would follow the curve."""
    faith: float
    """How closely it keeps to that: 0 not at all, 1 closely."""
    inside: frozenset[int]
    """Pitch classes of the chord."""
    scale: frozenset[int]
    weight: float
    """How much it must agree with the chord: 1 on a strong beat or a long note, 0.2 in passing."""
    goals: frozenset[int] = frozenset()
    """Pitch classes it should end on, for the last note of a phrase."""


def curve_at(curve: Sequence[float], place: float) -> float:
    """Read a curve at a place from 0 to 1, in straight lines between its points."""
    position = min(max(place, 0.0), 1.0) * (len(curve) - 1)
    index = min(int(position), len(curve) - 2)
    return curve[index] + (curve[index + 1] - curve[index]) * (position - index)


def pitches_for(moments: Sequence[Moment], *, low: int, high: int, dice: Dice) -> list[int]:
    """Find the line through all moments that costs least."""
    if not moments:
        return []
    range_ = range(low, high + 1)
    leaps = _leaps(len(range_))
    costs = _costs(moments[0], range_, dice)
    back: list[list[int]] = []
    for moment in moments[1:]:
        ways = [list(map(add, costs, row)) for row in leaps]
        best = [min(way) for way in ways]
        back.append([way.index(least) for way, least in zip(ways, best, strict=True)])
        costs = list(map(add, best, _costs(moment, range_, dice)))
    return [low + index for index in _traced(costs, back)]


@lru_cache(maxsize=32)
def _leaps(count: int) -> list[list[float]]:
    """Count what it costs to come to each of so many pitches in a row from every other."""
    costs = [*_LEAPS, *[8.0] * count]
    return [[costs[abs(here - there)] for there in range(count)] for here in range(count)]


def _costs(moment: Moment, pitches: range, dice: Dice) -> list[float]:
    return [
        moment.faith * abs(pitch - moment.target)
        + _dissonance(moment, pitch % 12)
        + 0.5 * dice.value()
        for pitch in pitches
    ]


def _dissonance(moment: Moment, pitch_class: int) -> float:
    if pitch_class in moment.inside:
        return 3.0 if moment.goals and pitch_class not in moment.goals else 0.0
    rubs = any((pitch_class - tone) % 12 == 1 for tone in moment.inside)
    outside = 6.0 if pitch_class not in moment.scale else 0.0
    return outside + moment.weight * (5.0 if rubs else 2.6) + (4.0 if moment.goals else 0.0)


def _traced(last: list[float], back: list[list[int]]) -> list[int]:
    index = min(range(len(last)), key=last.__getitem__)
    path = [index]
    for pointers in reversed(back):
        index = pointers[index]
        path.append(index)
    return path[::-1]
