"""How loud it is: programme loudness after ITU-R BS.1770, and peaks between the samples."""

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from houseband.sound.blocks import blocks_of, convolved
from houseband.sound.wave import SAMPLE_RATE, Audio

__all__ = ["block_powers", "loudness", "loudness_where_it_plays", "peaks_between"]

_STEP = SAMPLE_RATE // 10
_LONG = 50 * _STEP
_WEIGHTING = np.array(
    [
        [1.5308412300, -2.6509799952, 1.1690790799, 1.0, -1.6636551132, 0.7125954281],
        [1.0, -2.0, 1.0, 1.0, -1.9891696736, 0.9891990357],
    ],
    np.float32,
)
"""The two filters of the standard, worked out for 44.1 kHz: the head, then the low cut."""


def block_powers(audio: Audio) -> NDArray[np.float64]:
    """Return the weighted power, both channels added, of every tenth of a second."""
    state = np.zeros((2, 2, 2), np.float32)
    powers = []
    for start in range(0, audio.shape[1] - _STEP + 1, _LONG):
        piece = audio[:, start : start + _LONG]
        weighted, state = signal.sosfilt(_WEIGHTING, piece, axis=-1, zi=state)
        tenths = weighted[:, : weighted.shape[1] // _STEP * _STEP].reshape(2, -1, _STEP)
        powers.append(np.einsum("cbs,cbs->b", tenths, tenths, dtype=np.float64) / _STEP)
    return np.concatenate(powers)


def loudness(powers: NDArray[np.float64]) -> float:
    """Return LUFS from tenths of a second: gated blocks of 400 ms, each a tenth after the last."""
    windows = np.convolve(powers, np.full(4, 0.25), mode="valid") if len(powers) >= 4 else powers
    loud = windows[_lufs(windows) > -70.0]
    if not loud.size:
        return -70.0
    gated = loud[_lufs(loud) > _lufs(loud.mean()) - 10.0]
    return float(_lufs(gated.mean()))


def _lufs(power: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    return np.asarray(-0.691 + 10.0 * np.log10(np.maximum(power, 1e-12)), np.float64)


_FRAME = 4096
_HOP = SAMPLE_RATE // 3


def loudness_where_it_plays(track: Audio) -> float:
    """Estimate the LUFS of one part from frames of its spectrum; those where it rests don't count."""
    size = min(_FRAME, track.shape[1])
    starts = np.arange(0, track.shape[1] - size + 1, _HOP)
    frames = np.stack([track[:, start : start + size] for start in starts])
    spectrum = np.abs(np.fft.rfft(frames * np.hanning(size).astype(np.float32), axis=-1)) ** 2
    powers = spectrum.sum(axis=1) @ _weights(size) * (2.0 / 0.375 / size**2)
    heard = powers[powers > powers.max() * 0.01]
    return float(_lufs(heard.mean())) if heard.size else -70.0


def _weights(frame: int) -> NDArray[np.float64]:
    """Return the standard's weighting as a factor for the power of each bin."""
    _, response = signal.freqz_sos(
        _WEIGHTING.astype(np.float64), np.fft.rfftfreq(frame, 1.0 / SAMPLE_RATE), fs=SAMPLE_RATE
    )
    return np.asarray(np.abs(response) ** 2, np.float64)


_HALFWAY = (np.sinc(np.arange(-11.5, 12.0)) * np.hanning(26)[1:-1]).astype(np.float32)


def peaks_between(audio: Audio, block: int) -> Audio:
    """Return the largest swing of each block of samples, between samples too, of the louder channel."""
    between = convolved(audio, _HALFWAY[None, :], early=len(_HALFWAY) // 2)
    count = -(-audio.shape[1] // block)
    largest = np.zeros(count * block, np.float32)
    for part in blocks_of(audio.shape[1]):
        largest[part] = np.maximum(np.abs(audio[:, part]), np.abs(between[:, part])).max(axis=0)
    return np.asarray(largest.reshape(count, block).max(axis=1), np.float32)
