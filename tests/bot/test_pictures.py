"""Covers come from outside: whatever they are, a song goes on."""

import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.playing.pictures import Unshowable, jpeg_from


def a_picture(form: str, mode: str = "RGB", size: tuple[int, int] = (90, 60)) -> bytes:
    picture = BytesIO()
    Image.new(mode, size, 200 if mode == "L" else "teal").save(picture, form)
    return picture.getvalue()


@pytest.mark.parametrize(
    ("form", "mode"),
    [("WEBP", "RGB"), ("WEBP", "RGBA"), ("PNG", "RGBA"), ("PNG", "L"), ("GIF", "P"), ("JPEG", "L")],
)
def test_every_kind_of_picture_becomes_a_jpeg(tmp_path: Path, form: str, mode: str) -> None:
    path = tmp_path / "cover"
    path.write_bytes(a_picture(form, mode))
    with Image.open(BytesIO(jpeg_from(path, most_a_side=600))) as jpeg:
        assert (jpeg.format, jpeg.mode, jpeg.size) == ("JPEG", "RGB", (90, 60))


def test_a_large_picture_is_made_smaller_in_its_shape(tmp_path: Path) -> None:
    path = tmp_path / "cover"
    path.write_bytes(a_picture("WEBP", size=(900, 600)))
    with Image.open(BytesIO(jpeg_from(path, most_a_side=300))) as jpeg:
        assert jpeg.size == (300, 200)


@pytest.mark.parametrize("side", [7_000, 12_000, 60_000])
def test_a_picture_that_claims_to_be_vast_is_never_unpacked(tmp_path: Path, side: int) -> None:
    path = tmp_path / "cover"
    path.write_bytes(a_png_that_claims(side))
    with pytest.raises(Unshowable):
        jpeg_from(path, most_a_side=600)


@given(
    st.sampled_from(["WEBP", "PNG", "JPEG", "GIF"]),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8),
    st.integers(0, 2000),
)
def test_a_broken_picture_is_told_and_nothing_else(
    form: str, changes: list[tuple[int, int]], length: int
) -> None:
    broken = bytearray(a_picture(form)[:length])
    for place, byte in changes:
        if place < len(broken):
            broken[place] = byte
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cover"
        path.write_bytes(broken)
        with suppress(Unshowable):
            assert jpeg_from(path, most_a_side=60)[:2] == b"\xff\xd8"


def a_png_that_claims(side: int) -> bytes:
    """A few hundred bytes, with checksums that hold."""
    head = side.to_bytes(4) * 2 + b"\x08\x02\0\0\0"
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)
        for name, data in chunks
    )
