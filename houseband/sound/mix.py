"""The mix: every part in its place, in one room."""

from collections.abc import Callable

import numpy as np

from houseband.genres import GENRES
from houseband.instruments import KIT
from houseband.score import Score
from houseband.sound.balance import DUCKED, ECHOES, SENDS, WET, balance
from houseband.sound.blocks import shape
from houseband.sound.space import add_echoes, reverberated, vinyl
from houseband.sound.tracks import track_of
from houseband.sound.wave import SAMPLE_RATE, Audio, gain, samples_in

__all__ = ["mixed"]

_CRACKLING = frozenset({"lo-fi"})
_SPACING = SAMPLE_RATE // 100


def mixed(score: Score, report: Callable[[float], None] = lambda _: None) -> Audio:
    """Play and mix the whole score; `report` is told how much is done, 0 to 1."""
    samples = samples_in(score.seconds)
    genre = GENRES[score.genre]
    mix = np.zeros((2, samples), np.float32)
    send = np.zeros((2, samples), np.float32)
    duck = _duck(score, genre.ducked)
    for number, part in enumerate(score.parts):
        track = track_of(part, score, samples)
        balance(track, part.role, genre.name)
        if part.role in DUCKED and genre.ducked:
            shape(track, duck, _SPACING)
        if part.role in ECHOES:
            add_echoes(track, 0.75 * 60.0 / score.tempo, ECHOES[part.role] * WET[genre.room])
        mix += track
        track *= np.float32(SENDS[part.role])
        send += track
        report((number + 1) / (len(score.parts) + 1))
    if genre.name in _CRACKLING:
        mix += vinyl(samples)
    send = reverberated(send, genre.room)
    send *= np.float32(WET[genre.room])
    mix += send
    shape(mix, _dynamics(score), _SPACING)
    report(1.0)
    return mix


def _duck(score: Score, depth: float) -> Audio:
    """Draw how every kick pushes the others down and lets them come back, a hundred points a second."""
    points = int(score.seconds * 100) + 2
    curve = np.ones(points, np.float32)
    length = int(min(60.0 / score.tempo, 0.5) * 90.0)
    dip = 1.0 - np.float32(depth) * (1.0 - np.linspace(0.0, 1.0, length, dtype=np.float32) ** 1.5)
    kicks = (
        note
        for part in score.parts
        if part.role == "drums"
        for note in part.notes
        if note.pitch == KIT["kick"]
    )
    for kick in kicks:
        start = round(kick.start * score.seconds_per_tick * 100)
        end = min(start + length, points)
        curve[start:end] = np.minimum(curve[start:end], dip[: max(end - start, 0)])
    return curve


def _dynamics(score: Score) -> Audio:
    """Play quiet sections quieter, and let the last chord fade to silence: a hundred points a second."""
    rate = score.seconds_per_tick
    points: list[tuple[float, float]] = []
    for passage in score.passages:
        level = gain(5.5 * (passage.energy - 0.95))
        start, end = passage.start * rate, (passage.start + passage.length) * rate
        points += [(start, level), (end - 0.12, level)]
    points += [(score.seconds - 1.2, gain(-0.5)), (score.seconds - 0.03, 0.0)]
    times, levels = zip(*points, strict=True)
    moments = (np.arange(int(score.seconds * 100) + 2) + 0.5) / 100.0
    return np.asarray(np.interp(moments, times, levels), np.float32)
