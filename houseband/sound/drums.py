"""Drums, each drawn once a kit, loudness and turn: skins are falling sines, the rest is shaped noise."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from houseband.instruments import KIT
from houseband.sound.kits import KITS, LEVELS, PLACES, Kit
from houseband.sound.modes import ring
from houseband.sound.tables import phase_of
from houseband.sound.wave import (
    SAMPLE_RATE,
    Audio,
    dying,
    filtered,
    noise,
    panned,
    ramp,
    samples_in,
)

__all__ = ["TURNS", "drum"]

TURNS = 3
"""How many versions there are of every stroke, so that no two in a row are the same."""


_NAMES = {number: name for name, number in KIT.items()}


@lru_cache(maxsize=512)
def drum(kit: str, number: int, layer: int, turn: int, seconds: float) -> Audio:
    """Draw one stroke, both channels; `layer` is its loudness, 0 to 7; only a riser minds `seconds`."""
    made, name = KITS[kit], _NAMES[number]
    stroke = _drawn(
        _Stroke(
            name=name,
            kit=made,
            velocity=(layer + 0.5) / 8.0,
            seed=31 * number + turn,
            seconds=seconds,
        )
    )
    if made.drive > 1.0:
        stroke = np.tanh(made.drive * stroke) / np.float32(np.tanh(made.drive))
    audio = panned(stroke, PLACES.get(name, 0.0)) if stroke.ndim == 1 else stroke
    return filtered(audio.astype(np.float32), "lowpass", made.ceiling) * np.float32(
        LEVELS[_NAMES[number]]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stroke:
    """What one stroke is drawn from."""

    name: str
    kit: Kit
    velocity: float
    seed: int
    seconds: float


def _drawn(stroke: _Stroke) -> Audio:
    return _MAKERS.get(stroke.name, _noisy)(stroke)


def _kick(stroke: _Stroke) -> Audio:
    hz, seconds, click = stroke.kit.kick
    beater = _burst(seconds, 0.004, (1800.0, 7000.0), stroke.seed, click * stroke.velocity * 0.5)
    return _skin(hz, seconds, stroke.velocity, rise=2.6) + beater


def _boom(stroke: _Stroke) -> Audio:
    mallet = _burst(1.1, 0.03, (80.0, 500.0), stroke.seed, 0.6 * stroke.velocity)
    return _skin(44.0, 1.1, stroke.velocity, rise=0.9) + mallet


def _tom(stroke: _Stroke) -> Audio:
    hz = 148.0 if stroke.name == "high tom" else 96.0
    stick = _burst(0.42, 0.02, (300.0, 3000.0), stroke.seed, 0.2 * stroke.velocity)
    return _skin(hz, 0.42, stroke.velocity, rise=0.55) + stick


def _conga(stroke: _Stroke) -> Audio:
    hand = _burst(0.22, 0.006, (700.0, 4000.0), stroke.seed, 0.3)
    return _skin(232.0 + stroke.seed % TURNS * 14.0, 0.22, stroke.velocity, rise=0.12) + hand


def _knocked(stroke: _Stroke) -> Audio:
    """Draw a rim or a finger snap: short partials and a tick."""
    rim = stroke.name == "rim"
    pitch = (1720.0, 2480.0, 520.0) if rim else (1150.0, 2350.0, 3700.0)
    wood = ring(pitch, [0.5, 0.35, 0.4], [0.05, 0.04, 0.06], samples_in(0.12))
    return wood + _burst(0.12, 0.012, (900.0, 6000.0), stroke.seed, 0.5)


def _skin(hz: float, seconds: float, velocity: float, *, rise: float) -> Audio:
    """Draw a struck skin: it starts higher by `rise` of its pitch and falls."""
    samples = samples_in(seconds * 1.6)
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    pitch = hz * (1.0 + rise * (0.7 + 0.5 * velocity) * np.exp(-times / 0.028))
    phase = phase_of(pitch.astype(np.float32), samples).astype(np.float32) * np.float32(
        2.0 * np.pi / 2**32
    )
    body = (
        np.sin(phase)
        * np.exp(-times / (seconds * 0.42))
        * ramp((0.0, 0.0), (0.001, 1.0), samples=samples)
    )
    return _faded(body.astype(np.float32))


def _burst(total: float, decay: float, band: tuple[float, float], seed: int, level: float) -> Audio:
    """Draw a burst of noise in a band, in a buffer as long as a skin of `total` seconds."""
    samples = samples_in(total * 1.6) if total > 0.15 else samples_in(total)
    length = min(samples, samples_in(decay * 6.0))
    out = np.zeros(samples, np.float32)
    fall = dying(length, decay)
    out[:length] = (
        filtered(noise(length, seed, 1)[0], "bandpass", band) * fall * np.float32(level * 2.5)
    )
    return out


def _snare(stroke: _Stroke) -> Audio:
    hz, seconds, wires = stroke.kit.snare
    head = _skin(hz, seconds, stroke.velocity, rise=0.4) * np.float32(0.75)
    samples = len(head)
    fall = dying(samples, seconds * 0.4)
    hiss = filtered(noise(samples, stroke.seed, 1)[0], "bandpass", (1400.0, 9500.0)) * fall
    ringing = ring([hz * 1.78, hz * 2.6], [0.12, 0.06], [seconds, seconds * 0.7], samples)
    return _faded(head + ringing + hiss * np.float32(wires * (0.55 + 0.5 * stroke.velocity)))


def _clap(stroke: _Stroke) -> Audio:
    """Draw several hands that aren't quite together."""
    tail = stroke.kit.tail
    samples = samples_in(0.3 * tail)
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    envelope = np.float32(0.6) * dying(samples, 0.07 * tail) * (times > 0.03)
    for start in (0.0, 0.011, 0.021, 0.031):
        hand = np.where(times >= start, np.exp((start - times) / 0.006), 0.0)
        envelope = np.maximum(envelope, hand.astype(np.float32))
    return _faded(
        filtered(noise(samples, stroke.seed, 2), "bandpass", (900.0, 5200.0))
        * envelope
        * np.float32(1.6)
    )


