"""The ground that every sound stands on: the sample rate, levels, envelopes, noise, filters."""

from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import signal

__all__ = [
    "SAMPLE_RATE",
    "Audio",
    "air",
    "dying",
    "filtered",
    "gain",
    "hertz",
    "noise",
    "panned",
    "ramp",
    "samples_in",
    "swell",
]

SAMPLE_RATE: Final = 44_100

Audio: TypeAlias = NDArray[np.float32]
"""Samples, ±1 at full scale: one channel as (n,), two as (2, n)."""


def samples_in(seconds: float) -> int:
    """Count the samples in so many seconds."""
    return round(seconds * SAMPLE_RATE)


def hertz(pitch: float) -> float:
    """Return the frequency of a MIDI pitch in equal temperament, A4 = 440 Hz."""
    return float(440.0 * 2.0 ** ((pitch - 69.0) / 12.0))


def gain(decibels: float) -> float:
    """Return the factor that changes a level by so many decibels."""
    return float(10.0 ** (decibels / 20.0))


def noise(samples: int, seed: int, channels: int = 2) -> Audio:
    """Return white noise of ±1, always the same for a seed."""
    made = np.random.default_rng(seed).random((channels, samples), dtype=np.float32)
    return np.asarray(made * 2.0 - 1.0, np.float32)


def ramp(*points: tuple[float, float], samples: int) -> Audio:
    """Draw straight lines through points of (seconds, level), held after the last one."""
    drawn = np.full(samples, points[-1][1], np.float32)
    for (begin, low), (end, high) in pairwise(points):
        first, last = (min(samples_in(seconds), samples) for seconds in (begin, end))
        step = np.float32((high - low) / ((end - begin) * SAMPLE_RATE))
        drawn[first:last] = np.arange(last - first, dtype=np.float32) * step + np.float32(low)
    return drawn


def swell(samples: int, seconds: float) -> Audio:
    """Draw a level that comes up in a straight line, in two milliseconds at least, and stays."""
    return ramp((0.0, 0.0), (max(seconds, 0.002), 1.0), samples=samples)


def dying(samples: int, seconds: float) -> Audio:
    """Draw a level that falls by itself: to a third in `seconds`, and so on."""
    times = np.arange(samples, dtype=np.float32)
    return np.asarray(np.exp(times * (-1.0 / (seconds * SAMPLE_RATE))), np.float32)


def filtered(
    audio: Audio,
    kind: Literal["lowpass", "highpass", "bandpass"],
    frequency: float | tuple[float, float],
    order: int = 2,
) -> Audio:
    """Pass through a Butterworth filter: `lowpass`, `highpass` or `bandpass`, in hertz."""
    sections = _sections(kind, frequency, order)
    return np.asarray(signal.sosfilt(sections, audio, axis=-1), np.float32)


@lru_cache(maxsize=1024)
def _sections(
    kind: Literal["lowpass", "highpass", "bandpass"],
    frequency: float | tuple[float, float],
    order: int,
) -> Audio:
    """Work a filter out: for a short sound that takes longer than filtering it."""
    sections = signal.butter(order, frequency, kind, fs=SAMPLE_RATE, output="sos")
    return np.asarray(sections, np.float32)


_AIR_SECONDS = 4


def air(samples: int, band: tuple[float, float], start: int = 0) -> Audio:
    """Return noise in a band, both channels, from somewhere in a stretch of it that comes round."""
    stretch = _air(band)
    length = stretch.shape[1]
    start %= length
    turns = -(-(start + samples) // length)
    return np.tile(stretch, turns)[:, start : start + samples]


@lru_cache(maxsize=12)
def _air(band: tuple[float, float]) -> Audio:
    return filtered(noise(_AIR_SECONDS * SAMPLE_RATE, seed=round(band[0])), "bandpass", band, 1)


def panned(audio: Audio, place: float) -> Audio:
    """Place one channel between left (-1) and right (1), equally loud everywhere."""
    angle = (place + 1.0) * np.pi / 4.0
    return np.stack([audio * np.float32(np.cos(angle)), audio * np.float32(np.sin(angle))])
