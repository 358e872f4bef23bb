"""Drums, each drawn once a kit, loudness and turn: skins with their modes, wires, wood, metal, a room."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from scipy import signal

from houseband.instruments import KIT
from houseband.sound.kits import KITS, LEVELS, PLACES, Kit
from houseband.sound.metal import METALS, clash
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

__all__ = ["MEASURED", "TURNS", "drum"]

TURNS = 3
"""How many versions there are of every stroke, so that no two in a row are the same."""


_ALL = 15_000.0
"""Hertz above which strokes have little anyway."""
MEASURED = frozenset({KIT["riser"], KIT["reverse"]})
"""Drums that last as long as they are written."""
_NAMES = {number: name for name, number in KIT.items()}
_ROOMY = frozenset({"kick", "snare", "rim", "clap", "high tom", "low tom", "conga", "snap", "boom"})
"""Drums in whose sound the room has a part; cymbals ring long enough by themselves."""


def drum(kit: str, number: int, layer: int, turn: int, seconds: float) -> Audio:
    """Draw one stroke, both channels; `layer` is its loudness, 0 to 7; `MEASURED` ones mind `seconds`."""
    made, name = KITS[kit], _NAMES[number]
    stroke = _drawn(
        _Stroke(
            name=name,
            kit=made,
            velocity=(layer + 0.5) / 8.0,
            seed=31 * number + turn,
            turn=turn,
            seconds=seconds,
        )
    )
    if made.drive > 1.0:
        stroke = np.tanh(made.drive * stroke) / np.float32(np.tanh(made.drive))
    audio = panned(stroke, PLACES.get(name, 0.0)) if stroke.ndim == 1 else stroke
    if name in _ROOMY and made.room:
        audio = _in_room(audio, made.room * (0.35 if name in {"kick", "boom"} else 1.0), made)
    if made.ceiling < _ALL:
        audio = filtered(audio.astype(np.float32), "lowpass", made.ceiling)
    return np.asarray(audio * np.float32(LEVELS[name]), np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stroke:
    """What one stroke is drawn from."""

    name: str
    kit: Kit
    velocity: float
    seed: int
    turn: int
    seconds: float

    @property
    def bent(self) -> float:
        """How far this turn's pitch lies from the others', as a factor: nobody hits the same spot twice."""
        return 1.0 + 0.005 * (self.turn - 1)


def _drawn(stroke: _Stroke) -> Audio:
    return _MAKERS.get(stroke.name, _metallic)(stroke)


def _kick(stroke: _Stroke) -> Audio:
    kick = stroke.kit.kick
    skin = _skin(
        kick.hz, kick.seconds, rise=kick.rise * (0.7 + 0.4 * stroke.velocity), bend=kick.bend
    )
    samples = len(skin)
    if kick.knock:
        shell = ring([112.0, 178.0, 263.0, 390.0], [0.5, 0.3, 0.25, 0.15], 0.13, samples, 0.4)
        skin += shell * np.float32(kick.knock)
    click = kick.click * stroke.velocity
    skin += _burst(samples, 0.003, (2200.0, 8000.0), stroke.seed, 0.6 * click)
    skin += _burst(samples, 0.006, (500.0, 2200.0), stroke.seed + 1, 0.5 * click)
    return _faded(skin)


def _boom(stroke: _Stroke) -> Audio:
    """Draw a drum as large as a door: its modes, and the felt that wakes them."""
    hz = 46.0 * stroke.bent
    skin = _skin(hz, 1.0, rise=0.35, bend=0.06)
    modes = np.array([1.59, 2.14, 2.3, 2.65, 2.92, 3.6, 4.06])
    skin += ring(
        hz * modes,
        np.array([0.5, 0.4, 0.22, 0.26, 0.2, 0.13, 0.1]) * (0.4 + 0.6 * stroke.velocity),
        np.array([1.3, 1.0, 0.8, 0.7, 0.5, 0.4, 0.3]),
        len(skin),
    )
    return _faded(
        skin
        + _burst(len(skin), 0.02, (90.0, 900.0), stroke.seed, 0.8 * stroke.velocity)
        + _burst(len(skin), 0.006, (900.0, 4000.0), stroke.seed, 0.25 * stroke.velocity)
    )


def _tom(stroke: _Stroke) -> Audio:
    hz = (148.0 if stroke.name == "high tom" else 92.0) * stroke.bent
    skin = _skin(hz, 0.4, rise=0.3, bend=0.05)
    samples = len(skin)
    skin += ring(
        hz * np.array([1.59, 2.14, 2.65, 3.16]),
        np.array([0.34, 0.2, 0.12, 0.08]) * (0.4 + 0.6 * stroke.velocity),
        [0.45, 0.3, 0.22, 0.18],
        samples,
    )
    stick = _burst(samples, 0.008, (900.0, 5000.0), stroke.seed, 0.35 * stroke.velocity)
    return _faded(skin + stick)


def _conga(stroke: _Stroke) -> Audio:
    """Draw a hand: open tones, and a slap when it is hard."""
    hz = (196.0 + 36.0 * (stroke.turn % 2)) * stroke.bent
    slap = max(stroke.velocity - 0.7, 0.0) * 3.0
    samples = samples_in(0.36)
    skin = ring(
        hz * np.array([1.0, 1.51, 1.99, 2.44, 2.89, 3.6]),
        np.array([0.9, 0.16, 0.22, 0.12, 0.14, 0.1]) * np.array([1.0, *[0.7 + slap] * 5]),
        np.array([0.34, 0.2, 0.14, 0.1, 0.09, 0.07]),
        samples,
    )
    hand = _burst(samples, 0.004, (800.0, 5500.0), stroke.seed, 0.35 + 0.6 * slap)
    return _faded(skin + hand)


def _knocked(stroke: _Stroke) -> Audio:
    """Draw a rim or a finger snap: short partials and a tick."""
    rim = stroke.name == "rim"
    pitch = np.array((1720.0, 2480.0, 520.0, 410.0) if rim else (1150.0, 2350.0, 3700.0, 1780.0))
    wood = ring(
        pitch * stroke.bent, [0.5, 0.35, 0.4, 0.25], [0.05, 0.04, 0.07, 0.09], samples_in(0.12)
    )
    return _faded(wood + _burst(len(wood), 0.009, (900.0, 7000.0), stroke.seed, 0.5))


def _skin(hz: float, seconds: float, *, rise: float, bend: float) -> Audio:
    """Draw a struck skin: it starts higher by `rise` of its pitch and falls."""
    samples = samples_in(seconds * 2.0)
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    pitch = hz * (1.0 + rise * np.exp(-times / bend))
    phase = phase_of(pitch.astype(np.float32), samples).astype(np.float32) * np.float32(
        2.0 * np.pi / 2**32
    )
    body = (
        np.sin(phase)
        * np.exp(-times / (seconds * 0.42))
        * ramp((0.0, 0.0), (0.0008, 1.0), samples=samples)
    )
    return np.asarray(body, np.float32)


def _burst(samples: int, decay: float, band: tuple[float, float], seed: int, level: float) -> Audio:
    """Draw a burst of noise in a band, in so many samples."""
    length = min(samples, samples_in(decay * 6.0))
    out = np.zeros(samples, np.float32)
    fall = dying(length, decay)
    out[:length] = (
        filtered(noise(length, seed, 1)[0], "bandpass", band) * fall * np.float32(level * 2.5)
    )
    return out


def _snare(stroke: _Stroke) -> Audio:
    """Draw a head of several modes, and under it wires, which answer a moment later and to both sides."""
    snare = stroke.kit.snare
    hz, force = snare.hz * stroke.bent, 0.45 + 0.55 * stroke.velocity
    samples = samples_in(max(snare.seconds, snare.hiss) * 4.0)
    head = _fit(_skin(hz, snare.seconds, rise=0.35, bend=0.02), samples) * np.float32(0.6)
    head += ring(
        hz * np.array([1.59, 1.83, 2.14, 2.65, 3.2]),
        np.array([0.3, 0.22, 0.14, 0.1, 0.07]) * force,
        np.array([0.8, 0.7, 0.55, 0.45, 0.35]) * snare.seconds,
        samples,
    )
    stick = _burst(samples, 0.0035, (2000.0, 9000.0), stroke.seed + 5, snare.crack * force)
    hiss = noise(samples, stroke.seed, 2)
    hiss = 0.8 * hiss[:1] + 0.5 * hiss
    low = filtered(hiss, "bandpass", (900.0, 3600.0), 1) * dying(samples, snare.hiss * 0.75)
    high = filtered(hiss, "bandpass", (3600.0, 11_000.0), 1) * dying(samples, snare.hiss)
    onset = ramp((0.0, 0.0), (0.0015, 0.5), (0.006, 1.0), samples=samples)
    wires = (0.7 * low + (0.5 + 0.6 * stroke.velocity) * high) * onset
    return _faded(head + stick + wires * np.float32(0.85 * snare.wires * force))


def _fit(audio: Audio, samples: int) -> Audio:
    out = np.zeros(samples, np.float32)
    out[: min(samples, len(audio))] = audio[:samples]
    return out


def _clap(stroke: _Stroke) -> Audio:
    """Draw several hands that aren't quite together."""
    tail = stroke.kit.tail
    samples = samples_in(0.3 * tail)
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    envelope = np.float32(0.5) * dying(samples, 0.07 * tail) * (times > 0.03)
    chance = np.random.default_rng(stroke.seed)
    for start in (0.0, *np.cumsum(chance.uniform(0.007, 0.013, 3))):
        hand = np.where(times >= start, np.exp((start - times) / 0.005), 0.0)
        envelope = np.maximum(envelope, hand.astype(np.float32))
    palms = noise(samples, stroke.seed, 2)
    palms = 0.7 * palms[:1] + 0.6 * palms
    band = filtered(palms, "bandpass", (850.0, 1700.0), 1) * np.float32(1.3)
    return _faded((band + filtered(palms, "bandpass", (1500.0, 6500.0), 1)) * envelope)


