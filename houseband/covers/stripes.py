"""Broad bands that run in, bend and leave, as on sleeves of the seventies."""

from collections.abc import Iterator

from PIL import ImageOps

from houseband.covers.palettes import Colour, Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, gradient
from houseband.dice import Dice

__all__ = ["stripes"]


def stripes(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Bend them one way or the other, on light or on dark paper."""
    night = dice.chance(0.35)
    paper = mixed(palette.dark, palette.ramp[1], 0.15) if night else palette.light
    colours = [palette.accent, *palette.ramp[1:4], palette.light if night else palette.dark]
    if dice.chance(0.5):
        colours.reverse()
    pen = Pen(gradient(size, [(0.0, paper), (1.0, paper)]))
    dice.pick((_bend, _arch, _quarter))(pen, colours, paper, titled=titled)
    image = pen.done()
    if dice.chance(0.5):
        image = ImageOps.mirror(image)
    return Picture(image=image, zone=Zone(0.07, 0.725, 0.93, 0.945))


def _bend(pen: Pen, colours: list[Colour], paper: Colour, *, titled: bool) -> None:
    """From the left edge round a corner and out at the top."""
    x, y = 0.4, 0.12 if titled else 0.28
    for radius, colour in _rings(0.54, 0.24, colours, paper):
        pen.box(0, 0, x, y + radius, colour)
        pen.box(x, 0, x + radius, y, colour)
        pen.slice(x, y, radius, (0, 90), colour)
    pen.disc(0.23, 0.17, 0.085, colours[2])


def _arch(pen: Pen, colours: list[Colour], paper: Colour, *, titled: bool) -> None:
    """Up from the ground and down again."""
    for radius, colour in _rings(0.42, 0.16, colours, paper):
        pen.slice(0.5, 0.5, radius, (180, 360), colour)
        pen.box(0.5 - radius, 0.5, 0.5 + radius, 0.69 if titled else 1.0, colour)
    pen.disc(0.5, 0.53, 0.085, colours[2])


def _quarter(pen: Pen, colours: list[Colour], paper: Colour, *, titled: bool) -> None:
    """Round the upper right corner."""
    for radius, colour in _rings(0.69 if titled else 0.9, 0.22, colours, paper):
        pen.slice(1, 0, radius, (90, 180), colour)


def _rings(
    outer: float, inner: float, colours: list[Colour], paper: Colour
) -> Iterator[tuple[float, Colour]]:
    """Yield radii from the largest to the smallest, the last one of bare paper."""
    step = (outer - inner) / len(colours)
    for number, colour in enumerate([*colours, paper]):
        yield outer - number * step, colour
