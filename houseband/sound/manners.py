"""Manners of playing: how pitch, loudness, brightness and breath move through a phrase.

All are known every 64 samples, 1.5 ms, which is finer than anybody's lips or fingers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from houseband.sound.leads import Lead
from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["EVERY", "Manner", "Tone", "manner_of"]

EVERY: Final = 64
"""Samples from one value to the next."""
_RATE = SAMPLE_RATE / EVERY

Line: TypeAlias = NDArray[np.float64]
"""One value every `EVERY` samples, from the start of the phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """One note of a phrase, in samples from its start."""

    start: int
    length: int
    pitch: int
    velocity: float
    vowel: str = "a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """A phrase as it is played: one value every `EVERY` samples."""

    pitch: Audio
    """In semitones, as MIDI counts them."""
    loudness: Audio
    brightness: Audio
    """0 to 1."""
    breath: Audio
    seed: int
    """A number that belongs to this phrase."""


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A tone among its neighbours, in values."""

    tone: Tone
    start: int
    end: int
    velocity: float
    before: Tone | None
    """The tone it follows without a rest."""
    slurred: bool
    """Whether it is reached without a new stroke of tongue or bow."""
    joined: bool
    """Whether another one follows without a rest."""
    leaves: float
    """What is left of its level when the next one starts."""


def manner_of(lead: Lead, tones: Sequence[Tone], points: int) -> Manner:
    """Decide how a phrase is played; the same phrase is always played the same."""
    seed = sum((tone.pitch + 7 * number) * tone.length for number, tone in enumerate(tones))
    chance = np.random.default_rng(seed)
    strokes = _strokes(lead, tones)
    sway, depth = _vibrato(lead, strokes, points, chance)
    loudness = _loudness(lead, strokes, points) * (1.0 + 0.25 * lead.tremor * sway * depth)
    loudness *= 1.0 + 0.03 * _wandering(points, 0.06, chance)
    if lead.growl:
        rough = np.sin(2.0 * np.pi * 31.0 / _RATE * np.arange(points))
        loudness *= 1.0 + lead.growl * np.clip(loudness - 0.8, 0.0, 0.2) * 5.0 * rough
    struck = _struck(strokes, points, 0.04)
    soft, loud = lead.bright
    brightness = soft + (loud - soft) * _smoothed(loudness, 0.012) ** 1.2 + lead.bite * struck
    brightness = brightness + 0.12 * lead.tremor * sway * depth
    pitch = _pitch(lead, strokes, points) + lead.vibrato * sway * depth
    pitch = (
        pitch + 0.035 * _wandering(points, 0.12, chance) + 0.03 * _wandering(points, 0.6, chance)
    )
    breath = lead.breath * np.sqrt(np.maximum(loudness, 0.0)) + lead.chiff * struck
    return Manner(
        pitch=pitch.astype(np.float32),
        loudness=np.maximum(loudness, 0.0).astype(np.float32),
        brightness=np.clip(brightness, 0.0, 1.0).astype(np.float32),
        breath=(breath * (loudness > 1e-4)).astype(np.float32),
        seed=seed,
    )


