"""What surrounds the band: reverb, echoes, the record it is played from."""

from functools import lru_cache

import numpy as np

from houseband.sound.blocks import Convolution, Response
from houseband.sound.wave import SAMPLE_RATE, Audio, filtered, noise, samples_in

__all__ = ["Echoes", "room_of", "vinyl"]

_ROOMS = {
    "room": (0.55, 0.006, 6500.0),
    "club": (0.8, 0.010, 6000.0),
    "plate": (1.5, 0.014, 8500.0),
    "hall": (2.3, 0.026, 6500.0),
    "cathedral": (3.8, 0.034, 5200.0),
}
"""Seconds until 60 dB lower, seconds until the first reflection, hertz above which it is darker."""


def room_of(name: str) -> Convolution:
    """Have a room that answers what is played in it, without the sound itself."""
    return Convolution(_response(name))


@lru_cache(maxsize=8)
def _response(room: str) -> Response:
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
    return Response((body / np.sqrt(np.sum(body**2) / 2.0)).astype(np.float32))


_ECHOES = 4
_FEEDBACK = 0.42


class Echoes:
    """Echoes from side to side, `seconds` apart, each duller than the last."""

    def __init__(self, seconds: float, level: float) -> None:
        late = samples_in(seconds)
        self._levels = [np.float32(level * _FEEDBACK**number) for number in range(1, _ECHOES + 1)]
        self._dulled = [np.zeros(2, np.float32) for _ in self._levels]
        # Being dulled makes a sound one sample late, each time.
        self._coming = [
            np.zeros(number * (late - 1), np.float32) for number in range(1, _ECHOES + 1)
        ]
        self._silent_for = 0

    def __call__(self, block: Audio | None, samples: int) -> Audio | None:
        """Return the block that comes next with what echoes in it; None once all is silent."""
        self._silent_for = 0 if block is not None else self._silent_for + samples
        if block is None:
            if self._silent_for > len(self._coming[-1]) + samples:
                return None
            block = np.zeros((2, samples), np.float32)
        source = block.mean(axis=0)
        for number, level in enumerate(self._levels):
            heard = np.concatenate([self._dulled[number], source])
            self._dulled[number] = heard[-2:]
            source = 0.25 * (heard[:-2] + heard[2:]) + 0.5 * heard[1:-1]
            coming = np.concatenate([self._coming[number], source * level])
            block[(number + 1) % 2] += coming[:samples]
            self._coming[number] = coming[samples:]
        return block


_TURN = 60.0 / 33.3
"""Seconds of one turn of the record."""


def vinyl(span: slice) -> Audio:
    """Return the hiss and crackle of a well-loved record, which come round with every few turns."""
    loop = _groove()
    turns = loop.shape[1]
    first = span.start % turns
    begun = loop[:, first : first + span.stop - span.start]
    return np.concatenate([begun, loop[:, : span.stop - span.start - begun.shape[1]]], axis=1)


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
