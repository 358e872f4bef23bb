"""Sections, choirs and pads: many who hold a note together. Each draws one note without its end."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from houseband.sound.bodies import Body, gains
from houseband.sound.crowds import HERTZ, Crowd, Filter
from houseband.sound.tables import sine
from houseband.sound.wave import Audio, air, dying, ramp, swell

__all__ = ["choir", "glass_pad", "horns", "low_strings", "pad", "strings"]


def pad(hz: float, samples: int, velocity: float) -> Audio:
    """Warm saws, slowly opening."""
    opening = ramp((0.0, 0.1), (1.2, 0.55), (3.0, 0.3), (6.0, 0.6), samples=samples)
    light = opening * np.float32(0.35 + 0.65 * velocity)
    return (_SAWS.held(hz, samples, light) + _breeze(samples, velocity)) * swell(samples, 0.35)


def glass_pad(hz: float, samples: int, velocity: float) -> Audio:
    """High, thin and beating, like a wet rim."""
    light = (0.5 + 0.35 * sine(0.23, samples, hz / 700.0)) * np.float32(0.5 + 0.5 * velocity)
    return (_GLASSES.held(hz, samples, light) + _breeze(samples, velocity)) * swell(samples, 0.6)


def _breeze(samples: int, velocity: float) -> Audio:
    """Return the air that is above a pad."""
    return air(samples, (4500.0, 13_000.0)) * np.float32(0.012 + 0.018 * velocity)


def strings(hz: float, samples: int, velocity: float) -> Audio:
    """A section of bowed strings: rosin first, then a tone that grows while it lasts."""
    attack = 0.2 - 0.13 * velocity
    growing = ramp((0.0, 0.5), (attack, 0.85), (0.6, 0.7), (3.0, 1.0), samples=samples)
    tone = _VIOLINS.held(hz, samples, growing * np.float32(0.25 + 0.75 * velocity))
    bow = air(samples, (1700.0, 7000.0), _somewhere(hz))
    bow *= 0.012 + 0.05 * velocity * dying(samples, 0.07)
    return (tone + bow) * swell(samples, attack)


def low_strings(hz: float, samples: int, velocity: float) -> Audio:
    """Cellos and basses in octaves."""
    growing = ramp((0.0, 0.6), (0.12, 0.9), (0.6, 0.65), (3.0, 0.9), samples=samples)
    tone = _CELLOS.held(hz, samples, growing * np.float32(0.2 + 0.8 * velocity))
    bow = air(samples, (500.0, 2600.0), _somewhere(hz))
    bow *= 0.008 + 0.07 * velocity * dying(samples, 0.05)
    return (tone + bow) * swell(samples, 0.11 - 0.06 * velocity)


def choir(hz: float, samples: int, velocity: float) -> Audio:
    """Many voices on "ah", far back."""
    opening = ramp((0.0, 0.2), (0.5, 0.6), (3.0, 0.9), samples=samples)
    tone = _VOICES.held(hz, samples, opening * np.float32(0.3 + 0.7 * velocity))
    breath = air(samples, (2200.0, 7000.0), _somewhere(hz)) * np.float32(0.012)
    return (tone + breath) * swell(samples, 0.26)


def horns(hz: float, samples: int, velocity: float) -> Audio:
    """Brass together: brighter as they swell, brightest where they strike."""
    blare = ramp((0.0, 0.0), (0.05, 0.5), (0.1, 1.0), (0.35, 0.55), (1.5, 0.8), samples=samples)
    tone = _BRASS.held(hz, samples, blare * np.float32(velocity**1.3))
    return tone * ramp((0.0, 0.0), (0.045, 1.1), (0.2, 0.9), (1.6, 1.0), samples=samples)


def _somewhere(hz: float) -> int:
    """Choose where in the noise a note starts, so that the notes of a chord don't go together."""
    return int(hz * 7919.0) % 100_003


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


def _below(cutoff: float) -> Filter:
    """Let pass what lies below, as a filter of 12 dB an octave does."""
    return lambda _: _lowpass(cutoff)


def _through(body: Body, cutoff: float) -> Filter:
    """Let it sound through a body, and pass what lies below."""
    return lambda _: _body(body) * _lowpass(cutoff)


@lru_cache(maxsize=4)
def _body(body: Body) -> Audio:
    return np.asarray(gains(body, HERTZ)[0], np.float32)


def _lowpass(cutoff: float) -> Audio:
    return np.asarray(1.0 / (1.0 + (HERTZ / cutoff) ** 2), np.float32)


def _teeth(n: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the harmonics of a saw, which are a bow's, too."""
    return np.asarray(1.0 / n, np.float64)


def _rims(n: NDArray[np.float64]) -> NDArray[np.float64]:
    levels = np.array([1.0, 0.5, 0.26, 0.22, 0.06, 0.14, 0.03, 0.08])
    return np.where(n <= len(levels), levels[np.minimum(n, len(levels)).astype(int) - 1], 0.0)


_SAWS = Crowd(
    cents=11.0,
    source=_teeth,
    dark=lambda hz: _lowpass(max(480.0, 1.4 * hz)),
    bright=_below(3200.0),
    wide=0.55,
)
_GLASSES = Crowd(cents=4.0, source=_rims, dark=_below(700.0), bright=_below(np.inf), wide=0.7)
_VIOLINS = Crowd(
    cents=13.0, source=_teeth, dark=_through(_STRINGS, 1700.0), bright=_through(_STRINGS, 9000.0)
)
_CELLOS = Crowd(
    cents=6.0,
    source=lambda n: _teeth(n) * np.where(n % 2 == 0, 1.6, 1.0),
    dark=_through(_LOW_STRINGS, 600.0),
    bright=_through(_LOW_STRINGS, 3500.0),
    wide=0.7,
)
_VOICES = Crowd(
    cents=19.0,
    source=lambda n: n**-1.1,
    dark=_through(_THROATS, 1200.0),
    bright=_through(_THROATS, 6000.0),
)
_BRASS = Crowd(
    cents=5.0,
    source=lambda n: np.exp(-(n - 1.0) / 9.0),
    dark=_through(_BELLS, 750.0),
    bright=_through(_BELLS, 7000.0),
    wide=0.6,
)
