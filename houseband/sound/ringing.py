"""Keys, bars and bells. Each function draws one note as it would ring by itself."""

from functools import lru_cache

import numpy as np

from houseband.sound.bodies import Body, gains
from houseband.sound.modes import ring
from houseband.sound.strikes import apart, knock
from houseband.sound.wave import SAMPLE_RATE, Audio, filtered, samples_in

__all__ = ["bells", "electric_piano", "marimba", "piano", "vibraphone"]

_SOUNDBOARD = Body(
    peaks=((95.0, 4.0, 40.0), (210.0, 2.0, 80.0), (2600.0, 2.5, 900.0)),
    low=50.0,
    high=5200.0,
    ripple=2.6,
    aside=0.6,
    seed=21,
)


def piano(hz: float, samples: int, velocity: float) -> Audio:
    """Two or three strings a note, stiff and a little apart, which a hammer of felt sets on a soundboard.

    Together they fall fast; what is left between them, and across the strings, rings on.
    """
    n = np.arange(1, int(min(36, 9000.0 / hz)) + 2, dtype=np.float64)
    stiff = n * hz * np.sqrt(1.0 + 0.00032 * (hz / 260.0) ** 0.9 * n**2)
    softness = 500.0 + 0.9 * hz + 3400.0 * velocity**1.7
    hammer = (np.abs(np.sin(np.pi * n * 0.118)) + 0.03) / n**0.9
    levels = hammer / (1.0 + (n * hz / softness) ** 2)
    decays = (7.5 * (220.0 / hz) ** 0.6) / (1.0 + 0.1 * n + 0.0003 * n * hz)
    strings = ((1.0, 1.0, 0.6, None), (1.00035, 0.8, 0.8, 24), (0.99968, 0.42, 2.3, 12))
    freely = np.concatenate([stiff[:most] * detune for detune, _, _, most in strings])
    heard = np.concatenate([levels[:most] * level for _, level, _, most in strings])
    tone = ring(
        freely,
        heard * gains(_SOUNDBOARD, freely),
        np.concatenate([decays[:most] * longer for _, _, longer, most in strings]),
        samples,
        apart(freely, 2.6, round(hz)) + 0.9 * np.sin(freely),
    )
    lean = float(np.clip(np.log2(hz / 260.0) * 0.16, -0.35, 0.35))
    tone *= np.array([[1.0 - lean], [1.0 + lean]], np.float32)
    tone += knock(samples, 95.0, 0.045, 0.14 * velocity)
    tone += knock(samples, 1100.0 + hz * 0.5, 0.009, 0.07 * velocity**1.5)
    return tone * np.float32(0.8)


def electric_piano(hz: float, samples: int, velocity: float) -> Audio:
    """A tine before a pickup, which it drives until it barks; a tremolo from side to side."""
    sides = []
    force = 0.35 + 1.5 * velocity**1.5
    decay = 6.5 * (260.0 / hz) ** 0.45
    for detune, phase in ((1.0004, 0.0), (0.9997, 0.9)):
        tine = ring(
            np.array([1.0, 2.0, 6.27, 17.5]) * hz * detune,
            [1.0, 0.05, 0.06 + 0.1 * velocity, 0.03 * velocity],
            [decay, 0.6 * decay, 0.42, 0.12],
            samples,
            phase,
        )
        sides.append(np.tanh(force * tine + 0.42) / np.float32(force**0.6))
    tone = filtered(np.stack(sides) - sides[0][:1], "highpass", 40.0, 1)
    tone += knock(samples, 2900.0, 0.006, 0.03 * velocity)
    tone[:, :90] *= np.linspace(0.0, 1.0, 90, dtype=np.float32)[:samples]
    return np.asarray(tone * _sway(samples), np.float32)


@lru_cache(maxsize=2)
def _sway(samples: int) -> Audio:
    """Draw the tremolo of a suitcase piano: what one side loses the other one gains."""
    sway = 0.14 * np.sin(2.0 * np.pi * 4.6 * np.arange(samples, dtype=np.float32) / SAMPLE_RATE)
    return np.stack([1.0 + sway, 1.0 - sway]).astype(np.float32)


def bells(hz: float, samples: int, velocity: float) -> Audio:
    """A bar of steel: each of its modes is a pair that doesn't quite agree, under a hard mallet."""
    ratios = np.array([1.0, 2.756, 5.404, 8.933, 13.34, 18.64])
    levels = np.array([0.7, 0.34, 0.22, 0.12, 0.06, 0.03]) * (0.35 + 0.65 * velocity) ** np.arange(
        6
    )
    decays = np.array([3.2, 1.7, 0.8, 0.4, 0.22, 0.12]) * (900.0 / max(hz, 300.0)) ** 0.5
    pairs = np.concatenate([ratios * hz, ratios * hz * 1.0013 + 0.35])
    tone = ring(
        pairs,
        np.concatenate([levels, 0.55 * levels]),
        np.concatenate([decays, 0.85 * decays]),
        samples,
        apart(pairs, 3.0, round(hz)),
    )
    return tone + knock(samples, 7500.0, 0.004, 0.05 * velocity)


def vibraphone(hz: float, samples: int, velocity: float) -> Audio:
    """Aluminium under soft yarn, over tubes whose lids a motor turns slowly."""
    ratios = np.array([1.0, 1.0008, 3.984, 10.62, 18.1])
    tone = ring(
        hz * ratios,
        np.array([0.8, 0.2, 0.3 * velocity, 0.09 * velocity**2, 0.03 * velocity**2]),
        np.array([5.2, 5.2, 1.5, 0.4, 0.15]) * (350.0 / hz) ** 0.3,
        samples,
        apart(hz * ratios, 2.4, round(hz)),
    )
    turn = 1.0 + 0.24 * np.sin(
        2.0 * np.pi * 5.1 * np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    )
    return np.asarray(tone * turn, np.float32) + knock(samples, 480.0, 0.012, 0.05 * velocity)


def marimba(hz: float, samples: int, velocity: float) -> Audio:
    """Rosewood over a resonator, tuned two octaves and more apart."""
    ratios = np.array([1.0, 3.93, 9.24, 16.2])
    tone = ring(
        hz * ratios,
        np.array([1.0, 0.34, 0.16, 0.07]) * (0.3 + 0.7 * velocity) ** np.arange(4),
        np.array([1.3, 0.28, 0.09, 0.04]) * (330.0 / hz) ** 0.55,
        samples,
        apart(hz * ratios, 2.4, round(hz)),
    )
    length = min(samples, samples_in(0.12))
    tone[:, :length] += knock(length, 850.0, 0.011, 0.16 * velocity)
    return tone
