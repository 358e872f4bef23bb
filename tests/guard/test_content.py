import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.content import media_type
from tests.guard import files


def kind_of(data: bytes, *, whole: bool = True) -> str | None:
    return media_type(io.BytesIO(data), whole=whole)


AUDIO: dict[str, tuple[Callable[[], bytes], str]] = {
    "mp3 with Info header": (files.mp3, "audio/mpeg"),
    "bare mp3": (files.bare_mp3, "audio/mpeg"),
    "tagged mp3": (lambda: files.tagged(files.mp3()), "audio/mpeg"),
    "mp3 with a tag at the end": (lambda: files.mp3() + b"TAG" + bytes(125), "audio/mpeg"),
    "wav": (files.wav, "audio/wav"),
    "flac": (lambda: files.sound("FLAC"), "audio/flac"),
    "tagged flac": (lambda: files.tagged(files.sound("FLAC")), "audio/flac"),
    "ogg": (lambda: files.sound("OGG"), "audio/ogg"),
    "m4a": (files.m4a, "audio/mp4"),
}
PICTURES = {form: (form, f"image/{form.lower()}") for form in ("PNG", "JPEG", "WEBP", "GIF")}


@pytest.mark.parametrize("name", AUDIO)
def test_audio_is_known_by_its_bytes(name: str) -> None:
    make, expected = AUDIO[name]
    assert kind_of(make()) == expected


@pytest.mark.parametrize("name", [name for name in AUDIO if name != "tagged flac"])
def test_audio_is_known_by_its_beginning(name: str) -> None:
    make, expected = AUDIO[name]
    assert kind_of(make()[:2_000], whole=False) == expected


@pytest.mark.parametrize("name", ["mp3 with Info header", "tagged mp3", "wav", "m4a"])
def test_audio_that_was_cut_short_is_none(name: str) -> None:
    data = AUDIO[name][0]()
    assert kind_of(data[: len(data) * 2 // 3]) is None


@pytest.mark.parametrize(("form", "expected"), PICTURES.values())
def test_a_picture_is_known_by_its_bytes(form: str, expected: str) -> None:
    assert kind_of(files.picture(form)) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!doctype html><html>",
        b'{"detail": "not found"}',
        b"\xff\xfb",
        b"\xff" * 5_000,
        b"ID3\x04\x00\x00\x00\x00\x00\x0anothing more",
        b"RIFF\x00\x00\x00\x00AVI ",
        b"%PDF-1.7",
        files.m4a(brand=b"avif"),
        bytes(10_000),
    ],
)
def test_anything_else_is_nothing(data: bytes) -> None:
    assert kind_of(data) is None


@given(
    st.sampled_from([b"", b"RIFF", b"ID3\x04\x00\x10", b"\xff\xfb\x90", b"\x00\x00\x00\x08ftyp"]),
    st.binary(max_size=200),
    st.booleans(),
)
def test_no_bytes_can_break_it(start: bytes, rest: bytes, whole: bool) -> None:
    found = kind_of(start + rest, whole=whole)
    assert found is None or found.startswith(("audio/", "image/"))
