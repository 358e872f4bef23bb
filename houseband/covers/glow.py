"""Colours that run into each other, and one clear shape among them."""

import numpy as np
from PIL import Image, ImageDraw

from houseband.covers.palettes import Palette, mixed
from houseband.covers.picture import Picture, Zone, gradient
from houseband.dice import Dice

__all__ = ["glow"]


def glow(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Let the colours run, and show them turned round through discs."""
    image = _running(palette, dice, 96).resize((size, size), Image.Resampling.BICUBIC)
    lit = gradient(size, [(0.1, palette.light), (0.65, palette.ramp[2])])
    turned = Image.blend(image, lit, 0.3)
    down = 0.0 if titled else 0.1
    for (x, y, radius), flip in zip(dice.pick(_MOTIFS), dice.shuffled(_FLIPS), strict=False):
        turned = turned.transpose(flip)
        image.paste(turned, mask=_disc_mask(size, (x, y + down, radius)))
    return Picture(image=image, zone=Zone(0.07, 0.725, 0.93, 0.945))


Disc = tuple[float, float, float]


def _running(palette: Palette, dice: Dice, size: int) -> Image.Image:
    """Mix the colours by their distances from places of their own. The darkest lies where the title will."""
    steps = (np.arange(size, dtype=np.float32) + 0.5) / size
    x, y = np.meshgrid(steps, steps)
    places = [(dice.value(), 0.62 * dice.value(), colour) for colour in palette.ramp[1:4]]
    places += [
        (dice.value(), 0.25 + 0.3 * dice.value(), mixed(palette.accent, palette.ramp[3], 0.4))
    ]
    places += [(0.2, 1.02, palette.dark), (0.8, 1.02, mixed(palette.dark, palette.ramp[1], 0.35))]
    nearness = np.stack([1 / (0.02 + (x - px) ** 2 + (y - py) ** 2) ** 1.7 for px, py, _ in places])
    shares = nearness / nearness.sum(axis=0)
    pixels = np.einsum(
        "kxy,kc->xyc", shares, np.array([colour for *_, colour in places], np.float32)
    )
    return Image.fromarray(np.rint(pixels).astype(np.uint8))


_FLIPS = (Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90, Image.Transpose.FLIP_TOP_BOTTOM)

_MOTIFS: tuple[tuple[Disc, ...], ...] = (
    ((0.5, 0.38, 0.27),),
    ((0.39, 0.34, 0.215), (0.61, 0.43, 0.215)),
    ((0.5, 0.38, 0.29), (0.5, 0.38, 0.19), (0.5, 0.38, 0.09)),
    ((0.26, 0.38, 0.165), (0.5, 0.38, 0.165), (0.74, 0.38, 0.165)),
)
"""Discs, each seen through the ones before it: where they lie and how large they are."""


def _disc_mask(size: int, disc: Disc) -> Image.Image:
    x, y, radius = (round(3 * size * share) for share in disc)
    mask = Image.new("L", (3 * size, 3 * size))
    ImageDraw.Draw(mask).circle((x, y), radius, fill=255)
    return mask.reduce(3)
