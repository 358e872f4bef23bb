"""Instruments with breath or bow: what drives each, the body it drives, and the manner of playing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houseband.sound.bodies import Body

__all__ = ["LEADS", "Lead"]

Levels = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """How one instrument sounds and how it is played. Times are in seconds, pitches in semitones."""

    spectrum: Callable[[Levels, float, float, str], Levels]
    """Harmonic numbers, fundamental, brightness 0 to 1, vowel: the level of each harmonic."""
    body: Body
    vowels: bool = False
    """Whether the spectrum has formants, so that each pitch and vowel needs its own."""
    bright: tuple[float, float] = (0.1, 0.8)
    """Brightness when hardly heard, and when as loud as can be."""
    bite: float = 0.0
    """How much brighter it is for a moment where a note is struck anew."""
    attack: float = 0.03
    release: float = 0.08
    dip: float = 0.4
    """What is left of the level between two notes that aren't slurred."""
    accent: float = 0.12
    """How much louder a note starts than it goes on."""
    swell: float = 0.12
    """How much a long note grows towards its middle."""
    glide: float = 0.03
    """How long a slur takes from note to note."""
    scoop: float = 0.0
    """How far below a phrase, or a note after a leap, starts."""
    fall: float = 0.0
    """How far the last note drops as it is let go."""
    vibrato: float = 0.25
    rate: float = 5.4
    tremor: float = 0.0
    """How much of the vibrato is one of loudness, 0 to 1."""
    growl: float = 0.0
    """How rough the loudest notes are."""
    breath: float = 0.0
    """Level of the noise that goes on with the tone."""
    chiff: float = 0.0
    """Level of the noise with which a note begins."""
    breath_band: tuple[float, float] = (1500.0, 7000.0)
    doubled: float = 0.0
    """Cents that two more of them, left and right, are apart; 0 for one alone."""


def _peaks(hz: Levels, peaks: Sequence[tuple[float, float, float]], floor: float) -> Levels:
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


def _sung(n: Levels, f: float, bright: float, vowel: str) -> Levels:
    source = n ** -(1.3 - 0.6 * bright)
    return source * _peaks(n * f, _VOWELS[vowel], 0.10)


def _reed(n: Levels, _f: float, bright: float, _: str) -> Levels:
    """A reed that beats on a cone: a plateau of partials that widens, then a slope that flattens."""
    plateau = n / (1.8 + 6.5 * bright)
    return np.asarray(1.0 / (1.0 + plateau ** (2.6 - 0.9 * bright)), np.float64)


def _clarinet(n: Levels, _f: float, bright: float, _: str) -> Levels:
    """A reed on a cylinder: the even partials are missing at first."""
    even = 0.05 + 0.5 * np.clip((n - 5.0) / 9.0, 0.0, 1.0)
    return np.where(n % 2 == 1, 1.0, even) / (1.0 + (n / (2.2 + 8.0 * bright)) ** 2.2)


def _brass(n: Levels, _f: float, bright: float, _: str) -> Levels:
    """Lips: nearly a sine when soft; when loud the wave steepens until it shouts."""
    return np.asarray(
        np.exp(-(n - 1.0) / (0.9 + 9.5 * bright**1.4)) * np.where(n == 1.0, 0.8, 1.0), np.float64
    )


def _flute(n: Levels, _f: float, bright: float, _: str) -> Levels:
    second = np.where(n == 2.0, 0.5 + 1.1 * bright, 1.0)
    return np.exp(-(n - 1.0) * (1.7 - 0.95 * bright)) * second * np.where(n % 2 == 0, 0.85, 1.0)


def _bowed(n: Levels, _f: float, bright: float, _: str) -> Levels:
    """A string that sticks and slips: a saw whose corner is rounder under a light bow."""
    return np.asarray(np.exp(-n / (7.0 + 42.0 * bright)) / n, np.float64)


def _free_reed(n: Levels, _f: float, bright: float, _: str) -> Levels:
    return np.where(n % 2 == 1, 1.0, 0.75) / (1.0 + (n / (3.0 + 9.0 * bright)) ** 1.8)


def _saw(n: Levels, f: float, bright: float, _: str) -> Levels:
    """A saw behind a filter with a hump at its edge."""
    edge = n * f / (700.0 + 6300.0 * bright**1.5)
    return np.asarray(1.0 / n / np.sqrt((1.0 - edge**2) ** 2 + (edge / 1.3) ** 2), np.float64)


def _soft(n: Levels, f: float, bright: float, _: str) -> Levels:
    return (0.25 + 0.75 * (n % 2)) / n**1.4 / (1.0 + (n * f / (900.0 + 1800.0 * bright)) ** 2)


