"""Real files of every kind, each made once."""

import io
import wave
from functools import lru_cache

import numpy as np
import soundfile
from PIL import Image

from tests.mp3.sounds import encoded


@lru_cache
def mp3() -> bytes:
    return encoded().whole


@lru_cache
def bare_mp3() -> bytes:
    return encoded().bare


@lru_cache
def wav() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8_000)
        out.writeframes(bytes(16_000))
    return file.getvalue()


@lru_cache
def sound(form: str) -> bytes:
    """A second of noise as `FLAC` or `OGG`."""
    file = io.BytesIO()
    noise = np.random.default_rng(1).uniform(-0.1, 0.1, 8_000)
    soundfile.write(file, noise, 8_000, format=form)
    return file.getvalue()


@lru_cache
def picture(form: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(file, form)
    return file.getvalue()


def m4a(*, brand: bytes = b"M4A ") -> bytes:
    """The boxes of an mp4, with nothing in them that could be played."""

    def box(name: bytes, inside: bytes) -> bytes:
        return (8 + len(inside)).to_bytes(4, "big") + name + inside

    return box(b"ftyp", brand + bytes(4)) + box(b"mdat", bytes(500)) + box(b"moov", bytes(100))


def tagged(audio: bytes, *, tag: int = 50_000) -> bytes:
    """The audio behind an ID3v2 tag of so many bytes."""
    size = bytes(tag >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\x00\x00" + size + bytes(tag) + audio
