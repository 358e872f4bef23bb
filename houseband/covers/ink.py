"""A title that can be read: light or dark letters, and a veil under them where neither is clear enough."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from houseband.covers.palettes import Colour, Palette, contrast, luminance
from houseband.covers.title import Box

__all__ = ["inked"]

_CLEAR = 4.7
"""The least contrast, by WCAG's measure; its own bound for text is 4.5, and compressing costs a little."""
_VEILS = (0.0, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92)
_WORST = 1.0
"""So many percent of the ground may be worse: single grains."""


def inked(
    ground: Image.Image, boxes: Iterable[Box], palette: Palette
) -> tuple[Image.Image, Colour]:
    """Choose letters for the places given, in pixels; return what they stand on, veiled if need be."""
    places = [_widened(box, ground.width) for box in boxes]
    ink = max((palette.light, palette.dark), key=lambda colour: _contrast(ground, places, colour))
    veil = palette.dark if ink == palette.light else palette.light
    for strength in _VEILS:
        veiled = _veiled(ground, places, veil, strength) if strength else ground
        if _contrast(veiled, places, ink) >= _CLEAR:
            return veiled, ink
    return _veiled(ground, places, veil, 1.0), ink


def _widened(box: Box, size: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    edge = 0.008 * size
    return (
        max(0, round(left - edge)),
        max(0, round(top - edge)),
        min(size, round(right + edge)),
        min(size, round(bottom + edge)),
    )


def _contrast(
    ground: Image.Image, places: Iterable[tuple[int, int, int, int]], ink: Colour
) -> float:
    """Return the contrast where it is least, 1 to 21."""
    under = np.concatenate([_luminances(np.asarray(ground.crop(box))).ravel() for box in places])
    letters = luminance(ink)
    low, high = np.percentile(under, (_WORST, 100 - _WORST))
    return contrast(letters, float(high if letters > np.median(under) else low))


def _luminances(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    return np.asarray(_LINEAR[pixels] @ np.array([0.2126, 0.7152, 0.0722], np.float32))


_LINEAR = np.array([luminance(Colour(step, step, step)) for step in range(256)], np.float32)


def _veiled(
    ground: Image.Image, places: list[tuple[int, int, int, int]], veil: Colour, strength: float
) -> Image.Image:
    """Let a colour come up, softly, from the edge of the cover that the title is nearest to."""
    size = ground.height
    top, bottom = min(box[1] for box in places), max(box[3] for box in places)
    rows = np.arange(size)
    from_edge = bottom - rows if top + bottom < size else rows - top
    share = np.clip(1 + from_edge / (0.14 * size), 0, 1)
    column = (255 * strength * share * share * (3 - 2 * share)).astype(np.uint8)
    veiled = ground.copy()
    veiled.paste(veil, mask=Image.fromarray(np.repeat(column[:, None], ground.width, axis=1)))
    return veiled
