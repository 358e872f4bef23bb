"""Sounds that were drawn before, kept in half the room that they take when they are played."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houseband.sound.wave import Audio

__all__ = ["Shelf"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A sound in sixteen bits, as fine as a record: what that adds lies 96 dB below its own peak."""

    steps: NDArray[np.int16]
    step: float

    @property
    def nbytes(self) -> int:
        return self.steps.nbytes


class Shelf:
    """Holds so many bytes of sounds; the one that wasn't asked for the longest goes first."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._sounds: OrderedDict[Hashable, _Kept] = OrderedDict()
        self.held_bytes = 0
        self.drawn = 0
        """How many sounds had to be drawn so far."""

    def play(self, key: Hashable, draw: Callable[[], Audio], level: float, most: int) -> Audio:
        """Return at most so many samples of a sound at a level; it is drawn where it isn't there."""
        if key in self._sounds:
            self._sounds.move_to_end(key)
        else:
            self._keep(key, draw())
        kept = self._sounds[key]
        factor = np.float32(kept.step * level)
        return np.multiply(kept.steps[:, :most], factor, dtype=np.float32)

    def clear(self) -> None:
        """Forget all of them."""
        self._sounds.clear()
        self.held_bytes = 0

    def _keep(self, key: Hashable, sound: Audio) -> None:
        peak = max(float(np.abs(sound).max(initial=0.0)), 1e-9)
        steps = np.rint(sound * np.float32(32_767.0 / peak)).astype(np.int16)
        self.drawn += 1
        self._sounds[key] = _Kept(steps=steps, step=peak / 32_767.0)
        self.held_bytes += steps.nbytes
        while self.held_bytes > self._most and len(self._sounds) > 1:
            self.held_bytes -= self._sounds.popitem(last=False)[1].nbytes
