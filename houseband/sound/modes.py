"""Sounds that ring: strings, bars and bells as sums of decaying sines.

A decaying sine is a power of a complex number, and a power of a sum of exponents is a product: so samples
written as rows of `_BLOCK` are an outer product per partial, and all partials together one matrix product.
That is why a thirty-partial piano note costs no more than a millisecond.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["ring"]

_BLOCK = 256
_HIGHEST = 0.45 * SAMPLE_RATE
_ONSET = 48
"""Samples in which everything starts, so that no note starts with a click: about a millisecond."""


def ring(
    frequencies: ArrayLike,
    levels: ArrayLike,
    decays: ArrayLike,
    samples: int,
    phases: ArrayLike = 0.0,
) -> Audio:
    """Sum partials: hertz, level at the start, seconds until 60 dB lower, radians.

    One channel, or as many as levels or phases have rows.
    """
    channels = max(np.ndim(levels), np.ndim(phases)) > 1
    start = np.atleast_2d(np.asarray(levels) * np.exp(1j * np.asarray(phases)))
    hz, decay, loudest = np.broadcast_arrays(frequencies, decays, np.abs(start).max(axis=0))
    heard = (hz < _HIGHEST) & (loudest > 1e-5)
    start = np.broadcast_to(start, (len(start), len(heard)))[:, heard]
    decay, hz = decay[heard], hz[heard]
    pole = (-6.9078 / decay + 2j * np.pi * hz) / SAMPLE_RATE
    rows = -(-samples // _BLOCK)
    coarse = _powers(pole, rows)[None, :, :] * start[:, None, :].astype(np.complex64)
    fine = np.exp(np.outer(pole, np.arange(_BLOCK))).astype(np.complex64)
    left = np.concatenate([coarse.imag, coarse.real], axis=-1)
    right = np.concatenate([fine.real, fine.imag], axis=0)
    sound = np.asarray((left @ right).reshape(len(start), -1)[:, :samples], np.float32)
    sound[:, :_ONSET] *= np.linspace(0.0, 1.0, _ONSET, dtype=np.float32)[:samples]
    return sound if channels else sound[0]


def _powers(pole: NDArray[np.complex128], rows: int) -> NDArray[np.complex64]:
    """Raise every pole to each multiple of the block, by way of multiples of sixteen blocks."""
    near = np.exp(np.outer(np.arange(16) * _BLOCK, pole))
    far = np.exp(np.outer(np.arange(-(-rows // 16)) * 16 * _BLOCK, pole))
    powers = (far[:, None, :] * near[None, :, :]).reshape(-1, len(pole))[:rows]
    return np.asarray(powers, np.complex64)
