"""Organ and synthesizers. Each draws one note without its end."""

from functools import lru_cache

import numpy as np

from houseband.sound.tables import SINE, phase_of, read, saw, sine, square, table_of
from houseband.sound.wave import Audio, air, dying, gain, panned, ramp, swell

__all__ = [
    "organ",
    "pluck",
    "stabs",
    "sub_bass",
    "supersaw",
    "synth_bass",
]

_DRAWBARS = np.array([0.45, 0.85, 0.4, 0.5, 0.0, 0.28, 0.0, 0.22])
"""16', 8', 5 1/3', 4', then 2 2/3' and 2': harmonics of the octave below."""


def organ(hz: float, samples: int, velocity: float) -> Audio:
    """Drawbars, the click of their contacts, and a horn that turns: nearer and louder, then farther."""
    table = _drawbars(round(velocity, 1))
    sides = []
    for start in (0.0, 0.4):
        turn = sine(5.9, samples, start)
        pitch = np.float32(0.5 * hz) * (1.0 + np.float32(0.0016) * sine(5.9, samples, start + 0.25))
        sides.append(read(table, phase_of(pitch, samples)) * (1.0 + np.float32(0.2) * turn))
    click = air(samples, (900.0, 4000.0))
    click *= 0.14 * velocity * dying(samples, 0.006)
    return (np.stack(sides) + click) * swell(samples, 0.006)


@lru_cache(maxsize=16)
def _drawbars(velocity: float) -> Audio:
    levels = _DRAWBARS * np.array([1.0] * 5 + [0.5 + 0.9 * velocity] * 3)
    return table_of(
        lambda n, _: np.where(n <= 8, levels[np.minimum(n, 8).astype(int) - 1], 0.0), 100.0
    )


def supersaw(hz: float, samples: int, velocity: float) -> Audio:
    """Seven saws across the room."""
    return _ensemble(hz, samples, cutoff=2600.0 + 5200.0 * velocity, cents=17.0) * swell(
        samples, 0.02
    )


def stabs(hz: float, samples: int, velocity: float) -> Audio:
    """A house chord: bright at first, gone soon."""
    bright = _ensemble(hz, samples, cutoff=2000.0 + 4200.0 * velocity, cents=10.0)
    dark = _ensemble(hz, samples, cutoff=500.0, cents=10.0)
    closing = dying(samples, 0.11)
    fall = dying(samples, 0.5)
    return (dark + (bright - dark) * closing) * fall * swell(samples, 0.004)


def pluck(hz: float, samples: int, velocity: float) -> Audio:
    """A short synthesizer note whose filter snaps shut."""
    phase = phase_of(hz, samples)
    second = phase_of(hz * 1.004, samples, 0.4)
    bright, dark = saw(hz, 3000.0 + 4500.0 * velocity), saw(hz, max(600.0, hz))
    closing = dying(samples, 0.07)
    fall = dying(samples, 0.32) * swell(samples, 0.003)
    sides = [read(dark, p) + (read(bright, p) - read(dark, p)) * closing for p in (phase, second)]
    return np.asarray(np.stack(sides) * fall, np.float32)


def synth_bass(hz: float, samples: int, velocity: float) -> Audio:
    """A saw and a square an octave down, with a filter that closes."""
    phase, low = phase_of(hz, samples), phase_of(hz, samples, 0.25)
    bright, dark = saw(hz, 1100.0 + 2200.0 * velocity), saw(hz, 260.0)
    closing = dying(samples, 0.16)
    tone = read(dark, phase) + (read(bright, phase) - read(dark, phase)) * (0.15 + 0.85 * closing)
    body = np.float32(0.55) * read(square(hz, 320.0), low)
    fall = ramp((0.0, 1.0), (0.3, 0.75), (2.0, 0.6), samples=samples)
    return panned(
        np.tanh(1.2 * (tone + body)).astype(np.float32) * fall * swell(samples, 0.004), 0.0
    )


def sub_bass(hz: float, samples: int, velocity: float) -> Audio:
    """A falling sine that a small speaker can hear too, because it is driven a little."""
    fall = hz * (1.0 + 0.9 * dying(samples, 0.018))
    sine = read(SINE, phase_of(fall.astype(np.float32), samples))
    driven = np.tanh((1.4 + 1.6 * velocity) * sine) / np.tanh(1.4 + 1.6 * velocity)
    second = 0.12 * read(SINE, phase_of((2.0 * fall).astype(np.float32), samples))
    body = ramp((0.0, 1.0), (0.4, 0.85), (2.5, 0.45), samples=samples)
    return panned((driven + second).astype(np.float32) * body * swell(samples, 0.004), 0.0)


def _ensemble(hz: float, samples: int, *, cutoff: float, cents: float) -> Audio:
    return _voices(saw(hz, cutoff), hz, samples, cents=cents)


_SPREAD = (
    (-1.0, 0.05, 0),
    (0.72, 0.41, 0),
    (-0.31, 0.77, 0),
    (0.0, 0.13, 1),
    (1.0, 0.59, 1),
    (-0.66, 0.9, 1),
)
"""Detuning, starting phase and side of each voice."""


def _voices(table: Audio, hz: float, samples: int, *, cents: float) -> Audio:
    """Read one table six times, three a side, each a little out of tune with the others."""
    sides = np.zeros((2, samples), np.float32)
    for detune, start, side in _SPREAD:
        pitch = hz * 2.0 ** (detune * cents / 1200.0)
        sides[side] += read(table, phase_of(pitch, samples, start))
    return sides * np.float32(gain(-8.0))
