"""Which design and colours a song gets: its genre says which may be, its mood which of them are likely."""

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

from houseband.covers.arcs import arcs
from houseband.covers.branch import branch
from houseband.covers.city import city
from houseband.covers.glow import glow
from houseband.covers.moire import moire
from houseband.covers.palettes import PALETTES, Palette
from houseband.covers.picture import Picture
from houseband.covers.pulsar import pulsar
from houseband.covers.ribbons import ribbons
from houseband.covers.ridges import ridges
from houseband.covers.rings import rings
from houseband.covers.riso import riso
from houseband.covers.stripes import stripes
from houseband.covers.sun import sun
from houseband.covers.tiles import tiles
from houseband.covers.trails import trails
from houseband.dice import Dice

__all__ = ["DESIGNS", "Design", "chosen"]

Design = Callable[..., Picture]
"""Called with a palette, dice, a size in pixels, and `titled`: whether to leave room for a title."""

T = TypeVar("T")


def chosen(genre: str, valence: float, energy: float, dice: Dice) -> tuple[Design, Palette]:
    """Throw for a design and colours. An unknown genre gets any of the gentle ones."""
    designs, palettes = _SUITABLE.get(genre, _GENTLE)
    names = designs.split()
    design = _thrown(names, [_near(energy - DESIGNS[name][1]) for name in names], dice)
    own = [PALETTES[name] for name in palettes.split()]
    return DESIGNS[design][0], _palette(own, valence, energy, dice)


def _palette(own: Sequence[Palette], valence: float, energy: float, dice: Dice) -> Palette:
    """A clear mood may bring colours that the genre wouldn't: the two nearest of all."""

    def nearness(palette: Palette) -> float:
        return _near(math.hypot((valence - palette.valence) / 1.4, energy - palette.energy))

    weights = {palette: nearness(palette) for palette in own}
    if abs(valence) > _CLEAR:
        others = [palette for palette in PALETTES.values() if palette not in own]
        near = sorted(others, key=nearness)[-2:]
        weights |= {palette: 0.4 * nearness(palette) for palette in near}
    return _thrown(list(weights), list(weights.values()), dice)


def _near(distance: float) -> float:
    return math.exp(-((distance / 0.45) ** 2)) + 0.02


def _thrown(options: Sequence[T], weights: Sequence[float], dice: Dice) -> T:
    left = dice.value() * sum(weights)
    for option, weight in zip(options, weights, strict=True):
        left -= weight
        if left < 0:
            return option
    return options[-1]


_CLEAR = 0.4
"""A valence beyond this, up or down, is a mood of its own."""

DESIGNS: dict[str, tuple[Design, float]] = {
    "arcs": (arcs, 0.75),
    "branch": (branch, 0.25),
    "city": (city, 0.5),
    "glow": (glow, 0.4),
    "moire": (moire, 0.95),
    "pulsar": (pulsar, 0.8),
    "ribbons": (ribbons, 0.6),
    "ridges": (ridges, 0.35),
    "rings": (rings, 0.6),
    "riso": (riso, 0.6),
    "stripes": (stripes, 0.65),
    "sun": (sun, 0.6),
    "tiles": (tiles, 0.75),
    "trails": (trails, 0.2),
}
"""Every design, and how lively it looks, 0 to 1."""

_GENTLE = ("ridges glow stripes ribbons riso branch", "sea dusk peach slate desert")
_SUITABLE = {
    "ambient": ("glow ridges trails ribbons", "ice sea mint night slate"),
    "ballad": ("ridges glow branch trails riso", "rose night ice desert"),
    "blues": ("rings city arcs ribbons", "sea night cobalt slate"),
    "bossa nova": ("stripes sun riso branch ribbons", "island sea mint peach"),
    "chiptune": ("tiles moire sun", "acid neon candy cobalt"),
    "cinematic": ("ridges trails sun arcs", "dusk night clay slate"),
    "classical": ("branch arcs glow trails", "slate rose olive ice"),
    "corporate": ("glow ribbons arcs riso", "cobalt mint sea peach"),
    "country": ("ridges riso branch rings sun", "desert clay mustard olive"),
    "drum and bass": ("pulsar moire glow arcs", "acid neon tomato cobalt"),
    "folk": ("branch ridges riso stripes", "forest clay mustard olive desert"),
    "funk": ("stripes tiles rings riso", "mustard bauhaus peach tomato"),
    "hip-hop": ("city rings arcs riso", "mono night clay cobalt"),
    "house": ("pulsar glow tiles moire ribbons", "neon acid peach cobalt"),
    "jazz": ("arcs tiles rings ribbons city", "sea night mustard cobalt tomato"),
    "latin": ("sun tiles riso stripes", "island mustard tomato mint"),
    "lo-fi": ("city ridges glow riso branch", "night dusk peach desert"),
    "metal": ("pulsar arcs moire ridges", "mono tomato slate clay"),
    "pop": ("glow sun riso stripes ribbons", "peach rose mint candy"),
    "reggae": ("sun stripes riso rings", "island mint mustard"),
    "rock": ("pulsar rings arcs ridges tiles", "mono clay bauhaus tomato"),
    "soul": ("stripes rings glow riso", "mustard rose clay desert"),
    "synthwave": ("sun city pulsar", "neon dusk"),
    "techno": ("moire pulsar arcs", "mono acid cobalt neon"),
    "trap": ("city arcs glow rings", "mono neon night tomato"),
}
"""What may be drawn for a genre, and in which colours."""
