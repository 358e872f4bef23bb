"""Line under line, each a moment of the sound, hiding what lies behind it."""

import math

from houseband.covers.palettes import Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, glowing, gradient
from houseband.dice import Dice

__all__ = ["pulsar"]

_LINES, _POINTS = 40, 150


def pulsar(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Draw light lines at night, or dark ones on paper; they are quiet at the sides, loud in the middle."""
    dark, deep, middle, bright, light = palette.ramp
    night = dice.chance(0.7)
    ground = mixed(dark, deep, 0.2) if night else light
    run = dice.pick(((light, light), (bright, palette.accent), (light, bright)))
    first, last = run if night else (dark, dice.pick((dark, middle)))
    paper = gradient(size, [(0.0, ground), (1.0, ground)])
    pen = Pen(glowing(paper, 0.5, 0.4, 0.4, deep, 0.35) if night else paper)
    top = 0.18 if titled else 0.29
    peaks = [(0.22 + 0.56 * dice.value(), 0.05 + 0.08 * dice.value()) for _ in range(4)]
    for number in range(_LINES):
        near = number / (_LINES - 1)
        foot = top + 0.51 * near
        points = _moment(dice, foot, peaks)
        pen.polygon([*points, (points[-1][0], foot + 0.012), (points[0][0], foot + 0.012)], ground)
        pen.line(points, 0.0034, mixed(first, last, near))
    return Picture(image=pen.done(), zone=Zone(0.07, 0.755, 0.93, 0.945))


def _moment(dice: Dice, foot: float, peaks: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """One line from left to right: hills where the peaks are, each time a little elsewhere, and a tremor."""
    hills = [
        (place + 0.07 * (dice.value() - 0.5), width * (0.3 + 0.5 * dice.value()), dice.value())
        for place, width in peaks
        for _ in range(2)
    ]
    points = []
    for step in range(_POINTS):
        x = 0.07 + 0.86 * step / (_POINTS - 1)
        envelope = math.exp(-(((x - 0.5) / 0.33) ** 6))
        height = sum(
            0.05 * loud * math.exp(-(((x - place) / width) ** 2)) for place, width, loud in hills
        )
        tremor = 0.0022 * dice.value() + 0.008 * envelope * dice.value()
        points.append((x, foot - envelope * height - tremor))
    return points
