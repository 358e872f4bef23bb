"""How loud it is: programme loudness after ITU-R BS.1770, and peaks between the samples."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from scipy import fft, signal

from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["PEAK_BLOCK", "TENTH", "PeakMeter", "PowerMeter", "loudness", "lufs", "weights"]

TENTH: Final = SAMPLE_RATE // 10
"""Samples of which a power is known."""


class PowerMeter:
    """Hears a song block by block and knows the weighted power of every tenth of a second.

    The weighting is done on each tenth's spectrum: half the time of the standard's two filters, and the
    same to some hundredths of a decibel.
    """

    def __init__(self) -> None:
        self._left = np.zeros((2, 0), np.float32)
        self._powers: list[NDArray[np.float64]] = []

    def hear(self, block: Audio) -> None:
        """Measure the block that comes next."""
        heard = np.concatenate([self._left, block], axis=1)
        whole = heard.shape[1] // TENTH * TENTH
        tenths = heard[:, :whole].reshape(2, -1, TENTH)
        self._left = heard[:, whole:]
        spectra = fft.rfft(tenths, axis=-1)
        squares = (spectra.real**2 + spectra.imag**2) @ _by_bin()
        self._powers.append(squares.sum(axis=0, dtype=np.float64))

    @property
    def powers(self) -> NDArray[np.float64]:
        """The powers so far, both channels added."""
        return np.concatenate(self._powers)


@lru_cache(maxsize=1)
def _by_bin() -> Audio:
    """From the squares of a tenth's spectrum to its weighted mean square, one factor for each bin."""
    hertz = np.asarray(np.fft.rfftfreq(TENTH, 1.0 / SAMPLE_RATE), np.float64)
    return np.asarray(weights(hertz) * 2.0 / TENTH**2, np.float32)


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


_WEIGHTING = np.array(
    [
        [1.5308412300, -2.6509799952, 1.1690790799, 1.0, -1.6636551132, 0.7125954281],
        [1.0, -2.0, 1.0, 1.0, -1.9891696736, 0.9891990357],
    ]
)
"""The two filters of the standard, worked out for 44.1 kHz: the head, then the low cut."""


def weights(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the standard's weighting as a factor for the power at each frequency."""
    _, response = signal.freqz_sos(_WEIGHTING, hertz, fs=SAMPLE_RATE)
    return np.asarray(np.abs(response) ** 2, np.float64)


PEAK_BLOCK: Final = 32
_HALFWAY = (np.sinc(np.arange(-11.5, 12.0)) * np.hanning(26)[1:-1]).astype(np.float32)


@lru_cache(maxsize=1)
def _swings() -> Audio:
    """From the samples around a block of peaks to those in it and those halfway between, in one product."""
    around = PEAK_BLOCK + len(_HALFWAY) - 1
    between = np.stack([np.pad(_HALFWAY, (at, around - at))[:around] for at in range(PEAK_BLOCK)])
    here = np.eye(PEAK_BLOCK, around, len(_HALFWAY) // 2, np.float32)
    return np.concatenate([here, between])


class PeakMeter:
    """Hears a song block by block and knows the largest swing of every 32 samples of either channel.

    Between samples too, twelve samples late.
    """

    def __init__(self) -> None:
        self._swings = _swings()
        self._left = np.zeros((2, len(_HALFWAY) - 1), np.float32)
        self._peaks = np.zeros(0, np.float32)

    def hear(self, block: Audio) -> None:
        """Measure the block that comes next."""
        samples = block.shape[1]
        short = np.zeros((2, -samples % PEAK_BLOCK), np.float32)
        heard = np.concatenate([self._left, block, short], axis=1)
        self._left = heard[:, samples : samples + len(_HALFWAY) - 1]
        around = self._swings.shape[1]
        pieces = sliding_window_view(heard, around, axis=-1)[:, ::PEAK_BLOCK].reshape(-1, around)
        swings = np.abs(self._swings @ pieces.T).max(axis=0)
        self._peaks = swings.reshape(2, -1).max(axis=0)

    @property
    def latest(self) -> Audio:
        """The peaks of the latest block."""
        return self._peaks