def _metallic(stroke: _Stroke) -> Audio:
    """Draw a cymbal or jingles: the stick's tick, then what rings."""
    kit, metal = stroke.kit, METALS[stroke.name]
    tail = kit.tail * (0.75 + 0.4 * stroke.velocity)
    samples = samples_in(min(max(metal.falls) * tail * 3.6 + 0.01, 6.0))
    start = (stroke.seed * 9973 + int(40_000 * kit.hat)) % 100_000
    sound = clash(metal, kit.plate, samples, start, tail, stroke.velocity)
    if stroke.name == "tambourine":
        sound *= _shaken(samples, stroke.seed)
    else:
        sound += _burst(samples, 0.0025, (3000.0, 11_000.0), stroke.seed, 0.5 * stroke.velocity)
    if stroke.name == "ride":
        bell = np.array([612.0, 1130.0, 2270.0, 3150.0, 4320.0, 5480.0]) * stroke.bent
        sound += ring(
            bell, [0.05, 0.06, 0.07, 0.11, 0.08, 0.05], [1.1, 1.1, 0.9, 0.8, 0.6, 0.4], samples
        )
    rest = samples // 3
    sound[:, -rest:] *= np.linspace(1.0, 0.0, rest, dtype=np.float32)
    return _leaning(sound, PLACES[stroke.name])


