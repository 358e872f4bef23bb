"""Phrases: instruments with breath or bow as they are played, with glides, swells and vibrato."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from houseband.sound.leads import LEADS, Lead
from houseband.sound.tables import phase_of, read, table_of
from houseband.sound.wave import SAMPLE_RATE, Audio, dying, filtered, hertz, noise, panned

__all__ = ["Tone", "play"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """One note of a phrase, in samples from its start."""

    start: int
    length: int
    pitch: int
    velocity: float
    vowel: str = "a"


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
