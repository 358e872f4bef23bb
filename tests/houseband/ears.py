"""Ears for tests: measures that share no code with the band."""

from pathlib import Path
from typing import Any

import numpy as np
import pyloudnorm
import soundfile
from numpy.typing import NDArray
from scipy import signal

RATE = 44_100
Sound = NDArray[np.float64]
Array = NDArray[Any]


def heard(path: Path) -> Sound:
    """Decode an mp3, (samples, 2)."""
    sound, rate = soundfile.read(path, always_2d=True)
    assert rate == RATE
    return np.asarray(sound, np.float64)


def lufs(sound: Sound) -> float:
    return float(pyloudnorm.Meter(RATE).integrated_loudness(sound))


def true_peak(sound: Sound) -> float:
    """Decibels, four times oversampled."""
    over = signal.resample_poly(sound, 4, 1, axis=0)
    return float(20 * np.log10(np.abs(over).max()))


def loudness_range(sound: Sound) -> float:
    """How far loud and quiet moments lie apart, in loudness units, by EBU Tech 3342."""
    return float(pyloudnorm.Meter(RATE).loudness_range(sound))


def clipped(sound: Sound) -> int:
    """How many samples stand at full scale."""
    return int((np.abs(sound) >= 32_767 / 32_768).sum())


def offset(sound: Sound) -> float:
    """How far the sound's middle lies from zero, of full scale."""
    return float(np.abs(sound.mean(axis=0)).max())


def width(sound: Sound, above: float = 150.0) -> float:
    """The correlation of left and right above the bass: 1 is mono."""
    filters = signal.butter(4, above, "highpass", fs=RATE, output="sos")
    high: Sound = np.asarray(signal.sosfilt(filters, sound, axis=0))
    return float(np.corrcoef(high[:, 0], high[:, 1])[0, 1])


def bass_width(sound: Sound, below: float = 120.0) -> float:
    """The same of what lies below."""
    filters = signal.butter(4, below, "lowpass", fs=RATE, output="sos")
    low: Sound = np.asarray(signal.sosfilt(filters, sound, axis=0))
    return float(np.corrcoef(low[:, 0], low[:, 1])[0, 1])


OCTAVES = (63.0, 125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0)


def octaves(sound: Sound) -> Array:
    """The level in each of `OCTAVES`, both sides together, in decibels around their mean."""
    frequencies, sides = signal.welch(sound, RATE, nperseg=8192, axis=0)
    power = sides.sum(axis=1)
    bands = [(frequencies >= f / 2**0.5) & (frequencies < f * 2**0.5) for f in OCTAVES]
    level = 10 * np.log10([power[band].sum() + 1e-15 for band in bands])
    return np.asarray(level - level.mean())


def hollow(sound: Sound) -> float:
    """How deep the third octaves from 160 to 250 Hz lie under their neighbours, in decibels."""
    frequencies, sides = signal.welch(sound, RATE, nperseg=16_384, axis=0)
    power = sides.sum(axis=1)
    level = {
        centre: 10
        * np.log10(
            power[
                (frequencies >= centre / 2 ** (1 / 6)) & (frequencies < centre * 2 ** (1 / 6))
            ].sum()
            + 1e-15
        )
        for centre in (100, 125, 160, 200, 250, 315, 400)
    }
    around = (level[100] + level[125] + level[315] + level[400]) / 4
    return float(around - (level[160] + level[200] + level[250]) / 3)


