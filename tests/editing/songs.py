"""Songs to edit, each made once: a tone that tells where one is, tagged."""

from functools import lru_cache
from pathlib import Path

import lameenc
import numpy as np
import soundfile
from numpy.typing import NDArray

from mp3 import id3
from mp3.info import with_info_header
from mp3.whole import put

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4
SCORE = id3.private("band", b"\0notes")
LEVEL = 0.5


def a_song(
    path: Path,
    *,
    seconds: float,
    silence: float = 0,
    kbps: int = 128,
    rate: int = 44_100,
    channels: int = 2,
) -> Path:
    """A steady tone after so much silence. Tagged with a title, a cover, a moment and a score."""
    tag = [id3.title("Rain (A)"), id3.cover(JPEG), id3.timed_lyrics([(2, "It rains")]), SCORE]
    with path.with_suffix(".bare").open("w+b") as bare:
        bare.write(_tone(seconds, silence, kbps, rate, channels))
        bare.seek(0)
        put(path, id3.tag_bytes([*tag, id3.length(seconds)]), bare)
    path.with_suffix(".bare").unlink()
    return path


def heard(path: Path) -> tuple[NDArray[np.float64], int]:
    """The first channel, and its sample rate."""
    sound, rate = soundfile.read(path, always_2d=True)
    return sound[:, 0], rate


def level(sound: NDArray[np.float64]) -> float:
    """Of a tone, its height."""
    return float(np.sqrt(2 * np.mean(np.square(sound))))


@lru_cache
def _tone(seconds: float, silence: float, kbps: int, rate: int, channels: int) -> bytes:
    samples = round(seconds * rate)
    sound = LEVEL * np.sin(np.arange(samples) * 2 * np.pi * 440 / rate)
    sound[: round(silence * rate)] = 0
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(channels)
    encoder.set_bit_rate(kbps)
    encoder.set_quality(7)
    pcm = np.repeat(sound[:, np.newaxis], channels, axis=1) * 32_767
    mp3 = encoder.encode(pcm.astype("<i2").tobytes()) + encoder.flush()
    return with_info_header(bytes(mp3), samples=samples)
