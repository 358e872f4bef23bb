"""The master: tone like other records of the genre, held together, as loud as streaming services play it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from houseband.sound.blocks import convolved, shape
from houseband.sound.meter import block_powers, loudness, peaks_between
from houseband.sound.wave import SAMPLE_RATE, Audio, gain

__all__ = ["mastered"]

TARGET_LUFS: Final = -14.0
CEILING_DECIBELS: Final = -2.0
"""True peak in the master: encoding adds some tenths."""


def mastered(mix: Audio, genre: str, brightness: float = 0.0) -> Audio:
    """Return the finished sound: -14 LUFS, nothing above the ceiling, no DC."""
    master = _toned(mix, genre, brightness)
    _glue(master)
    _level(master)
    return master


_BANDS = (31.5, 63.0, 125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 15_000.0)
_CURVE = (-9.0, 0.0, 0.0, -2.0, -4.0, -6.0, -8.5, -11.5, -15.5, -24.0)
"""How records lie on average: decibels in each octave, against that around 100 Hz."""
_COLOURS = {
    "lo-fi": (0, 0, 1, 1.5, 1, 0, -1.5, -4, -8, -14),
    "ambient": (-2, -2, 0, 1, 1, 0, -1, -2, -3, -4),
    "jazz": (-3, -2, 0, 0.5, 1, 1, 0.5, 0, -0.5, -1),
    "folk": (-5, -4, -1, 1, 1, 1.5, 1.5, 1, 0, 0),
    "rock": (-3, -1, 0, 0, 1, 1.5, 2, 1.5, 0, -1),
    "cinematic": (-1, 0, 0, 1, 1, 0.5, 0, -1, -2, -3),
    "house": (2, 2, 0, -1, -1, 0, 0, 0.5, 1, 1),
    "hip-hop": (3, 3, 1, -1, -1, 0, 0, 0, 0, 0),
    "drum and bass": (2, 2, 0, -1, -1, 0, 0, 1, 1, 1),
    "ballad": (-4, -3, -1, 1, 1, 1, 0.5, 0, -1, -1),
}


_LIGHT = np.linspace(-1.0, 1.0, len(_BANDS)) * 3.5
"""What full brightness adds to each octave."""


def _toned(mix: Audio, genre: str, brightness: float) -> Audio:
    """Bend the spectrum most of the way to the genre's, in one filter that also cuts what nobody hears."""
    colour = _COLOURS.get(genre, (0.0,) * len(_BANDS))
    wanted = np.array(_CURVE) + np.array(colour) + brightness * _LIGHT
    difference = wanted - _octaves(mix)
    difference -= np.average(difference[1:8])
    bend = np.clip(0.7 * difference, -6.0, 6.0)
    frequencies = np.array([0.0, 18.0, 26.0, *_BANDS, 17_000.0, 18_500.0, SAMPLE_RATE / 2])
    decibels = np.array([-90.0, -40.0, bend[0], *bend, bend[-1], -60.0, -90.0])
    grid = np.fft.rfftfreq(8192, 1.0 / SAMPLE_RATE)
    shape = np.interp(
        np.log10(np.maximum(grid, 1.0)), np.log10(np.maximum(frequencies, 1.0)), decibels
    )
    taps = np.roll(np.fft.irfft(10.0 ** (shape / 20.0)), 2048)[:4097] * np.hanning(4097)
    return convolved(mix, taps.astype(np.float32)[None, :], early=2048)


def _octaves(mix: Audio) -> NDArray[np.float64]:
    """Measure the level of each octave, over windows spread across the song."""
    size = 8192
    middle = mix.mean(axis=0)
    starts = np.linspace(0, max(len(middle) - size, 0), 96).astype(int)
    window = np.hanning(size).astype(np.float32)
    frames = np.stack([np.resize(middle[start : start + size], size) * window for start in starts])
    power = np.mean(np.abs(np.fft.rfft(frames, axis=1)) ** 2, axis=0)
    grid = np.fft.rfftfreq(size, 1.0 / SAMPLE_RATE)
    levels = [power[(grid >= f / 2**0.5) & (grid < f * 2**0.5)].sum() for f in _BANDS]
    return np.asarray(10.0 * np.log10(np.maximum(levels, 1e-12)), np.float64)


