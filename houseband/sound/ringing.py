"""Instruments that are struck or plucked. Each function draws one note as it would ring by itself."""

import numpy as np

from houseband.sound.modes import ring
from houseband.sound.wave import Audio, dying, filtered, noise, panned, ramp, samples_in

__all__ = [
    "acoustic_guitar",
    "bells",
    "distorted_guitar",
    "electric_guitar",
    "electric_piano",
    "finger_bass",
    "harp",
    "marimba",
    "muted_guitar",
    "piano",
    "upright_bass",
    "vibraphone",
]


def piano(hz: float, samples: int, velocity: float) -> Audio:
    """Two strings a note, stiff and a little apart, after the thump of a hammer."""
    count = int(min(34, 9000.0 / hz)) + 1
    n = np.arange(1, count + 1, dtype=np.float64)
    stiff = n * hz * np.sqrt(1.0 + 0.00035 * (hz / 260.0) ** 0.6 * n**2)
    hammer = np.abs(np.sin(np.pi * n * 0.12)) + 0.05
    levels = hammer / n * np.exp(-n * hz / (1100.0 + 3800.0 * velocity**1.6))
    decays = (9.0 * (220.0 / hz) ** 0.55) / (1.0 + 0.13 * n + 0.00022 * n * hz)
    left = ring(
        np.r_[stiff * 1.0003, stiff * 0.99975],
        np.r_[levels, 0.5 * levels],
        np.r_[decays, 2.1 * decays],
        samples,
    )
    right = ring(
        np.r_[stiff * 0.9996, stiff * 1.00035],
        np.r_[levels, 0.5 * levels],
        np.r_[decays, 1.9 * decays],
        samples,
        0.4,
    )
    thump = _knock(samples, 130.0 + hz * 0.35, 0.05, 0.10 * velocity)
    lean = float(np.clip((np.log2(hz / 260.0)) * 0.12, -0.35, 0.35))
    return np.stack([left * np.float32(1 - lean), right * np.float32(1 + lean)]) + thump


def electric_piano(hz: float, samples: int, velocity: float) -> Audio:
    """A tine that bites when struck hard, a slow tremolo from side to side."""
    n = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    bite = 0.25 + 0.75 * velocity**1.5
    levels = np.array(
        [1.0, 0.34 * bite, 0.16 * bite, 0.1 * bite**2, 0.05 * bite**2, 0.02 * bite**2]
    )
    decays = 5.5 * (260.0 / hz) ** 0.35 / (1.0 + 0.55 * (n - 1.0))
    body = ring(n * hz, levels, decays, samples)
    tine = ring(hz * np.array([7.13, 14.9]), np.array([0.13, 0.035]) * bite, [0.55, 0.2], samples)
    tone = body + tine * ramp((0.0, 1.0), (0.5, 0.3), samples=samples)
    tone += _knock(samples, 420.0, 0.02, 0.05 * velocity)[0]
    sway = 0.16 * np.sin(2.0 * np.pi * 4.6 * np.arange(samples, dtype=np.float32) / 44_100)
    return np.stack([tone * (1.0 + sway), tone * (1.0 - sway)]).astype(np.float32)


def acoustic_guitar(hz: float, samples: int, velocity: float) -> Audio:
    """A steel string over a wooden box."""
    string = _string(hz, samples, pluck=0.17, bright=3200.0 + 3800.0 * velocity, decay=4.2)
    box = ring([104.0, 212.0, 398.0], [0.10, 0.08, 0.03], [0.22, 0.16, 0.1], samples)
    pick = _knock(samples, 3600.0, 0.008, 0.09 * velocity)
    return _widened(string + box * np.float32(velocity), hz) + pick


def electric_guitar(hz: float, samples: int, velocity: float) -> Audio:
    """A clean electric: rounder than the acoustic, and longer."""
    string = _string(hz, samples, pluck=0.24, bright=2400.0 + 2600.0 * velocity, decay=5.0)
    return _widened(np.tanh(1.4 * string).astype(np.float32), hz)


def muted_guitar(hz: float, samples: int, velocity: float) -> Audio:
    """Strings under the palm."""
    string = _string(hz, samples, pluck=0.2, bright=1500.0 + 2600.0 * velocity, decay=0.55)
    return _widened(string, hz) + _knock(samples, 2400.0, 0.01, 0.06 * velocity)


def distorted_guitar(hz: float, samples: int, velocity: float) -> Audio:
    """Two takes of an overdriven guitar, left and right, through a speaker cabinet."""
    sides = []
    for detune, phase in ((1.0011, 0.0), (0.9989, 1.1)):
        string = _string(hz * detune, samples, pluck=0.21, bright=4200.0, decay=7.0, phase=phase)
        driven = np.tanh((6.0 + 6.0 * velocity) * string)
        sides.append(
            filtered(filtered(driven.astype(np.float32), "lowpass", 4300.0, 3), "highpass", 90.0)
        )
    return np.stack(sides) * np.float32(0.5)