_NOISES = {
    "hat": (0.045, 0.002, 1.0),
    "open hat": (0.24, 0.002, 1.0),
    "ride": (0.5, 0.001, 0.8),
    "crash": (1.1, 0.004, 0.62),
    "shaker": (0.04, 0.018, 0.95),
    "tambourine": (0.09, 0.004, 1.05),
    "brush": (0.09, 0.03, 0.28),
}
"""Seconds it falls in, seconds it rises in, and how high it sits against the kit's hats."""


def _noisy(stroke: _Stroke) -> Audio:
    """Draw metal, beads or brushes: high noise, and clanging partials where it is metal."""
    name, kit = stroke.name, stroke.kit
    fall, rise, height = _NOISES[name]
    fall *= kit.tail * (0.7 + 0.5 * stroke.velocity)
    samples = samples_in(fall * 5.0 + rise)
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    band = (min(kit.hat * height, 9500.0), 16_000.0) if name != "brush" else (1500.0, 9000.0)
    hiss = filtered(noise(samples, stroke.seed, 2), "bandpass", band)
    if name in {"hat", "open hat", "ride", "crash", "tambourine"}:
        clang = np.array([3.21, 4.14, 5.43, 6.79, 8.21, 9.6]) * 1070.0 * (kit.hat / 7800.0)
        hiss = hiss + ring(
            clang * (1.0 + 0.002 * (stroke.seed % TURNS)), 0.055, fall * 3.0, samples
        )
    if name == "ride":
        hiss = hiss + ring([3150.0, 4700.0], [0.16, 0.1], [0.9, 0.6], samples)
    return _faded(hiss * np.exp(-times / fall) * np.clip(times / rise, 0.0, 1.0))


def _riser(stroke: _Stroke) -> Audio:
    """Draw noise that grows brighter and louder until it stops."""
    samples = max(samples_in(stroke.seconds), 1000)
    rising = np.linspace(0.0, 1.0, samples, dtype=np.float32)
    low = filtered(noise(samples, stroke.seed, 2), "bandpass", (300.0, 1800.0))
    high = filtered(noise(samples, stroke.seed + 1, 2), "bandpass", (2500.0, 11_000.0))
    return _faded((low * (1.0 - rising) + high * rising) * rising**2)


def _faded(audio: Audio) -> Audio:
    """Bring the end to nothing, so that no stroke ends in a click."""
    length = min(400, audio.shape[-1])
    audio = audio.astype(np.float32)
    audio[..., -length:] *= np.linspace(1.0, 0.0, length, dtype=np.float32)
    return audio


_MAKERS = {
    "kick": _kick,
    "boom": _boom,
    "snare": _snare,
    "high tom": _tom,
    "low tom": _tom,
    "conga": _conga,
    "clap": _clap,
    "rim": _knocked,
    "snap": _knocked,
    "riser": _riser,
}
"""How each drum is made; those not named are shaped noise."""