def longest_silence(sound: Sound, below: float = -60.0) -> float:
    """Seconds."""
    block = RATE // 50
    whole = sound[: len(sound) // block * block].reshape(-1, block, 2)
    quiet = np.sqrt(np.mean(whole**2, axis=(1, 2))) < 10 ** (below / 20)
    longest = run = 0
    for one in quiet:
        run = run + 1 if one else 0
        longest = max(longest, run)
    return longest / 50


def onsets(sound: Sound, hop: int = 256) -> Array:
    """How much the spectrum grows from one moment to the next."""
    _, _, spectrum = signal.stft(sound.mean(axis=1), RATE, nperseg=1024, noverlap=1024 - hop)
    level = np.log1p(100 * np.abs(spectrum))
    return np.asarray(np.maximum(np.diff(level, axis=1), 0).sum(axis=0))


def pulse(sound: Sound, slow: float, fast: float) -> float:
    """The tempo between two tempos at which the onsets repeat most clearly."""
    envelope = onsets(sound)
    envelope = envelope - envelope.mean()
    times = np.arange(len(envelope)) * 256 / RATE
    tempos = np.arange(slow, fast, 0.1)
    strength = [
        sum(
            abs(np.sum(envelope * np.exp(-2j * np.pi * part * tempo / 60 * times)))
            for part in (1, 2, 4)
        )
        for tempo in tempos
    ]
    return float(tempos[int(np.argmax(strength))])


def tempo(sound: Sound, slow: float = 55.0, fast: float = 190.0) -> float:
    """The tempo at which the onsets repeat most clearly, knowing nothing: perhaps its half or double."""
    envelope = onsets(sound)
    size = 1 << 20
    strength = np.abs(np.fft.rfft(envelope - envelope.mean(), size))
    tempos = np.arange(slow, fast, 0.05)
    beats = tempos / 60 * 256 / RATE * size
    found = sum(strength[np.round(part * beats).astype(int)] for part in (1, 2, 4))
    likely = np.exp(-0.5 * (np.log2(tempos / 110) / 0.9) ** 2)  # as people tap
    return float(tempos[int(np.argmax(found * likely))])


def key(sound: Sound) -> tuple[int, bool]:
    """The tonic, 0 for C, and whether it is minor: whose profile the pitch classes fit best."""
    heard_classes = chroma(sound).sum(axis=1)
    fits = {
        (tonic, minor): float(np.corrcoef(heard_classes, np.roll(profile, tonic))[0, 1])
        for minor, profile in ((False, _MAJOR), (True, _MINOR))
        for tonic in range(12)
    }
    return max(fits, key=lambda each: fits[each])


_MAJOR = (0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081)
_MINOR = (0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052)
"""How often each degree is heard, after Albrecht and Shanahan (2013), Music Perception 31(1)."""


def chroma(sound: Sound) -> Array:
    """What rings in each pitch class from C, without the noise between: (12, moments)."""
    frequencies, _, spectrum = signal.stft(sound.mean(axis=1), RATE, nperseg=8192, noverlap=6144)
    level = np.abs(spectrum)
    ringing = np.zeros_like(level)
    ringing[1:-1] = np.where((level[1:-1] > level[:-2]) & (level[1:-1] > level[2:]), level[1:-1], 0)
    used = (frequencies > 60) & (frequencies < 2000)
    classes = (np.round(12 * np.log2(frequencies[used] / 440)) + 69).astype(int) % 12
    return np.stack([ringing[used][classes == pitch].sum(axis=0) for pitch in range(12)])


def chroma_by_beat(sound: Sound, tempo: float) -> Array:
    """(beats, 12)."""
    moments = chroma(sound)
    times = np.arange(moments.shape[1]) * 2048 / RATE
    beats = (times * tempo / 60).astype(int)
    return np.stack([moments[:, beats == beat].mean(axis=1) for beat in range(beats.max())])


def sharpest_turn(sound: Sound) -> float:
    """The largest second difference: what a click has and music hasn't."""
    return float(np.abs(np.diff(sound, n=2, axis=0)).max())


def pitch_of(sound: Array, near: float) -> float:
    """The fundamental in hertz, within a semitone of `near`, from its first partials together."""
    padded = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 1 << 20)) ** 0.5
    candidates = near * 2 ** (np.arange(-100, 101) / 1200)
    bins = np.round(candidates[:, None] * np.array([1, 2, 3]) * (1 << 20) / RATE).astype(int)
    return float(candidates[int(padded[bins].sum(axis=1).argmax())])
