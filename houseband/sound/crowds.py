"""Many who play the same note: a section of strings, a choir, a pad.

Nobody in a crowd agrees with anybody else on the pitch, so that every harmonic is a narrow band of noise,
wider the higher it is. Drawn as such a spectrum with phases by chance, one inverse transform makes some
seconds of it that come round without a seam.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["HERTZ", "Crowd", "Filter"]

_SIZE: Final = 3 << 15
"""Samples of a loop: more than two seconds, and four loops of so many are one quick transform."""
_HIGHEST: Final = 15_000.0
HERTZ: Final = np.asarray(
    np.arange(int(_HIGHEST * 1.1 * _SIZE / SAMPLE_RATE)) * (SAMPLE_RATE / _SIZE), np.float64
)
"""The frequencies of a crowd's spectrum."""

Levels: TypeAlias = Callable[[NDArray[np.float64]], NDArray[np.float64]]
"""From the numbers of harmonics to their factors."""
Filter: TypeAlias = Callable[[float], Audio]
"""From the pitch in hertz to a factor for each of `HERTZ`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Crowd:
    """Who plays together, and how that sounds when they are quiet and when they are loud."""

    cents: float
    """How far they are apart."""
    source: Levels
    dark: Filter
    bright: Filter
    wide: float = 1.0
    """Left and right have the same bands, at phases that are further apart the higher and the wider."""

    def held(self, hz: float, samples: int, opening: Audio) -> Audio:
        """Return so much of one note, both channels; `opening` goes from dark, 0, to bright, 1."""
        start = int(hz * 7919.0) % _SIZE  # so that the notes of a chord don't go together
        dark, bright = (_looped(shade, samples, start) for shade in _shades(self, hz))
        return np.asarray(dark + (bright - dark) * opening, np.float32)


@lru_cache(maxsize=16)
def _shades(crowd: Crowd, hz: float) -> Audio:
    """Draw a crowd dark and bright, both channels of each, in a loop: a megabyte and a half."""
    bins = _bands(hz, crowd.cents, crowd.source)
    start = int(hz * 97.0) % 4 * 5000
    left = _chances(0)[start : start + len(bins)] * bins
    both = np.stack([left, _across(start, crowd.wide) * left])
    shades = np.stack([both * crowd.dark(hz), both * crowd.bright(hz)])
    loops = fft.irfft(shades, _SIZE, axis=-1, overwrite_x=True)
    loops *= np.float32(0.5 / max(float(np.sqrt(np.mean(loops[1] ** 2))), 1e-9))
    return np.asarray(loops, np.float32)


def _looped(loop: Audio, samples: int, start: int) -> Audio:
    places = range(start % _SIZE, start % _SIZE + samples, _SIZE)
    turns = -(-(places.start + samples) // _SIZE) if samples else 1
    return np.tile(loop, turns)[:, places.start : places.start + samples]


def _bands(hz: float, cents: float, source: Levels) -> Audio:
    """Draw the spectrum's levels: a bell for every harmonic, each of the power that it should have."""
    count = max(int(_HIGHEST / hz), 1)
    levels = source(np.arange(1, count + 1, dtype=np.float64))
    bins = np.zeros(len(HERTZ), np.float32)
    for number, level in enumerate(levels.tolist(), start=1):
        centre = number * hz * _SIZE / SAMPLE_RATE
        width = max(centre * (2.0 ** (cents / 1200.0) - 1.0), 1.0)
        first, last = (
            max(int(centre - 2.5 * width), 1),
            min(int(centre + 2.5 * width) + 2, len(bins)),
        )
        bell = np.exp(-0.5 * ((np.arange(first, last) - centre) / width) ** 2)
        bins[first:last] += level / np.sqrt(width) * bell
    return bins


@lru_cache(maxsize=2)
def _chances(seed: int) -> NDArray[np.complex64]:
    turns = np.random.default_rng(seed).random(_SIZE)
    return np.asarray(np.exp(2j * np.pi * turns), np.complex64)


@lru_cache(maxsize=16)
def _across(start: int, wide: float) -> NDArray[np.complex64]:
    """Return how far the right's phases are from the left's: not at all in the bass."""
    apart = wide * np.clip(np.log2(np.maximum(HERTZ, 60.0) / 130.0) / 2.0, 0.0, 1.0)
    turns = np.random.default_rng(start).uniform(-np.pi, np.pi, len(HERTZ))
    return np.asarray(np.exp(1j * turns * apart), np.complex64)
