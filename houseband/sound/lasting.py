"""Instruments that hold a note: pads, strings, organ, synthesizers. Each draws one note without its end."""

import numpy as np

from houseband.sound.tables import phase_of, read, saw, square, table_of
from houseband.sound.wave import Audio, dying, filtered, gain, noise, panned, ramp

__all__ = [
    "choir",
    "glass_pad",
    "horns",
    "low_strings",
    "organ",
    "pad",
    "pluck",
    "stabs",
    "strings",
    "sub_bass",
    "supersaw",
    "synth_bass",
]


def pad(hz: float, samples: int, velocity: float) -> Audio:
    """Warm saws, slowly opening."""
    dark = _ensemble(hz, samples, cutoff=420.0 + 500.0 * velocity, cents=9.0)
    light = _ensemble(hz, samples, cutoff=1400.0 + 2200.0 * velocity, cents=11.0)
    opening = ramp((0.0, 0.1), (1.2, 0.55), (3.0, 0.3), (6.0, 0.6), samples=samples)
    return (dark + (light - dark) * opening) * _swell(samples, 0.35)


def glass_pad(hz: float, samples: int, velocity: float) -> Audio:
    """High, thin and beating, like a wet rim."""
    sides = []
    for turn in (0.3, 0.8):
        tone = np.zeros(samples, np.float32)
        for ratio, level in (
            (1.0, 0.7),
            (1.002, 0.5),
            (2.001, 0.35),
            (3.0, 0.16 * velocity),
            (4.003, 0.14),
        ):
            beat = _vibrato(samples, 0.07 + 0.11 * ratio * turn, 1.0, turn)
            tone += (
                _sine(hz * ratio, samples, turn * ratio) * np.float32(level) * (0.65 + 0.35 * beat)
            )
        sides.append(tone)
    return np.stack(sides) * _swell(samples, 0.6)


def strings(hz: float, samples: int, velocity: float) -> Audio:
    """A section of bowed strings."""
    bright = _ensemble(hz, samples, cutoff=2300.0 + 3200.0 * velocity, cents=13.0, vibrato=5.4)
    bow = filtered(noise(samples, seed=3), "bandpass", (1800.0, 6500.0)) * np.float32(0.02)
    return (bright + bow) * _swell(samples, 0.16 - 0.1 * velocity)


def low_strings(hz: float, samples: int, velocity: float) -> Audio:
    """Cellos and basses in octaves."""
    low = _ensemble(hz, samples, cutoff=700.0 + 1100.0 * velocity, cents=7.0, vibrato=4.8)
    high = _ensemble(hz * 2.0, samples, cutoff=1300.0 + 1600.0 * velocity, cents=9.0, vibrato=5.1)
    return (low + np.float32(0.6) * high) * _swell(samples, 0.09)


def choir(hz: float, samples: int, velocity: float) -> Audio:
    """Many voices on "ah", far back."""
    formants = ((620.0, 1.0, 110.0), (1080.0, 0.5, 140.0), (2600.0, 0.12 + 0.15 * velocity, 220.0))
    table = table_of(
        lambda n, f: (
            sum(
                level / (1.0 + ((n * f - centre) / width) ** 2) for centre, level, width in formants
            )
            + 0.05 / n
        ),
        hz,
    )
    return _voices(table, hz, samples, cents=14.0, vibrato=5.0) * _swell(samples, 0.28)


def horns(hz: float, samples: int, velocity: float) -> Audio:
    """Brass together: brighter as they swell."""
    soft = _ensemble(hz, samples, cutoff=650.0 + 500.0 * velocity, cents=6.0)
    loud = _ensemble(hz, samples, cutoff=1700.0 + 3300.0 * velocity, cents=6.0)
    blare = ramp((0.0, 0.0), (0.09, 0.9), (0.35, 0.55), (1.5, 0.75), samples=samples)
    return (soft + (loud - soft) * blare) * _swell(samples, 0.05)


def organ(hz: float, samples: int, velocity: float) -> Audio:
    """Drawbars and a turning speaker."""
    tone = np.zeros(samples, np.float32)
    for ratio, level in (
        (0.5, 0.4),
        (1.0, 0.8),
        (1.5, 0.32),
        (2.0, 0.42),
        (3.0, 0.2),
        (4.0, 0.16 + 0.1 * velocity),
    ):
        if hz * ratio < 9000.0:
            tone += _sine(hz * ratio, samples, 0.37 * ratio) * np.float32(level)
    turn = _vibrato(samples, 6.1, 0.12, 0.0)
    return np.stack([tone * (1.0 + turn), tone * (1.0 - turn)]) * _swell(samples, 0.012)


