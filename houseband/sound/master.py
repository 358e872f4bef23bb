"""The master, first half: the tone of the genre, held together, and what the limiter must know of it."""

import numpy as np
from numpy.typing import NDArray

from houseband.desk import Desk
from houseband.sound.blocks import Convolution
from houseband.sound.meter import PeakMeter, PowerMeter
from houseband.sound.tone import tone_filter
from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["Master"]


class Master:
    """Takes the mix block by block, and measures what comes out."""

    def __init__(self, desk: Desk) -> None:
        self._tone = Convolution(tone_filter(desk.tone))
        self._glue = _Glue(desk.threshold)
        self.powers = PowerMeter()
        self.peaks = PeakMeter()

    def __call__(self, block: Audio) -> Audio:
        """Return the block that comes next, but for its final gain."""
        mastered = self._tone(block)
        self._glue(mastered)
        self.powers.hear(mastered)
        self.peaks.hear(mastered)
        return mastered


_GLUE_BLOCK = 256
_RISING = (np.arange(_GLUE_BLOCK, dtype=np.float32) + 1.0) / np.float32(_GLUE_BLOCK)


class _Glue:
    """Compresses gently in place: 5 to 3 above a threshold that lies with the music, slow to let go."""

    def __init__(self, threshold: float) -> None:
        self._threshold = threshold
        self._over = 0.0
        self._gain = np.float32(1.0)

    def __call__(self, block: Audio) -> None:
        samples = block.shape[1]
        whole = block
        if short := -samples % _GLUE_BLOCK:
            whole = np.pad(block, ((0, 0), (0, short)))
        pieces = whole.reshape(2, -1, _GLUE_BLOCK)
        power = np.einsum("cbs,cbs->b", pieces, pieces) / (2 * _GLUE_BLOCK)
        over = np.maximum(10.0 * np.log10(np.maximum(power, 1e-10)) - self._threshold, 0.0)
        gains = 10.0 ** (self._followed(0.4 * over) / -20.0)
        known = np.concatenate([[self._gain], gains]).astype(np.float32)
        self._gain = known[-1]
        lines = known[:-1, None] + np.diff(known)[:, None] * _RISING
        block *= lines.ravel()[:samples]

    def _followed(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Follow upwards within some 20 ms, downwards within some 200."""
        state, followed = self._over, []
        for value in values.tolist():
            state += (value - state) * (_RISE if value > state else _FALL)
            followed.append(state)
        self._over = state
        return np.array(followed)


_RISE, _FALL = (
    1.0 - float(np.exp(-_GLUE_BLOCK / (SAMPLE_RATE * seconds))) for seconds in (0.02, 0.2)
)
