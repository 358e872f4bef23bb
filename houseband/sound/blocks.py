"""Work on a whole song a block at a time, so that memory stays small and caches warm."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import ArrayLike
from scipy import signal

from houseband.sound.wave import Audio

__all__ = ["blocks_of", "convolved", "shape"]

_BLOCK: Final = 1 << 18


def blocks_of(samples: int) -> Iterator[slice]:
    """Cut a song into blocks of some six seconds."""
    for start in range(0, samples, _BLOCK):
        yield slice(start, min(start + _BLOCK, samples))


def shape(audio: Audio, levels: ArrayLike, spacing: int) -> None:
    """Multiply in place by a curve that is known at the middle of every `spacing` samples."""
    known = np.asarray(levels, np.float64)
    centres = (np.arange(len(known)) + 0.5) * spacing
    for block in blocks_of(audio.shape[1]):
        curve = np.interp(np.arange(block.start, block.stop), centres, known)
        audio[:, block] *= curve.astype(np.float32)


def convolved(audio: Audio, response: Audio, *, early: int = 0) -> Audio:
    """Filter both channels by a response, as long as the sound, `early` samples ahead."""
    out = np.zeros_like(audio)
    for block in blocks_of(audio.shape[1]):
        piece = signal.oaconvolve(audio[:, block], response, axes=-1)
        start = block.start - early
        piece = piece[:, max(-start, 0) :]
        start = max(start, 0)
        piece = piece[:, : out.shape[1] - start]
        out[:, start : start + piece.shape[1]] += piece
    return out
