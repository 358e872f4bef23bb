"""A jingle cut from a take: so many seconds from where the music begins, faded out."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np

from editing.decode import Block, Sound, opened
from editing.encode import mp3_from
from editing.fit import LEAST_KBPS
from mp3.frames import NotMp3, check
from mp3.header import kbps_for
from mp3.id3 import BadTag, length, read_tag, tag_bytes
from mp3.whole import put

__all__ = ["cut_jingle"]

FADE_IN_SECONDS = 0.005
"""Enough that a beginning in the middle of a wave doesn't click."""
FADE_OUT_SECONDS = 1.0
LONGEST_FADE_OUT = 0.1
"""Of the whole: a jingle of five seconds fades for half of one."""

SILENCE = 0.003
"""The mean level below which nothing is heard yet, of full scale: some -50 dB."""
WINDOW_SECONDS = 0.02

OF_ITS_TIME = frozenset({"ETCO", "MLLT", "PRIV", "SYLT", "SYTC", "TLEN"})
"""Frames that speak of moments of the whole take, some of a program's own too, as the band's score."""


def cut_jingle(source: Path, target: Path, seconds: float) -> float:
    """Write the jingle to `target` at the source's bit rate, with the source's tag; its length in seconds.

    A take that is shorter is faded as it is. The target appears whole or not at all. Raises Unreadable.
    An OSError is passed on.
    """
    with opened(source) as sound:
        wanted = min(round(seconds * sound.sample_rate), sound.samples)
        sound.seek(min(_beginning(sound), sound.samples - wanted))
        mp3 = mp3_from(
            _faded(_first(sound.blocks(), wanted), wanted, sound.sample_rate),
            sample_rate=sound.sample_rate,
            channels=sound.channels,
            kbps=_kbps(source, sound.sample_rate),
        )
        lasts = wanted / sound.sample_rate
    put(target, _tag(source, lasts), BytesIO(mp3))
    return lasts


def _beginning(sound: Sound) -> int:
    """The sample at which something is heard; 0 when nothing ever is."""
    window = round(WINDOW_SECONDS * sound.sample_rate)
    passed = 0
    for block in sound.blocks():
        for start in range(0, len(block), window):
            if np.sqrt(np.mean(np.square(block[start : start + window]))) > SILENCE:
                return passed + start
        passed += len(block)
    return 0


def _first(blocks: Iterator[Block], samples: int) -> Iterator[Block]:
    left = samples
    for block in blocks:
        yield block[:left]
        left -= len(block)
        if left <= 0:
            return


def _faded(blocks: Iterator[Block], samples: int, sample_rate: int) -> Iterator[Block]:
    """In by a line, out by the quarter of a circle that keeps the power even."""
    rise = FADE_IN_SECONDS * sample_rate
    fall = max(1.0, min(FADE_OUT_SECONDS * sample_rate, samples * LONGEST_FADE_OUT))
    start = 0
    for block in blocks:
        at = np.arange(start, start + len(block))
        rising = np.clip(at / rise, 0, 1)
        falling = np.sin(np.clip((samples - 1 - at) / fall, 0, 1) * np.pi / 2)
        yield block * (rising * falling).astype(np.float32)[:, np.newaxis]
        start += len(block)


def _kbps(source: Path, sample_rate: int) -> int:
    """That of the source; the next higher one where its frames differ."""
    offered = [each for each in kbps_for(sample_rate) if each >= LEAST_KBPS]
    try:
        mean = check(source).bitrate // 1000
    except NotMp3:
        mean = offered[-1]
    return next((each for each in offered if each >= mean), offered[-1])


def _tag(source: Path, seconds: float) -> bytes:
    try:
        frames = [each for each in read_tag(source).frames if each.name not in OF_ITS_TIME]
        return tag_bytes([*frames, length(seconds)])
    except BadTag:
        return tag_bytes([length(seconds)])