def _beads(stroke: _Stroke) -> Audio:
    """Draw a shaker: many grains, there and back."""
    samples = samples_in(0.16)
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    swing = np.clip(times / 0.022, 0.0, 1.0) ** 2 * np.exp(-np.maximum(times - 0.022, 0.0) / 0.03)
    grains = filtered(noise(samples, stroke.seed, 1)[0], "bandpass", (4200.0, 12_000.0), 1)
    coarse = 0.5 + np.abs(noise(samples // 60 + 2, stroke.seed + 3, 1)[0])
    return _faded(grains * swing * np.repeat(coarse, 60)[:samples])


def _brush(stroke: _Stroke) -> Audio:
    """Draw wires that are swept over a head."""
    samples = samples_in(0.34)
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    swept = np.clip(times / 0.03, 0.0, 1.0) * np.exp(-np.maximum(times - 0.03, 0.0) / 0.085)
    wires = noise(samples, stroke.seed, 2)
    wires = filtered(0.7 * wires[:1] + 0.5 * wires, "bandpass", (1300.0, 7500.0), 1)
    head = ring([212.0, 350.0], [0.05, 0.03], [0.1, 0.08], samples)
    rough = np.float32(0.8) + np.float32(0.2) * np.sin(np.float32(2.0 * np.pi * 37.0) * times)
    return _faded(np.asarray((wires + head) * swept * rough, np.float32))


def _shaken(samples: int, seed: int) -> Audio:
    """Draw how jingles meet: a first clash and some more on the way."""
    times = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    chance = np.random.default_rng(seed)
    shape = np.zeros(samples, np.float32)
    for start, level in zip(
        (0.0, *np.sort(chance.uniform(0.008, 0.07, 5))),
        (1.0, 0.6, 0.5, 0.5, 0.35, 0.3),
        strict=True,
    ):
        after = np.where(times >= start, np.exp((start - times) / 0.02), 0.0)
        shape = np.maximum(shape, np.float32(level) * after.astype(np.float32))
    return shape + np.float32(0.2)


def _leaning(audio: Audio, place: float) -> Audio:
    """Lean two channels to one side."""
    sides = np.array([[1.0 - 0.6 * place], [1.0 + 0.6 * place]], np.float32)
    return np.asarray(audio * np.minimum(sides, 1.0), np.float32)


def _riser(stroke: _Stroke) -> Audio:
    """Draw noise that grows brighter and louder until it stops."""
    samples = max(samples_in(stroke.seconds), 1000)
    rising = np.linspace(0.0, 1.0, samples, dtype=np.float32)
    low = filtered(noise(samples, stroke.seed, 2), "bandpass", (300.0, 1800.0))
    high = filtered(noise(samples, stroke.seed + 1, 2), "bandpass", (2500.0, 11_000.0))
    return _faded((low * (1.0 - rising) + high * rising) * rising**2)


def _reverse(stroke: _Stroke) -> Audio:
    """Draw a cymbal played backwards, as long as it was asked for."""
    samples = max(samples_in(stroke.seconds), 1000)
    forwards = _metallic(replace(stroke, name="crash"))
    out = np.zeros((2, samples), np.float32)
    length = min(samples, forwards.shape[1])
    out[:, samples - length :] = forwards[:, :length][:, ::-1]
    out[:, : samples // 2] *= np.linspace(0.0, 1.0, samples // 2, dtype=np.float32)
    return _faded(out)


def _impact(stroke: _Stroke) -> Audio:
    """Draw a deep blow with a wash of noise behind it."""
    body = _skin(38.0, 1.4, rise=1.4, bend=0.05)
    samples = len(body)
    wash = filtered(noise(samples, stroke.seed, 2), "bandpass", (120.0, 3200.0))
    return _faded(body + wash * dying(samples, 0.45) * np.float32(0.35))


def _in_room(audio: Audio, level: float, kit: Kit) -> Audio:
    """Add what the room answers, to both sides differently."""
    response = _room(kit.snare.gate)
    heard = signal.oaconvolve(audio.mean(axis=0)[None, :], response, axes=-1)
    heard *= np.float32(level)
    heard[:, : audio.shape[1]] += audio
    return _faded(heard)


@lru_cache(maxsize=4)
def _room(gate: float) -> Audio:
    """Draw a wooden room: some walls, then a tail; a gate holds the tail up and cuts it off."""
    samples = samples_in(gate or 0.24)
    fall = np.ones(samples, np.float32) if gate else dying(samples, 0.055)
    tail = filtered(noise(samples, 71), "bandpass", (220.0, 6000.0), 1) * fall
    tail *= ramp((0.0, 0.0), (0.012, 1.0), samples=samples)
    for side, seconds, level in (
        (0, 0.0043, 1.2),
        (1, 0.0061, 1.1),
        (0, 0.0113, 0.8),
        (1, 0.0137, 0.8),
    ):
        tail[side, samples_in(seconds)] += level
    return np.asarray(tail / np.sqrt(np.sum(tail**2) / 2.0), np.float32)


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
    "shaker": _beads,
    "brush": _brush,
    "riser": _riser,
    "reverse": _reverse,
    "impact": _impact,
}
"""How each drum is made; those not named are metal."""
