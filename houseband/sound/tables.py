"""Sounds that last: one cycle of a waveform, read at any speed.

A table has 2^13 samples and the phase is a 32-bit whole number that wraps by itself: one shift gives the
place in the table, without interpolation and without a modulo.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = [
    "SINE",
    "Phase",
    "aligned_table",
    "phase_of",
    "read",
    "read_between",
    "saw",
    "sine",
    "square",
    "table_of",
]

_BITS = 13
_SIZE = 1 << _BITS
_HIGHEST = 16_000.0

Phase = NDArray[np.uint32]
Spectrum = Callable[[NDArray[np.float64], float], NDArray[np.float64]]
"""From harmonic numbers and the fundamental in hertz to the level of each."""


def phase_of(frequency: Audio | float, samples: int, start: float = 0.0) -> Phase:
    """Add up a frequency in hertz, steady or moving, to a phase; `start` is in cycles."""
    scale = 2.0**32 / SAMPLE_RATE
    offset = np.uint32(int(start % 1.0 * 2**32))
    if isinstance(frequency, float):
        step = np.uint64(frequency * scale)
        return (np.arange(samples, dtype=np.uint64) * step).astype(np.uint32) + offset
    steps = (frequency * np.float32(scale)).astype(np.uint32)
    return np.cumsum(steps, dtype=np.uint32) + offset


def read(table: Audio, phase: Phase) -> Audio:
    """Look the waveform up."""
    return np.asarray(table[phase >> np.uint32(32 - _BITS)], np.float32)


def read_between(shades: Audio, phase: Phase, place: Audio) -> Audio:
    """Look up a row of waveforms, each as long as a table, at a place between them; the last stands twice."""
    whole = place.astype(np.int32)
    index = (phase >> np.uint32(32 - _BITS)).astype(np.int32)
    index += whole * np.int32(_SIZE)
    sound = shades.take(index)
    index += np.int32(_SIZE)
    after = shades.take(index)
    after -= sound
    after *= place - whole
    sound += after
    return np.asarray(sound, np.float32)


def table_of(spectrum: Spectrum, frequency: float, seed: int = 7) -> Audio:
    """Draw one cycle whose harmonics stay below what can be heard; full swing is about ±1."""
    count = max(int(_HIGHEST / frequency), 1)
    harmonics = np.arange(1, min(count, 200) + 1, dtype=np.float64)
    levels = spectrum(harmonics, frequency)
    bins = np.zeros(_SIZE // 2 + 1, np.complex128)
    phases = np.random.default_rng(seed).random(len(harmonics)) * 2.0 * np.pi
    bins[1 : len(harmonics) + 1] = levels * np.exp(1j * phases)
    cycle = np.fft.irfft(bins) * _SIZE / 2.0
    return np.asarray(cycle / max(np.sqrt(np.mean(cycle**2)) * 2.0, 1e-9), np.float32)


def aligned_table(spectrum: Spectrum, frequency: float) -> Audio:
    """Draw such a cycle whose harmonics all start together, as those of a reed, lips or a bow do."""
    count = min(max(int(_HIGHEST / frequency), 1), 200)
    harmonics = np.arange(1, count + 1, dtype=np.float64)
    cycle = waveform(spectrum(harmonics, frequency))
    return np.asarray(cycle / max(np.sqrt(np.mean(cycle**2)) * 2.0, 1e-9), np.float32)


def waveform(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Add up harmonics from the first one on, all of them sines."""
    bins = np.zeros(_SIZE // 2 + 1, np.complex128)
    bins[1 : len(levels) + 1] = -1j * levels
    return np.asarray(np.fft.irfft(bins), np.float64)


SINE: Final = table_of(lambda n, _: np.where(n == 1.0, 1.0, 0.0), 100.0) / np.float32(np.sqrt(0.5))


def sine(hz: float, samples: int, start: float) -> Audio:
    """Draw a sine of ±1; `start` is in cycles."""
    return read(SINE, phase_of(hz, samples, start))


@lru_cache(maxsize=256)
def saw(frequency: float, cutoff: float) -> Audio:
    """Draw a saw behind a low-pass of 12 dB an octave."""
    return table_of(lambda n, f: _lowpass(n * f, cutoff) / n, frequency)


@lru_cache(maxsize=256)
def square(frequency: float, cutoff: float) -> Audio:
    """Draw a square behind the same low-pass."""
    return table_of(lambda n, f: (n % 2) * _lowpass(n * f, cutoff) / n, frequency)


def _lowpass(hz: NDArray[np.float64], cutoff: float) -> NDArray[np.float64]:
    return np.asarray(1.0 / (1.0 + (hz / cutoff) ** 2), np.float64)
