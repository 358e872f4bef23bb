"""Houses by night, some windows lit, the moon over them."""

from houseband.covers.palettes import Colour, Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, glowing, gradient
from houseband.dice import Dice

__all__ = ["city"]

_ROWS = 3


def city(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Put three rows of houses behind each other, and rain before them at times."""
    dark, deep, middle, bright, light = palette.ramp
    sky = gradient(
        size, [(0.0, mixed(dark, deep, 0.35)), (0.55, mixed(deep, middle, 0.6)), (0.85, bright)]
    )
    x, y = 0.2 + 0.6 * dice.value(), 0.45 if titled else 0.3
    pen = Pen(glowing(sky, x, y, 0.2, light, 0.4))
    pen.disc(x, y, 0.075, mixed(light, palette.accent, 0.12))
    for row in range(_ROWS):
        near = row / (_ROWS - 1)
        wall = mixed(mixed(middle, bright, 0.25), dark, 0.25 + 0.7 * near)
        lamp = mixed(wall, mixed(light, palette.accent, 0.55), 0.35 + 0.6 * near)
        _row(pen, dice, near, (wall, lamp))
    if dice.chance(0.5):
        _rain(pen, dice, mixed(deep, light, 0.35))
    return Picture(image=pen.done(), zone=Zone(0.07, 0.065, 0.93, 0.335))


def _row(pen: Pen, dice: Dice, near: float, colours: tuple[Colour, Colour]) -> None:
    x = -0.05 * dice.value()
    while x < 1:
        width = 0.07 + 0.08 * dice.value() + 0.03 * near
        top = 0.5 + 0.2 * near + 0.14 * dice.value()
        _house(pen, dice, (x, top, x + width), near, colours)
        x += width + 0.012 * dice.value() * (1 - near)


def _house(
    pen: Pen,
    dice: Dice,
    place: tuple[float, float, float],
    near: float,
    colours: tuple[Colour, Colour],
) -> None:
    left, top, right = place
    wall, lamp = colours
    pen.box(left, top, right, 1, wall)
    _roof(pen, dice, place, wall)
    columns = max(2, round((right - left) / (0.019 + 0.005 * near)))
    step = (right - left) / (columns + 0.5)
    lit = 0.06 + 0.4 * dice.value() ** 2
    for floor in range(int((1 - top) / (step * 1.35))):
        for column in range(columns):
            if dice.chance(lit):
                x, y = left + step * (column + 0.5), top + step * (0.6 + 1.35 * floor)
                pen.box(x, y, x + step * 0.5, y + step * 0.75, lamp)


def _roof(pen: Pen, dice: Dice, place: tuple[float, float, float], wall: Colour) -> None:
    """An aerial, a water tank, an upper floor that stands back, or nothing."""
    left, top, right = place
    width = right - left
    match dice.between(0, 5):
        case 0:
            middle = left + width * (0.3 + 0.4 * dice.value())
            pen.box(middle - 0.0012, top - 0.05, middle + 0.0012, top, wall)
        case 1:
            tank = left + 0.2 * width
            pen.box(tank, top - 0.03, tank + 0.03, top - 0.008, wall)
            pen.polygon(
                [(tank, top - 0.03), (tank + 0.015, top - 0.045), (tank + 0.03, top - 0.03)], wall
            )
            for leg in (0.003, 0.025):
                pen.box(tank + leg, top - 0.01, tank + leg + 0.002, top, wall)
        case 2:
            pen.box(left + 0.2 * width, top - 0.025, right - 0.2 * width, top, wall)


def _rain(pen: Pen, dice: Dice, colour: Colour) -> None:
    for _ in range(170):
        x, y = 1.1 * dice.value(), 0.36 + 0.62 * dice.value()
        long = 0.02 + 0.035 * dice.value()
        pen.polygon(
            [
                (x, y),
                (x + 0.0013, y),
                (x + 0.0013 - long * 0.22, y + long),
                (x - long * 0.22, y + long),
            ],
            colour,
        )
