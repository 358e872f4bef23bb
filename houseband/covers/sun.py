"""A great striped sun that sets into a grid of light or into the sea."""

from houseband.covers.palettes import Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, glowing, gradient
from houseband.dice import Dice

__all__ = ["sun"]


def sun(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Draw it over the one or the other."""
    dark, deep, middle, bright, light = palette.ramp
    horizon = 0.7 if titled else 0.63
    stops = [(0.0, dark), (horizon - 0.28, deep), (horizon - 0.1, middle), (horizon, bright)]
    pen = Pen(glowing(gradient(size, stops), 0.5, horizon, 0.3, light, 0.55))
    _disc(pen, palette, horizon)
    if dice.chance(0.5):
        _grid(pen, palette, horizon)
    else:
        _sea(pen, palette, dice, horizon)
    return Picture(image=pen.done(), zone=Zone(0.07, 0.065, 0.93, 0.33))


def _disc(pen: Pen, palette: Palette, horizon: float) -> None:
    """Lay thin bands over each other, warmer downwards, and leave wider and wider gaps between them."""
    middle, radius, rows = horizon - 0.125, 0.215, 200
    for row in range(rows):
        y = -radius + 2 * radius * (row + 0.5) / rows
        if middle + y > horizon or _is_gap(y / radius):
            continue
        half = (radius * radius - y * y) ** 0.5
        colour = mixed(palette.light, palette.ramp[3], (row / rows) ** 1.2)
        edge = radius / rows + 0.0004
        pen.box(0.5 - half, middle + y - edge, 0.5 + half, middle + y + edge, colour)


def _is_gap(height: float) -> bool:
    """Tell whether a height, -1 to 1 downwards, lies in one of the slits of the lower half."""
    return any(abs(height - place) < width for place, width in _SLITS)


_SLITS = ((0.03, 0.011), (0.17, 0.02), (0.32, 0.03), (0.49, 0.042))


def _grid(pen: Pen, palette: Palette, horizon: float) -> None:
    floor, line = mixed(palette.dark, palette.ramp[1], 0.35), palette.accent
    pen.box(0, horizon, 1, 1, floor)
    for step in range(-24, 25):
        far, near = 0.5 + step * 0.035, 0.5 + step * 0.21
        pen.polygon(
            [
                (far - 0.0006, horizon),
                (far + 0.0006, horizon),
                (near + 0.003, 1),
                (near - 0.003, 1),
            ],
            mixed(floor, line, 0.62),
        )
    for step in range(1, 14):
        share = (step / 13) ** 2.3
        y = horizon + (1 - horizon) * share
        pen.box(
            0, y - 0.0008 - 0.0022 * share, 1, y + 0.0008 + 0.0022 * share, mixed(floor, line, 0.75)
        )
    pen.box(0, horizon - 0.0015, 1, horizon + 0.0015, mixed(line, palette.light, 0.5))


def _sea(pen: Pen, palette: Palette, dice: Dice, horizon: float) -> None:
    deep = mixed(palette.dark, palette.ramp[1], 0.6)
    pen.box(0, horizon, 1, 1, deep)
    for row in range(26):
        share = row / 26
        y = horizon + 0.006 + (1 - horizon) * share**1.35
        half = 0.03 + 0.2 * (1 - abs(share - 0.35)) * dice.value()
        x = 0.5 + 0.07 * (dice.value() - 0.5) * (0.3 + share)
        thick = 0.0016 + 0.0042 * share
        colour = mixed(palette.light, palette.ramp[3], 0.3 + 0.7 * share)
        pen.pill(x - half, y, x + half, y + 2 * thick, mixed(colour, deep, 0.55 * share))
