"""Blocks of sound to an mp3 of constant bit rate that says how long it is."""

from collections.abc import Iterable

import lameenc
import numpy as np

from editing.decode import Block, Unreadable
from mp3.info import with_info_header

__all__ = ["mp3_from"]

QUALITY = 3
"""LAME's own scale: 2 takes half as long again for what nobody hears, 7 is heard."""
FULL_SCALE = 32_767


def mp3_from(blocks: Iterable[Block], *, sample_rate: int, channels: int, kbps: int) -> bytes:
    """Encode them. What is louder than full scale is clipped. Raises Unreadable when there is no sound."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(sample_rate)
    encoder.set_out_sample_rate(sample_rate)  # or LAME would choose a lower one at low bit rates
    encoder.set_channels(channels)
    encoder.set_bit_rate(kbps)
    encoder.set_quality(QUALITY)
    mp3, samples = bytearray(), 0
    for block in blocks:
        mp3 += encoder.encode(_pcm(block))
        samples += len(block)
    if not samples:
        raise Unreadable("no sound")
    mp3 += encoder.flush()
    return with_info_header(bytes(mp3), samples=samples)


def _pcm(block: Block) -> bytes:
    whole = np.rint(np.clip(block, -1, 1) * FULL_SCALE)
    return whole.astype("<i2").tobytes()
