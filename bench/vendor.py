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

__all__ = ["Plan", "Times", "vendor"]

Times = dict[tuple[str, int], int]
"""Moments in monotonic nanoseconds, by a song's title and how many percent of it were reported."""

HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is played: v6 songs by the name of their prompt, at most 100 events each."""

    songs: int = 1
    """So many are waited for and then played in step."""
    events: int = 100
    apart_seconds: float = 0.02
    is_renamed: bool = False
    """With each event the song has another title."""


@contextmanager
def vendor(plan: Plan) -> Iterator[tuple[str, Connection]]:
    """Start it: its URL, and a pipe that gives the `Times` of each set of songs that has ended."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(plan, theirs), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}", ours
    finally:
        process.terminate()
        process.join()


def _serve(plan: Plan, pipe: Connection) -> None:
    asyncio.run(_Vendor(plan, pipe).serve())


class _Vendor:
    def __init__(self, plan: Plan, pipe: Connection) -> None:
        self._plan = plan
        self._pipe = pipe
        self._lines: dict[str, asyncio.StreamWriter] = {}
        self._are_all_here = asyncio.Event()

    async def serve(self) -> None:
        songs = self._plan.songs
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0, backlog=songs)
        async with server:
            self._pipe.send(server.sockets[0].getsockname()[1])
            while True:
                await self._are_all_here.wait()
                self._are_all_here.clear()
                self._pipe.send(await self._play())

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        assert length
        name = json.loads(await reader.readexactly(int(length[1])))["prompt"]
        writer.write(HEAD)
        _send(writer, {"message_id": name, "status": "validated", "song_name": name})
        self._lines[name] = writer
        if len(self._lines) == self._plan.songs:
            self._are_all_here.set()

    async def _play(self) -> Times:
        """All events of the songs that stand open. One comes to each song before any has another."""
        lines, self._lines = self._lines, {}
        times: Times = {}
        for percent in range(1, self._plan.events + 1):
            await asyncio.sleep(self._plan.apart_seconds)
            for name, writer in lines.items():
                title = f"{name}, {percent}" if self._plan.is_renamed else name
                times[title, percent] = _report(writer, name, title, percent)
        await asyncio.sleep(self._plan.apart_seconds)
        for name, writer in lines.items():
            _send(writer, {"message_id": name, "status": "failed", "isComplete": True})
            writer.write(b"0\r\n\r\n")
        return times


def _report(writer: asyncio.StreamWriter, name: str, title: str, percent: int) -> int:
    return _send(
        writer, {"message_id": name, "status": "running", "song_name": title, "progress": percent}
    )


def _send(writer: asyncio.StreamWriter, chunk: dict[str, object]) -> int:
    """Write one event at once; the time before it left."""
    event = f"data: {json.dumps(chunk)}\n\n".encode()
    framed = b"%x\r\n%b\r\n" % (len(event), event)
    now = time.monotonic_ns()
    writer.write(framed)
    return now
