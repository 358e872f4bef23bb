"""Short real mp3s, each made once."""

from dataclasses import dataclass
from functools import lru_cache

import lameenc
import numpy as np
from numpy.typing import NDArray

from mp3.info import with_info_header

Sound = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A sound as it was before LAME had it, and what LAME made of it."""

    sound: Sound
    bare: bytes

    @property
    def whole(self) -> bytes:
        return with_info_header(self.bare, samples=len(self.sound))


@lru_cache
def encoded(
    *, rate: int = 44_100, channels: int = 2, kbps: int = 128, samples: int = 50_000
) -> Encoded:
    """Noise with a clear shape, so that a shift by one sample shows."""
    noise = np.random.default_rng(samples).standard_normal((samples, channels))
    wander = np.cumsum(noise - noise.mean(axis=0), axis=0)
    sound = 0.5 * wander / np.abs(wander).max()
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(channels)
    encoder.set_bit_rate(kbps)
    encoder.set_quality(7)
    pcm = (sound * 32_767).astype("<i2").tobytes()
    return Encoded(sound=sound, bare=bytes(encoder.encode(pcm)) + bytes(encoder.flush()))
