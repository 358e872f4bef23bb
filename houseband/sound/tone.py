"""The tone of a genre: the curve that its records follow, and the filter that bends a mix towards it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from houseband.sound.blocks import Response
from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["OCTAVES", "bend_towards", "curve_of", "octaves_in", "tone_filter"]

OCTAVES: Final = (31.5, 63.0, 125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 15_000.0)
_CURVE = (-9.0, 0.0, 0.0, -2.0, -4.0, -6.0, -8.5, -11.5, -15.0, -22.0)
"""How records lie on average: decibels in each octave, against that around 100 Hz."""
_COLOURS = {
    "lo-fi": (0, 0, 1, 1.5, 1, 0, -1.5, -4, -8, -14),
    "ambient": (-2, -2, -1, 1, 2, 1, -1, -3.5, -7.5, -11),
    "jazz": (-3, -2, 0, 0.5, 1, 1, 0.5, 0, -0.5, -1),
    "folk": (-5, -4, -1, 1, 1, 1.5, 1.5, 1, 0, 0),
    "rock": (-3, -1, 0, 0, 1, 1.5, 2, 1.5, 0, -1),
    "cinematic": (-1, 0, 0, 1, 1, 0.5, 0, -1, -3, -5),
    "house": (2, 2, 0, -1, -1, 0, 0, 0.5, 1, 1),
    "techno": (3, 3, 1, -1, -1, -0.5, 0, 0.5, 1, 1),
    "trap": (4, 3, 0.5, -1, -1, 0, 0, 0.5, 1, 1),
    "metal": (-2, 0, 0, -0.5, 0.5, 1.5, 2.5, 2, 0.5, -1),
    "country": (-4, -2, 0, 0.5, 1, 1.5, 1.5, 1, 0.5, 0),
    "chiptune": (-4, -1, 0, 0, 1, 2, 2, 2, 1, 0),
    "classical": (-4, -3, -1, 1, 1.5, 1, 0, -1, -2, -3),
    "hip-hop": (3, 3, 1, -1, -1, 0, 0, 0, 0, 0),
    "drum and bass": (2, 2, 0, -1, -1, 0, 0, 1, 1, 1),
    "ballad": (-4, -3, -1, 1, 1, 1, 0.5, 0, -1, -1),
}
_LIGHT = np.linspace(-1.0, 1.0, len(OCTAVES)) * 3.5
"""What full brightness adds to each octave."""
_MOST = np.array([6.0] * 7 + [7.0, 9.0, 9.0])
"""Decibels by which no octave is bent further: where records have air, drawn sounds have little."""
_SHARE = 0.85
"""How much of the way to its genre a mix is bent."""


def curve_of(genre: str, brightness: float) -> NDArray[np.float64]:
    """Return how a genre's records lie: decibels in each of `OCTAVES`, against that around 100 Hz."""
    colour = _COLOURS.get(genre, (0.0,) * len(OCTAVES))
    return np.asarray(np.array(_CURVE) + np.array(colour) + brightness * _LIGHT)


def bend_towards(genre: str, brightness: float, octaves: NDArray[np.float64]) -> tuple[float, ...]:
    """Return the decibels that bring a mix most of the way to its genre, from its power in each octave."""
    difference = curve_of(genre, brightness) - 10.0 * np.log10(np.maximum(octaves, 1e-12))
    difference -= np.average(difference[1:8])
    return tuple(float(each) for each in np.clip(_SHARE * difference, -_MOST, _MOST).round(2))


def octaves_in(power: NDArray[np.float64], hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Add up a spectrum's power in each octave."""
    edges = [(hertz >= centre / 2**0.5) & (hertz < centre * 2**0.5) for centre in OCTAVES]
    return np.stack([power[..., each].sum(axis=-1) for each in edges], axis=-1)


_TAPS = 4096


def tone_filter(bend: tuple[float, ...]) -> Response:
    """Draw the filter that bends so and cuts what nobody hears, without a delay or an echo before strokes."""
    frequencies = np.array([1.0, 18.0, 26.0, *OCTAVES, 17_000.0, 18_500.0, SAMPLE_RATE / 2])
    decibels = np.array([-90.0, -40.0, bend[0], *bend, bend[-1], -60.0, -90.0])
    grid = np.maximum(np.fft.rfftfreq(4 * _TAPS, 1.0 / SAMPLE_RATE), 1.0)
    wanted = np.interp(np.log10(grid), np.log10(frequencies), decibels)
    taps = _as_early_as_can_be(wanted)[:_TAPS]
    taps[_TAPS // 2 :] *= np.cos(np.linspace(0.0, np.pi / 2, _TAPS // 2, dtype=np.float32))
    return Response(taps[None, :])


def _as_early_as_can_be(decibels: NDArray[np.float64]) -> Audio:
    """Find the filter of minimal phase with these levels, by way of its cepstrum."""
    cepstrum = np.fft.irfft(decibels * (np.log(10.0) / 20.0))
    half = len(cepstrum) // 2
    cepstrum[1:half] *= 2.0
    cepstrum[half + 1 :] = 0.0
    return np.fft.irfft(np.exp(np.fft.rfft(cepstrum))).astype(np.float32)
