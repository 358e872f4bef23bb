"""Branches and leaves in one fine line, over shapes of colour."""

import math
from collections.abc import Callable

from houseband.covers.palettes import Colour, Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, gradient
from houseband.dice import Dice

__all__ = ["branch"]

Point = tuple[float, float]

_LINE = 0.0042


def branch(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Grow two or three kinds of them from below the middle."""
    dark, deep, middle, bright, light = palette.ramp
    night = dice.chance(0.35)
    paper = mixed(dark, deep, 0.35) if night else light
    ink = light if night else dark
    tints = [mixed(colour, paper, 0.1) for colour in (middle, bright, palette.accent)]
    foot = 0.69 if titled else 0.88
    pen = Pen(gradient(size, [(0.0, paper), (1.0, paper)]))
    _shapes(pen, dice, dice.shuffled(tints), foot)
    for (x, lean, tall), leaf in zip(dice.pick(_STANDS), dice.shuffled(_LEAVES), strict=False):
        _grown(pen, dice, ((x, foot), lean, tall * foot), leaf, ink)
    return Picture(image=pen.done(), zone=Zone(0.07, foot + 0.06, 0.93, 0.95), weight="Medium")


_STANDS = (
    ((0.5, 0.1, 0.78), (0.4, -0.55, 0.6), (0.6, 0.65, 0.55)),
    ((0.42, -0.2, 0.8), (0.56, 0.5, 0.66)),
    ((0.3, 0.0, 0.62), (0.5, 0.05, 0.8), (0.7, 0.1, 0.55)),
)
"""For each branch: where it stands, how far it leans (in about radians), and how tall it is."""


def _shapes(pen: Pen, dice: Dice, tints: list[Colour], foot: float) -> None:
    """Two or three soft shapes that the lines don't care about."""
    x, y = 0.36 + 0.28 * dice.value(), 0.24 + 0.08 * dice.value()
    pen.disc(x, y, 0.17 + 0.05 * dice.value(), tints[0])
    for tint, side in zip(tints[1:], dice.shuffled((-1, 1)), strict=True):
        middle = (0.5 + side * (0.12 + 0.08 * dice.value()), foot - 0.17 - 0.1 * dice.value())
        pen.polygon(_pebble(dice, middle, 0.13 + 0.07 * dice.value(), foot), tint)


def _pebble(dice: Dice, middle: Point, radius: float, foot: float) -> list[Point]:
    waves = [(speed, math.tau * dice.value()) for speed in (1, 2, 3)]
    points = []
    for step in range(90):
        turn = math.tau * step / 90
        far = radius * (1 + 0.16 * sum(math.sin(s * turn + at) / s for s, at in waves))
        y = middle[1] + 0.85 * far * math.sin(turn)
        points.append((middle[0] + 1.25 * far * math.cos(turn), min(y, foot)))
    return points


Leaf = Callable[[Pen, Point, float, float, Colour], None]


def _grown(
    pen: Pen,
    dice: Dice,
    stand: tuple[Point, float, float],
    leaf: tuple[Leaf, int, float],
    ink: Colour,
) -> None:
    """Draw one stem that bends, and its leaves in pairs, smaller towards the top."""
    (x, y), lean, tall = stand
    draw, pairs, length = leaf
    bend = lean * 0.9 + 0.3 * (dice.value() - 0.5)
    stem: list[tuple[Point, float]] = []
    steps = 60
    for step in range(steps + 1):
        turn = -math.pi / 2 + bend * step / steps
        stem.append(((x, y), turn))
        x, y = x + tall / steps * math.cos(turn), y + tall / steps * math.sin(turn)
    pen.line([place for place, _ in stem], _LINE, ink)
    for pair in range(pairs):
        share = 0.2 + 0.78 * pair / (pairs - 1)
        place, turn = stem[round(share * steps)]
        grown = length * (0.55 + 0.6 * math.sin(math.pi * (0.22 + 0.7 * share)))
        for side in (-1, 1):
            draw(pen, place, turn + side * (0.95 - 0.35 * share), grown, ink)
    draw(pen, stem[-1][0], stem[-1][1], length * 0.62, ink)


def _lens(pen: Pen, place: Point, turn: float, length: float, ink: Colour) -> None:
    """A leaf like an olive's, with its middle rib."""
    pen.line(_outline(place, turn, length, 0.17), _LINE, ink)
    pen.line([place, _at(place, turn, length * 0.72, 0.0)], _LINE * 0.7, ink)


def _full(pen: Pen, place: Point, turn: float, length: float, ink: Colour) -> None:
    """The same, filled."""
    pen.polygon(_outline(place, turn, length * 0.8, 0.15), ink)


def _round(pen: Pen, place: Point, turn: float, length: float, ink: Colour) -> None:
    """A leaf like a coin on a short stalk."""
    pen.line([place, _at(place, turn, length * 0.25, 0.0)], _LINE, ink)
    middle = _at(place, turn, length * 0.55, 0.0)
    radius = length * 0.3
    ring = [
        (middle[0] + radius * math.cos(a), middle[1] + radius * math.sin(a))
        for a in (math.tau * step / 40 for step in range(41))
    ]
    pen.line(ring, _LINE, ink)


def _berry(pen: Pen, place: Point, turn: float, length: float, ink: Colour) -> None:
    """A stalk with a dot at its end."""
    end = _at(place, turn, length * 0.7, 0.0)
    pen.line([place, end], _LINE * 0.8, ink)
    pen.disc(*end, 0.0085, ink)


def _outline(place: Point, turn: float, length: float, broad: float) -> list[Point]:
    along = [step / 16 for step in range(17)]
    half = [broad * length * math.sin(math.pi * share**0.85) for share in along]
    left = [_at(place, turn, length * s, h) for s, h in zip(along, half, strict=True)]
    right = [_at(place, turn, length * s, -h) for s, h in zip(along, half, strict=True)]
    return left + right[::-1]


def _at(place: Point, turn: float, along: float, aside: float) -> Point:
    return (
        place[0] + along * math.cos(turn) - aside * math.sin(turn),
        place[1] + along * math.sin(turn) + aside * math.cos(turn),
    )


_LEAVES: tuple[tuple[Leaf, int, float], ...] = (
    (_lens, 7, 0.105),
    (_round, 6, 0.098),
    (_full, 9, 0.1),
    (_berry, 11, 0.1),
)
"""How a leaf is drawn, how many pairs a branch has, and how long they are."""
