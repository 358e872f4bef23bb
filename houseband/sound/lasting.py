"""Instruments that hold a note: pads, strings, organ, synthesizers. Each draws one note without its end."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from houseband.sound.bodies import Body, gains
from houseband.sound.crowds import HERTZ, Shades, crowd, held
from houseband.sound.tables import phase_of, read, saw, square, table_of
from houseband.sound.wave import Audio, air, dying, gain, panned, ramp

__all__ = [
    "choir",
    "glass_pad",
    "horns",
    "low_strings",
    "organ",
    "pad",
    "pluck",
    "stabs",
    "strings",
    "sub_bass",
    "supersaw",
    "synth_bass",
]

_CROWDS: Final = 2
"""Pitches of which a crowd is remembered, two megabytes each: notes come back soon or not at all."""


def pad(hz: float, samples: int, velocity: float) -> Audio:
    """Warm saws, slowly opening."""
    opening = ramp((0.0, 0.1), (1.2, 0.55), (3.0, 0.3), (6.0, 0.6), samples=samples)
    light = opening * np.float32(0.35 + 0.65 * velocity)
    tone = held(_pads(hz), samples, _somewhere(hz), light) + _breeze(samples, velocity)
    return tone * _swell(samples, 0.35)


@lru_cache(maxsize=_CROWDS)
def _pads(hz: float) -> Shades:
    return crowd(
        hz, 11.0, lambda n: 1.0 / n, _below(max(480.0, 1.4 * hz)), _below(3200.0), wide=0.55
    )


def _breeze(samples: int, velocity: float) -> Audio:
    """Return the air that is above a pad."""
    return air(samples, (4500.0, 13_000.0)) * np.float32(0.012 + 0.018 * velocity)


def glass_pad(hz: float, samples: int, velocity: float) -> Audio:
    """High, thin and beating, like a wet rim."""
    beat = 0.5 + 0.35 * _sine(0.23, samples, hz / 700.0)
    tone = held(_glasses(hz), samples, _somewhere(hz), beat * (0.5 + 0.5 * velocity))
    return (tone + _breeze(samples, velocity)) * _swell(samples, 0.6)


@lru_cache(maxsize=_CROWDS)
def _glasses(hz: float) -> Shades:
    rims = np.array([1.0, 0.5, 0.26, 0.22, 0.06, 0.14, 0.03, 0.08])
    return crowd(
        hz,
        4.0,
        lambda n: np.where(n <= len(rims), rims[np.minimum(n, len(rims)).astype(int) - 1], 0.0),
        _below(700.0),
        np.ones(len(HERTZ), np.float32),
        wide=0.7,
    )


_STRINGS = Body(
    peaks=((280.0, 4.0, 60.0), (500.0, 4.0, 90.0), (1100.0, 2.0, 300.0), (2700.0, 5.0, 900.0)),
    low=150.0,
    high=5000.0,
    ripple=1.5,
    aside=0.0,
    seed=41,
)
_LOW_STRINGS = Body(
    peaks=((105.0, 4.0, 25.0), (210.0, 4.0, 50.0), (600.0, 2.0, 160.0), (1600.0, 4.0, 600.0)),
    low=50.0,
    high=2800.0,
    ripple=1.5,
    aside=0.0,
    seed=42,
)
_BELLS = Body(peaks=((500.0, 3.0, 200.0), (1250.0, 5.0, 500.0)), low=120.0, high=4200.0, seed=43)
"""Those of horns and trombones."""
_THROATS = Body(
    peaks=((620.0, 11.0, 130.0), (1080.0, 9.0, 150.0), (2700.0, 9.0, 300.0), (3500.0, 6.0, 400.0)),
    low=130.0,
    high=4200.0,
    seed=44,
)
"""Many on "ah"."""


def strings(hz: float, samples: int, velocity: float) -> Audio:
    """A section of bowed strings: rosin first, then a tone that grows while it lasts."""
    attack = 0.2 - 0.13 * velocity
    growing = ramp((0.0, 0.5), (attack, 0.85), (0.6, 0.7), (3.0, 1.0), samples=samples)
    tone = held(_violins(hz), samples, _somewhere(hz), growing * (0.25 + 0.75 * velocity))
    bow = air(samples, (1700.0, 7000.0), _somewhere(hz))
    bow *= 0.012 + 0.05 * velocity * dying(samples, 0.07)
    return (tone + bow) * _swell(samples, attack)


@lru_cache(maxsize=_CROWDS)
def _violins(hz: float) -> Shades:
    return crowd(hz, 13.0, _bow, _heard_through(_STRINGS, 1700.0), _heard_through(_STRINGS, 9000.0))


def low_strings(hz: float, samples: int, velocity: float) -> Audio:
    """Cellos and basses in octaves."""
    growing = ramp((0.0, 0.6), (0.12, 0.9), (0.6, 0.65), (3.0, 0.9), samples=samples)
    tone = held(_cellos(hz), samples, _somewhere(hz), growing * (0.2 + 0.8 * velocity))
    bow = air(samples, (500.0, 2600.0), _somewhere(hz))
    bow *= 0.008 + 0.07 * velocity * dying(samples, 0.05)
    return (tone + bow) * _swell(samples, 0.11 - 0.06 * velocity)


@lru_cache(maxsize=_CROWDS)
def _cellos(hz: float) -> Shades:
    return crowd(
        hz,
        6.0,
        lambda n: _bow(n) * np.where(n % 2 == 0, 1.6, 1.0),
        _heard_through(_LOW_STRINGS, 600.0),
        _heard_through(_LOW_STRINGS, 3500.0),
        wide=0.7,
    )


def choir(hz: float, samples: int, velocity: float) -> Audio:
    """Many voices on "ah", far back."""
    opening = ramp((0.0, 0.2), (0.5, 0.6), (3.0, 0.9), samples=samples)
    tone = held(_voices_together(hz), samples, _somewhere(hz), opening * (0.3 + 0.7 * velocity))
    breath = air(samples, (2200.0, 7000.0), _somewhere(hz)) * np.float32(0.012)
    return (tone + breath) * _swell(samples, 0.26)


@lru_cache(maxsize=_CROWDS)
def _voices_together(hz: float) -> Shades:
    return crowd(
        hz,
        19.0,
        lambda n: n**-1.1,
        _heard_through(_THROATS, 1200.0),
        _heard_through(_THROATS, 6000.0),
    )


def horns(hz: float, samples: int, velocity: float) -> Audio:
    """Brass together: brighter as they swell, brightest where they strike."""
    blare = ramp((0.0, 0.0), (0.05, 0.5), (0.1, 1.0), (0.35, 0.55), (1.5, 0.8), samples=samples)
    tone = held(_brass(hz), samples, _somewhere(hz), blare * np.float32(velocity**1.3))
    return tone * ramp((0.0, 0.0), (0.045, 1.1), (0.2, 0.9), (1.6, 1.0), samples=samples)


@lru_cache(maxsize=_CROWDS)
def _brass(hz: float) -> Shades:
    return crowd(
        hz,
        5.0,
        lambda n: np.exp(-(n - 1.0) / 9.0),
        _heard_through(_BELLS, 750.0),
        _heard_through(_BELLS, 7000.0),
        wide=0.6,
    )


def _bow(n: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1.0 / n, np.float64)


def _below(cutoff: float) -> Audio:
    """Let pass what lies below, as a filter of 12 dB an octave does."""
    return np.asarray(1.0 / (1.0 + (HERTZ / cutoff) ** 2), np.float32)


@lru_cache(maxsize=8)
def _heard_through(body: Body, cutoff: float) -> Audio:
    return np.asarray(gains(body, HERTZ)[0] * _below(cutoff), np.float32)


def _somewhere(hz: float) -> int:
    """Choose where in its loop a note starts, so that the notes of a chord don't go together."""
    return int(hz * 7919.0) % 100_003