def _strokes(lead: Lead, tones: Sequence[Tone]) -> list[_Stroke]:
    """Find rests, and decide what is slurred: small steps, but not the first of every four notes."""
    follows = [False] + [
        tone.start - before.start - before.length < SAMPLE_RATE // 30
        for before, tone in pairwise(tones)
    ]
    slurred = [
        joined and number % 4 != 0 and 0 < abs(tone.pitch - tones[number - 1].pitch) <= 4
        for number, (tone, joined) in enumerate(zip(tones, follows, strict=True))
    ]
    strokes = []
    for number, tone in enumerate(tones):
        joined = number + 1 < len(tones) and follows[number + 1]
        end = tones[number + 1].start if joined else tone.start + tone.length
        gentle = joined and slurred[number + 1]
        strokes.append(
            _Stroke(
                tone,
                start=tone.start // EVERY,
                end=max(end // EVERY, tone.start // EVERY + 1),
                velocity=tone.velocity**1.25,
                before=tones[number - 1] if follows[number] else None,
                slurred=slurred[number],
                joined=joined,
                leaves=0.86 if gentle else lead.dip,
            )
        )
    return strokes


def _loudness(lead: Lead, strokes: Sequence[_Stroke], points: int) -> Line:
    """Draw attacks, accents, swells of long notes, and what comes between notes and after them."""
    level = np.zeros(points)
    release = max(int(lead.release * _RATE), 4)
    for stroke in strokes:
        count = stroke.end - stroke.start
        times = np.arange(count) / _RATE
        attack = 0.02 if stroke.slurred else lead.attack * (1.35 - 0.6 * stroke.velocity)
        floor = (0.86 if stroke.slurred else lead.dip) if stroke.before else 0.0
        shape = floor + (1.0 - floor) * _eased(times / attack)
        if not stroke.slurred:
            shape *= 1.0 + lead.accent * np.exp(-times / 0.09)
        if count > 0.4 * _RATE:
            shape *= 1.0 + lead.swell * np.sin(np.pi * np.linspace(0.0, 1.0, count) ** 1.3)
        if stroke.joined:
            closing = min(int(0.022 * _RATE), count)
            shape[count - closing :] *= np.linspace(1.0, stroke.leaves, closing)
        level[stroke.start : stroke.end] = stroke.velocity * shape
        if not stroke.joined:
            tail = level[stroke.end : stroke.end + release]
            tail[:] = stroke.velocity * shape[-1] * (1.0 - _eased(np.arange(len(tail)) / release))
    return _smoothed(level, 0.008)


def _pitch(lead: Lead, strokes: Sequence[_Stroke], points: int) -> Line:
    """Draw steps with glides, scoops from below, and the fall at the end."""
    line = np.full(points, float(strokes[0].tone.pitch))
    for stroke in strokes:
        pitch = float(stroke.tone.pitch)
        line[stroke.start :] = pitch
        times = np.arange(points - stroke.start) / _RATE
        if stroke.before:
            seconds = lead.glide if stroke.slurred else min(lead.glide, 0.012)
            past = 1.0 - _eased((times + 0.3 * seconds) / seconds)
            line[stroke.start :] += (stroke.before.pitch - pitch) * past
        if lead.scoop and (not stroke.before or pitch - stroke.before.pitch >= 5):
            line[stroke.start :] -= lead.scoop * stroke.velocity * np.exp(-times / 0.045)
    if lead.fall:
        let_go = strokes[-1].end - int(0.05 * _RATE)
        late = np.clip((np.arange(points) - let_go) / (0.15 * _RATE), 0.0, 1.5)
        line -= lead.fall * late**2
    return line


def _vibrato(
    lead: Lead, strokes: Sequence[_Stroke], points: int, chance: np.random.Generator
) -> tuple[Line, Line]:
    """Draw the sway, ±1, and how deep it is: it comes in late, on notes long enough for it."""
    depth = np.zeros(points)
    onset = int(0.18 * _RATE)
    for stroke in strokes:
        count = stroke.end - stroke.start - onset
        if count > 0.1 * _RATE:
            rise = _eased(np.arange(count) / (0.35 * _RATE))
            depth[stroke.start + onset : stroke.end] = rise
    rate = lead.rate * (1.0 + 0.05 * _wandering(points, 0.3, chance))
    sway = np.sin(2.0 * np.pi * np.cumsum(rate) / _RATE)
    return sway, _smoothed(depth * (1.0 + 0.15 * _wandering(points, 0.25, chance)), 0.02)


def _struck(strokes: Sequence[_Stroke], points: int, seconds: float) -> Line:
    """Draw a short burst wherever tongue or bow strikes anew."""
    burst = np.zeros(points)
    for stroke in strokes:
        if not stroke.slurred:
            times = np.arange(points - stroke.start) / _RATE
            new = stroke.velocity * np.exp(-times / seconds) * _eased(times / 0.006)
            burst[stroke.start :] = np.maximum(burst[stroke.start :], new)
    return burst


def _wandering(points: int, seconds: float, chance: np.random.Generator) -> Line:
    """Draw a line that wanders around 0, by about ±1, turning every so many seconds."""
    spacing = max(int(seconds * _RATE), 1)
    marks = np.clip(chance.normal(0.0, 0.6, points // spacing + 3), -1.5, 1.5)
    return np.interp(np.arange(points) / spacing, np.arange(len(marks)), marks)


def _eased(progress: Line) -> Line:
    """Go from 0 to 1 without corners."""
    inside = np.clip(progress, 0.0, 1.0)
    return inside * inside * (3.0 - 2.0 * inside)


def _smoothed(line: Line, seconds: float) -> Line:
    """Round the corners with a moving mean."""
    width = max(int(seconds * _RATE), 1)
    total = np.cumsum(
        np.concatenate(
            [np.zeros(1), np.full(width // 2, line[0]), line, np.full(width - width // 2, line[-1])]
        )
    )
    return np.asarray(((total[width:] - total[:-width]) / width)[: len(line)], np.float64)
