"""The voices of old game consoles: pulses of three widths and a triangle. Each function draws one note."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from houseband.sound.tables import aligned_table, phase_of, read
from houseband.sound.wave import Audio, dying, panned, ramp

__all__ = ["pulse", "square_lead", "triangle_bass"]


def square_lead(hz: float, samples: int, velocity: float) -> Audio:
    """A square that begins thin, as chips do to be heard, and trembles when it is held."""
    sway = np.sin(np.arange(samples, dtype=np.float32) * np.float32(2.0 * np.pi * 6.0 / 44_100))
    late = ramp((0.0, 0.0), (0.25, 0.0), (0.5, 0.004), samples=samples)
    phase = phase_of((hz * (1.0 + sway * late)).astype(np.float32), samples)
    thin = dying(samples, 0.03)
    tone = read(_cycle(hz, 0.5), phase) * (1.0 - thin) + read(_cycle(hz, 0.125), phase) * thin
    return panned(_held(tone, samples, velocity, 0.55), 0.0)


def pulse(hz: float, samples: int, velocity: float) -> Audio:
    """A quarter pulse, twice, a little apart in pitch and place."""
    sides = [read(_cycle(hz, 0.25), phase_of(hz * apart, samples)) for apart in (1.0012, 0.9988)]
    fall = ramp((0.0, 1.0), (0.12, 0.55), (1.5, 0.35), samples=samples)
    return np.stack([_held(side * fall, samples, velocity, 0.5) for side in sides])


def triangle_bass(hz: float, samples: int, velocity: float) -> Audio:
    """Steps instead of a slope, and a click at the start from the pitch that falls."""
    fall = (hz * (1.0 + 1.5 * dying(samples, 0.006))).astype(np.float32)
    return panned(
        _held(read(_cycle(hz, 0.0), phase_of(fall, samples)), samples, velocity, 0.9), 0.0
    )


def _held(tone: Audio, samples: int, velocity: float, level: float) -> Audio:
    swell = ramp((0.0, 0.0), (0.003, 1.0), samples=samples)
    return np.asarray(tone * swell * np.float32(level * (0.7 + 0.3 * velocity)), np.float32)


@lru_cache(maxsize=256)
def _cycle(hz: float, width: float) -> Audio:
    """Draw a pulse so wide, or, without any width, a triangle."""

    def levels(n: NDArray[np.float64], _: float) -> NDArray[np.float64]:
        if width:
            return np.sin(np.pi * n * width) / n
        return np.where(n % 2 == 1, np.sin(np.pi * n / 2.0) / n**2, 0.0)

    return aligned_table(levels, hz)
