"""Two fields of rings over each other, with what they make together."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from houseband.covers.palettes import Palette
from houseband.covers.picture import Picture, Zone
from houseband.dice import Dice

__all__ = ["moire"]

_FINE = 2


def moire(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Colour each place by how many fields cover it, above a strip for the title."""
    dark, deep, middle, bright, light = palette.ramp
    sets = (
        (light, middle, palette.accent, dark),
        (dark, middle, bright, light),
        (light, bright, middle, dark),
        (dark, deep, palette.accent, light),
    )
    colours = dice.pick(sets)
    side = size * _FINE
    rows = round(side * (0.75 if titled else 1.0))
    steps = np.asarray((np.arange(side) + 0.5) / side, np.float32)
    x, y = steps[None, :], steps[:rows, None]
    count = dice.pick((9.0, 12.0, 16.0))
    one, other = _fields(dice, x, y, count)
    inks = np.array(colours, np.uint8)
    upper = inks[(one * 1 + other * 2).astype(np.uint8)]
    picture = np.empty((side, side, 3), np.uint8)
    picture[:rows] = upper
    picture[rows:] = colours[0]
    return Picture(image=Image.fromarray(picture).reduce(_FINE), zone=Zone(0.06, 0.79, 0.94, 0.955))


def _fields(
    dice: Dice, x: NDArray[np.float32], y: NDArray[np.float32], count: float
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Rings twice, rings and stripes, or stripes that bend, twice."""
    middle_y = 0.375
    shift = 0.1 + 0.12 * dice.value()
    match dice.between(0, 2):
        case 0:
            left = np.hypot(x - 0.5 + shift, y - middle_y)
            right = np.hypot(x - 0.5 - shift, y - middle_y)
            return _striped(left * count), _striped(right * count)
        case 1:
            rings = np.hypot(x - 0.5, y - middle_y)
            inside = rings < 0.29
            lines = _striped(x * count + 0 * y)
            return lines ^ inside, inside & _striped(rings * count * 1.4)
        case _:
            bend = 0.05 + 0.05 * dice.value()
            speed = dice.pick((1.0, 1.5, 2.0))
            wave = np.sin(2 * np.pi * (speed * y + dice.value()))
            return _striped((x + bend * wave) * count), _striped((x - bend * wave) * count)


def _striped(phase: NDArray[np.float32]) -> NDArray[np.bool_]:
    return np.asarray((phase % 1.0) < 0.5)
