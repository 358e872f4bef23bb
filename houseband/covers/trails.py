"""The night sky turning about its pole, or the Milky Way, over dark hills with trees."""

import math

import numpy as np
from PIL import Image

from houseband.covers.palettes import Colour, Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, glowing, gradient
from houseband.dice import Dice

__all__ = ["trails"]

_FOOT = 0.7
"""Where the hills begin, about."""


def trails(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Let the stars leave trails, or stand still."""
    dark, deep, middle, bright, _ = palette.ramp
    foot = _FOOT if titled else 0.83
    stops = [(0.0, mixed(dark, deep, 0.25)), (0.5, deep), (foot, mixed(middle, bright, 0.35))]
    sky = glowing(gradient(size, stops), 0.3 + 0.4 * dice.value(), foot, 0.3, bright, 0.35)
    if dice.chance(0.5):
        pen = Pen(sky)
        _turning(pen, palette, dice, foot)
    else:
        pen = Pen(_milky(sky, palette, dice))
        _stars(pen, palette, dice)
    ground = mixed(dark, Colour(0, 0, 0), 0.25)
    _hill(pen, dice, foot, mixed(ground, deep, 0.5), trees=False)
    _hill(pen, dice, foot + 0.035, ground, trees=True)
    return Picture(image=pen.done(), zone=Zone(0.07, foot + 0.095, 0.93, 0.95), weight="Medium")


def _turning(pen: Pen, palette: Palette, dice: Dice, foot: float) -> None:
    x, y = 0.25 + 0.5 * dice.value(), foot - 0.16 - 0.2 * dice.value()
    long = 22 + 30 * dice.value()
    colours = (
        palette.light,
        palette.light,
        mixed(palette.light, palette.accent, 0.6),
        palette.ramp[3],
    )
    for _ in range(260):
        radius = 1.1 * math.sqrt(dice.value()) * 0.95 + 0.012
        begin = 360 * dice.value()
        faint = 0.25 + 0.75 * dice.value() ** 2
        colour = mixed(palette.ramp[1], dice.pick(colours), faint)
        width = 0.0011 + 0.0016 * faint * dice.value()
        degrees = (begin, begin + long * (0.75 + 0.5 * dice.value()))
        pen.arc(x, y, radius, degrees, width=width, colour=colour)


def _stars(pen: Pen, palette: Palette, dice: Dice) -> None:
    for _ in range(420):
        large = dice.value() ** 6
        colour = mixed(palette.ramp[1], palette.light, 0.35 + 0.65 * max(large, dice.value() ** 2))
        pen.disc(dice.value(), dice.value() * 0.85, 0.0009 + 0.0026 * large, colour)


def _milky(sky: Image.Image, palette: Palette, dice: Dice) -> Image.Image:
    """Paste a band of clouded light across the sky."""
    small = 128
    steps = (np.arange(small) + 0.5) / small
    x, y = np.meshgrid(steps, steps)
    slope = dice.pick((-1, 1)) * (0.7 + 0.8 * dice.value())
    aside = (x - 0.3 - 0.4 * dice.value()) - slope * (y - 0.4) * 0.7
    clouds = np.zeros((small, small))
    for octave in range(2, 6):
        cells = 2**octave
        noise = np.array([[dice.value() for _ in range(cells)] for _ in range(cells)], np.float32)
        layer = Image.fromarray(noise).resize((small, small), Image.Resampling.BICUBIC)
        clouds += np.asarray(layer) / 1.6 ** (octave - 2)
    clouds = (clouds - clouds.min()) / np.ptp(clouds)
    band = np.exp(-((aside / 0.2) ** 2)) * (0.25 + 0.75 * clouds**1.4)
    rift = np.exp(-(((aside + 0.1 * (clouds - 0.5)) / 0.045) ** 2))
    mask = Image.fromarray((190 * np.clip(band * (1 - 0.65 * rift), 0, 1)).astype(np.uint8)).resize(
        sky.size, Image.Resampling.BICUBIC
    )
    sky.paste(mixed(palette.ramp[3], palette.light, 0.4), mask=mask)
    return sky


def _hill(pen: Pen, dice: Dice, foot: float, colour: Colour, *, trees: bool) -> None:
    """Draw a soft hill from edge to edge, with firs on it if asked."""
    waves = [(1 + 2 * dice.value(), math.tau * dice.value()) for _ in range(3)]
    places = [step / 120 for step in range(121)]

    def height(x: float) -> float:
        return foot + 0.013 * sum(math.sin(speed * math.pi * x + at) for speed, at in waves)

    pen.polygon([(0.0, 1.0), *((x, height(x)) for x in places), (1.0, 1.0)], colour)
    x = -0.02
    while trees and x < 1.02:
        tall = 0.016 + 0.034 * dice.value() ** 1.5
        _fir(pen, x, height(x) + 0.006, tall, colour)
        x += 0.004 + 0.02 * dice.value() + (0.08 if dice.chance(0.07) else 0.0)


def _fir(pen: Pen, x: float, foot: float, tall: float, colour: Colour) -> None:
    for tier in range(3):
        low, half = foot - tall * 0.26 * tier, tall * (0.24 - 0.06 * tier)
        pen.polygon([(x - half, low), (x, low - tall * 0.48), (x + half, low)], colour)
