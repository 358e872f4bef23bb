"""Strings that are plucked or picked, and the boxes, pickups and speakers they sound through."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from houseband.sound.bodies import Body, gains
from houseband.sound.modes import ring
from houseband.sound.strikes import apart, knock
from houseband.sound.tables import phase_of, read_between, waveform
from houseband.sound.wave import SAMPLE_RATE, Audio, dying, panned, ramp

__all__ = [
    "acoustic_guitar",
    "distorted_guitar",
    "electric_guitar",
    "finger_bass",
    "harp",
    "muted_guitar",
    "upright_bass",
]

_BOX = Body(
    peaks=((104.0, 7.0, 14.0), (205.0, 7.0, 24.0), (395.0, 4.0, 45.0), (2900.0, 3.0, 1100.0)),
    low=80.0,
    high=6000.0,
    steep=9.0,
    ripple=3.4,
    aside=0.6,
    seed=31,
)
_HARP = Body(peaks=((190.0, 3.0, 60.0),), low=70.0, high=4500.0, ripple=2.0, aside=0.6, seed=32)
_COMBO = Body(
    peaks=((120.0, 3.0, 50.0), (2600.0, 4.5, 900.0)),
    low=85.0,
    high=4400.0,
    steep=18.0,
    ripple=1.2,
    aside=0.5,
    seed=33,
)
"""An open amplifier with one speaker."""
_STACK = Body(
    peaks=((115.0, 8.0, 60.0), (420.0, -2.0, 160.0), (2300.0, 1.5, 700.0), (3600.0, 0.5, 700.0)),
    low=80.0,
    high=4300.0,
    steep=30.0,
    ripple=1.5,
    aside=0.8,
    seed=34,
)
"""A closed cabinet with four."""
_WOOD = Body(
    peaks=((62.0, 3.0, 14.0), (98.0, 6.0, 16.0), (176.0, 4.0, 30.0), (1900.0, 3.0, 700.0)),
    low=42.0,
    high=2400.0,
    ripple=2.5,
    aside=0.0,
    seed=35,
)
"""A double bass."""


def acoustic_guitar(hz: float, samples: int, velocity: float) -> Audio:
    """A steel string over a wooden box, under a pick."""
    tone = _string(
        hz,
        samples,
        pluck=0.17,
        bright=2600.0 + 6500.0 * velocity,
        decay=5.2,
        body=_BOX,
        wide=2.6,
        across=0.35,
    )
    tone += knock(samples, 165.0, 0.035, 0.09 * velocity)
    return tone + knock(samples, 4200.0, 0.006, 0.09 * velocity)


def electric_guitar(hz: float, samples: int, velocity: float) -> Audio:
    """A clean electric: two pickups, and a small amplifier that is turned up a little."""
    tone = _string(
        hz,
        samples,
        pluck=0.21,
        bright=2600.0 + 4200.0 * velocity,
        decay=6.0,
        body=_COMBO,
        pickup=0.26,
        wide=2.4,
    )
    driven = np.tanh((1.0 + 0.9 * velocity) * tone).astype(np.float32)
    return np.asarray(driven + knock(samples, 3100.0, 0.005, 0.03 * velocity), np.float32)


def muted_guitar(hz: float, samples: int, velocity: float) -> Audio:
    """Strings under the palm: the higher a partial, the sooner it is gone."""
    tone = _string(
        hz,
        samples,
        pluck=0.14,
        bright=1800.0 + 4200.0 * velocity,
        decay=0.5,
        body=_COMBO,
        pickup=0.2,
        wide=2.4,
        damped=4.0,
    )
    tone += knock(samples, 130.0, 0.03, 0.1 * velocity)
    return tone + knock(samples, 2600.0, 0.006, 0.08 * velocity)


_DRIVES = 5
"""Waveforms of an overdriven string, from one that dies away to one that was just struck."""


def distorted_guitar(hz: float, samples: int, velocity: float) -> Audio:
    """Two takes of an overdriven guitar, left and right, each through its own cabinet.

    An amplifier bends a string's whole cycle at once: so its waveforms are bent, freed of all that would
    fold back, and read as the string dies away.
    """
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    struck = np.exp(times / np.float32(-1.9 * (110.0 / hz) ** 0.35)) * np.float32(
        0.75 + 0.25 * velocity
    )
    place = np.asarray(struck * np.float32(_DRIVES - 1), np.float32)
    fall = ramp((0.0, 0.0), (0.004, 1.15), (0.06, 1.0), (6.0, 0.6), samples=samples)
    sides = []
    for side, detune, late in ((0, 1.0013, 0.0), (1, 0.9989, 0.43)):
        bend = np.float32(hz * detune) * (1.0 + np.float32(0.004) * dying(samples, 0.035))
        phase = phase_of(bend, samples, late)
        sides.append(read_between(_driven(round(12 * np.log2(hz)), side), phase, place) * fall)
    return np.stack(sides) + knock(samples, 2300.0, 0.008, 0.12 * velocity)


@lru_cache(maxsize=24)
def _driven(semitone: int, side: int) -> Audio:
    """Draw the waveforms for a pitch: more drive is squarer, and no louder."""
    hz = 2.0 ** (semitone / 12.0)
    n = np.arange(1, 24, dtype=np.float64)
    string = waveform(np.abs(np.sin(np.pi * n * 0.13)) * np.sin(np.pi * n * 0.22) / n)
    string = string / np.abs(string).max()
    shades = []
    for drive in (0.8, 2.5, 6.0, 12.0, 20.0):
        bent = np.tanh(drive * string + 0.25) - np.tanh(0.25)
        partials = np.fft.rfft(bent)[: int(9000.0 / hz) + 1]
        partials[0] = 0.0
        heard = gains(_STACK, np.arange(len(partials)) * hz)[side]
        cycle = np.fft.irfft(partials * heard, len(bent))
        shades.append(cycle * (0.5 * min(drive, 3.0) / 3.0 / np.sqrt(np.mean(cycle**2))))
    return np.concatenate([*shades, shades[-1]]).astype(np.float32)


def harp(hz: float, samples: int, velocity: float) -> Audio:
    """Gut plucked near the middle."""
    tone = _string(
        hz,
        samples,
        pluck=0.38,
        bright=1900.0 + 3200.0 * velocity,
        decay=4.6,
        body=_HARP,
        wide=2.4,
        across=0.3,
    )
    return tone + knock(samples, 900.0, 0.008, 0.04 * velocity)


def finger_bass(hz: float, samples: int, velocity: float) -> Audio:
    """An electric bass, played with the fingers."""
    tone = _string(
        hz, samples, pluck=0.2, bright=900.0 + 2600.0 * velocity, decay=4.2, pickup=0.12, damped=1.5
    )[0]
    driven = np.tanh(1.6 * tone).astype(np.float32) * np.float32(0.75)
    finger = knock(samples, 750.0, 0.012, 0.07 * velocity) + knock(
        samples, 2600.0, 0.004, 0.03 * velocity
    )
    return panned(driven + finger[0], 0.0)


def upright_bass(hz: float, samples: int, velocity: float) -> Audio:
    """A double bass, plucked: more wood, less string, and a growl while it is loud."""
    tone = _string(
        hz,
        samples,
        pluck=0.31,
        bright=600.0 + 1700.0 * velocity,
        decay=2.6,
        body=_WOOD,
        damped=1.4,
        across=0.3,
    )[0]
    growl = np.tanh(1.1 * tone).astype(np.float32)
    finger = knock(samples, 150.0, 0.03, 0.1 * velocity) + knock(
        samples, 1500.0, 0.009, 0.06 * velocity
    )
    return panned(growl + finger[0], 0.0)


_ACROSS = 14
"""Partials that are heard to swing across the plane, too."""


def _string(
    hz: float,
    samples: int,
    *,
    pluck: float,
    bright: float,
    decay: float,
    body: Body | None = None,
    pickup: float | None = None,
    wide: float = 0.0,
    damped: float = 1.0,
    across: float = 0.0,
) -> Audio:
    """Draw a plucked string, both channels.

    Where it is plucked and heard, as parts of its length; how bright, in hertz; how long it rings at A3;
    how much sooner its highs are gone; how much of it also swings across the plane it was plucked in,
    a little out of tune and longer.
    """
    n = np.arange(1, int(min(52, 10_000.0 / hz)) + 2, dtype=np.float64)
    stretched = n * hz * np.sqrt(1.0 + 0.00006 * n**2)
    levels = np.abs(np.sin(np.pi * n * pluck)) / n / (1.0 + (n * hz / bright) ** 2)
    if pickup is not None:
        levels = levels * (0.12 + np.abs(np.sin(np.pi * n * pickup)))
    levels = levels * (0.9 / max(levels.sum() ** 0.5, 1e-6))
    decays = decay * (220.0 / hz) ** 0.5 / (1.0 + damped * (0.05 * n + 0.00035 * n * hz))
    if across:
        stretched = np.r_[stretched, stretched[:_ACROSS] * 1.0007]
        decays = np.r_[decays, 1.7 * decays[:_ACROSS]]
        levels = np.r_[levels, across * levels[:_ACROSS]]
    heard = _both(levels, stretched, body)
    phases = apart(stretched, wide, round(hz)) + 0.5 * np.resize(n, len(stretched))
    return ring(stretched, heard, decays, samples, phases)


def _both(
    levels: NDArray[np.float64], partials: NDArray[np.float64], body: Body | None
) -> NDArray[np.float64]:
    """Return what each ear hears of partials."""
    return np.stack([levels, levels]) if body is None else levels * gains(body, partials)