def harp(hz: float, samples: int, velocity: float) -> Audio:
    """Gut plucked near the middle."""
    return _widened(
        _string(hz, samples, pluck=0.42, bright=2600.0 + 1800.0 * velocity, decay=3.6), hz
    )


def bells(hz: float, samples: int, velocity: float) -> Audio:
    """A glockenspiel's bar, with the shimmer of two that don't quite agree."""
    ratios = np.array([1.0, 1.003, 2.756, 5.404, 8.93])
    levels = np.array([0.7, 0.45, 0.4 * velocity, 0.18 * velocity, 0.06 * velocity])
    decays = np.array([2.6, 2.2, 1.0, 0.45, 0.2]) * (900.0 / max(hz, 300.0)) ** 0.4
    return _widened(ring(ratios * hz, levels, decays, samples), hz)


def vibraphone(hz: float, samples: int, velocity: float) -> Audio:
    """A soft mallet and a motor that turns slowly."""
    tone = ring(
        hz * np.array([1.0, 3.984, 10.6]),
        [0.9, 0.22 * velocity, 0.05 * velocity],
        [4.2, 1.0, 0.3],
        samples,
    )
    turn = 1.0 + 0.22 * np.sin(2.0 * np.pi * 5.2 * np.arange(samples, dtype=np.float32) / 44_100)
    return _widened((tone * turn).astype(np.float32), hz)


def marimba(hz: float, samples: int, velocity: float) -> Audio:
    """Rosewood over a resonator."""
    tone = ring(
        hz * np.array([1.0, 3.93, 9.24]),
        [1.0, 0.3 * velocity, 0.1 * velocity],
        [0.9, 0.2, 0.08],
        samples,
    )
    return _widened(tone, hz) + _knock(samples, 700.0, 0.015, 0.12 * velocity)


def finger_bass(hz: float, samples: int, velocity: float) -> Audio:
    """An electric bass, played with the fingers."""
    string = _string(hz, samples, pluck=0.22, bright=750.0 + 1500.0 * velocity, decay=3.4)
    tone = np.tanh(1.8 * string).astype(np.float32) * np.float32(0.7)
    return panned(tone, 0.0) + _knock(samples, 900.0, 0.012, 0.05 * velocity)


def upright_bass(hz: float, samples: int, velocity: float) -> Audio:
    """A double bass, plucked: more wood, less string."""
    string = _string(hz, samples, pluck=0.36, bright=420.0 + 1200.0 * velocity, decay=1.9)
    wood = ring([98.0, 176.0], [0.18, 0.08], [0.14, 0.1], samples)
    return panned(string + wood, 0.0) + _knock(samples, 1500.0, 0.012, 0.05 * velocity)


def _string(
    hz: float, samples: int, *, pluck: float, bright: float, decay: float, phase: float = 0.0
) -> Audio:
    """Draw a plucked string: where it is plucked, how bright in hertz, how long it rings at A3."""
    n = np.arange(1, int(min(60, 10_000.0 / hz)) + 2, dtype=np.float64)
    stretched = n * hz * np.sqrt(1.0 + 0.00006 * n**2)
    levels = np.abs(np.sin(np.pi * n * pluck)) / n / (1.0 + (n * hz / bright) ** 2)
    decays = decay * (220.0 / hz) ** 0.5 / (1.0 + 0.05 * n + 0.00035 * n * hz)
    tone = ring(stretched, levels, decays, samples, phase + 0.5 * n)
    return tone * np.float32(0.9 / max(levels.sum() ** 0.5, 1e-6))


def _knock(samples: int, hz: float, seconds: float, level: float) -> Audio:
    """Draw the noise of what strikes, as a short band of noise in both channels."""
    length = min(samples, samples_in(seconds * 5.0))
    knock = np.zeros((2, samples), np.float32)
    burst = noise(length, seed=round(hz)) * dying(length, seconds)
    knock[:, :length] = filtered(
        burst.astype(np.float32), "bandpass", (hz * 0.6, min(hz * 1.6, 18_000.0))
    ) * np.float32(level * 4.0)
    return knock


def _widened(tone: Audio, hz: float) -> Audio:
    """Give one channel a place that goes with its pitch, and a little of itself late on the other side."""
    late = np.zeros_like(tone)
    delay = 180 + int(hz) % 150
    if len(tone) > delay:
        late[delay:] = tone[:-delay]
    side = np.float32(0.18)
    return np.stack([tone + side * late, tone - side * late])
