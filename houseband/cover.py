"""A song's cover: a picture that suits its genre and mood, with its title where the picture leaves room."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from houseband.covers.choice import Design, chosen
from houseband.covers.ink import inked
from houseband.covers.palettes import Colour, Palette
from houseband.covers.picture import Zone, with_grain
from houseband.covers.title import Layout, font, laid_out, readable
from houseband.dice import Dice

__all__ = ["Composition", "composed", "draw_cover", "title_layout"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A cover before its title is written, and how that will be."""

    ground: Image.Image
    layout: Layout | None
    ink: Colour

    def written(self) -> Image.Image:
        """Return the cover as it will be seen."""
        image = self.ground.copy()
        if self.layout is not None:
            draw, letters = ImageDraw.Draw(image), font(self.layout.face, self.layout.size)
            for x, y, words in self.layout.lines:
                draw.text((x, y), words, fill=self.ink, font=letters, anchor="ls")
        return image


def draw_cover(
    *,
    title: str,
    genre: str,
    seed: int,
    path: Path,
    valence: float = 0.0,
    energy: float = 0.5,
    size: int = 1024,
) -> None:
    """Draw a square WebP of `size` pixels a side; it appears whole or not at all.

    `valence` (-1 to 1) is how glad the song is, `energy` (0 to 1) how lively. The same words, mood
    and seed give the same picture. A title in letters that the fonts lack is left off, and the
    picture fills its room. An OSError is passed on.
    """
    dice = Dice(seed, genre, "cover")
    design, palette = chosen(genre, valence, energy, dice)
    _save(composed(design, palette, dice, title, size).written(), path)


def composed(design: Design, palette: Palette, dice: Dice, title: str, size: int) -> Composition:
    """Draw the picture and find the title's place and ink."""
    titled = readable(title) is not None
    picture = design(palette, dice, size, titled=titled)
    ground = with_grain(picture.image, np.random.default_rng(dice.between(0, 2**31)))
    layout = title_layout(title, picture.zone, size, picture.weight) if titled else None
    if layout is None:
        return Composition(ground=ground, layout=None, ink=palette.light)
    ground, ink = inked(ground, map(layout.box, layout.lines), palette)
    return Composition(ground=ground, layout=layout, ink=ink)


def title_layout(title: str, zone: Zone, size: int, weight: str = "Bold") -> Layout | None:
    """Say how a title stands on a cover so large. None when it is left off."""
    wording = readable(title, weight)
    if wording is None:
        return None
    box = (zone.left * size, zone.top * size, zone.right * size, zone.bottom * size)
    largest, smallest = round(0.16 * size), round(0.036 * size)
    return laid_out(wording, box, largest=largest, smallest=smallest, low=zone.top > 0.5)


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
