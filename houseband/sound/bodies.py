"""Bodies: what a box of wood, a bell of brass or a speaker does to the sound that drives it.

A body is a filter that stands still while the pitch moves through it. That is why a vibrato makes every
partial of a violin louder and softer in its own way, and why a synthesizer without a body sounds like one.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["Body", "gains", "through"]

_SIZE = 8192
_TAPS = 1024
_BEFORE = 96
"""Samples, two milliseconds, that turned phases may come early: everything is that much later."""
_STEEP = 12.0
"""Decibels an octave by which a body falls beyond its edges, unless it says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What resonates. Peaks are (hertz, decibels, width in hertz)."""

    peaks: tuple[tuple[float, float, float], ...] = ()
    low: float = 40.0
    """Hertz below which it gives less and less."""
    high: float = 9000.0
    """Hertz above which it does."""
    steep: float = _STEEP
    """Decibels an octave that it falls by above that."""
    ripple: float = 0.0
    """How uneven it is between its peaks, in decibels, as wood is."""
    aside: float = 0.35
    """How much of that unevenness differs from the left to the right, 0 to 1."""
    wide: float = 1.3
    """How far the phases differ at most, too, in radians: it stands near and is heard by two ears."""
    seed: int = 1


def through(sound: Audio, body: Body) -> Audio:
    """Return what both ears hear of a sound, one channel or two, that drives a body."""
    both = np.broadcast_to(sound, (2, sound.shape[-1]))
    return np.asarray(
        signal.oaconvolve(both, _response(body), axes=-1)[:, : sound.shape[-1]], np.float32
    )


def gains(body: Body, hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what a body makes of partials at these frequencies: a factor for each, in two rows."""
    grid = np.fft.rfftfreq(_SIZE, 1.0 / SAMPLE_RATE)
    return np.stack(
        [10.0 ** (np.interp(hertz, grid, side) / 20.0) for side in _decibels(body)], axis=0
    )


@lru_cache(maxsize=32)
def _response(body: Body) -> Audio:
    """Work out the filter for each ear: no delay, and nothing before its onset."""
    hz = np.asarray(np.fft.rfftfreq(_SIZE, 1.0 / SAMPLE_RATE), np.float64)
    chance = np.random.default_rng(body.seed + 1000)
    above_bass = np.clip(np.log2(np.maximum(hz, 60.0) / 150.0), 0.0, 1.0)
    turn = 0.5 * body.wide * above_bass * np.clip(_uneven(hz, chance), -1.0, 1.0)
    left, right = _decibels(body)
    return np.stack([_least_delay(left, turn), _least_delay(right, -turn)])


@lru_cache(maxsize=32)
def _decibels(body: Body) -> NDArray[np.float64]:
    """Draw both ears' curves; the middle of what is heard best lies at 0 dB."""
    hz = np.asarray(np.fft.rfftfreq(_SIZE, 1.0 / SAMPLE_RATE), np.float64)
    octaves_below = np.log2(np.maximum(body.low / np.maximum(hz, 1.0), 1.0))
    octaves_above = np.log2(np.maximum(hz / body.high, 1.0))
    decibels = np.asarray(-_STEEP * octaves_below - body.steep * octaves_above, np.float64)
    for centre, level, width in body.peaks:
        decibels = decibels + level / (1.0 + ((hz - centre) / width) ** 2)
    chance = np.random.default_rng(body.seed)
    shared = _uneven(hz, chance)
    sides = [
        decibels
        + body.ripple * ((1.0 - body.aside) * shared + body.aside * 1.4 * _uneven(hz, chance))
        for _ in range(2)
    ]
    middle = (hz > 200.0) & (hz < 3000.0)
    return np.stack([side - side[middle].mean() for side in sides])


def _uneven(hz: NDArray[np.float64], chance: np.random.Generator) -> NDArray[np.float64]:
    """Draw hills and valleys of about ±1, some forty hertz wide below and an eighth of an octave above."""
    place = np.where(
        hz < 450.0, hz / 42.0, 450.0 / 42.0 + 8.0 * np.log2(np.maximum(hz, 450.0) / 450.0)
    )
    marks = chance.normal(0.0, 0.8, int(place[-1]) + 2)
    return np.asarray(np.interp(place, np.arange(len(marks)), marks), np.float64)


def _least_delay(decibels: NDArray[np.float64], turn: NDArray[np.float64]) -> Audio:
    """Turn a magnitude into a minimum-phase response, by way of its cepstrum; then turn its phases."""
    cepstrum = np.fft.irfft(decibels.clip(-80.0, 40.0) * (np.log(10.0) / 20.0))
    cepstrum[1 : _SIZE // 2] *= 2.0
    cepstrum[_SIZE // 2 + 1 :] = 0.0
    response = np.fft.irfft(np.exp(np.fft.rfft(cepstrum) + 1j * turn))
    response = np.roll(response, _BEFORE)[:_TAPS]
    fade = np.ones(_TAPS)
    fade[:_BEFORE] = np.linspace(0.0, 1.0, _BEFORE)
    fade[_TAPS // 2 :] = np.cos(np.linspace(0.0, np.pi / 2.0, _TAPS - _TAPS // 2)) ** 2
    return np.asarray(response * fade, np.float32)
