"""How loud it is: programme loudness after ITU-R BS.1770, and peaks between the samples."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["PEAK_BLOCK", "PeakMeter", "PowerMeter", "loudness", "lufs", "weights"]

_STEP = SAMPLE_RATE // 10
_WEIGHTING = np.array(
    [
        [1.5308412300, -2.6509799952, 1.1690790799, 1.0, -1.6636551132, 0.7125954281],
        [1.0, -2.0, 1.0, 1.0, -1.9891696736, 0.9891990357],
    ],
    np.float32,
)
"""The two filters of the standard, worked out for 44.1 kHz: the head, then the low cut."""


class PowerMeter:
    """Hears a song block by block and knows the weighted power of every tenth of a second."""

    def __init__(self) -> None:
        self._state = np.zeros((2, 2, 2), np.float32)
        self._left = np.zeros((2, 0), np.float32)
        self._powers: list[NDArray[np.float64]] = []

    def hear(self, block: Audio) -> None:
        """Measure the block that comes next."""
        weighted, self._state = signal.sosfilt(_WEIGHTING, block, axis=-1, zi=self._state)
        heard = np.concatenate([self._left, weighted], axis=1)
        whole = heard.shape[1] // _STEP * _STEP
        tenths = heard[:, :whole].reshape(2, -1, _STEP)
        self._left = heard[:, whole:]
        self._powers.append(np.einsum("cbs,cbs->b", tenths, tenths, dtype=np.float64) / _STEP)

    @property
    def powers(self) -> NDArray[np.float64]:
        """The powers so far, both channels added."""
        return np.concatenate(self._powers)


def loudness(powers: NDArray[np.float64]) -> float:
    """Return LUFS from tenths of a second: gated blocks of 400 ms, each a tenth after the last."""
    windows = np.convolve(powers, np.full(4, 0.25), mode="valid") if len(powers) >= 4 else powers
    loud = windows[lufs(windows) > -70.0]
    if not loud.size:
        return -70.0
    gated = loud[lufs(loud) > lufs(loud.mean()) - 10.0]
    return float(lufs(gated.mean()))


def lufs(power: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    """Return what a weighted power is in LUFS."""
    return np.asarray(-0.691 + 10.0 * np.log10(np.maximum(power, 1e-12)), np.float64)


def weights(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the standard's weighting as a factor for the power at each frequency."""
    _, response = signal.freqz_sos(_WEIGHTING.astype(np.float64), hertz, fs=SAMPLE_RATE)
    return np.asarray(np.abs(response) ** 2, np.float64)


_HALFWAY = (np.sinc(np.arange(-11.5, 12.0)) * np.hanning(26)[1:-1]).astype(np.float32)
PEAK_BLOCK: Final = 32


class PeakMeter:
    """Hears a song block by block and knows the largest swing of every 32 samples of either channel.

    Between samples too, a few samples late.
    """

    def __init__(self) -> None:
        self._left = np.zeros((2, len(_HALFWAY) - 1), np.float32)
        self._peaks = np.zeros(0, np.float32)

    def hear(self, block: Audio) -> None:
        """Measure the block that comes next."""
        samples = block.shape[1]
        heard = np.concatenate([self._left, block], axis=1)
        self._left = heard[:, samples:]
        halfway = signal.oaconvolve(heard, _HALFWAY[None, :], mode="valid", axes=-1)
        count = -(-samples // PEAK_BLOCK)
        largest = np.zeros(count * PEAK_BLOCK, np.float32)
        largest[:samples] = np.maximum(np.abs(block), np.abs(halfway)).max(axis=0)
        self._peaks = largest.reshape(count, PEAK_BLOCK).max(axis=1)

    @property
    def latest(self) -> Audio:
        """The peaks of the latest block."""
        return self._peaks
