"""Takes as the composer makes them: real mp3s of a second or so, each with a tone of its own."""

from functools import cache
from io import BytesIO

import lameenc
import numpy as np
from PIL import Image

__all__ = ["SECONDS", "cover", "music"]

SECONDS = 1.2
RATE = 16_000
LOWEST, STEP = 200.0, 2.5
"""Hertz. Two takes of one number lie beside each other, and all of them differ."""


@cache
def music(number: int, version: int) -> bytes:
    """That take, without a tag."""
    hertz = LOWEST + STEP * ((2 * number + version) % 2000)
    sound = 0.4 * np.sin(np.arange(round(SECONDS * RATE)) * 2 * np.pi * hertz / RATE)
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_bit_rate(48)
    encoder.set_quality(7)
    pcm = (sound * 32_767).astype("<i2").tobytes()
    return bytes(encoder.encode(pcm)) + bytes(encoder.flush())


@cache
def cover() -> bytes:
    """One for all of them."""
    file = BytesIO()
    Image.new("RGB", (64, 64), "teal").save(file, "webp")
    return file.getvalue()