_SAXOPHONE = Body(
    peaks=(
        (380.0, 3.0, 160.0),
        (720.0, 4.5, 200.0),
        (1350.0, 3.0, 260.0),
        (2500.0, 4.0, 500.0),
        (3700.0, 2.0, 500.0),
    ),
    low=150.0,
    high=3600.0,
    ripple=1.6,
    seed=11,
)
_CLARINET = Body(
    peaks=((1500.0, 3.0, 400.0), (3200.0, 2.0, 700.0)), low=120.0, high=2800.0, ripple=1.2, seed=12
)
_TRUMPET = Body(
    peaks=((1250.0, 6.0, 500.0), (2400.0, 4.0, 700.0)),
    low=420.0,
    high=5200.0,
    steep=9.0,
    ripple=1.2,
    seed=13,
)
_FLUTE = Body(peaks=((850.0, 2.0, 400.0),), low=220.0, high=4500.0, ripple=1.0, seed=14)
_VIOLIN = Body(
    peaks=(
        (275.0, 7.0, 22.0),
        (460.0, 8.0, 28.0),
        (545.0, 8.0, 30.0),
        (1000.0, 3.0, 160.0),
        (2500.0, 7.0, 750.0),
    ),
    low=230.0,
    high=4200.0,
    ripple=5.5,
    seed=15,
)
_CELLO = Body(
    peaks=(
        (104.0, 6.0, 14.0),
        (182.0, 7.0, 20.0),
        (225.0, 6.0, 22.0),
        (620.0, 3.0, 120.0),
        (1500.0, 5.0, 500.0),
    ),
    low=75.0,
    high=2600.0,
    ripple=5.0,
    seed=16,
)
_HARMONICA = Body(
    peaks=((900.0, 4.0, 300.0), (2300.0, 6.0, 500.0), (4200.0, 3.0, 800.0)),
    low=300.0,
    high=6000.0,
    ripple=2.0,
    seed=17,
)
_DEVICE = Body(low=60.0, high=12_000.0, ripple=0.4, aside=0.9, seed=18)

LEADS = {
    "voice": Lead(
        spectrum=_sung,
        body=_DEVICE,
        vowels=True,
        attack=0.05,
        release=0.12,
        dip=0.5,
        glide=0.055,
        scoop=0.7,
        vibrato=0.28,
        rate=5.5,
        tremor=0.15,
        breath=0.012,
        breath_band=(2500.0, 9000.0),
        doubled=9.0,
    ),
    "saxophone": Lead(
        spectrum=_reed,
        body=_SAXOPHONE,
        bright=(0.08, 0.85),
        bite=0.18,
        attack=0.028,
        release=0.09,
        dip=0.28,
        accent=0.16,
        swell=0.14,
        glide=0.03,
        scoop=0.9,
        fall=1.2,
        vibrato=0.26,
        rate=5.0,
        tremor=0.35,
        growl=0.16,
        breath=0.05,
        chiff=0.12,
        breath_band=(900.0, 6500.0),
    ),
    "clarinet": Lead(
        spectrum=_clarinet,
        body=_CLARINET,
        bright=(0.05, 0.65),
        attack=0.032,
        release=0.07,
        glide=0.022,
        swell=0.2,
        vibrato=0.05,
        breath=0.018,
        chiff=0.03,
    ),
    "trumpet": Lead(
        spectrum=_brass,
        body=_TRUMPET,
        bright=(0.02, 0.92),
        bite=0.12,
        attack=0.024,
        release=0.06,
        dip=0.2,
        accent=0.28,
        swell=0.18,
        glide=0.018,
        scoop=0.35,
        fall=0.6,
        vibrato=0.16,
        rate=5.5,
        tremor=0.25,
        breath=0.01,
        chiff=0.05,
    ),
    "flute": Lead(
        spectrum=_flute,
        body=_FLUTE,
        bright=(0.1, 0.9),
        attack=0.05,
        release=0.1,
        dip=0.45,
        accent=0.05,
        swell=0.16,
        glide=0.022,
        vibrato=0.13,
        rate=5.1,
        tremor=1.0,
        breath=0.09,
        chiff=0.3,
        breath_band=(1100.0, 8500.0),
    ),
    "violin": Lead(
        spectrum=_bowed,
        body=_VIOLIN,
        bright=(0.08, 0.8),
        bite=0.15,
        attack=0.07,
        release=0.14,
        dip=0.5,
        accent=0.1,
        swell=0.22,
        glide=0.05,
        scoop=0.15,
        vibrato=0.32,
        rate=5.9,
        tremor=0.12,
        breath=0.028,
        chiff=0.09,
        breath_band=(1600.0, 8000.0),
    ),
    "cello": Lead(
        spectrum=_bowed,
        body=_CELLO,
        bright=(0.08, 0.85),
        bite=0.12,
        attack=0.08,
        release=0.16,
        dip=0.5,
        accent=0.1,
        swell=0.24,
        glide=0.06,
        scoop=0.15,
        vibrato=0.28,
        rate=5.3,
        tremor=0.12,
        breath=0.024,
        chiff=0.08,
        breath_band=(700.0, 5000.0),
    ),
    "harmonica": Lead(
        spectrum=_free_reed,
        body=_HARMONICA,
        bright=(0.15, 0.75),
        attack=0.03,
        dip=0.35,
        glide=0.04,
        scoop=0.6,
        vibrato=0.14,
        rate=5.7,
        tremor=0.8,
        breath=0.03,
        chiff=0.05,
    ),
    "synth lead": Lead(
        spectrum=_saw,
        body=_DEVICE,
        vowels=True,
        bright=(0.2, 0.7),
        bite=0.3,
        attack=0.006,
        release=0.1,
        dip=0.75,
        accent=0.15,
        glide=0.035,
        vibrato=0.2,
        rate=5.6,
        doubled=13.0,
    ),
    "soft lead": Lead(
        spectrum=_soft,
        body=_DEVICE,
        vowels=True,
        attack=0.03,
        release=0.15,
        dip=0.85,
        glide=0.07,
        vibrato=0.25,
        rate=5.0,
        tremor=0.1,
        breath=0.004,
        doubled=7.0,
    ),
}
