"""Pictures from outside made into JPEGs that every platform and player can show."""

from io import BytesIO
from pathlib import Path

__all__ = ["Unshowable", "jpeg_from"]

FORMATS = ("WEBP", "JPEG", "PNG", "GIF")

MOST_PIXELS = 40_000_000
"""A picture may claim any size in a few bytes; this many take 120 MB while they are looked at."""

QUALITY = 90


class Unshowable(Exception):
    """No picture that can be read, or one that is far too large."""


def jpeg_from(picture: Path, *, most_a_side: int) -> bytes:
    """The picture, made smaller if a side is longer than so many pixels. Raises Unshowable."""
    from PIL import Image  # noqa: PLC0415  # slow to import, and only songs need it

    try:
        with Image.open(picture, formats=FORMATS) as image:
            _check_size(*image.size)
            image.draft("RGB", (most_a_side, most_a_side))
            small = image.convert("RGB")
    except Exception as error:  # a broken picture makes Pillow raise anything
        raise Unshowable(repr(error)) from error
    small.thumbnail((most_a_side, most_a_side))
    jpeg = BytesIO()
    small.save(jpeg, "JPEG", quality=QUALITY)
    return jpeg.getvalue()


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise Unshowable(f"{width} x {height} pixels")
