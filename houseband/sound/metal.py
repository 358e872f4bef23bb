"""Cymbals: hundreds of modes that no ratio ties together, the high ones gone before the low ones.

A plate's modes are drawn once, band by band, as a stretch of sound that comes round; a stroke starts
somewhere in it and lets every band rise and fall in its own time.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from houseband.sound.wave import SAMPLE_RATE, Audio, dying, samples_in

__all__ = ["METALS", "Metal", "clash"]

_SIZE: Final = 1 << 17
_EDGES: Final = (250.0, 1000.0, 2400.0, 4800.0, 8500.0, 16_000.0)
"""Hertz between the bands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metal:
    """One cymbal. Bands are counted from the lowest."""

    levels: tuple[float, float, float, float, float]
    """Decibels of each band."""
    falls: tuple[float, float, float, float, float]
    """Seconds in which each falls to a third."""
    bloom: float = 0.0
    """Seconds in which the highest band comes up; those below are quicker."""


METALS: Final = {
    "hat": Metal(levels=(-34.0, -22.0, -9.0, 0.0, -2.0), falls=(0.02, 0.03, 0.042, 0.05, 0.035)),
    "open hat": Metal(levels=(-30.0, -19.0, -8.0, 0.0, -3.0), falls=(0.1, 0.2, 0.27, 0.26, 0.17)),
    "ride": Metal(
        levels=(-17.0, -7.0, -3.0, -3.0, -8.0), falls=(1.1, 1.2, 0.8, 0.5, 0.28), bloom=0.012
    ),
    "crash": Metal(
        levels=(-9.0, -4.0, 0.0, 0.0, -5.0), falls=(0.9, 1.25, 1.05, 0.75, 0.42), bloom=0.035
    ),
    "tambourine": Metal(
        levels=(-60.0, -34.0, -11.0, 0.0, -1.0), falls=(0.02, 0.05, 0.08, 0.09, 0.07)
    ),
}


def clash(metal: Metal, plate: str, samples: int, start: int, tail: float, force: float) -> Audio:
    """Strike it, both channels: `force` (0 to 1) opens its highs, `tail` stretches its falls."""
    out = np.zeros((2, samples), np.float32)
    for band, (level, fall) in enumerate(zip(metal.levels, metal.falls, strict=True)):
        heard = min(samples, samples_in(_SILENT * fall * tail))
        shape = dying(heard, fall * tail)
        if metal.bloom:
            shape *= 1.0 - 0.8 * dying(heard, metal.bloom * (band + 1) / 5.0)
        opened = level + 9.0 * (force - 0.7) * (band - 2)
        shape *= np.float32(10.0 ** (opened / 20.0))
        out[:, :heard] += _band(plate, band, start, heard) * shape
    return out


_SILENT = 9.0
"""Falls to a third after which nobody hears a band: 78 decibels."""


def _band(plate: str, band: int, start: int, samples: int) -> Audio:
    loop = _bands(plate)[band]
    start %= _SIZE
    if start + samples <= _SIZE:
        return np.asarray(loop[:, start : start + samples], np.float32)
    return np.tile(loop, (start + samples) // _SIZE + 1)[:, start : start + samples]


@lru_cache(maxsize=2)
def _bands(plate: str) -> Audio:
    """Draw a plate's modes, (bands, channels, samples), each band about as loud as the others."""
    chance = np.random.default_rng(len(plate))
    hertz, levels = _machine() if plate == "machine" else _bronze(chance)
    bins = np.zeros((2, _SIZE // 2 + 1), np.complex64)
    places = np.round(hertz * _SIZE / SAMPLE_RATE).astype(int)
    for row in bins:
        for near, share in ((-1, 0.4), (0, 1.0), (1, 0.4)):
            turns = np.exp(2j * np.pi * chance.random(len(places)))
            row[places + near] += levels * share * turns
    bins[1] = 0.55 * bins[0] + 0.8 * bins[1]
    grid = np.arange(bins.shape[1]) * (SAMPLE_RATE / _SIZE)
    bands = []
    for low, high in pairwise(_EDGES):
        sides = 1.0 / (1.0 + (low / np.maximum(grid, 1.0)) ** 8) / (1.0 + (grid / high) ** 8)
        band = fft.irfft((bins * sides).astype(np.complex64), _SIZE).astype(np.float32)
        bands.append(band * np.float32(0.3 / max(float(np.sqrt(np.mean(band**2))), 1e-9)))
    return np.stack(bands)


def _bronze(chance: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Choose modes some eighteen hertz apart, some of which stand out."""
    hertz = 250.0 + np.cumsum(chance.exponential(18.0, 900))
    hertz = hertz[hertz < 16_000.0]
    return hertz, np.asarray(10.0 ** (chance.normal(0.0, 8.0, len(hertz)) / 20.0), np.float64)


def _machine() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the partials of the six square waves that an old drum machine made its cymbals of."""
    squares = np.array([205.3, 304.4, 369.6, 522.7, 540.0, 800.0])
    odd = np.arange(1, 60, 2)
    hertz, levels = np.outer(squares, odd).ravel(), np.outer(np.ones(6), 1.0 / odd).ravel()
    heard = (hertz > 250.0) & (hertz < 15_500.0)
    return hertz[heard], levels[heard]
