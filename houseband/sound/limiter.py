"""The master, second half: as loud as streaming services play it, and no peak above the ceiling."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from houseband.sound.meter import PEAK_BLOCK, loudness
from houseband.sound.wave import SAMPLE_RATE, Audio, gain

__all__ = ["TARGET_LUFS", "gain_for", "limited"]

TARGET_LUFS: Final = -14.0
CEILING_DECIBELS: Final = -2.0
"""True peak in the master: encoding adds some tenths."""

_LOOK = 3
"""Blocks of peaks to either side that the limiter sees."""


def gain_for(peaks: Audio, powers: NDArray[np.float64]) -> float:
    """Find the gain at which the limited sound is as loud as wanted.

    Peaks and powers were measured before: a gain moves them alike, and the limiter's own gain hardly
    changes within a tenth of a second, so that trying costs nothing.
    """
    level = gain(TARGET_LUFS - loudness(powers))
    for _ in range(8):
        heard = loudness(powers * _by_tenths(limited(peaks, level), len(powers)) ** 2)
        if abs(heard - TARGET_LUFS) < 0.02:
            break
        level *= gain(TARGET_LUFS - heard)
    return level


def limited(peaks: Audio, level: float) -> Audio:
    """Return the gain for each block of peaks: `level`, or less, low enough in time and without corners."""
    needed = np.minimum(np.float32(gain(CEILING_DECIBELS)) / np.maximum(peaks * level, 1e-9), 1.0)
    lowest = ndimage.minimum_filter1d(needed, 2 * _LOOK + 3, mode="nearest")
    slow = _recovering(lowest)
    smooth = ndimage.uniform_filter1d(slow, 2 * _LOOK + 1, mode="nearest")
    return np.asarray(smooth * np.float32(level), np.float32)


def _recovering(lowest: Audio) -> Audio:
    """Let go no faster than some 60 ms, in steps of ever longer minima, smoothed."""
    wide = ndimage.minimum_filter1d(lowest, 41, origin=-20, mode="nearest")
    wide = ndimage.uniform_filter1d(wide, 41, origin=-20, mode="nearest")
    return np.asarray(np.minimum(lowest, np.maximum(wide, lowest * 0.7)), np.float32)


def _by_tenths(gains: Audio, count: int) -> NDArray[np.float64]:
    """Average the limiter's gain over tenths of a second."""
    places = (np.arange(count) + 0.5) * SAMPLE_RATE / 10.0 / PEAK_BLOCK
    smooth = ndimage.uniform_filter1d(gains.astype(np.float64), SAMPLE_RATE // 10 // PEAK_BLOCK)
    return np.asarray(np.interp(places, np.arange(len(gains)), smooth), np.float64)
