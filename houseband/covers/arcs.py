"""Arcs about one centre, each twice as broad as another, after the concert posters of Zurich."""

from houseband.covers.palettes import Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, gradient
from houseband.dice import Dice

__all__ = ["arcs"]

_PLACES = ((0.5, 0.4), (0.36, 0.36), (0.64, 0.36), (0.5, 0.2), (0.22, 0.3), (0.78, 0.3))
_WIDTHS = (0.011, 0.022, 0.044, 0.022, 0.088, 0.011, 0.044, 0.022, 0.066)
_UNIT = 22.5
"""Degrees: every arc begins and ends on such a spoke."""


def arcs(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Draw them in one or two inks, cut off where the title's ground begins."""
    dark, deep, middle, bright, light = palette.ramp
    inks = (
        (light, dark, palette.accent),
        (light, deep, middle),
        (bright, dark, light),
        (mixed(dark, deep, 0.2), light, palette.accent),
        (deep, light, bright),
    )
    ground, ink, second = dice.pick([three for three in inks if palette.bears(three[0])])
    x, y = dice.pick(_PLACES)
    foot = 0.715 if titled else 1.0
    y += 0.0 if titled else 0.12
    pen = Pen(gradient(size, [(0.0, ground), (1.0, ground)]))
    radius, ring = 0.075, dice.between(0, 8)
    pen.disc(x, y, 0.05, second)
    turn = dice.between(0, 15)
    while radius < 1.15:
        width = _WIDTHS[ring % len(_WIDTHS)]
        long = dice.between(3, 9)
        colour = second if dice.chance(0.2) else ink
        begin = _UNIT * turn
        pen.arc(x, y, radius + width, (begin, begin + _UNIT * long), width=width, colour=colour)
        turn += long + dice.between(0, 2)
        if dice.chance(0.45):
            rest = dice.between(2, 4)
            begin = _UNIT * (turn + 1)
            pen.arc(x, y, radius + width, (begin, begin + _UNIT * rest), width=width, colour=ink)
        radius += width + 0.011
        ring += 1
    if titled:
        pen.box(0, foot, 1, 1, ground)
    return Picture(image=pen.done(), zone=Zone(0.07, 0.76, 0.93, 0.945))
