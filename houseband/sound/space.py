"""What surrounds the band: reverb, echoes, the record it is played from."""

from functools import lru_cache

import numpy as np

from houseband.sound.blocks import convolved
from houseband.sound.wave import SAMPLE_RATE, Audio, filtered, noise, samples_in

__all__ = ["add_echoes", "reverberated", "vinyl"]

_ROOMS = {
    "room": (0.55, 0.006, 6500.0),
    "club": (0.8, 0.010, 6000.0),
    "plate": (1.5, 0.014, 8500.0),
    "hall": (2.3, 0.026, 6500.0),
    "cathedral": (3.8, 0.034, 5200.0),
}
"""Seconds until 60 dB lower, seconds until the first reflection, hertz above which it is darker."""


def reverberated(audio: Audio, room: str) -> Audio:
    """Return what the room answers, without the sound itself, as long as the sound."""
    return convolved(audio, _response(room))


@lru_cache(maxsize=8)
def _response(room: str) -> Audio:
    """Draw a room: a few early reflections, then noise that falls, its highs faster; each side its own."""
    seconds, delay, dark = _ROOMS[room]
    samples = samples_in(seconds)
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    hiss = noise(samples, seed=5)
    low = filtered(hiss, "lowpass", dark * 0.3) * np.exp(-6.9 * times / seconds)
    high = filtered(hiss, "bandpass", (dark * 0.3, dark), 1) * np.exp(-11.0 * times / seconds)
    tail = (low * 1.6 + high) * np.minimum(times / 0.02, 1.0)
    for number, (at, level) in enumerate(((0.011, 0.7), (0.019, 0.5), (0.027, 0.45), (0.041, 0.3))):
        tail[number % 2, samples_in(at)] += level * 6.0
    body = filtered(tail.astype(np.float32), "highpass", 180.0)
    body = np.concatenate([np.zeros((2, samples_in(delay)), np.float32), body], axis=1)
    return np.asarray(body / np.sqrt(np.sum(body**2) / 2.0), np.float32)


_ECHOES = 4
_FEEDBACK = 0.42


def add_echoes(audio: Audio, seconds: float, level: float) -> None:
    """Add echoes in place, `seconds` apart, from side to side, each duller than the last."""
    source = audio.mean(axis=0)
    for number in range(1, _ECHOES + 1):
        late = number * samples_in(seconds)
        if late >= len(source):
            break
        source = _duller(source)
        audio[number % 2, late:] += source[:-late] * np.float32(level * _FEEDBACK**number)


def _duller(audio: Audio) -> Audio:
    """Take off some highs: each sample the mean of itself and its neighbours."""
    out = audio.copy()
    out[1:-1] = 0.25 * (audio[:-2] + audio[2:]) + 0.5 * audio[1:-1]
    return out


_TURN = 60.0 / 33.3
"""Seconds of one turn of the record."""


def vinyl(samples: int) -> Audio:
    """Return the hiss and crackle of a well-loved record, which come round with every few turns."""
    loop = _groove()
    return np.tile(loop, -(-samples // loop.shape[1]))[:, :samples]


@lru_cache(maxsize=1)
def _groove() -> Audio:
    samples = samples_in(5 * _TURN)
    chance = np.random.default_rng(33)
    hiss = filtered(noise(samples, seed=34), "bandpass", (500.0, 5000.0), 1) * np.float32(0.0016)
    clicks = np.zeros((2, samples), np.float32)
    places = chance.integers(0, samples, 130)
    clicks[:, places] = (
        chance.random((1, 130)) ** 4 * 0.11 * chance.choice([-1.0, 1.0], (1, 130))
    ).astype(np.float32)
    return hiss + filtered(clicks, "bandpass", (900.0, 6500.0), 1)