_DRAWBARS = np.array([0.45, 0.85, 0.4, 0.5, 0.0, 0.28, 0.0, 0.22])
"""16', 8', 5 1/3', 4', then 2 2/3' and 2': harmonics of the octave below."""


def organ(hz: float, samples: int, velocity: float) -> Audio:
    """Drawbars, the click of their contacts, and a horn that turns: nearer and louder, then farther."""
    table = _drawbars(round(velocity, 1))
    sides = []
    for start in (0.0, 0.4):
        turn = _sine(5.9, samples, start)
        pitch = np.float32(0.5 * hz) * (
            1.0 + np.float32(0.0016) * _sine(5.9, samples, start + 0.25)
        )
        sides.append(read(table, phase_of(pitch, samples)) * (1.0 + np.float32(0.2) * turn))
    click = air(samples, (900.0, 4000.0))
    click *= 0.14 * velocity * dying(samples, 0.006)
    return (np.stack(sides) + click) * _swell(samples, 0.006)


@lru_cache(maxsize=16)
def _drawbars(velocity: float) -> Audio:
    levels = _DRAWBARS * np.array([1.0] * 5 + [0.5 + 0.9 * velocity] * 3)
    return table_of(
        lambda n, _: np.where(n <= 8, levels[np.minimum(n, 8).astype(int) - 1], 0.0), 100.0
    )