def supersaw(hz: float, samples: int, velocity: float) -> Audio:
    """Seven saws across the room."""
    return _ensemble(hz, samples, cutoff=2600.0 + 5200.0 * velocity, cents=17.0) * _swell(
        samples, 0.02
    )


def stabs(hz: float, samples: int, velocity: float) -> Audio:
    """A house chord: bright at first, gone soon."""
    bright = _ensemble(hz, samples, cutoff=2000.0 + 4200.0 * velocity, cents=10.0)
    dark = _ensemble(hz, samples, cutoff=500.0, cents=10.0)
    closing = dying(samples, 0.11)
    fall = dying(samples, 0.5)
    return (dark + (bright - dark) * closing) * fall * _swell(samples, 0.004)


def pluck(hz: float, samples: int, velocity: float) -> Audio:
    """A short synthesizer note whose filter snaps shut."""
    phase = phase_of(hz, samples)
    second = phase_of(hz * 1.004, samples, 0.4)
    bright, dark = saw(hz, 3000.0 + 4500.0 * velocity), saw(hz, max(600.0, hz))
    closing = dying(samples, 0.07)
    fall = dying(samples, 0.32) * _swell(samples, 0.003)
    sides = [read(dark, p) + (read(bright, p) - read(dark, p)) * closing for p in (phase, second)]
    return np.asarray(np.stack(sides) * fall, np.float32)


def synth_bass(hz: float, samples: int, velocity: float) -> Audio:
    """A saw and a square an octave down, with a filter that closes."""
    phase, low = phase_of(hz, samples), phase_of(hz, samples, 0.25)
    bright, dark = saw(hz, 1100.0 + 2200.0 * velocity), saw(hz, 260.0)
    closing = dying(samples, 0.16)
    tone = read(dark, phase) + (read(bright, phase) - read(dark, phase)) * (0.15 + 0.85 * closing)
    body = np.float32(0.55) * read(square(hz, 320.0), low)
    fall = ramp((0.0, 1.0), (0.3, 0.75), (2.0, 0.6), samples=samples)
    return panned(
        np.tanh(1.2 * (tone + body)).astype(np.float32) * fall * _swell(samples, 0.004), 0.0
    )


def sub_bass(hz: float, samples: int, velocity: float) -> Audio:
    """A falling sine that a small speaker can hear too, because it is driven a little."""
    fall = hz * (1.0 + 0.9 * dying(samples, 0.018))
    sine = read(_SINE, phase_of(fall.astype(np.float32), samples))
    driven = np.tanh((1.4 + 1.6 * velocity) * sine) / np.tanh(1.4 + 1.6 * velocity)
    second = 0.12 * read(_SINE, phase_of((2.0 * fall).astype(np.float32), samples))
    body = ramp((0.0, 1.0), (0.4, 0.85), (2.5, 0.45), samples=samples)
    return panned((driven + second).astype(np.float32) * body * _swell(samples, 0.004), 0.0)


_SINE = table_of(lambda n, _: np.where(n == 1.0, 1.0, 0.0), 100.0) / np.float32(np.sqrt(0.5))


def _sine(hz: float, samples: int, start: float) -> Audio:
    return read(_SINE, phase_of(hz, samples, start))


def _vibrato(samples: int, rate: float, depth: float, start: float) -> Audio:
    return _sine(rate, samples, start) * np.float32(depth)


def _swell(samples: int, seconds: float) -> Audio:
    return ramp((0.0, 0.0), (max(seconds, 0.002), 1.0), samples=samples)


def _ensemble(
    hz: float, samples: int, *, cutoff: float, cents: float, vibrato: float = 0.0
) -> Audio:
    return _voices(saw(hz, cutoff), hz, samples, cents=cents, vibrato=vibrato)


_SPREAD = (
    (-1.0, 0.05, 0),
    (0.72, 0.41, 0),
    (-0.31, 0.77, 0),
    (0.0, 0.13, 1),
    (1.0, 0.59, 1),
    (-0.66, 0.9, 1),
)
"""Detuning, starting phase and side of each voice."""


def _voices(table: Audio, hz: float, samples: int, *, cents: float, vibrato: float) -> Audio:
    """Read one table six times, three a side, each a little out of tune with the others."""
    sides = np.zeros((2, samples), np.float32)
    for detune, start, side in _SPREAD:
        pitch = hz * 2.0 ** (detune * cents / 1200.0)
        if vibrato:
            sway = _vibrato(samples, vibrato * (1.0 + 0.13 * detune), 0.0032, start)
            sides[side] += read(
                table, phase_of((pitch * (1.0 + sway)).astype(np.float32), samples, start)
            )
        else:
            sides[side] += read(table, phase_of(pitch, samples, start))
    return sides * np.float32(gain(-8.0))
