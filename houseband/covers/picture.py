"""What designs draw with. Places and lengths are shares of the cover's side, from its top left corner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from houseband.covers.palettes import Colour

__all__ = ["Pen", "Picture", "Zone", "glowing", "gradient", "with_grain"]

_FINE = 3
"""Shapes are drawn so many times larger and then reduced, which smooths their edges."""


class Zone(NamedTuple):
    """A rectangle that a design leaves quiet, for the title."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A cover but for its title."""

    image: Image.Image
    zone: Zone
    weight: str = "Bold"
    """Of the title's letters: `Bold`, or `Medium` where the picture is made of fine lines."""


class Pen:
    """Draws smooth shapes over a background."""

    def __init__(self, background: Image.Image) -> None:
        self._side = background.width * _FINE
        self._sheet = background.resize((self._side, self._side), Image.Resampling.NEAREST)
        self._draw = ImageDraw.Draw(self._sheet)

    def polygon(self, points: Iterable[tuple[float, float]], colour: Colour) -> None:
        """Fill a shape with straight edges."""
        self._draw.polygon([(x * self._side, y * self._side) for x, y in points], fill=colour)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """Fill a rectangle."""
        corners = [round(edge * self._side) for edge in (left, top, right, bottom)]
        if corners[2] > corners[0] and corners[3] > corners[1]:
            self._draw.rectangle((*corners[:2], corners[2] - 1, corners[3] - 1), fill=colour)

    def pill(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """Fill a rectangle with round ends."""
        corners = [edge * self._side for edge in (left, top, right, bottom)]
        radius = min(corners[2] - corners[0], corners[3] - corners[1]) / 2
        self._draw.rounded_rectangle(tuple(corners), radius=radius, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self._draw.circle((x * self._side, y * self._side), radius * self._side, fill=colour)

    def slice(
        self, x: float, y: float, radius: float, degrees: tuple[int, int], colour: Colour
    ) -> None:
        """Fill a part of a circle, clockwise from three o'clock."""
        place = [(x - radius), (y - radius), (x + radius), (y + radius)]
        self._draw.pieslice([edge * self._side for edge in place], *degrees, fill=colour)

    def line(self, points: Sequence[tuple[float, float]], width: float, colour: Colour) -> None:
        """Draw a line from point to point, round at its joints and ends."""
        places = [(x * self._side, y * self._side) for x, y in points]
        thick = max(1, round(width * self._side))
        self._draw.line(places, fill=colour, width=thick, joint="curve")
        if thick > 5:
            for place in (places[0], places[-1]):
                self._draw.circle(place, (thick - 1) / 2, fill=colour)

    def arc(
        self,
        x: float,
        y: float,
        radius: float,
        degrees: tuple[float, float],
        *,
        width: float,
        colour: Colour,
    ) -> None:
        """Draw a part of a ring inwards from `radius`, clockwise from three o'clock."""
        place = [(x - radius), (y - radius), (x + radius), (y + radius)]
        thick = max(1, round(width * self._side))
        self._draw.arc([edge * self._side for edge in place], *degrees, fill=colour, width=thick)

    def done(self) -> Image.Image:
        """Return the drawing in its own size."""
        return self._sheet.reduce(_FINE)


def gradient(size: int, stops: Iterable[tuple[float, Colour]]) -> Image.Image:
    """Fill a square from top to bottom with colours that begin at the heights given."""
    heights, colours = zip(*stops, strict=True)
    rows = (np.arange(size) + 0.5) / size
    column = np.stack(
        [np.interp(rows, heights, channel) for channel in zip(*colours, strict=True)], 1
    )
    pixels = np.broadcast_to(np.rint(column)[:, None].astype(np.uint8), (size, size, 3))
    return Image.fromarray(np.ascontiguousarray(pixels))


def glowing(
    image: Image.Image, x: float, y: float, radius: float, colour: Colour, strength: float
) -> Image.Image:
    """Add a soft light whose brightness falls to a third at `radius`."""
    steps = (np.arange(128) + 0.5) / 128
    squares = (steps[None, :] - x) ** 2 + (steps[:, None] - y) ** 2
    light = Image.fromarray((strength * np.exp(-squares / radius**2)).astype(np.float32))
    full = np.asarray(light.resize(image.size, Image.Resampling.BICUBIC))
    mask = Image.fromarray(np.clip(full * 255, 0, 255).astype(np.uint8))
    image.paste(colour, mask=mask)
    return image


def with_grain(image: Image.Image, rng: np.random.Generator, strength: float = 2.5) -> Image.Image:
    """Add a film's grain, which also hides the steps of a gradient. `strength` is in 255ths."""
    noise = rng.standard_normal((image.height, image.width, 1), dtype=np.float32) * strength
    return Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))
