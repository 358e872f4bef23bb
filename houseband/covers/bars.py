"""The song as bars, quiet at its ends and loud in the middle."""

import math

from PIL import Image

from houseband.covers.palettes import Colour, Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, glowing, gradient
from houseband.dice import Dice

__all__ = ["bars"]


def bars(palette: Palette, dice: Dice, size: int) -> Picture:
    """Draw some dozens of them, in colours that run from one side to the other."""
    count = dice.pick((21, 29, 37))
    ground, run = dice.pick((_night, _night, _day))(palette, size)
    if dice.chance(0.5):
        run.reverse()
    pen, step = Pen(ground), 0.86 / count
    for bar, loudness in enumerate(_loudness(count, dice)):
        left, right = 0.07 + step * (bar + 0.17), 0.07 + step * (bar + 0.83)
        half = 0.012 + 0.275 * loudness
        pen.pill(left, 0.385 - half, right, 0.385 + half, _along(run, bar / (count - 1)))
    return Picture(image=pen.done(), zone=Zone(0.07, 0.725, 0.93, 0.945))


def _night(palette: Palette, size: int) -> tuple[Image.Image, list[Colour]]:
    """A dark ground with a light behind the bars, and the colours that they run through."""
    ground = gradient(
        size, [(0.0, palette.dark), (1.0, mixed(palette.dark, palette.ramp[1], 0.45))]
    )
    lit = glowing(ground, 0.5, 0.4, 0.35, palette.ramp[1], 0.55)
    return lit, [palette.ramp[2], palette.ramp[3], palette.accent]


def _day(palette: Palette, size: int) -> tuple[Image.Image, list[Colour]]:
    """Light paper, and the colours that the bars run through."""
    return gradient(size, [(0.0, palette.light), (1.0, palette.light)]), list(palette.ramp[1:4])


def _loudness(count: int, dice: Dice) -> list[float]:
    """Return how loud each bar is, 0 to 1: a few waves under a hill, and some chance."""
    waves = [(dice.between(2, 9), dice.value() * math.tau) for _ in range(3)]
    levels = []
    for bar in range(count):
        place = (bar + 0.5) / count
        hill = math.sin(math.pi * place) ** 0.8
        wave = sum(math.sin(math.pi * speed * place + phase) for speed, phase in waves) / len(waves)
        levels.append(hill * (0.45 + 0.4 * wave + 0.3 * (dice.value() - 0.5)))
    top = max(levels)
    return [max(0.02, level / top) for level in levels]


def _along(run: list[Colour], place: float) -> Colour:
    """Return the colour at a place, 0 to 1, of a run of them."""
    position = place * (len(run) - 1)
    index = min(int(position), len(run) - 2)
    return mixed(run[index], run[index + 1], position - index)
