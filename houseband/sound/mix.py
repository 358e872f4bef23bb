"""The mix: every part at its level, in its place, in one room."""

from collections.abc import Callable

import numpy as np

from houseband.genres import GENRES
from houseband.instruments import KIT
from houseband.score import Score
from houseband.sound.meter import loudness_where_it_plays
from houseband.sound.space import echoed, reverberated, vinyl
from houseband.sound.tracks import track_of
from houseband.sound.wave import SAMPLE_RATE, Audio, gain, samples_in

__all__ = ["mixed"]

_LEVELS = {
    "drums": -19.0,
    "bass": -20.5,
    "lead": -18.5,
    "chords": -22.5,
    "pad": -26.5,
    "arp": -27.5,
    "counter": -24.0,
}
"""How loud each part is where it plays, in LUFS; the master turns all of it up together."""
_CUSTOMS: dict[str, dict[str, float]] = {
    "house": {"drums": 1.5, "bass": 1.0, "lead": -1.0},
    "drum and bass": {"drums": 1.5, "bass": 1.5, "lead": -1.0},
    "hip-hop": {"drums": 1.0, "bass": 2.0, "lead": -1.0},
    "rock": {"drums": 1.0, "chords": 2.5, "pad": -3.0},
    "synthwave": {"bass": 1.0, "pad": 1.0},
    "funk": {"bass": 1.0},
    "reggae": {"bass": 2.0, "drums": -1.0},
    "soul": {"drums": -1.0},
    "blues": {"drums": -2.0, "lead": -0.5},
    "lo-fi": {"drums": -2.0, "chords": 1.5, "lead": -2.0},
    "jazz": {"drums": -5.0, "chords": -0.5},
    "bossa nova": {"drums": -5.0, "chords": 1.0},
    "folk": {"drums": -7.0, "chords": 2.5},
    "ballad": {"drums": -6.0, "chords": 1.5, "pad": 1.0},
    "cinematic": {"drums": -3.0, "pad": 3.0, "chords": 1.0},
    "ambient": {"drums": -14.0, "pad": 4.5, "arp": 2.0, "lead": -3.0, "bass": -1.0},
}
"""How far a genre departs from that, in decibels."""
_SENDS = {
    "drums": 0.07,
    "bass": 0.0,
    "chords": 0.16,
    "pad": 0.3,
    "arp": 0.26,
    "lead": 0.2,
    "counter": 0.28,
}
_ECHOES = {"lead": 0.2, "arp": 0.28, "counter": 0.24}
_WET = {"room": 0.5, "club": 0.6, "plate": 0.8, "hall": 1.0, "cathedral": 1.5}
_CRACKLING = frozenset({"lo-fi"})
_DUCKED = frozenset({"bass", "chords", "pad", "arp"})


def mixed(score: Score, report: Callable[[float], None] = lambda _: None) -> Audio:
    """Play and mix the whole score; `report` is told how much is done, 0 to 1."""
    samples = samples_in(score.seconds)
    genre = GENRES[score.genre]
    mix = np.zeros((2, samples), np.float32)
    send = np.zeros((2, samples), np.float32)
    duck = _duck(score, genre.ducked, samples)
    for number, part in enumerate(score.parts):
        track = track_of(part, score, samples)
        track *= np.float32(_gain_for(part.role, score.genre, track))
        if part.role in _DUCKED and duck is not None:
            track *= duck
        mix += track
        if part.role in _ECHOES:
            echoes = echoed(track, 0.75 * 60.0 / score.tempo) * np.float32(
                _ECHOES[part.role] * _WET[genre.room]
            )
            mix += echoes
            track += echoes
        send += track * np.float32(_SENDS[part.role])
        report((number + 1) / (len(score.parts) + 1))
    if genre.name in _CRACKLING:
        mix += vinyl(samples)
    mix += reverberated(send, genre.room) * np.float32(_WET[genre.room])
    mix *= _dynamics(score, samples)
    report(1.0)
    return mix


def _gain_for(role: str, genre: str, track: Audio) -> float:
    """Return the factor that brings a part to its place in the genre's balance."""
    wanted = _LEVELS[role] + _CUSTOMS.get(genre, {}).get(role, 0.0)
    return min(gain(wanted - loudness_where_it_plays(track)), 4.0)


def _duck(score: Score, depth: float, samples: int) -> Audio | None:
    """Draw how every kick pushes the others down and lets them come back."""
    drums = next((part for part in score.parts if part.role == "drums"), None)
    if depth == 0.0 or drums is None:
        return None
    curve = np.ones(samples, np.float32)
    rate = score.seconds_per_tick * SAMPLE_RATE
    length = int(min(60.0 / score.tempo, 0.5) * 0.9 * SAMPLE_RATE)
    rise = np.linspace(0.0, 1.0, length, dtype=np.float32)
    dip = 1.0 - np.float32(depth) * (1.0 - rise**1.5) * np.minimum(
        np.arange(length, dtype=np.float32) / 200.0, 1.0
    )
    for note in drums.notes:
        if note.pitch == KIT["kick"]:
            start = round(note.start * rate)
            end = min(start + length, samples)
            curve[start:end] = np.minimum(curve[start:end], dip[: max(end - start, 0)])
    return curve


def _dynamics(score: Score, samples: int) -> Audio:
    """Play quiet sections quieter, and let the last chord fade to silence."""
    rate = score.seconds_per_tick
    points: list[tuple[float, float]] = []
    for passage in score.passages:
        level = gain(5.5 * (passage.energy - 0.95))
        start, end = passage.start * rate, (passage.start + passage.length) * rate
        points += [(start, level), (end - 0.12, level)]
    points += [(score.seconds - 1.2, gain(-0.5)), (score.seconds - 0.03, 0.0)]
    times, levels = zip(*points, strict=True)
    knots = np.arange(0, samples + 441, 441)
    coarse = np.interp(knots / SAMPLE_RATE, times, levels)
    return np.asarray(np.interp(np.arange(samples), knots, coarse), np.float32)
