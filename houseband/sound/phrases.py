"""Phrases: instruments with breath or bow, a phrase at a time, from one unbroken phase.

What `manners.py` says of pitch, loudness and brightness drives a waveform that grows brighter as it grows
louder; noise of breath or bow joins it, and both drive the instrument's body.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import numpy as np

from houseband.sound.bodies import through
from houseband.sound.leads import LEADS, Lead
from houseband.sound.manners import EVERY, Manner, Tone, manner_of
from houseband.sound.tables import aligned_table, phase_of, read_between, table_of
from houseband.sound.wave import SAMPLE_RATE, Audio, filtered, hertz, noise

__all__ = ["Tone", "play"]

_SHADES = 5
"""Waveforms from dark to bright; between them both neighbours are mixed."""
_REGION = 5
"""Semitones that share their waveforms."""
_FADE = int(0.035 * SAMPLE_RATE)
"""Samples in which one region's waveforms give way to the next one's."""


def play(name: str, tones: Sequence[Tone]) -> Audio:
    """Draw one phrase, both channels, with its last release."""
    lead = LEADS[name]
    samples = tones[-1].start + tones[-1].length + int(lead.release * 4 * SAMPLE_RATE)
    manner = manner_of(lead, tones, samples // EVERY + 2)
    brightness = _drawn_out(manner.brightness * np.float32(_SHADES - 1), samples)
    loudness = _drawn_out(manner.loudness, samples)
    tone = _voice(lead, tones, manner, brightness, 0.0) * loudness
    if lead.doubled:
        sides = [_voice(lead, tones, manner, brightness, side) for side in (-1.0, 0.7)]
        tone = (tone + np.stack(sides) * loudness * np.float32(0.75)) * np.float32(0.65)
    if lead.breath:
        tone = tone + _air(lead, samples, manner.seed) * _drawn_out(manner.breath, samples)
    return through(tone.astype(np.float32, copy=False), lead.body)


def _voice(
    lead: Lead, tones: Sequence[Tone], manner: Manner, brightness: Audio, side: float
) -> Audio:
    """Read each region's own waveforms along one unbroken phase."""
    samples = len(brightness)
    pitch = manner.pitch + np.float32(side * lead.doubled / 100.0)
    phase = phase_of(
        _drawn_out((440.0 * np.exp2((pitch - 69.0) / 12.0)).astype(np.float32), samples),
        samples,
        0.37 * side,
    )
    out = np.zeros(samples, np.float32)
    runs = list(_runs(lead, tones))
    for number, (start, pitch_class, vowel) in enumerate(runs):
        begin = max(start - _FADE // 2, 0) if number else 0
        end = runs[number + 1][0] + _FADE // 2 if number + 1 < len(runs) else samples
        here = slice(begin, min(end, samples))
        piece = read_between(_shades(lead, pitch_class, vowel), phase[here], brightness[here])
        slope = np.linspace(0.0, 1.0, min(_FADE, len(piece)), dtype=np.float32)
        if number:
            piece[: len(slope)] *= slope
        if number + 1 < len(runs):
            piece[len(piece) - len(slope) :] *= slope[::-1]
        out[here] += piece
    return out


def _runs(lead: Lead, tones: Sequence[Tone]) -> Iterator[tuple[int, int, str]]:
    """Say from where on which waveforms are read: start, highest pitch they serve, vowel."""

    def kind(tone: Tone) -> tuple[int, str]:
        if lead.vowels:
            return tone.pitch, tone.vowel
        return (tone.pitch // _REGION + 1) * _REGION, ""

    for (pitch, vowel), run in groupby(tones, kind):
        yield next(run).start, pitch, vowel


@lru_cache(maxsize=72)
def _shades(lead: Lead, pitch: int, vowel: str) -> Audio:
    """Draw the waveforms from dark to bright, one after the other, the last one twice."""
    drawn = table_of if lead.doubled else aligned_table  # several in step would add up to peaks
    shades = [
        drawn(
            lambda n, f, b=bright: lead.spectrum(n, f, b, vowel),  # type: ignore[misc]
            hertz(pitch),
        )
        for bright in np.linspace(0.0, 1.0, _SHADES).tolist()
    ]
    return np.concatenate([*shades, shades[-1]])


_AIR_SECONDS = 10


def _air(lead: Lead, samples: int, seed: int) -> Audio:
    """Return the instrument's noise, from somewhere in a long stretch of it."""
    air = _stretch(lead.breath_band)
    start = seed % (len(air) // 2)
    return np.resize(air[start:], samples)


@lru_cache(maxsize=6)
def _stretch(band: tuple[float, float]) -> Audio:
    white = noise(_AIR_SECONDS * SAMPLE_RATE, seed=11, channels=1)[0]
    return filtered(white, "bandpass", band, 1)


_BETWEEN = (np.arange(EVERY, dtype=np.float32) / EVERY)[None, :]


def _drawn_out(points: Audio, samples: int) -> Audio:
    """Draw straight lines between values that are `EVERY` samples apart."""
    return np.asarray(
        (points[:-1, None] + np.diff(points)[:, None] * _BETWEEN).reshape(-1)[:samples], np.float32
    )
