"""Before the first note is heard: how loud every part is and how all of them sound together.

A few beats of each part are played, spread over the song. From these the desk is set.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from houseband.desk import Desk, channel_of
from houseband.genres import GENRES
from houseband.score import TICKS_PER_BEAT, Score
from houseband.sound.balance import SENDS, WET, level_for
from houseband.sound.limiter import TARGET_LUFS
from houseband.sound.meter import loudness, lufs, weights
from houseband.sound.mix import dynamics
from houseband.sound.tone import OCTAVES, bend_towards, octaves_in
from houseband.sound.tracks import Player
from houseband.sound.wave import SAMPLE_RATE, gain

__all__ = ["desk_for"]

_BEATS = 12
"""So many are played of each part."""
_DRUM_BEATS = 40
"""Of drums more: hardly any two of their beats are alike, and most of their strokes come again."""
_FRAME = 4096
_HERTZ = np.asarray(np.fft.rfftfreq(_FRAME, 1.0 / SAMPLE_RATE), np.float64)
_WINDOW = np.hanning(_FRAME).astype(np.float32)
_TO_POWER = 2.0 / 0.375 / _FRAME**2
"""From the squares of a windowed frame's spectrum to mean squares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Portrait:
    """What a part is like where it plays."""

    loudness: float
    """LUFS, its rests left out."""
    octaves: NDArray[np.float64]
    """Power in each octave, the mean over all beats in which it plays."""
    beats: NDArray[np.bool_]
    """In which beats of the song it plays."""


def desk_for(score: Score, players: list[Player], kept: Desk | None) -> Desk:
    """Set the desk for a song. One that goes on from another keeps how that one's desk was set."""
    portraits = [_portrait(player, score) for player in players]
    levels = dict(kept.levels) if kept else {}
    for player, portrait in zip(players, portraits, strict=True):
        part = player.part
        levels.setdefault(
            channel_of(part.role, part.instrument),
            round(level_for(portrait.loudness, part.role, score.genre), 4),
        )
    if kept:
        return replace(kept, levels=levels, rides=kept.rides[: len(score.joins) - 1])
    powers = _powers(score, players, portraits, levels)
    tone = bend_towards(score.genre, score.brightness, powers.mean(axis=0))
    powers *= 10.0 ** (np.array(tone) / 10.0)
    common = float(np.percentile(10.0 * np.log10(powers.sum(axis=1) + 1e-10), 70))
    loud = loudness(np.repeat(powers @ weights(np.array(OCTAVES)), 4))
    return Desk(
        levels=levels,
        tone=tone,
        threshold=round(common + _THRESHOLD, 2),
        gain=gain(TARGET_LUFS - loud + _COMPRESSED),
    )


_THRESHOLD = -5.7
"""Decibels below the level of most beats. Between strokes it is lower than that by some four."""
_COMPRESSED = 1.1
"""Decibels that the compressor takes, more or less."""


def _powers(
    score: Score, players: list[Player], portraits: list[_Portrait], levels: dict[str, float]
) -> NDArray[np.float64]:
    """Guess the power of the mix by beat and octave: of all who play then, and what the room adds."""
    wet = WET[GENRES[score.genre].room]
    total = np.zeros((len(portraits[0].beats), len(OCTAVES)))
    for player, portrait in zip(players, portraits, strict=True):
        part = player.part
        factor = levels[channel_of(part.role, part.instrument)] ** 2
        factor *= 1.0 + (SENDS[part.role] * wet) ** 2
        total += portrait.beats[:, None] * (portrait.octaves * factor)
    middles = (np.arange(len(total)) + 0.5) * TICKS_PER_BEAT * score.seconds_per_tick
    swell = dynamics(score)[np.minimum(middles * 100.0, score.seconds * 100.0).astype(int)]
    return np.asarray(total * swell[:, None] ** 2, np.float64)


def _portrait(player: Player, score: Score) -> _Portrait:
    playing = _beats(player, score)
    played = np.flatnonzero(playing)
    count = _DRUM_BEATS if player.part.role == "drums" else _BEATS
    chosen = played[np.unique(np.linspace(0, len(played) - 1, count).round().astype(int))]
    length = round(TICKS_PER_BEAT * score.seconds_per_tick * SAMPLE_RATE)
    size = max(length // _FRAME, 1) * _FRAME
    beats = [player.excerpt(int(beat) * length, size) for beat in chosen]
    frames = np.concatenate([beat.reshape(2, -1, _FRAME).swapaxes(0, 1) for beat in beats])
    spectra = (np.abs(fft.rfft(frames * _WINDOW, axis=-1)) ** 2).sum(axis=1) * _TO_POWER
    powers = spectra @ weights(_HERTZ)
    heard = powers[powers > powers.max() * 0.01]
    return _Portrait(
        loudness=float(lufs(heard.mean())) if heard.size else -70.0,
        octaves=octaves_in(spectra.mean(axis=0), _HERTZ),
        beats=playing,
    )


def _beats(player: Player, score: Score) -> NDArray[np.bool_]:
    """Tell in which beats something of a part sounds."""
    playing = np.zeros(-(-score.length // TICKS_PER_BEAT), np.bool_)
    for note in player.part.notes:
        playing[note.start // TICKS_PER_BEAT : (note.end - 1) // TICKS_PER_BEAT + 1] = True
    return playing
