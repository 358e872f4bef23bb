"""A Soundverse on a loopback socket that really listens to the audio that songs are to be made from."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.composer import a_picture, an_mp3

INPUTS = ("reference_url", "instrumental_url", "vocal_url", "melody_url", "audio_url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One input of one request: what it was asked as, where it lay, and what came."""

    field: str
    url: str
    sound: bytes


@dataclass(kw_only=True)
class Listener:
    """Makes the same two takes of whatever it hears. A stream stops after its cover until `go_on`."""

    url: str = ""
    heard: list[Heard] = field(default_factory=list)
    requests: int = 0
    busy: int = 0
    """So many requests are told to come later, much later."""
    takes: list[bytes] = field(default_factory=lambda: [an_mp3(), an_mp3()])
    lost: set[int] = field(default_factory=set)
    """Requests whose takes are there no longer."""
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def settings(self) -> dict[str, str]:
        """Of a Busker that asks it, for whole answers."""
        return {
            "BUSKER_COMPOSER": "soundverse",
            "SOUNDVERSE_BASE_URL": self.url,
            "SOUNDVERSE_API_KEY": "sksoundverse_test",
            "SOUNDVERSE_MODE": "sync",
        }

    async def compose(self, request: web.Request) -> web.StreamResponse:
        self.requests += 1
        if self.busy:
            self.busy -= 1
            body = {"detail": "Too many requests"}
            return web.json_response(body, status=429, headers={"Retry-After": "3600"})
        body = await request.json()
        async with aiohttp.ClientSession() as line:
            for name in INPUTS:
                if url := body.get(name):
                    async with line.get(url) as answer:
                        sound = await answer.read() if answer.ok else b""
                    self.heard.append(Heard(field=name, url=url, sound=sound))
        facts: dict[str, Any] = {
            "job_id": f"job-{self.requests}",
            "message_id": f"message-{self.requests}",
            "album_art": f"{self.url}/cover.webp",
            "song_name": f"Echo {self.requests}",
        }
        if request.path.endswith("/sync"):
            return web.json_response({**facts, "audio_data": self._takes()})
        return await self._streamed(request, facts)

    async def take(self, request: web.Request) -> web.Response:
        version = int(request.match_info["version"])
        if int(request.match_info["request"]) in self.lost:
            raise web.HTTPNotFound
        return web.Response(body=self.takes[version - 1], content_type="audio/mpeg")

    async def cover(self, _: web.Request) -> web.Response:
        return web.Response(body=a_picture(), content_type="image/webp")

    async def _streamed(self, request: web.Request, facts: dict[str, Any]) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        first, *others = (
            {**facts, "status": "validated", "isComplete": False},
            *({**take, "status": "completed", "isComplete": False} for take in self._takes()),
            {**facts, "status": "completed", "isComplete": True, "total_versions": 2},
        )
        await response.write(_chunk(first, 0))
        await self.go_on.wait()
        for number, each in enumerate(others, start=1):
            await response.write(_chunk(each, number))
        return response

    def _takes(self) -> list[dict[str, Any]]:
        at = f"{self.url}/takes/{self.requests}"
        return [
            {"version": version, "audio_url": f"{at}/{version}.mp3", "duration": 20.0}
            for version in (1, 2)
        ]


@asynccontextmanager
async def listening() -> AsyncIterator[Listener]:
    listener = Listener()
    app = web.Application()
    app.router.add_post("/{path:.*}", listener.compose)
    app.router.add_get("/takes/{request}/{version}.mp3", listener.take)
    app.router.add_get("/cover.webp", listener.cover)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    listener.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield listener
    finally:
        listener.go_on.set()
        await runner.cleanup()


def _chunk(document: dict[str, Any], number: int) -> bytes:
    return f"data: {json.dumps({**document, 'chunkIndex': number})}\n\n".encode()
