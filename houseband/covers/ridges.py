"""Mountains behind mountains, the far ones pale, and a sun or a moon over them."""

import numpy as np
from numpy.typing import NDArray

from houseband.covers.palettes import Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, glowing, gradient
from houseband.dice import Dice

__all__ = ["ridges"]

_LAYERS = 6


def ridges(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Draw them by day or by night."""
    night = dice.chance(0.45)
    low, high = (palette.ramp[1], palette.dark) if night else (palette.light, palette.ramp[3])
    warmest = max(palette.accent, palette.ramp[2], key=lambda colour: colour.red - colour.blue)
    lamp = palette.light if night else mixed(warmest, palette.light, 0.25)
    x, y = 0.24 + 0.52 * dice.value(), (0.47 if titled else 0.36) + 0.06 * dice.value()
    sky = gradient(size, [(0.0, high), (0.62, mixed(low, palette.ramp[2], 0.35 if night else 0.0))])
    pen = Pen(glowing(sky, x, y, 0.26, lamp, 0.5))
    pen.disc(x, y, 0.075 + 0.035 * dice.value(), lamp)
    haze = mixed(low, palette.ramp[2], 0.5)
    for layer in range(_LAYERS):
        near = layer / (_LAYERS - 1)
        colour = mixed(haze, palette.dark, 0.12 + 0.88 * near**0.8)
        if night:
            colour = mixed(colour, palette.dark, 0.15)
        heights = (
            0.545 + 0.37 * near + (0.085 - 0.03 * near) * _ridge(dice, rough=0.82 - 0.4 * near)
        )
        xs = np.linspace(0, 1, len(heights))
        line = list(zip(xs.tolist(), heights.tolist(), strict=True))
        pen.polygon([(0.0, 1.0), *line, (1.0, 1.0)], colour)
    return Picture(image=pen.done(), zone=Zone(0.07, 0.065, 0.93, 0.35), weight="Medium")


def _ridge(dice: Dice, *, rough: float) -> NDArray[np.float64]:
    """Return a line that rises and falls, -1 to 1, as mountains do: small shapes on large ones."""
    places = np.linspace(0, 1, 513)
    line = np.zeros(513)
    for octave in range(1, 8):
        corners = 2**octave + 1
        heights = [2 * dice.value() - 1 for _ in range(corners)]
        line += (0.5 * rough + 0.18) ** (octave - 1) * np.interp(
            places, np.linspace(0, 1, corners), heights
        )
    return np.asarray(line / np.abs(line).max())
