"""What is measured about a performance, and which of it is as it should be."""

from dataclasses import dataclass

import numpy as np

from houseband.brief import brief_for
from houseband.score import Score
from houseband.theory import MODES
from listen.curves import curve_of
from listen.performance import Performance, Take
from tests.houseband import ears
from tests.houseband.likeness import (
    CHROMA_AT_MOST,
    RHYTHM_AT_MOST,
    SOUND_AT_LEAST,
    Likeness,
    likeness,
)

__all__ = ["Measure", "Report", "TakeReport", "report_on"]

_MOVING = frozenset({"pop", "rock", "cinematic", "folk", "jazz", "ballad"})
"""Genres whose loud and quiet moments shall lie apart."""
_NOTES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure, what it should be, and whether it is. None: there is no goal for it."""

    name: str
    value: str
    goal: str = ""
    is_met: bool | None = None
    where: str = ""
    """Whose figure it is, such as `A: `; empty for both takes together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeReport:
    """One take's sound and measures."""

    take: Take
    sound: ears.Sound
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All about one piece."""

    performance: Performance
    takes: tuple[TakeReport, TakeReport]
    both: tuple[Measure, ...]

    @property
    def every(self) -> tuple[Measure, ...]:
        """All measures, the takes' first."""
        return (*self.takes[0].measures, *self.takes[1].measures, *self.both)


def report_on(performance: Performance) -> Report:
    """Listen to both takes and compare them."""
    first, second = (
        _heard(performance, take, f"{letter}: ")
        for take, letter in zip(performance.takes, "AB", strict=True)
    )
    return Report(
        performance=performance, takes=(first, second), both=_both(performance, first, second)
    )


def _heard(performance: Performance, take: Take, where: str) -> TakeReport:
    sound = ears.heard(take.path)
    measures = (
        *_level(sound, take, where),
        *_music(sound, take, performance.piece.seconds, where),
        *_tone(sound, take, where),
    )
    return TakeReport(take=take, sound=sound, measures=measures)


def _level(sound: ears.Sound, take: Take, where: str) -> list[Measure]:
    loudness, peak, clipped = ears.lufs(sound), ears.true_peak(sound), ears.clipped(sound)
    span, silence, offset = (
        ears.loudness_range(sound),
        ears.longest_silence(sound),
        ears.offset(sound),
    )
    moving = take.score.genre in _MOVING
    return [
        _measure("loudness", f"{loudness:.2f} LUFS", "-14 ± 0.5", abs(loudness + 14) <= 0.5, where),
        _measure("true peak", f"{peak:.1f} dBTP", "≤ -1.0", peak <= -1.0, where),
        _measure("clipped", f"{clipped}", "0", clipped == 0, where),
        _measure(
            "range", f"{span:.1f} LU", "≥ 4" if moving else "", span >= 4 if moving else None, where
        ),
        _measure("silence", f"{silence:.2f} s", "≤ 2", silence <= 2, where),
        _measure("DC", f"{1e4 * offset:.1f} ‱", "≤ 10", offset <= 1e-3, where),
    ]


def _music(sound: ears.Sound, take: Take, seconds: float, where: str) -> list[Measure]:
    score, length = take.score, len(sound) / ears.RATE
    tempo = ears.tempo(sound)
    tonic, minor = ears.key(_unlifted(sound, score))
    scale = {(tonic + step) % 12 for step in MODES["minor" if minor else "major"]}
    heard_key = f"{_NOTES[tonic]} {'minor' if minor else 'major'}"
    return [
        _measure(
            "length", f"{length:.2f} s", f"{seconds:g} ± 0.1", abs(length - seconds) <= 0.1, where
        ),
        _measure(
            "tempo",
            f"{tempo:.1f}",
            f"{score.tempo}",
            _beats(tempo, score.tempo),
            where,
        ),
        _measure(
            "key",
            heard_key,
            f"{score.key.name}",
            scale == score.key.scale or tonic == score.key.tonic,
            where,
        ),
    ]


def _unlifted(sound: ears.Sound, score: Score) -> ears.Sound:
    """Leave out what lies in another key than the song's, such as a last chorus that is lifted."""
    second = ears.RATE * score.seconds_per_tick
    kept = [
        sound[int(each.start * second) : int((each.start + each.length) * second)]
        for each in score.passages
        if not each.shift
    ]
    return np.concatenate(kept) if kept else sound


def _beats(found: float, asked: float) -> bool:
    """Tell whether a tempo was found, or one that people might tap as well."""
    return any(
        abs(found * part - asked) <= 0.006 * asked for part in (1, 2, 0.5, 2 / 3, 4 / 3, 1.5)
    )


def _tone(sound: ears.Sound, take: Take, where: str) -> list[Measure]:
    width = ears.width(sound)
    apart = ears.octaves(sound) - curve_of(take.score)
    worst = int(abs(apart).argmax())
    far = f"{apart[worst]:+.1f} dB at {ears.OCTAVES[worst]:g} Hz"
    return [
        _measure("L/R correlation", f"{width:.2f}", "0 to 0.75", 0 <= width <= 0.75, where),
        _measure("off its curve", far, "≤ 5 dB", abs(apart[worst]) <= 5, where),
    ]


def _both(performance: Performance, one: TakeReport, two: TakeReport) -> tuple[Measure, ...]:
    seconds = sum(len(each.sound) for each in (one, two)) / ears.RATE
    cpu = performance.cpu_seconds * min(120 / seconds, 1.0)  # a short song draws as many sounds
    limit = 400 if performance.piece.seconds <= 60 else 600
    peak = performance.peak_megabytes
    return (
        *_likeness(performance, one, two),
        Measure(name="CPU, 2 x 60 s", value=f"{cpu:.2f} s", goal="≤ 3.0", is_met=cpu <= 3.0),
        Measure(
            name="peak memory", value=f"{peak:.0f} MB", goal=f"≤ {limit}", is_met=peak <= limit
        ),
        Measure(
            name="cover",
            value=f"{performance.cover_seconds:.2f} s",
            goal="≤ 0.5",
            is_met=performance.cover_seconds <= 0.5,
        ),
    )


def _likeness(performance: Performance, one: TakeReport, two: TakeReport) -> list[Measure]:
    if performance.piece.seconds < 15:
        return []
    scores = one.take.score, two.take.score
    is_alone = bool(brief_for(performance.piece.order).only)  # who was named plays in both
    alike: Likeness = likeness(
        one.sound,
        two.sound,
        tempos=(float(scores[0].tempo), float(scores[1].tempo)),
        beats_per_bar=scores[0].beats_per_bar,
    )
    return [
        Measure(
            name="same harmony",
            value=f"{alike.chroma:.2f}",
            goal=f"≤ {CHROMA_AT_MOST}",
            is_met=alike.chroma <= CHROMA_AT_MOST,
        ),
        Measure(
            name="same rhythm",
            value=f"{alike.rhythm:.2f}",
            goal=f"≤ {RHYTHM_AT_MOST}",
            is_met=alike.rhythm <= RHYTHM_AT_MOST,
        ),
        Measure(
            name="other sound",
            value=f"{alike.sound:.1f} dB",
            goal="" if is_alone else f"≥ {SOUND_AT_LEAST}",
            is_met=None if is_alone else alike.sound >= SOUND_AT_LEAST,
        ),
    ]


def _measure(name: str, value: str, goal: str, is_met: bool | None, where: str) -> Measure:
    judged = None if is_met is None else bool(is_met)  # numpy has truths of its own
    return Measure(name=name, value=value, goal=goal, is_met=judged, where=where)
