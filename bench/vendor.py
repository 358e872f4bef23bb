"""A stand-in for Soundverse that knows when each event left. It runs in a process of its own."""

import asyncio
import json
import multiprocessing
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

from tests.fakes.composer import a_picture, an_mp3

__all__ = ["News", "Plan", "Times", "delays", "vendor"]

News = tuple[str, int | None]
"""What an event says: the song's title, and how many percent of it are done."""
Times = dict[News, int]
"""Moments in monotonic nanoseconds."""

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is played: v6 songs, each titled as its prompt."""

    songs: int = 1
    """So many are waited for and then played in step."""
    events: int
    """For each song; at most 100."""
    rest_seconds: float = 0
    """Between the last song's beginning and the first event."""
    apart_seconds: float
    stagger_seconds: float = 0
    """Between one song's event and the next one's, where they don't all come at once."""
    has_titles: bool = False
    """Each event brings another title, instead of a higher number."""
    has_takes: bool = False
    """Songs end with both takes and a cover, instead of failing."""


@contextmanager
def vendor(plan: Plan) -> Iterator[tuple[str, Connection]]:
    """Start it: its URL, and a pipe that gives the `Times` of each set of songs that has ended."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(plan, theirs), daemon=True)
    process.start()
    theirs.close()  # so that a vendor that died is an end of file
    try:
        yield f"http://127.0.0.1:{ours.recv()}", ours
    finally:
        process.terminate()
        process.join()


def delays(sent: Times, arrived: Times) -> list[float]:
    """Milliseconds that each event took. Raises KeyError for one that didn't arrive."""
    return [(arrived[event] - left) / 1e6 for event, left in sent.items()]


def _serve(plan: Plan, pipe: Connection) -> None:
    asyncio.run(_Vendor(plan, pipe).serve())


class _Vendor:
    def __init__(self, plan: Plan, pipe: Connection) -> None:
        self._plan = plan
        self._pipe = pipe
        self._lines: dict[str, asyncio.StreamWriter] = {}
        self._are_all_here = asyncio.Event()
        self._url = ""

    async def serve(self) -> None:
        songs = self._plan.songs
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0, backlog=songs)
        async with server:
            port = server.sockets[0].getsockname()[1]
            self._url = f"http://127.0.0.1:{port}"
            self._pipe.send(port)
            while True:
                await self._are_all_here.wait()
                self._are_all_here.clear()
                self._pipe.send(await self._play())

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        if head.startswith(b"GET "):
            await _hand_over(head, writer)
            return
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        assert length
        name = json.loads(await reader.readexactly(int(length[1])))["prompt"]
        writer.write(HEAD)
        begun = {"message_id": name, "status": "validated", "song_name": name}
        _send(
            writer,
            begun | ({"album_art": f"{self._url}/cover.webp"} if self._plan.has_takes else {}),
        )
        self._lines[name] = writer
        if len(self._lines) == self._plan.songs:
            self._are_all_here.set()

    async def _play(self) -> Times:
        """All events of the songs that stand open. One comes to each song before any has another."""
        lines, self._lines = self._lines, {}
        times: Times = {}
        await asyncio.sleep(self._plan.rest_seconds)
        for number in range(1, self._plan.events + 1):
            await asyncio.sleep(self._plan.apart_seconds)
            for name, writer in lines.items():
                news = (f"{name}, {number}", None) if self._plan.has_titles else (name, number)
                times[news] = _report(writer, *news)
                if self._plan.stagger_seconds:
                    await asyncio.sleep(self._plan.stagger_seconds)
        await asyncio.sleep(self._plan.apart_seconds)
        for name, writer in lines.items():
            self._end(name, writer)
        return times

    def _end(self, name: str, writer: asyncio.StreamWriter) -> None:
        if self._plan.has_takes:
            for version in (1, 2):
                take = f"{self._url}/take{version}.mp3"
                done = {"message_id": name, "status": "completed", "song_name": name}
                _send(writer, done | {"version": version, "audio_url": take, "progress": 100})
            _send(writer, {"message_id": name, "status": "completed", "isComplete": True})
        else:
            _send(writer, {"status": "failed", "isComplete": True})
        writer.write(b"0\r\n\r\n")


async def _hand_over(head: bytes, writer: asyncio.StreamWriter) -> None:
    """A take, or the cover."""
    is_take = b".mp3 " in head
    content, kind = (an_mp3(), b"audio/mpeg") if is_take else (a_picture(), b"image/webp")
    writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
        % (kind, len(content))
    )
    writer.write(content)
    await writer.drain()
    writer.close()


def _report(writer: asyncio.StreamWriter, title: str, percent: int | None) -> int:
    return _send(writer, {"status": "running", "song_name": title, "progress": percent})


def _send(writer: asyncio.StreamWriter, chunk: dict[str, object]) -> int:
    """Write one event at once; the time before it left."""
    event = f"data: {json.dumps(chunk)}\n\n".encode()
    framed = b"%x\r\n%b\r\n" % (len(event), event)
    now = time.monotonic_ns()
    writer.write(framed)
    return now
