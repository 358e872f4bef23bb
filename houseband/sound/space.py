"""The room around the band: reverb and echoes."""

from functools import lru_cache

import numpy as np
from scipy import signal

from houseband.sound.wave import SAMPLE_RATE, Audio, filtered, noise, samples_in

__all__ = ["echoed", "reverberated"]

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
    response = _response(room)
    wet = signal.oaconvolve(audio, response, mode="full", axes=-1)
    return np.asarray(wet[:, : audio.shape[1]], np.float32)


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


def echoed(audio: Audio, seconds: float, *, feedback: float = 0.42, echoes: int = 4) -> Audio:
    """Return echoes that go from side to side, each duller than the last, without the sound itself."""
    out = np.zeros_like(audio)
    delay = samples_in(seconds)
    source = audio.mean(axis=0)
    for number in range(1, echoes + 1):
        shift = number * delay
        if shift >= audio.shape[1]:
            break
        source = _duller(source)
        out[number % 2, shift:] += source[: audio.shape[1] - shift] * np.float32(feedback**number)
    return out


def _duller(audio: Audio) -> Audio:
    """Take off some highs: each sample the mean of itself and its neighbours."""
    out = audio.copy()
    out[1:-1] = 0.25 * (audio[:-2] + audio[2:]) + 0.5 * audio[1:-1]
    return out
