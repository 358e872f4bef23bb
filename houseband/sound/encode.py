"""From samples to an mp3 of constant bit rate that says how long it is, block by block."""

from collections.abc import Iterator
from typing import Final

import lameenc
import numpy as np

from houseband.sound.take import Take
from houseband.sound.wave import SAMPLE_RATE
from mp3.frames import first_frame
from mp3.info import foretold_header

__all__ = ["BIT_RATE", "pressed"]

BIT_RATE: Final = 256
"""Thousand bits a second. At 192, hard strokes overshoot by up to 1.5 dB; at 256, by half a decibel."""
_QUALITY = 5
_RESCALED = 1.0 / 0.995
"""LAME turns the sound down a little at this rate; this turns it up before."""


def pressed(take: Take) -> Iterator[tuple[float, bytes]]:
    """Encode a take: how much is done, 0 to 1, and what can be sent since; a header goes ahead of it all.

    The header is a foretold one, see `mp3.info`.
    """
    encoder = _encoder()
    done, begun = 0, False
    for block in take.blocks():
        done += block.shape[1]
        pcm = np.rint(block.T * np.float32(32_767.0 * _RESCALED)).astype("<i2")
        piece = bytes(encoder.encode(pcm.tobytes()))
        if done == take.samples:
            piece += bytes(encoder.flush())
        if piece and not begun:
            begun = True
            piece = foretold_header(first_frame(piece).header, samples=take.samples) + piece
        yield done / take.samples, piece


def _encoder() -> lameenc.Encoder:
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(BIT_RATE)
    encoder.set_in_sample_rate(SAMPLE_RATE)
    encoder.set_channels(2)
    encoder.set_quality(_QUALITY)
    encoder.silence()
    return encoder
