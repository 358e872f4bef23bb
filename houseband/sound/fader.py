"""The hand on the fader where a song goes on: what is new begins as loud as the old music ended."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from houseband.sound.meter import loudness
from houseband.sound.wave import Audio

__all__ = ["fader_at", "ride_for"]

_COMPARED: Final = 30
"""Tenths of a second before and after the join."""
_MOST: Final = 6.0
"""Decibels. Further apart than that they are meant to be."""
_HOLDS: Final = 3.0
_COMES_BACK: Final = 8.0
"""Seconds after the join until which the fader stays, and at which it is back."""
_MOVES: Final = 0.03
"""Seconds in which it is moved, just before the downbeat that covers it."""


def ride_for(powers: NDArray[np.float64], join: float) -> float:
    """Return the decibels that make up for the step at `join`, in seconds.

    `powers` are weighted, by tenths of a second.
    """
    at = round(join * 10.0)
    before, after = powers[max(at - _COMPARED, 0) : at], powers[at : at + _COMPARED]
    if not (before.size and after.size):
        return 0.0
    step = loudness(after) - loudness(before)
    return round(min(max(-step, -_MOST), _MOST), 2)


def fader_at(times: NDArray[np.float64], joins: Sequence[float], rides: Sequence[float]) -> Audio:
    """Return the fader's factor at these times: for each join, in seconds, so many decibels.

    While a song is mixed, the ride of its last join isn't known yet.
    """
    decibels = np.zeros(len(times))
    for join, ride in zip(joins, rides, strict=False):
        moments = (join - _MOVES, join, join + _HOLDS, join + _COMES_BACK)
        decibels += np.interp(times, moments, (0.0, ride, ride, 0.0))
    return np.asarray(10.0 ** (decibels / 20.0), np.float32)