_GLUE_BLOCK = 256


def _glue(audio: Audio) -> None:
    """Compress gently in place: 5 to 3 above a threshold that lies with the music, slow to let go."""
    count = audio.shape[1] // _GLUE_BLOCK
    whole = audio[:, : count * _GLUE_BLOCK].reshape(2, count, _GLUE_BLOCK)
    power = np.einsum("cbs,cbs->b", whole, whole) / (2 * _GLUE_BLOCK)
    level = 10.0 * np.log10(np.maximum(power, 1e-10))
    over = np.maximum(level - (np.percentile(level, 70) - 2.0), 0.0)
    shape(audio, 10.0 ** (_followed(0.4 * over) / -20.0), _GLUE_BLOCK)


def _followed(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Follow upwards within some 20 ms, downwards within some 200."""
    rise, fall = (1.0 - np.exp(-_GLUE_BLOCK / (SAMPLE_RATE * seconds)) for seconds in (0.02, 0.2))
    state, followed = 0.0, []
    for value in values.tolist():
        state += (value - state) * (rise if value > state else fall)
        followed.append(state)
    return np.array(followed)


_LIMIT_BLOCK = 32
_LOOK = 3
"""Blocks to either side that the limiter sees."""


def _level(audio: Audio) -> None:
    """Find the gain at which the limited sound is as loud as wanted, then limit once, in place.

    Peaks and powers are measured before: a gain moves them alike, and the limiter's own gain hardly
    changes within a tenth of a second, so that trying costs nothing.
    """
    peaks = peaks_between(audio, _LIMIT_BLOCK)
    powers = block_powers(audio)
    level = gain(TARGET_LUFS - loudness(powers))
    for _ in range(8):
        reduction = _reduction(peaks * level)
        heard = loudness(powers * (level * _by_tenths(reduction, len(powers))) ** 2)
        if abs(heard - TARGET_LUFS) < 0.02:
            break
        level *= gain(TARGET_LUFS - heard)
    shape(audio, _reduction(peaks * level) * level, _LIMIT_BLOCK)


def _reduction(peaks: Audio) -> Audio:
    """Return the limiter's gain for each block: low enough in time, and without corners."""
    needed = np.minimum(np.float32(gain(CEILING_DECIBELS)) / np.maximum(peaks, 1e-9), 1.0)
    lowest = ndimage.minimum_filter1d(needed, 2 * _LOOK + 3, mode="nearest")
    slow = _recovering(lowest)
    return np.asarray(ndimage.uniform_filter1d(slow, 2 * _LOOK + 1, mode="nearest"), np.float32)


def _recovering(lowest: Audio) -> Audio:
    """Let go no faster than some 60 ms, in steps of ever longer minima, smoothed."""
    wide = ndimage.minimum_filter1d(lowest, 41, origin=-20, mode="nearest")
    wide = ndimage.uniform_filter1d(wide, 41, origin=-20, mode="nearest")
    return np.asarray(np.minimum(lowest, np.maximum(wide, lowest * 0.7)), np.float32)


def _by_tenths(reduction: Audio, count: int) -> NDArray[np.float64]:
    """Average the limiter's gain over tenths of a second."""
    places = (np.arange(count) + 0.5) * SAMPLE_RATE / 10.0 / _LIMIT_BLOCK
    smooth = ndimage.uniform_filter1d(
        reduction.astype(np.float64), SAMPLE_RATE // 10 // _LIMIT_BLOCK
    )
    return np.asarray(np.interp(places, np.arange(len(reduction)), smooth), np.float64)
