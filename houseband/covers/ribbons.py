"""Ribbons that follow one stream and never touch."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from houseband.covers.palettes import Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, gradient
from houseband.dice import Dice

__all__ = ["ribbons"]

_CELLS = 160
"""How finely it is remembered what is taken, across the cover."""
_STEP = 0.01
_WIDTHS = (0.034, 0.034, 0.022, 0.022, 0.022, 0.013, 0.013, 0.007)
_TRIES, _SHORTEST = 700, 6

Angle = Callable[[float, float], float]


def ribbons(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Lay broad ribbons first and let finer ones fill what is left."""
    night = dice.chance(0.5)
    ground = mixed(palette.dark, palette.ramp[1], 0.1) if night else palette.light
    colours = [*palette.ramp[1:4], palette.accent, palette.light if night else palette.dark]
    weights = [colours[index] for index in (0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4)]
    pen = Pen(gradient(size, [(0.0, ground), (1.0, ground)]))
    taken = np.zeros((_CELLS, _CELLS), bool)
    bottom = 0.72 if titled else 0.94
    angle = _stream(dice)
    for attempt in range(_TRIES):
        width = _WIDTHS[len(_WIDTHS) * attempt // _TRIES]
        start = (0.06 + 0.88 * dice.value(), 0.06 + (bottom - 0.06) * dice.value())
        colour, longest = dice.pick(weights), dice.between(14, 70)
        line = _followed(start, angle, (width, bottom), taken, longest)
        if len(line) >= _SHORTEST:
            _take(taken, line, width)
            pen.line(line, width, colour)
    return Picture(image=pen.done(), zone=Zone(0.07, 0.755, 0.93, 0.945))


def _stream(dice: Dice) -> Angle:
    """Return where the stream flows at a place: a few slow waves, the same ones for all ribbons."""
    base = math.tau * dice.value()
    waves = [
        (1.5 + 3.5 * dice.value(), 1.5 + 3.5 * dice.value(), math.tau * dice.value())
        for _ in range(3)
    ]
    return lambda x, y: base + 0.75 * sum(math.sin(a * x + b * y + c) for a, b, c in waves)


def _followed(
    start: tuple[float, float],
    angle: Angle,
    room: tuple[float, float],
    taken: NDArray[np.bool_],
    longest: int,
) -> list[tuple[float, float]]:
    """Follow the stream from a place until something is in the way."""
    width, bottom = room
    edge = 0.06 + width / 2
    x, y = start
    line: list[tuple[float, float]] = []
    while len(line) < longest and edge <= x <= 1 - edge and edge <= y <= bottom - width / 2:
        if taken[_around(x, y, width / 2 + 0.006)].any():
            break
        line.append((x, y))
        turn = angle(x, y)
        x, y = x + _STEP * math.cos(turn), y + _STEP * math.sin(turn)
    return line


def _take(taken: NDArray[np.bool_], line: list[tuple[float, float]], width: float) -> None:
    for x, y in line:
        taken[_around(x, y, width / 2)] = True


def _around(x: float, y: float, radius: float) -> tuple[slice, slice]:
    low_x, high_x = int((x - radius) * _CELLS), int((x + radius) * _CELLS)
    low_y, high_y = int((y - radius) * _CELLS), int((y + radius) * _CELLS)
    return slice(max(low_y, 0), high_y + 1), slice(max(low_x, 0), high_x + 1)
