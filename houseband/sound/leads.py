"""Instruments with breath or bow, drawn a phrase at a time: pitch glides, loudness swells, notes tremble."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from houseband.sound.tables import phase_of, read, table_of
from houseband.sound.wave import SAMPLE_RATE, Audio, dying, filtered, hertz, noise, panned

__all__ = ["LEADS", "Tone", "play"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """One note of a phrase, in samples from its start."""

    start: int
    length: int
    pitch: int
    velocity: float
    vowel: str = "a"


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


def play(name: str, tones: Sequence[Tone]) -> Audio:
    """Draw one phrase, both channels, with its last release."""
    lead = LEADS[name]
    samples = tones[-1].start + tones[-1].length + int(lead.release * 4 * SAMPLE_RATE)
    pitch = _pitch(lead, tones, samples)
    loudness = _loudness(lead, tones, samples)
    if not lead.doubled:
        return panned(_voice(lead, tones, pitch, loudness, 0.0), 0.0)
    sides = [
        _voice(lead, tones, pitch + side * lead.doubled / 200.0, loudness, side)
        for side in (-1.0, 1.0)
    ]
    width = np.float32(0.62)
    return np.stack([sides[0] + width * sides[1], sides[1] + width * sides[0]]) * np.float32(0.6)


def _voice(lead: Lead, tones: Sequence[Tone], pitch: Audio, loudness: Audio, side: float) -> Audio:
    """Read each note's own waveform, soft and bright, along one unbroken phase."""
    samples = len(pitch)
    phase = phase_of(
        (440.0 * np.exp2((pitch - 69.0) / 12.0)).astype(np.float32), samples, 0.3 * side
    )
    out = np.zeros(samples, np.float32)
    fade = int(0.035 * SAMPLE_RATE)
    for number, tone in enumerate(tones):
        begin = max(tone.start - fade // 2, 0)
        end = tones[number + 1].start + fade // 2 if number + 1 < len(tones) else samples
        here = slice(begin, min(end, samples))
        soft, bright = (
            _table(lead, tone.pitch, brightness, tone.vowel) for brightness in (0.15, 0.85)
        )
        light = np.clip(loudness[here] * 1.1, 0.0, 1.0)
        piece = read(soft, phase[here])
        piece = piece + (read(bright, phase[here]) - piece) * light
        out[here] += piece * _crossfade(
            len(piece), fade, first=number == 0, last=number + 1 == len(tones)
        )
    out *= loudness
    if lead.breath:
        air = filtered(
            noise(samples, seed=11 + int(side), channels=1)[0], "bandpass", lead.breath_band
        )
        out += air * np.float32(lead.breath) * np.sqrt(loudness)
    return out


def _crossfade(samples: int, fade: int, *, first: bool, last: bool) -> Audio:
    window = np.ones(samples, np.float32)
    slope = np.linspace(0.0, 1.0, min(fade, samples), dtype=np.float32)
    if not first:
        window[: len(slope)] *= slope
    if not last:
        window[samples - len(slope) :] *= slope[::-1]
    return window


@lru_cache(maxsize=512)
def _table(lead: Lead, pitch: int, brightness: float, vowel: str) -> Audio:
    return table_of(lambda n, f: lead.spectrum(n, f, brightness, vowel), hertz(pitch))


def _pitch(lead: Lead, tones: Sequence[Tone], samples: int) -> Audio:
    """Draw the pitch in semitones: steps with glides, a scoop at the start, vibrato on held notes."""
    line = np.empty(samples, np.float32)
    line[: tones[0].start] = tones[0].pitch
    for tone, after in zip(tones, [*tones[1:], None], strict=True):
        line[tone.start : after.start if after else samples] = tone.pitch
    line = _smoothed(line, max(int(lead.glide * SAMPLE_RATE), 8))
    if lead.scoop:
        ease = dying(samples, 0.05)
        line -= np.float32(lead.scoop) * ease
    return line + _tremble(lead, tones, samples)


def _tremble(lead: Lead, tones: Sequence[Tone], samples: int) -> Audio:
    """Let the vibrato come in after a quarter of a second on every note long enough for it."""
    depth = np.zeros(samples, np.float32)
    for tone in tones:
        onset = int(0.22 * SAMPLE_RATE)
        if tone.length > onset:
            rise = np.clip(
                np.arange(tone.length - onset, dtype=np.float32) / (0.3 * SAMPLE_RATE), 0.0, 1.0
            )
            depth[tone.start + onset : tone.start + tone.length] = rise
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    drift = 0.04 * np.sin(2.0 * np.pi * 0.7 * times) + 0.025 * np.sin(
        2.0 * np.pi * 1.9 * times + 1.0
    )
    return (depth * lead.vibrato * np.sin(2.0 * np.pi * lead.rate * times) + drift).astype(
        np.float32
    )


def _loudness(lead: Lead, tones: Sequence[Tone], samples: int) -> Audio:
    """Draw how loud it is: attack, a swell towards the middle of long notes, release."""
    level = np.zeros(samples, np.float32)
    attack, release = (max(int(s * SAMPLE_RATE), 16) for s in (lead.attack, lead.release))
    for tone, after in zip(tones, [*tones[1:], None], strict=True):
        legato = after is not None and after.start - tone.start - tone.length < SAMPLE_RATE // 30
        end = min(tone.start + tone.length + (0 if legato else release), samples)
        shape = np.linspace(0.86, 1.0, end - tone.start, dtype=np.float32)
        shape[: min(attack, len(shape))] *= np.linspace(
            0.25, 1.0, min(attack, len(shape)), dtype=np.float32
        )
        if not legato:
            shape[-min(release, len(shape)) :] *= np.linspace(
                1.0, 0.0, min(release, len(shape)), dtype=np.float32
            )
        level[tone.start : end] = np.float32(tone.velocity) * shape
    return np.clip(_smoothed(level, attack), 0.0, 1.0)


def _smoothed(line: Audio, width: int) -> Audio:
    """Round the corners with a moving mean, twice, so that nothing jumps."""
    for _ in range(2):
        padded = np.concatenate(
            [np.full(width // 2, line[0]), line, np.full(width - width // 2, line[-1])]
        )
        total = np.cumsum(padded, dtype=np.float64)
        line = ((total[width:] - total[:-width]) / width).astype(np.float32)[: len(line)]
    return line


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
