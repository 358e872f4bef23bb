"""A canned Soundverse in a process of its own: it goes on composing whoever dies, and keeps a book.

`python -m tests.torture.composer FOLDER` prints its port, and ends when its stdin does.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from aiohttp import web

from tests.torture.book import Book
from tests.torture.plans import Plan, plan_for, title_for
from tests.torture.sounds import SECONDS, cover, music

__all__ = ["composing"]

Json = dict[str, Any]

BEATS = 96


@asynccontextmanager
async def composing(folder: Path) -> AsyncIterator[tuple[str, Book]]:
    """Start it: its address, and its book."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.torture.composer", str(folder)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    try:
        port = int(await process.stdout.readline())
        yield f"http://127.0.0.1:{port}", Book(folder / "book.jsonl")
    finally:
        process.stdin.close()
        await process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class Song:
    """One that was accepted."""

    key: str
    plan: Plan
    began_at: float

    @property
    def seconds(self) -> float:
        """Since it was accepted."""
        return monotonic() - self.began_at

    @property
    def names(self) -> Json:
        return {"job_id": f"job-{self.plan.number}", "message_id": f"message-{self.plan.number}"}


class Composer:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._songs: dict[int, Song] = {}
        self._url = ""
        self._billing = set[asyncio.Task[None]]()

    async def serve(self) -> None:
        app = web.Application()
        app.router.add_post("/{path:.*}", self._generate)
        app.router.add_get("/v7/status", self._status)
        app.router.add_get("/status/{path:.*}", self._status)
        app.router.add_get("/files/{name}", self._file)
        runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        self._url = f"http://127.0.0.1:{port}"
        print(port, flush=True)  # noqa: T201  # for whoever started it
        await asyncio.to_thread(sys.stdin.buffer.read)
        await runner.cleanup()

    async def _generate(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        key, prompt = request.headers["Idempotency-Key"], body["prompt"]
        plan = plan_for(prompt)
        self._book.note("asked", key, prompt)
        assert request.transport
        if plan.fate == "cut-before":
            request.transport.abort()
            return web.Response()
        if plan.fate == "declined":
            return web.json_response({"detail": "NSFW words detected: rain"}, status=400)
        song = self._accept(key, prompt, plan)
        if plan.fate == "cut-after":
            request.transport.abort()
            return web.Response()
        return await self._stream(request, song)

    def _accept(self, key: str, prompt: str, plan: Plan) -> Song:
        song = Song(key=key, plan=plan, began_at=monotonic())
        self._book.note("accepted", key, prompt)
        self._songs[plan.number] = song
        billing = asyncio.create_task(self._bill(song, prompt))
        self._billing.add(billing)
        billing.add_done_callback(self._billing.discard)
        return song

    async def _bill(self, song: Song, prompt: str) -> None:
        await asyncio.sleep(song.plan.validated - song.seconds)
        self._book.note("billed", song.key, prompt)

    async def _stream(self, request: web.Request, song: Song) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await _say(response, self._first(request.path, song))
        assert request.transport
        if song.plan.fate == "cut-midway":
            request.transport.abort()
            return response
        await asyncio.sleep(song.plan.validated - song.seconds)
        await _say(response, {"status": "validated", **song.names, **self._facts(song)})
        told, is_over = 0, False
        while not is_over:
            await asyncio.sleep(0.05)
            is_over = song.plan.is_over(song.seconds)
            ready = song.plan.versions(song.seconds)
            for version in ready[told:]:
                await _say(response, {"status": "completed", **self._take(song, version)})
            told = len(ready)
        await _say(response, self._end(song))
        return response

    def _first(self, path: str, song: Song) -> Json:
        """v6 names a song only once it is billed."""
        if path.startswith("/v6/"):
            return {"status": "initializing"}
        return {"type": "job_created", "status": "processing", **song.names}

    def _end(self, song: Song) -> Json:
        """The last chunk, with every take in it that wasn't told."""
        if song.plan.fate == "fails":
            return {"status": "failed", "error": True, "detail": "no luck", "isComplete": True}
        takes = [self._take(song, version) for version in song.plan.versions(song.seconds)]
        whole = {"status": "completed", "isComplete": True, "total_versions": len(takes)}
        return {**whole, "audio_data": takes, **takes[-1]}

    async def _status(self, request: web.Request) -> web.StreamResponse:
        asked = request.query.get("job_id") or request.path
        song = self._songs.get(int(asked.rpartition("-")[2]))
        if song is None:
            raise web.HTTPNotFound
        plan, seconds = song.plan, song.seconds
        facts = self._facts(song) if seconds >= plan.validated else {}
        takes = [self._take(song, version) for version in plan.versions(seconds)]
        if not plan.is_over(seconds):
            word: Json = {"status": "processing"}
        elif plan.fate == "fails":
            word = {"status": "failed", "error": True, "detail": "no luck"}
        else:
            word = {"status": "completed"}
        return web.json_response({**song.names, **facts, **word, "audio_data": takes})

    def _facts(self, song: Song) -> Json:
        number = song.plan.number
        return {"song_name": title_for(number), "album_art": f"{self._url}/files/{number}.webp"}

    def _take(self, song: Song, version: int) -> Json:
        number = song.plan.number
        return {
            "version": version,
            "song_name": title_for(number),
            "audio_url": f"{self._url}/files/{number}-{version}.mp3",
            "duration": SECONDS,
            "bpm": BEATS,
            "isComplete": False,
        }

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name, _, ending = request.match_info["name"].rpartition(".")
        if ending == "webp":
            return web.Response(body=cover(), content_type="image/webp")
        number, version = map(int, name.split("-"))
        return web.Response(body=music(number, version), content_type="audio/mpeg")


async def _say(response: web.StreamResponse, chunk: Json) -> None:
    await response.write(f"data: {json.dumps({'isComplete': False, **chunk})}\n\n".encode())


def main() -> None:
    asyncio.run(Composer(Book(Path(sys.argv[1]) / "book.jsonl")).serve())


if __name__ == "__main__":
    main()
