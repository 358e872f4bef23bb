"""What all that is struck or plucked has in common: the noise of striking, and two ears that hear it."""

import numpy as np
from numpy.typing import NDArray

from houseband.sound.wave import Audio, dying, filtered, noise, samples_in

__all__ = ["apart", "knock"]


def knock(samples: int, hz: float, seconds: float, level: float) -> Audio:
    """Draw the noise of what strikes, as a short band of noise in both channels."""
    length = min(samples, samples_in(seconds * 5.0))
    out = np.zeros((2, samples), np.float32)
    burst = noise(length, seed=round(hz)) * dying(length, seconds)
    band = (hz * 0.6, min(hz * 1.6, 18_000.0))
    out[:, :length] = filtered(burst.astype(np.float32), "bandpass", band) * np.float32(level * 4.0)
    return out


def apart(hz: NDArray[np.float64], amount: float, seed: int) -> NDArray[np.float64]:
    """Return the phases at which partials reach the left and the right, further apart the higher.

    That is what makes a sound wide: no delay, so that nothing is lost when both are added up.
    """
    chance = np.random.default_rng(seed)
    spread = amount * np.clip(np.log2(np.maximum(hz, 60.0) / 120.0) / 1.8, 0.0, 1.0)
    both = chance.uniform(-0.5, 0.5, len(hz)) * spread
    return np.stack([both, -both])
