"""Instruments with breath or bow: the spectrum of each, and its manner of playing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["LEADS", "Lead"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """How one instrument sounds and how it is played."""

    spectrum: Callable[[NDArray[np.float64], float, float, str], NDArray[np.float64]]
    """Harmonic numbers, fundamental, brightness 0 to 1, vowel: the level of each harmonic."""
    attack: float = 0.03
    release: float = 0.08
    glide: float = 0.03
    """Seconds from note to note within a phrase."""
    scoop: float = 0.0
    """Semitones below at which a phrase's first note starts."""
    vibrato: float = 0.25
    """Semitones, reached after a while."""
    rate: float = 5.4
    breath: float = 0.0
    breath_band: tuple[float, float] = (1500.0, 7000.0)
    doubled: float = 0.0
    """Cents between two of them, left and right; 0 for one in the middle."""


def _peaks(
    hz: NDArray[np.float64], peaks: Sequence[tuple[float, float, float]], floor: float
) -> NDArray[np.float64]:
    """Sum resonances of (centre, level, width) over a floor."""
    total = np.full_like(hz, floor)
    for centre, level, width in peaks:
        total += level / (1.0 + ((hz - centre) / width) ** 2)
    return total


_VOWELS = {
    "a": ((780.0, 1.0, 90.0), (1250.0, 0.6, 110.0), (2750.0, 0.28, 160.0), (3600.0, 0.2, 220.0)),
    "e": ((480.0, 1.0, 80.0), (1900.0, 0.5, 120.0), (2700.0, 0.32, 160.0), (3600.0, 0.2, 220.0)),
    "i": ((330.0, 1.0, 70.0), (2300.0, 0.4, 130.0), (3000.0, 0.34, 170.0), (3700.0, 0.2, 220.0)),
    "o": ((500.0, 1.0, 80.0), (880.0, 0.55, 90.0), (2650.0, 0.14, 160.0), (3500.0, 0.12, 220.0)),
    "u": ((350.0, 1.0, 75.0), (720.0, 0.4, 90.0), (2500.0, 0.1, 160.0), (3400.0, 0.08, 220.0)),
}


def _sung(n: NDArray[np.float64], f: float, bright: float, vowel: str) -> NDArray[np.float64]:
    source = n ** -(1.3 - 0.6 * bright)
    return source * _peaks(n * f, _VOWELS[vowel], 0.10)


def _reed(n: NDArray[np.float64], f: float, bright: float, _: str) -> NDArray[np.float64]:
    body = _peaks(n * f, ((560.0, 0.9, 260.0), (1250.0, 0.7, 380.0), (2600.0, 0.35, 700.0)), 0.22)
    return n ** -(1.5 - 0.75 * bright) * body


def _clarinet(n: NDArray[np.float64], f: float, bright: float, _: str) -> NDArray[np.float64]:
    odd = np.where(n % 2 == 1, 1.0, 0.12 + 0.25 * np.clip((n - 6) / 10, 0, 1))
    return odd * n ** -(1.6 - 0.7 * bright) / (1.0 + (n * f / 5200.0) ** 2)


def _brass(n: NDArray[np.float64], f: float, bright: float, _: str) -> NDArray[np.float64]:
    return np.exp(-n / (1.6 + 7.5 * bright)) * _peaks(n * f, ((1200.0, 1.0, 900.0),), 0.5)


def _flute(n: NDArray[np.float64], _f: float, bright: float, _: str) -> NDArray[np.float64]:
    return np.exp(-(n - 1.0) * (1.5 - 0.8 * bright)) * np.where(n == 2, 1.5, 1.0)


def _bowed(n: NDArray[np.float64], f: float, bright: float, _: str) -> NDArray[np.float64]:
    body = _peaks(
        n * f,
        ((290.0, 0.8, 70.0), (470.0, 0.9, 110.0), (1050.0, 0.5, 260.0), (2500.0, 0.55, 700.0)),
        0.3,
    )
    return n ** -(1.25 - 0.3 * bright) * body / (1.0 + (n * f / 7500.0) ** 4)


def _free_reed(n: NDArray[np.float64], f: float, bright: float, _: str) -> NDArray[np.float64]:
    return n ** -(1.0 - 0.3 * bright) * _peaks(
        n * f, ((900.0, 0.8, 400.0), (2300.0, 0.7, 600.0)), 0.3
    )


def _saw(n: NDArray[np.float64], f: float, bright: float, _: str) -> NDArray[np.float64]:
    return 1.0 / n / (1.0 + (n * f / (1500.0 + 5500.0 * bright)) ** 2)


def _soft(n: NDArray[np.float64], f: float, bright: float, _: str) -> NDArray[np.float64]:
    return (0.25 + 0.75 * (n % 2)) / n**1.4 / (1.0 + (n * f / (900.0 + 1800.0 * bright)) ** 2)


LEADS = {
    "voice": Lead(
        spectrum=_sung,
        attack=0.05,
        release=0.12,
        glide=0.055,
        scoop=0.7,
        vibrato=0.28,
        rate=5.5,
        breath=0.012,
        breath_band=(2500.0, 9000.0),
        doubled=9.0,
    ),
    "saxophone": Lead(
        spectrum=_reed,
        attack=0.035,
        release=0.09,
        glide=0.035,
        scoop=0.9,
        vibrato=0.3,
        rate=5.1,
        breath=0.03,
    ),
    "clarinet": Lead(spectrum=_clarinet, attack=0.03, glide=0.025, vibrato=0.1, breath=0.012),
    "trumpet": Lead(
        spectrum=_brass, attack=0.025, glide=0.022, scoop=0.3, vibrato=0.18, rate=5.6, breath=0.008
    ),
    "flute": Lead(
        spectrum=_flute,
        attack=0.045,
        release=0.1,
        glide=0.025,
        vibrato=0.22,
        rate=5.0,
        breath=0.07,
        breath_band=(2000.0, 8000.0),
    ),
    "violin": Lead(
        spectrum=_bowed,
        attack=0.06,
        release=0.12,
        glide=0.045,
        vibrato=0.35,
        rate=5.8,
        breath=0.014,
    ),
    "cello": Lead(
        spectrum=_bowed, attack=0.07, release=0.14, glide=0.05, vibrato=0.3, rate=5.2, breath=0.012
    ),
    "harmonica": Lead(
        spectrum=_free_reed, attack=0.03, glide=0.03, scoop=0.5, vibrato=0.2, rate=5.9, breath=0.02
    ),
    "synth lead": Lead(
        spectrum=_saw, attack=0.008, release=0.1, glide=0.04, vibrato=0.22, rate=5.6, doubled=14.0
    ),
    "soft lead": Lead(
        spectrum=_soft, attack=0.03, release=0.15, glide=0.06, vibrato=0.25, rate=5.0, doubled=6.0
    ),
}
