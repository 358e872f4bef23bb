"""Drum kits: what tells one from another, and where and how loud each drum is in all of them."""

from dataclasses import dataclass
from typing import Final

from houseband.sound.wave import gain

__all__ = ["KITS", "LEVELS", "PLACES", "Kit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What tells one kit from another."""

    kick: tuple[float, float, float] = (52.0, 0.32, 0.5)
    """Hertz it falls to, seconds it rings, click."""
    snare: tuple[float, float, float] = (188.0, 0.17, 0.8)
    """Hertz, seconds, how much of it is wires."""
    hat: float = 7800.0
    """Hertz above which the metal sounds."""
    tail: float = 1.0
    """How long the noisy ones ring, relative to the studio kit."""
    ceiling: float = 15_000.0
    """Hertz above which nothing is left."""
    drive: float = 1.0
    """How hard it is driven into tape; 1 is not at all."""


KITS: Final = {
    "studio": Kit(),
    "modern": Kit(kick=(48.0, 0.36, 0.7), snare=(205.0, 0.19, 1.0), drive=1.5),
    "rock": Kit(kick=(56.0, 0.3, 0.8), snare=(178.0, 0.25, 1.0), tail=1.3, drive=1.8),
    "brushes": Kit(kick=(58.0, 0.26, 0.15), snare=(200.0, 0.12, 0.6), tail=0.9, ceiling=12_000.0),
    "jazz": Kit(kick=(66.0, 0.3, 0.2), snare=(222.0, 0.14, 0.7), hat=7000.0, ceiling=13_000.0),
    "lo-fi": Kit(
        kick=(54.0, 0.26, 0.25), snare=(176.0, 0.15, 0.7), tail=0.8, ceiling=7_500.0, drive=1.6
    ),
    "boom": Kit(kick=(44.0, 0.55, 0.5), snare=(196.0, 0.18, 0.9), tail=0.9, drive=1.6),
    "club": Kit(kick=(47.0, 0.34, 0.9), snare=(210.0, 0.16, 0.9), hat=8600.0, drive=1.8),
    "gated": Kit(kick=(50.0, 0.34, 0.7), snare=(172.0, 0.34, 1.2), tail=1.2, drive=1.6),
    "orchestra": Kit(kick=(46.0, 0.8, 0.2), snare=(200.0, 0.16, 1.0), tail=1.4, ceiling=12_000.0),
}
PLACES: Final = {
    "hat": 0.28,
    "open hat": 0.28,
    "ride": -0.34,
    "shaker": -0.5,
    "tambourine": 0.5,
    "rim": -0.15,
    "snap": 0.1,
    "high tom": 0.3,
    "low tom": -0.3,
    "conga": 0.42,
    "clap": 0.05,
    "brush": -0.08,
}
"""Where drums are that aren't in the middle: left is -1, right 1."""
LEVELS: Final = {
    name: gain(level)
    for name, level in {
        "kick": 0.0,
        "snare": -3.5,
        "rim": -8.0,
        "clap": -6.0,
        "hat": -13.0,
        "open hat": -13.5,
        "ride": -14.5,
        "crash": -9.5,
        "high tom": -5.0,
        "low tom": -4.0,
        "shaker": -18.0,
        "tambourine": -15.0,
        "conga": -9.0,
        "brush": -10.0,
        "boom": 0.0,
        "riser": -14.0,
        "snap": -8.0,
    }.items()
}
"""Factors that set the drums against each other."""
