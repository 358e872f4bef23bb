"""Three inks printed over each other, a little out of register, one of them through a screen of dots."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from houseband.covers.palettes import Colour, Palette, mixed
from houseband.covers.picture import Picture, Zone
from houseband.dice import Dice

__all__ = ["riso"]

Plane = NDArray[np.float32]
"""How much of an ink lies at each place, 0 to 1; or where the places are."""


def riso(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Print on light paper, with a margin."""
    _, deep, middle, bright, light = palette.ramp
    accent = palette.accent
    inks = dice.pick(
        (
            (accent, deep, bright),
            (middle, accent, deep),
            (bright, deep, accent),
            (bright, accent, deep),
        )
    )
    steps = np.asarray((np.arange(size) + 0.5) / size, np.float32)
    foot = 0.7 if titled else 0.93
    closer = 1.0 if titled else 0.86
    x = 0.5 + (steps[None, :] - 0.5) * np.float32(closer)
    y = 0.385 + (steps[:, None] - (foot + 0.07) / 2) * np.float32(closer)
    planes = dice.pick(_MOTIFS)(x, y, dice)
    frame = _inside(steps[None, :], 0.07, 0.93) * _inside(steps[:, None], 0.07, foot)
    rng = np.random.default_rng(dice.between(0, 2**31))
    sheet = np.empty((size, size, 3), np.float32)
    sheet[:] = mixed(light, Colour(255, 255, 255), 0.3)
    for ink, plane in zip(inks, planes, strict=True):
        slip = [round(0.005 * size * (2 * dice.value() - 1)) for _ in range(2)]
        cover = np.roll(plane * frame, slip, axis=(0, 1)) * _worn(rng, size)
        sheet *= 1 - cover[..., None] * (1 - np.array(ink, np.float32) / 255)
    image = Image.fromarray(np.rint(sheet).astype(np.uint8))
    return Picture(image=image, zone=Zone(0.07, foot + 0.055, 0.93, 0.945))


def _worn(rng: np.random.Generator, size: int) -> Plane:
    """Return how much ink the drum leaves: a little less here and there, and specks of none."""
    clouds = Image.fromarray(rng.random((24, 24), np.float32))
    even = np.asarray(clouds.resize((size, size), Image.Resampling.BICUBIC))
    specks = rng.random((size, size), np.float32) < 0.012 + 0.03 * even**2
    return np.asarray((0.9 + 0.08 * even) * np.where(specks, 0.45, 1.0), np.float32)


def _screen(x: Plane, y: Plane, tone: Plane, lines: float, turn: float) -> Plane:
    """Turn a tone, 0 to 1, into dots that grow with it, `lines` of them across the cover."""
    cos, sin = np.float32(np.cos(turn) * np.pi * lines), np.float32(np.sin(turn) * np.pi * lines)
    dots = np.cos(x * cos + y * sin) * np.cos(y * cos - x * sin)
    return np.asarray(np.clip((dots * 0.5 + tone - 0.5) * 4096 / lines / 8, 0, 1), np.float32)


def _inside(places: Plane, low: float, high: float) -> Plane:
    return np.asarray((places > low) & (places < high), np.float32)


def _filled(distance: Plane) -> Plane:
    """Return the ink of a shape from how far inside it each place is, smooth at its edge."""
    return np.asarray(np.clip(distance * 900 + 0.5, 0, 1), np.float32)


def _discs(x: Plane, y: Plane, dice: Dice) -> list[Plane]:
    """Two great discs that meet, and a small one by itself."""
    side = dice.pick((-1, 1))
    first = _filled(0.235 - np.hypot(x - 0.5 + 0.13 * side, y - 0.42))
    near = np.hypot(x - 0.5 - 0.13 * side, y - 0.36)
    tone = np.clip(1.15 - (y - 0.1) * 1.6, 0, 1) + 0 * x
    second = _filled(0.235 - near) * _screen(x, y, tone, 46, 0.4)
    third = _filled(0.075 - np.hypot(x - 0.5 - 0.3 * side, y - 0.6))
    return [first, second, np.maximum(third, _filled(0.006 - abs(y - 0.655)) * (x < 2))]


def _hills(x: Plane, y: Plane, dice: Dice) -> list[Plane]:
    """A sun between two waves of hills, the sky a screen that thins out."""
    at = [6.3 * dice.value() for _ in range(4)]
    back = 0.43 + 0.05 * np.sin(5 * x + at[0]) + 0.025 * np.sin(11 * x + at[1])
    front = 0.55 + 0.06 * np.sin(4 * x + at[2]) + 0.02 * np.sin(9 * x + at[3])
    sun = _filled(0.15 - np.hypot(x - 0.3 - 0.4 * dice.value(), y - 0.33))
    sky = _screen(x, y, np.clip(0.75 - (y - 0.07) * 1.9, 0, 1) + 0 * x, 52, 0.4)
    return [np.maximum(sun, _filled(y - front)), _filled(y - back), sky * (1 - sun)]


def _flowers(x: Plane, y: Plane, dice: Dice) -> list[Plane]:
    """Three flowers, one in each ink."""
    planes = []
    places = ((0.37, 0.3, 0.2), (0.63, 0.36, 0.215), (0.46, 0.53, 0.15))
    for number, (left, top, large) in enumerate(places):
        across, down = x - left - 0.03 * dice.value(), y - top
        petals = dice.between(5, 8)
        turn = np.arctan2(down, across) + 6.3 * dice.value()
        edge = large * (0.72 + 0.28 * np.abs(np.cos(petals * turn / 2)))
        far = np.hypot(across, down)
        flower = _filled(edge - far) * (1 - _filled(large * 0.2 - far))
        if number == 1:
            flower = flower * _screen(x, y, np.clip(1.1 - far / large * 0.75, 0, 1), 50, 0.26)
        planes.append(np.asarray(flower, np.float32))
    return planes


_MOTIFS: tuple[Callable[[Plane, Plane, Dice], list[Plane]], ...] = (_discs, _hills, _flowers)
