"""Drum kits: what tells one from another, and where and how loud each drum is in all of them."""

from dataclasses import dataclass
from typing import Final

from houseband.sound.wave import gain

__all__ = ["KITS", "LEVELS", "PLACES", "Kick", "Kit", "Snare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kick:
    """A bass drum."""

    hz: float = 52.0
    """What it falls to."""
    seconds: float = 0.3
    """How long it rings."""
    rise: float = 2.2
    """By how much of its pitch it starts higher."""
    bend: float = 0.022
    """Seconds in which it falls to a third of that."""
    click: float = 0.5
    knock: float = 0.3
    """How much of the shell is heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snare:
    """A snare drum."""

    hz: float = 188.0
    seconds: float = 0.14
    """How long its head rings."""
    wires: float = 1.0
    hiss: float = 0.13
    """Seconds in which the wires fall to a third."""
    crack: float = 0.6
    """How hard the stick is heard."""
    gate: float = 0.0
    """Seconds after which its room is cut off; 0 lets it fade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What tells one kit from another."""

    kick: Kick = Kick()
    snare: Snare = Snare()
    plate: str = "bronze"
    """What its cymbals are made of: `bronze`, or six square waves in a `machine`."""
    hat: float = 1.0
    """How high its hats sit."""
    tail: float = 1.0
    """How long the noisy ones ring, relative to the studio kit."""
    room: float = 0.25
    """How much of the room it stands in is heard."""
    ceiling: float = 15_000.0
    """Hertz above which nothing is left."""
    drive: float = 1.0
    """How hard it is driven into tape; 1 is not at all."""


KITS: Final = {
    "studio": Kit(),
    "modern": Kit(
        kick=Kick(hz=48.0, seconds=0.32, rise=2.8, click=0.75, knock=0.35),
        snare=Snare(hz=205.0, seconds=0.13, wires=1.1, hiss=0.11, crack=0.9),
        room=0.2,
        drive=1.5,
    ),
    "rock": Kit(
        kick=Kick(hz=56.0, seconds=0.26, rise=2.4, click=0.95, knock=0.45),
        snare=Snare(hz=176.0, seconds=0.2, wires=1.1, hiss=0.17, crack=0.9),
        tail=1.25,
        room=0.55,
        drive=1.8,
    ),
    "brushes": Kit(
        kick=Kick(hz=58.0, seconds=0.24, rise=1.1, click=0.1, knock=0.4),
        snare=Snare(hz=196.0, seconds=0.09, wires=0.7, hiss=0.09, crack=0.15),
        tail=0.9,
        room=0.3,
        ceiling=12_500.0,
    ),
    "jazz": Kit(
        kick=Kick(hz=66.0, seconds=0.28, rise=1.0, click=0.15, knock=0.5),
        snare=Snare(hz=222.0, seconds=0.12, wires=0.8, hiss=0.1, crack=0.4),
        hat=0.93,
        room=0.35,
        ceiling=13_500.0,
    ),
    "latin": Kit(
        kick=Kick(hz=60.0, seconds=0.24, rise=1.3, click=0.3, knock=0.4),
        snare=Snare(hz=232.0, seconds=0.1, wires=0.6, hiss=0.08, crack=0.6),
        room=0.3,
    ),
    "lo-fi": Kit(
        kick=Kick(hz=54.0, seconds=0.24, rise=1.6, click=0.25, knock=0.5),
        snare=Snare(hz=176.0, seconds=0.13, wires=0.9, hiss=0.1, crack=0.4),
        tail=0.8,
        room=0.3,
        ceiling=7_500.0,
        drive=1.8,
    ),
    "boom": Kit(  # as the machines of hip-hop sound
        kick=Kick(hz=44.0, seconds=0.7, rise=2.0, bend=0.012, click=0.45, knock=0.0),
        snare=Snare(hz=182.0, seconds=0.12, wires=1.1, hiss=0.1, crack=0.4),
        plate="machine",
        tail=0.9,
        room=0.08,
        drive=1.6,
    ),
    "club": Kit(  # as the machines of house sound
        kick=Kick(hz=47.0, seconds=0.34, rise=4.2, bend=0.02, click=0.8, knock=0.1),
        snare=Snare(hz=210.0, seconds=0.11, wires=1.2, hiss=0.13, crack=0.7),
        plate="machine",
        hat=1.08,
        room=0.08,
        drive=1.8,
    ),
    "gated": Kit(
        kick=Kick(hz=50.0, seconds=0.32, rise=2.6, click=0.8, knock=0.35),
        snare=Snare(hz=172.0, seconds=0.24, wires=1.1, hiss=0.2, crack=0.8, gate=0.26),
        plate="machine",
        tail=1.2,
        room=0.8,
        drive=1.6,
    ),
    "chip": Kit(  # as the consoles of the eighties sound
        kick=Kick(hz=70.0, seconds=0.12, rise=4.0, bend=0.02, click=0.6, knock=0.0),
        snare=Snare(hz=240.0, seconds=0.05, wires=1.6, hiss=0.07, crack=0.4),
        plate="machine",
        tail=0.5,
        room=0.0,
        drive=2.2,
    ),
    "orchestra": Kit(
        kick=Kick(hz=46.0, seconds=0.9, rise=0.5, bend=0.05, click=0.05, knock=0.6),
        snare=Snare(hz=214.0, seconds=0.09, wires=1.1, hiss=0.15, crack=0.5),
        tail=1.6,
        room=0.5,
        ceiling=12_500.0,
    ),
}
PLACES: Final = {
    "hat": 0.34,
    "open hat": 0.34,
    "ride": -0.4,
    "crash": -0.25,
    "shaker": -0.55,
    "tambourine": 0.55,
    "rim": -0.2,
    "snap": 0.15,
    "high tom": 0.35,
    "low tom": -0.35,
    "conga": 0.45,
    "clap": 0.05,
    "brush": -0.08,
}
"""Where drums are that aren't in the middle: left is -1, right 1."""
LEVELS: Final = {
    name: gain(level)
    for name, level in {
        "kick": 0.0,
        "snare": -7.0,
        "rim": -8.0,
        "clap": -6.0,
        "hat": -16.5,
        "open hat": -16.5,
        "ride": -15.5,
        "crash": -12.0,
        "high tom": -6.0,
        "low tom": -4.0,
        "shaker": -18.0,
        "tambourine": -15.0,
        "conga": -6.0,
        "brush": -10.0,
        "boom": -1.0,
        "riser": -14.0,
        "snap": -8.0,
        "impact": -4.0,
        "reverse": -11.0,
    }.items()
}
"""Factors that set the drums against each other."""
