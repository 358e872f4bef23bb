"""An mp3 made smaller, at the largest constant bit rate with which it fits."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from editing.decode import Sound, opened
from editing.encode import mp3_from
from mp3.header import kbps_for
from mp3.id3 import tag_size
from mp3.whole import put

__all__ = ["LEAST_KBPS", "TooLong", "fit"]

LEAST_KBPS = 96
"""Below, music in stereo sounds broken."""

ENCODER_SAMPLES = 576 + 529 + 3 * 1152
"""At most so many come on top: the encoder's delay and padding, and the frame that says how long it is."""


class TooLong(Exception):
    """It doesn't fit at any bit rate that can be listened to."""


def fit(source: Path, target: Path, most_bytes: int) -> None:
    """Write `source` to `target` again in at most so many bytes, its tag as it is.

    The target appears whole or not at all. Raises TooLong, Unreadable. An OSError is passed on.
    """
    tag = _tag(source)
    with opened(source) as sound:
        for kbps in _fitting(sound, most_bytes - len(tag)):
            sound.seek(0)
            mp3 = mp3_from(
                sound.blocks(), sample_rate=sound.sample_rate, channels=sound.channels, kbps=kbps
            )
            if len(tag) + len(mp3) <= most_bytes:
                put(target, tag, BytesIO(mp3))
                return
    raise TooLong(f"{most_bytes} bytes")


def _fitting(sound: Sound, most_bytes: int) -> Iterator[int]:
    """The bit rates with which it should fit, the largest first."""
    seconds = (sound.samples + ENCODER_SAMPLES) / sound.sample_rate
    for kbps in reversed(kbps_for(sound.sample_rate)):
        if kbps >= LEAST_KBPS and kbps * 125 * seconds <= most_bytes:
            yield kbps


def _tag(source: Path) -> bytes:
    """The tag's own bytes: what nobody has read can't be lost."""
    with source.open("rb") as file:
        size = tag_size(file.read(10))
        file.seek(0)
        return file.read(size)
