"""A record that looks out of its sleeve, with a light on its grooves."""

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from houseband.covers.palettes import Palette, mixed
from houseband.covers.picture import Pen, Picture, Zone, gradient
from houseband.dice import Dice

__all__ = ["rings"]

_GROOVES = 17
_LABEL = 0.37
"""The label's radius, as a share of the record's."""
_PLACES = ((0.5, 0.365, 0.31), (0.66, 0.32, 0.38), (0.34, 0.32, 0.38), (0.98, 0.28, 0.44))


def rings(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Lay the record somewhere on the sleeve."""
    deep = mixed(palette.dark, palette.ramp[1], 0.8)
    sleeves = (palette.light, palette.ramp[3], palette.ramp[2], deep)
    sleeve = dice.pick([colour for colour in sleeves if palette.bears(colour)])
    x, y, radius = dice.pick(_PLACES)
    y += 0.0 if titled else 0.13
    pen = Pen(gradient(size, [(0.0, sleeve), (1.0, sleeve)]))
    _grooves(pen, palette, (x, y, radius))
    upper, lower, hub = dice.shuffled([palette.accent, palette.ramp[2], palette.ramp[3]])
    pen.disc(x, y, radius * _LABEL, upper)
    turn = dice.pick((0, 90, 180, 270))
    pen.slice(x, y, radius * _LABEL, (turn, turn + 180), lower)
    pen.disc(x, y, radius * 0.13, hub)
    pen.disc(x, y, radius * 0.03, palette.dark)
    image = pen.done()
    image.paste(palette.light, mask=_shine(size, (x, y, radius), turn=0.5 + 0.7 * dice.value()))
    return Picture(image=image, zone=Zone(0.07, 0.725, 0.93, 0.945))


def _grooves(pen: Pen, palette: Palette, record: tuple[float, float, float]) -> None:
    x, y, radius = record
    vinyl = mixed(palette.dark, palette.ramp[1], 0.05)
    pen.disc(x, y, radius, vinyl)
    for groove in range(_GROOVES):
        outer = radius * (0.96 - (0.93 - _LABEL) * groove / _GROOVES)
        pen.disc(x, y, outer, mixed(vinyl, palette.ramp[1], 0.8 if groove in (5, 12) else 0.4))
        pen.disc(x, y, outer - 0.003, vinyl)


def _shine(size: int, record: tuple[float, float, float], *, turn: float) -> Image.Image:
    """Return a mask of two beams that cross the vinyl, but for its label."""
    x, y, radius = record
    steps = (np.arange(256, dtype=np.float32) + 0.5) / 256
    across, down = (steps - x)[None, :], (steps - y)[:, None]
    along = (across * np.cos(turn) - down * np.sin(turn)) ** 2 / (across**2 + down**2 + 1e-6)
    beams = Image.fromarray((70 * along**9).astype(np.uint8))
    vinyl = Image.new("L", (size, size))
    pen = ImageDraw.Draw(vinyl)
    for share, fill in ((0.99, 255), (_LABEL * 1.02, 0)):
        pen.circle((x * size, y * size), radius * share * size, fill=fill)
    return ImageChops.multiply(beams.resize((size, size), Image.Resampling.BICUBIC), vinyl)
