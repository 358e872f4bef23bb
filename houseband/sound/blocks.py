"""Songs pass through in blocks, so that an hour takes no more memory than a minute and caches stay warm."""

from collections.abc import Iterator
from typing import Final, TypeAlias

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
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


_HOP: Final = 1 << 15
"""Samples that a filter takes in one step. Two to a block and two channels make four transforms at once,
which the library does side by side: less than half the time of two, each as long as the block."""

Spectrum: TypeAlias = NDArray[np.complex64]


class Response:
    """What a filter answers to a single click, one row for both channels or one each, ready for use."""

    def __init__(self, taps: Audio) -> None:
        longest = min(taps.shape[1], _HOP)
        self.size: Final = fft.next_fast_len(_HOP + longest - 1, real=True)
        self.spectra: Final = [
            fft.rfft(taps[:, None, start : start + _HOP], self.size, axis=-1)
            for start in range(0, taps.shape[1], _HOP)
        ]


class Convolution:
    """Filters blocks of both channels by a response; what rings over comes with those that follow."""

    def __init__(self, response: Response) -> None:
        self._response = response
        self._past = np.zeros((2, response.size - _HOP), np.float32)
        late = len(response.spectra) - 1
        self._heard: Spectrum = np.zeros((2, late, response.size // 2 + 1), np.complex64)

    def __call__(self, block: Audio) -> Audio:
        """Return the filtered block, as long as it is."""
        samples, response = block.shape[1], self._response
        steps = -(-samples // _HOP)
        begun = np.pad(block, ((0, 0), (self._past.shape[1], steps * _HOP - samples)))
        begun[:, : self._past.shape[1]] = self._past
        self._past = begun[:, steps * _HOP :].copy()
        frames = sliding_window_view(begun, response.size, axis=-1)[:, ::_HOP]
        heard = np.concatenate([self._heard, fft.rfft(frames, axis=-1)], axis=1)
        total = heard[:, -steps:] * response.spectra[0]
        for late, spectrum in enumerate(response.spectra[1:], start=1):
            total += heard[:, -steps - late : -late] * spectrum
        self._heard = heard[:, steps:]
        out = fft.irfft(total, response.size, axis=-1, overwrite_x=True)[..., -_HOP:]
        return np.asarray(out.reshape(2, -1)[:, :samples], np.float32)
