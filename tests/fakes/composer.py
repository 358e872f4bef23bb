"""A composer that plays what the test has written down, and keeps a book of what it was asked."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import lameenc
from PIL import Image

from guard.content import Kind
from soundverse.calls import Call, Version
from soundverse.errors import FileLost, FileRefused, SoundverseError
from soundverse.events import Accepted, Event, Finished, Ids, Validated
from tests.makers import a_take

COVER = "https://storage.soundverse.ai/rain.webp"
WHOLE_SONG: tuple[Event | SoundverseError, ...] = (
    Accepted(ids=Ids(job_id="j", message_id="m")),
    Validated(title="Rain", cover_url=COVER),
    a_take(1),
    a_take(2),
    Finished(),
)


class ScriptedComposer:
    """Each song reports the script's events; an error in it is raised there.

    `hold_before` n makes every song wait before its n-th event until `go_on` is set.
    """

    def __init__(self, *script: Event | SoundverseError) -> None:
        self.script = script or WHOLE_SONG
        self.after_restart = self.script
        self.hold_before: int | None = None
        self.go_on = asyncio.Event()
        self.book: list[tuple[Call, str]] = []
        self.resumed: list[Ids] = []
        self.missing: set[str] = set()
        self.unsuitable: set[str] = set()
        self.fetched: list[str] = []
        """What people had attached."""
        self.sound = an_mp3()
        self.slow_cover: asyncio.Event | None = None
        self.at_once = 0
        self.most_at_once = 0

    async def compose(self, call: Call, *, idempotency_key: str) -> AsyncGenerator[Event]:
        self.book.append((call, idempotency_key))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            async for event in self._played(self.script):
                yield event
        finally:
            self.at_once -= 1

    async def resume(
        self, ids: Ids, *, version: Version, deadline: datetime | None = None
    ) -> AsyncGenerator[Event]:
        assert version in {"v6", "v7"}
        assert deadline is None or deadline.tzinfo
        self.resumed.append(ids)
        async for event in self._played(self.after_restart):
            yield event

    async def check_reference(self, url: str) -> None:
        if url in self.missing:
            raise FileRefused("404", reason="unreachable")

    async def fetch_reference(self, url: str, path: Path) -> str:
        if url in self.missing:
            raise FileRefused("404", reason="unreachable")
        if url in self.unsuitable:
            raise FileRefused("a picture", reason="not-audio")
        self.fetched.append(url)
        await asyncio.to_thread(path.write_bytes, self.sound)
        return "audio/mpeg"

    async def check_take(self, url: str) -> None:
        if url in self.missing:
            raise FileLost("404")

    async def fetch(self, url: str, path: Path, *, kind: Kind) -> None:
        if url in self.missing:
            raise FileLost("404")
        if kind == "image" and self.slow_cover:
            await self.slow_cover.wait()
        content = a_picture() if kind == "image" else self.sound
        await asyncio.to_thread(path.write_bytes, content)

    async def _played(self, script: tuple[Event | SoundverseError, ...]) -> AsyncGenerator[Event]:
        for number, event in enumerate(script):
            if number == self.hold_before:
                await self.go_on.wait()
            if isinstance(event, SoundverseError):
                raise event
            yield event


@cache
def an_mp3() -> bytes:
    """Half a second of silence, as LAME makes it."""
    encoder = lameenc.Encoder()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(44_100)
    encoder.silence()
    return bytes(encoder.encode(bytes(44_100)) + encoder.flush())


@cache
def a_picture() -> bytes:
    picture = BytesIO()
    Image.new("RGB", (64, 64), "teal").save(picture, "WEBP")
    return picture.getvalue()
