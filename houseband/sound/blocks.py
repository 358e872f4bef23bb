"""Songs pass through in blocks, so that an hour takes no more memory than a minute and caches stay warm."""

from collections import deque
from collections.abc import Iterator
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from houseband.sound.wave import Audio

__all__ = ["BLOCK", "Convolution", "Response", "between", "shape", "spans"]

BLOCK: Final = 1 << 16
"""Samples: a second and a half. Only the last block of a song is shorter."""


def spans(samples: int) -> Iterator[slice]:
    """Cut a song into blocks."""
    for start in range(0, samples, BLOCK):
        yield slice(start, min(start + BLOCK, samples))


def shape(block: Audio, levels: Audio, spacing: int, start: int) -> None:
    """Multiply in place by a curve known at the middle of every `spacing` samples from the song's start.

    `start` is the sample at which the block begins.
    """
    block *= between(levels, spacing, start, start + block.shape[1])


def between(levels: Audio, spacing: int, start: int, stop: int) -> Audio:
    """Draw straight lines through the levels, held before the first and after the last."""
    start, stop = start - spacing // 2, stop - spacing // 2
    first, last = start // spacing, -(-stop // spacing)
    known = levels[np.clip(np.arange(first, last + 1), 0, len(levels) - 1)].astype(np.float32)
    steps = np.arange(spacing, dtype=np.float32) / np.float32(spacing)
    lines = known[:-1, None] + np.diff(known)[:, None] * steps
    begin = start - first * spacing
    return np.asarray(lines.ravel()[begin : begin + stop - start], np.float32)


Spectrum: TypeAlias = NDArray[np.complex64]


class Response:
    """What a filter answers to a single click, one row for both channels or one each, ready for use."""

    def __init__(self, taps: Audio) -> None:
        self.rest: Final = min(taps.shape[1], BLOCK) - 1
        self.size: Final = fft.next_fast_len(BLOCK + self.rest, real=True)
        self.spectra: Final = [
            fft.rfft(taps[:, start : start + BLOCK], self.size, axis=-1)
            for start in range(0, taps.shape[1], BLOCK)
        ]


class Convolution:
    """Filters blocks of both channels by a response; what rings over comes with those that follow."""

    def __init__(self, response: Response) -> None:
        self._response = response
        self._heard: deque[Spectrum] = deque(maxlen=len(response.spectra))
        self._rest = np.zeros((2, response.rest), np.float32)

    def __call__(self, block: Audio) -> Audio:
        """Return the filtered block, as long as it is."""
        samples, response = block.shape[1], self._response
        self._heard.appendleft(fft.rfft(block, response.size, axis=-1))
        parts = zip(self._heard, response.spectra, strict=False)
        heard, spectrum = next(parts)
        total = heard * spectrum
        for heard, spectrum in parts:
            total += heard * spectrum
        out = fft.irfft(total, response.size, axis=-1, overwrite_x=True)
        out[:, : response.rest] += self._rest
        self._rest = out[:, samples : samples + response.rest].copy()
        return np.asarray(out[:, :samples], np.float32)
