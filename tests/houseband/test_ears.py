"""Ears hear what is there: sounds made for the purpose, whose measures are known."""

import numpy as np
import pytest
from scipy import signal

from tests.houseband import ears


def tone(hertz: float, seconds: float = 4.0, level: float = 0.2) -> ears.Sound:
    one = level * np.sin(2 * np.pi * hertz * np.arange(int(seconds * ears.RATE)) / ears.RATE)
    return np.stack([one, one], axis=1)


def clicks(tempo: float, seconds: float = 20.0) -> ears.Sound:
    rng = np.random.default_rng(1)
    sound = np.zeros((int(seconds * ears.RATE), 2))
    for beat in range(int(seconds * tempo / 60) - 1):
        start = round(beat * 60 / tempo * ears.RATE)
        burst = rng.standard_normal(1500) * np.exp(-np.arange(1500) / 300)
        sound[start : start + 1500] += 0.3 * burst[:, None]
    return sound


def chord(*pitches: int) -> ears.Sound:
    return np.asarray(sum(tone(440 * 2 ** ((pitch - 69) / 12), 2.0, 0.1) for pitch in pitches))


def test_a_hole_is_heard_between_bass_and_voices() -> None:
    rng = np.random.default_rng(2)
    steady = rng.standard_normal((4 * ears.RATE, 2))
    pink = signal.sosfilt(
        signal.butter(1, 30, "lowpass", fs=ears.RATE, output="sos"), steady, axis=0
    )
    hole = signal.butter(4, (150, 260), "bandstop", fs=ears.RATE, output="sos")
    assert abs(ears.hollow(pink)) < 2.5
    assert ears.hollow(signal.sosfilt(hole, pink, axis=0)) > 8


def test_the_width_of_a_bass_is_measured_by_itself() -> None:
    rng = np.random.default_rng(3)
    high = signal.butter(4, 1000, "highpass", fs=ears.RATE, output="sos")
    apart = signal.sosfilt(high, rng.standard_normal((ears.RATE, 2)), axis=0)
    assert ears.bass_width(3 * tone(60, 1.0) + apart) > 0.95


def test_a_loudness_range_is_what_lies_between_loud_and_quiet() -> None:
    loud, quiet = tone(1000, 20, 0.2), tone(1000, 20, 0.2 * 10 ** (-10 / 20))
    assert ears.loudness_range(loud) == pytest.approx(0, abs=0.5)
    assert ears.loudness_range(np.concatenate([quiet, loud])) == pytest.approx(10, abs=1)


def test_full_scale_is_counted_and_an_offset_found() -> None:
    assert ears.clipped(tone(100)) == 0
    assert ears.clipped(np.clip(tone(100, level=1.5), -1, 1)) > 1000
    assert ears.offset(tone(100)) < 1e-4
    assert ears.offset(tone(100) + 0.01) == pytest.approx(0.01, rel=0.01)


def test_two_equal_sides_are_mono_and_two_strangers_are_wide() -> None:
    rng = np.random.default_rng(2)
    assert ears.width(tone(500)) == pytest.approx(1)
    assert abs(ears.width(rng.standard_normal((ears.RATE, 2)))) < 0.1


@pytest.mark.parametrize("tempo", [72.0, 98.5, 126.0])
def test_a_tempo_is_found_or_its_double(tempo: float) -> None:
    found = ears.tempo(clicks(tempo))
    assert min(abs(found - tempo), abs(found / 2 - tempo)) < 0.3


def test_a_key_is_found() -> None:
    g_major = np.concatenate(
        [chord(55, 59, 62), chord(60, 64, 67), chord(62, 66, 69), chord(55, 59, 62)]
    )
    d_minor = np.concatenate(
        [chord(50, 53, 57), chord(55, 58, 62), chord(57, 61, 64), chord(50, 53, 57)]
    )
    assert ears.key(g_major) == (7, False)
    assert ears.key(d_minor) == (2, True)


def test_octaves_tell_where_the_sound_lies() -> None:
    levels = ears.octaves(tone(500))
    assert ears.OCTAVES[int(levels.argmax())] == 500
    assert levels.sum() == pytest.approx(0, abs=1e-6)
