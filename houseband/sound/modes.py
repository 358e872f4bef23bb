"""Sounds that ring: strings, bars and bells as sums of decaying sines.

A decaying sine is a power of a complex number, and a power of a sum of exponents is a product: so samples
written as rows of `_BLOCK` are an outer product per partial, and all partials together one matrix product.
That is why a thirty-partial piano note costs no more than a millisecond.
"""

import numpy as np
from numpy.typing import ArrayLike

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
    """Sum partials: hertz, level at the start, seconds until 60 dB lower, radians. One channel."""
    hz, level, decay, phase = (
        np.asarray(a, np.float64) for a in np.broadcast_arrays(frequencies, levels, decays, phases)
    )
    heard = (hz < _HIGHEST) & (np.abs(level) > 1e-5)
    hz, level, decay, phase = hz[heard], level[heard], decay[heard], phase[heard]
    pole = (-6.9078 / decay + 2j * np.pi * hz) / SAMPLE_RATE
    rows = -(-samples // _BLOCK)
    coarse = (
        np.exp(np.outer(np.arange(rows) * _BLOCK, pole)) * (level * np.exp(1j * phase))
    ).astype(np.complex64)
    fine = np.exp(np.outer(pole, np.arange(_BLOCK))).astype(np.complex64)
    left = np.concatenate([coarse.imag, coarse.real], axis=1)
    right = np.concatenate([fine.real, fine.imag], axis=0)
    sound = np.asarray((left @ right).reshape(-1)[:samples], np.float32)
    sound[:_ONSET] *= np.linspace(0.0, 1.0, _ONSET, dtype=np.float32)[:samples]
    return sound