def supersaw(hz: float, samples: int, velocity: float) -> Audio:
    """Seven saws across the room."""
    return _ensemble(hz, samples, cutoff=2600.0 + 5200.0 * velocity, cents=17.0) * _swell(
        samples, 0.02
    )


def stabs(hz: float, samples: int, velocity: float) -> Audio:
    """A house chord: bright at first, gone soon."""
    bright = _ensemble(hz, samples, cutoff=2000.0 + 4200.0 * velocity, cents=10.0)
    dark = _ensemble(hz, samples, cutoff=500.0, cents=10.0)
    closing = dying(samples, 0.11)
    fall = dying(samples, 0.5)
    return (dark + (bright - dark) * closing) * fall * _swell(samples, 0.004)


def pluck(hz: float, samples: int, velocity: float) -> Audio:
    """A short synthesizer note whose filter snaps shut."""
    phase = phase_of(hz, samples)
    second = phase_of(hz * 1.004, samples, 0.4)
    bright, dark = saw(hz, 3000.0 + 4500.0 * velocity), saw(hz, max(600.0, hz))
    closing = dying(samples, 0.07)
    fall = dying(samples, 0.32) * _swell(samples, 0.003)
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
        np.tanh(1.2 * (tone + body)).astype(np.float32) * fall * _swell(samples, 0.004), 0.0
    )


def sub_bass(hz: float, samples: int, velocity: float) -> Audio:
    """A falling sine that a small speaker can hear too, because it is driven a little."""
    fall = hz * (1.0 + 0.9 * dying(samples, 0.018))
    sine = read(_SINE, phase_of(fall.astype(np.float32), samples))
    driven = np.tanh((1.4 + 1.6 * velocity) * sine) / np.tanh(1.4 + 1.6 * velocity)
    second = 0.12 * read(_SINE, phase_of((2.0 * fall).astype(np.float32), samples))
    body = ramp((0.0, 1.0), (0.4, 0.85), (2.5, 0.45), samples=samples)
    return panned((driven + second).astype(np.float32) * body * _swell(samples, 0.004), 0.0)


_SINE = table_of(lambda n, _: np.where(n == 1.0, 1.0, 0.0), 100.0) / np.float32(np.sqrt(0.5))


def _sine(hz: float, samples: int, start: float) -> Audio:
    return read(_SINE, phase_of(hz, samples, start))


def _swell(samples: int, seconds: float) -> Audio:
    return ramp((0.0, 0.0), (max(seconds, 0.002), 1.0), samples=samples)


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
