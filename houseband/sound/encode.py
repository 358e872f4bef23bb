"""From samples to an mp3 of constant bit rate that says how long it is."""

from collections.abc import Callable
from typing import Final

import lameenc
import numpy as np

from houseband.sound.wave import SAMPLE_RATE, Audio
from mp3.info import with_info_header

__all__ = ["BIT_RATE", "mp3_from"]

BIT_RATE: Final = 256
"""Thousand bits a second. At 192, hard strokes overshoot by up to 1.5 dB; at 256, by half a decibel."""
_RESCALED = 1.0 / 0.995
"""LAME turns the sound down a little at this rate; this turns it up before."""
_PIECE = 10 * SAMPLE_RATE


def mp3_from(audio: Audio, report: Callable[[float], None] = lambda _: None) -> bytes:
    """Encode both channels; `report` is told how much is done, 0 to 1."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(BIT_RATE)
    encoder.set_in_sample_rate(SAMPLE_RATE)
    encoder.set_channels(2)
    encoder.set_quality(5)
    encoder.silence()
    pieces = []
    samples = audio.shape[1]
    for start in range(0, samples, _PIECE):
        piece = audio[:, start : start + _PIECE].T * np.float32(32767.0 * _RESCALED)
        pieces.append(bytes(encoder.encode(np.rint(piece).astype("<i2").tobytes())))
        report(min(start + _PIECE, samples) / samples)
    pieces.append(bytes(encoder.flush()))
    return with_info_header(b"".join(pieces), samples=samples)
