"""A song's cover: a picture that suits its genre, with its title where the picture leaves room."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageStat

from houseband.covers.bars import bars
from houseband.covers.city import city
from houseband.covers.glow import glow
from houseband.covers.palettes import PALETTES, Colour, Palette
from houseband.covers.picture import Picture, Zone, with_grain
from houseband.covers.ridges import ridges
from houseband.covers.rings import rings
from houseband.covers.stripes import stripes
from houseband.covers.sun import sun
from houseband.covers.tiles import tiles
from houseband.covers.title import Layout, font, laid_out, readable
from houseband.dice import Dice

__all__ = ["chosen", "draw_cover", "title_layout"]

Design = Callable[[Palette, Dice, int], Picture]


def draw_cover(*, title: str, genre: str, seed: int, path: Path, size: int = 1024) -> None:
    """Draw a square WebP of `size` pixels a side; it appears whole or not at all.

    The same words and seed give the same picture. A title in letters that the font lacks is left
    off. An OSError is passed on.
    """
    dice = Dice(seed, genre, "cover")
    design, palette = chosen(genre, dice)
    picture = design(palette, dice, size)
    ink = _ink(picture, palette)
    image = with_grain(picture.image, np.random.default_rng(seed))
    _write(image, title_layout(title, picture.zone, size), ink)
    _save(image, path)


def chosen(genre: str, dice: Dice) -> tuple[Design, Palette]:
    """Throw for a design and colours that suit the genre; an unknown one gets any of the gentle ones."""
    designs, palettes = _SUITABLE.get(genre, _GENTLE)
    return dice.pick(designs), PALETTES[dice.pick(palettes.split())]


def title_layout(title: str, zone: Zone, size: int) -> Layout | None:
    """Say how a title stands on a cover so large. None when it is left off."""
    box = (zone.left * size, zone.top * size, zone.right * size, zone.bottom * size)
    largest, smallest = round(0.16 * size), round(0.036 * size)
    low = zone.top > 0.5
    return laid_out(readable(title), box, largest=largest, smallest=smallest, low=low)


_GENTLE = ((ridges, glow, stripes, tiles), "sea dusk peach night")
_SUITABLE: dict[str, tuple[tuple[Design, ...], str]] = {
    "pop": ((glow, sun, stripes, tiles), "peach rose mint"),
    "ballad": ((ridges, glow, rings), "rose night ice"),
    "rock": ((bars, rings, tiles, ridges), "mono clay bauhaus"),
    "folk": ((ridges, stripes), "forest clay mustard"),
    "jazz": ((tiles, rings, city), "sea night mustard"),
    "bossa nova": ((stripes, sun, tiles), "island sea mint peach"),
    "blues": ((rings, city, ridges), "sea night ice"),
    "soul": ((stripes, rings, glow), "mustard rose clay"),
    "funk": ((stripes, tiles, rings), "mustard bauhaus peach"),
    "hip-hop": ((city, rings, bars), "mono night clay"),
    "lo-fi": ((city, ridges, glow), "night dusk peach"),
    "house": ((bars, glow, tiles), "neon acid peach"),
    "drum and bass": ((bars, glow), "acid neon dusk"),
    "synthwave": ((sun, city), "neon dusk"),
    "ambient": ((glow, ridges), "ice sea mint night"),
    "cinematic": ((ridges, sun), "dusk night clay"),
    "reggae": ((sun, stripes), "island mint mustard"),
}
"""What may be drawn for a genre, and in which colours."""


def _ink(picture: Picture, palette: Palette) -> Colour:
    """Choose light or dark letters, whichever stand out more from what lies under them."""
    left, top, right, bottom = (round(edge * picture.image.width) for edge in picture.zone)
    under = picture.image.crop((left, top, right, bottom)).convert("L")
    return palette.dark if ImageStat.Stat(under).mean[0] > _HALFWAY else palette.light


_HALFWAY = 132


def _write(image: Image.Image, layout: Layout | None, ink: Colour) -> None:
    if layout is None:
        return
    draw = ImageDraw.Draw(image)
    for x, y, words in layout.lines:
        draw.text((x, y), words, fill=ink, font=font(layout.size), anchor="ls")


def _save(image: Image.Image, path: Path) -> None:
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            image.save(file, "WEBP", quality=86, method=2)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
