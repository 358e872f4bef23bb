"""Takes that are looked at again, and audio that people name."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from soundverse.errors import FileLost, FileRefused
from soundverse.files import Files
from tests.guard import files
from tests.guard.shelf import Answer, Shelf, gives, gives_ranges, serving

SIZE = 10_000_000


@asynccontextmanager
async def shelf_of(answer: Answer) -> AsyncIterator[tuple[str, Files]]:
    async with (
        serving(Shelf(answers={"/a": [answer]})) as shelf,
        Files(origin=shelf.origin, key="k", hosts=(), reference_origins=[shelf.origin]) as known,
    ):
        yield f"{shelf.origin}/a", known


async def test_a_reference_that_can_be_used_is_taken() -> None:
    async with shelf_of(gives_ranges(files.mp3())) as (url, known):
        await known.check_reference(url)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (gives(b"<html>please log in</html>"), "not-audio"),
        (gives(files.picture("PNG")), "not-audio"),
        (gives_ranges(files.mp3() + bytes(SIZE)), "too-large"),
        (gives(b"", status=404), "unreachable"),
        (gives(b"", status=500), "unreachable"),
    ],
)
async def test_a_reference_that_cannot_be_used_says_why(answer: Answer, reason: str) -> None:
    async with shelf_of(answer) as (url, known):
        with pytest.raises(FileRefused) as refused:
            await known.check_reference(url)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://example.org/a.mp3", "not-https"),
        ("a song of mine", "not-https"),
        ("https://127.0.0.1/a.mp3", "not-public"),
        ("https://[::1]/a.mp3", "not-public"),
        ("https://2130706433/a.mp3", "not-public"),
        ("https://example.org:22/a.mp3", "not-public"),
        ("https://localhost/a.mp3", "not-public"),
    ],
)
async def test_a_reference_that_may_not_be_asked_for_says_why(url: str, reason: str) -> None:
    async with shelf_of(gives(files.mp3())) as (_, known):
        with pytest.raises(FileRefused) as refused:
            await known.check_reference(url)
    assert refused.value.reason == reason


async def test_a_reference_at_the_service_itself_is_no_exception() -> None:
    async with (
        serving(Shelf(answers={"/a": [gives(files.mp3())]})) as shelf,
        Files(origin=shelf.origin, key="k", hosts=("*",), reference_origins=()) as known,
    ):
        with pytest.raises(FileRefused):
            await known.check_reference(f"{shelf.origin}/a")
    assert shelf.asked == []


async def test_a_take_that_still_answers_can_be_extended() -> None:
    async with shelf_of(gives_ranges(files.mp3())) as (url, known):
        await known.check_result(url)


async def test_a_take_that_is_gone_is_lost() -> None:
    async with shelf_of(gives(b"", status=410)) as (url, known):
        with pytest.raises(FileLost):
            await known.check_result(url)


async def test_a_persons_file_never_sees_the_key() -> None:
    async with (
        serving(Shelf(answers={"/a": [gives_ranges(files.mp3())]})) as shelf,
        Files(origin=shelf.origin, key="k", hosts=(), reference_origins=[shelf.origin]) as known,
    ):
        await known.check_reference(f"{shelf.origin}/a")
        await known.check_result(f"{shelf.origin}/a")
    reference, result = shelf.asked
    assert "Authorization" not in reference.headers
    assert result.headers["Authorization"] == "Bearer k"
