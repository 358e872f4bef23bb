"""The mix: every part in its place, in one room, block after block."""

from collections.abc import Iterator

import numpy as np

from houseband.desk import Desk, channel_of
from houseband.genres import GENRES
from houseband.instruments import KIT
from houseband.score import Score
from houseband.sound.balance import DUCKED, ECHOES, SENDS, WET, sides
from houseband.sound.blocks import shape, spans
from houseband.sound.space import Echoes, room_of, vinyl
from houseband.sound.tracks import Player
from houseband.sound.wave import SAMPLE_RATE, Audio, gain, samples_in

__all__ = ["SPACING", "dynamics", "mixed"]

_CRACKLING = frozenset({"lo-fi"})
SPACING = SAMPLE_RATE // 100
"""Samples from point to point of the curves that are drawn over a whole song."""


def mixed(score: Score, players: list[Player], desk: Desk) -> Iterator[Audio]:
    """Play and mix the score, a block at a time."""
    genre = GENRES[score.genre]
    channels = [_Channel(player, score, desk) for player in players]
    room, wet = room_of(genre.room), np.float32(WET[genre.room])
    duck, swell = _duck(score, genre.ducked), dynamics(score)
    for span in spans(samples_in(score.seconds)):
        samples = span.stop - span.start
        mix, send = np.zeros((2, 2, samples), np.float32)
        for channel in channels:
            track = channel.block(span, duck)
            if track is not None:
                mix += track
                if channel.send:
                    track *= channel.send
                    send += track
        if genre.name in _CRACKLING:
            mix += vinyl(span)
        answer = room(send)
        answer *= wet
        mix += answer
        shape(mix, swell, SPACING, span.start)
        yield mix


class _Channel:
    """One part on its way through the desk: level and place, making way for the kick, echoes."""

    def __init__(self, player: Player, score: Score, desk: Desk) -> None:
        genre, role = GENRES[score.genre], player.part.role
        self.send = np.float32(SENDS[role])
        self._player = player
        level = desk.levels[channel_of(role, player.part.instrument)]
        self._sides = sides(role) * np.float32(level)
        self._ducked = role in DUCKED and bool(genre.ducked)
        self._echoes = None
        if role in ECHOES:
            self._echoes = Echoes(0.75 * 60.0 / score.tempo, ECHOES[role] * WET[genre.room])

    def block(self, span: slice, duck: Audio) -> Audio | None:
        """Return the block that comes next, None while nothing sounds."""
        track = self._player.block(span)
        if track is not None:
            track *= self._sides
            if self._ducked:
                shape(track, duck, SPACING, span.start)
        return self._echoes(track, span.stop - span.start) if self._echoes else track


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


def dynamics(score: Score) -> Audio:
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
