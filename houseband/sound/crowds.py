"""Many who play the same note: a section of strings, a choir, a pad.

Nobody in a crowd agrees with anybody else on the pitch, so that every harmonic is a narrow band of noise,
wider the higher it is. Drawn as such a spectrum with phases by chance, one inverse transform makes some
seconds of it that come round without a seam.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["HERTZ", "Levels", "Shades", "crowd", "held"]

_SIZE: Final = 1 << 17
_HIGHEST: Final = 15_000.0
HERTZ: Final = np.asarray(
    np.arange(int(_HIGHEST * 1.1 * _SIZE / SAMPLE_RATE)) * (SAMPLE_RATE / _SIZE), np.float64
)
"""The frequencies of a crowd's spectrum."""

Shades = tuple[Audio, Audio]
"""The same crowd, dark and bright, both channels, in a loop."""
Levels = Callable[[NDArray[np.float64]], NDArray[np.float64]]
"""From the numbers of harmonics to their factors."""


def crowd(
    hz: float, cents: float, source: Levels, dark: Audio, bright: Audio, *, wide: float = 1.0
) -> Shades:
    """Draw a crowd whose members are some cents apart.

    `source` gets harmonic numbers; `dark` and `bright` are a factor for each of `HERTZ`. Left and right
    have the same bands, at phases that are further apart the higher and the wider.
    """
    bins = _bands(hz, cents, source)
    start = int(hz * 97.0) % 4 * 5000
    left = _chances(0)[start : start + len(bins)] * bins
    both = np.stack([left, _across(start, wide) * left])
    shades = [np.asarray(fft.irfft(both * level, _SIZE), np.float32) for level in (dark, bright)]
    loudness = np.float32(0.5 / max(float(np.sqrt(np.mean(shades[1] ** 2))), 1e-9))
    return shades[0] * loudness, shades[1] * loudness


def held(shades: Shades, samples: int, start: int, opening: Audio | float) -> Audio:
    """Return so much of a crowd, from somewhere in its loop; `opening` goes from dark, 0, to bright."""
    dark, bright = (_looped(shade, samples, start) for shade in shades)
    return np.asarray(dark + (bright - dark) * np.asarray(opening, np.float32), np.float32)


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
