"""Event streams: from the bytes of a response to parsed documents, against httpx-sse.

Both sides read the same `httpx.Response` with the same cuts: 10 MB of the chunks that v7 and v6 send.
"""

import itertools
import json
import random
from collections.abc import Callable, Iterator
from time import perf_counter

import httpx
from httpx_sse import EventSource

from bench.row import Row, in_turns
from soundverse.sse import Decoder

MEGABYTES = 10
LONGEST_CUT = 4096
Document = dict[str, object]


def measure(rounds: int) -> list[Row]:
    cuts = list(_cut(_stream(MEGABYTES * 1_000_000)))
    assert _ours(cuts) == _theirs(cuts), "the two sides read different documents"
    ours, theirs = in_turns(lambda: _speed(_ours, cuts), lambda: _speed(_theirs, cuts), rounds)
    return [
        Row(
            name="event stream / httpx-sse",
            unit="MB/s",
            ours=ours,
            theirs=theirs,
            ratio_at_least=1.0,
        )
    ]


def _speed(read: Callable[[list[bytes]], list[Document]], cuts: list[bytes]) -> float:
    start = perf_counter()
    read(cuts)
    return MEGABYTES / (perf_counter() - start)


def _ours(cuts: list[bytes]) -> list[Document]:
    decoder, documents = Decoder(), []
    for data in _response(cuts).iter_bytes():
        documents += decoder.feed(data)
    return documents + decoder.end()


def _theirs(cuts: list[bytes]) -> list[Document]:
    return [event.json() for event in EventSource(_response(cuts)).iter_sse()]


class _Cuts(httpx.SyncByteStream):
    def __init__(self, cuts: list[bytes]) -> None:
        self._cuts = cuts

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._cuts)


def _response(cuts: list[bytes]) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=_Cuts(cuts))


def _cut(stream: bytes) -> Iterator[bytes]:
    """Cut anywhere, as a network does: in the middle of lines and of letters."""
    sizes = random.Random(7)  # noqa: S311  # no secret
    start = 0
    while start < len(stream):
        end = start + sizes.randint(1, LONGEST_CUT)
        yield stream[start:end]
        start = end


def _stream(size: int) -> bytes:
    """Repeat the chunks of one song of each kind until there is enough."""
    parts, total = [], 0
    for number, chunk in enumerate(itertools.cycle([*_V7, *_V6])):
        line = json.dumps({**chunk, "chunkIndex": number}, ensure_ascii=number % 2 == 0)
        parts.append(f"data: {line}\n\n".encode())
        total += len(parts[-1])
        if total >= size:
            break
    return b"".join(parts)


_WORDS = [
    {
        "section": section,
        "text": "Ein Lied für Ana, das die ganze Nacht nachklingt…\n" * 4,
        "start": start,
    }
    for start, section in enumerate(("Verse 1", "Chorus", "Verse 2", "Chorus"))
]
_COVER = "https://storage.soundverse.ai/covers/3f9a1c52-61f0-4a0e-8b8e-9a6c1f2d3e4f.webp"
_IDS: Document = {"message_id": "6a1e0c1c-6f7e-4c6e-9a54-0f6b8f0a7d11", "isComplete": False}
_NAMED: Document = {**_IDS, "album_art": _COVER, "song_name": "Für Ana"}
_TAKE: Document = {
    "audio_url": "https://storage.soundverse.ai/audio/0b7c9a55-5f1d-4d2c-9a43-d0c1a8f3c2aa.mp3",
    "audio_id": "0b7c9a55-5f1d-4d2c-9a43-d0c1a8f3c2aa",
    "duration": 183.4,
    "bpm": 118,
    "lyrics_sections": _WORDS,
}
_V7: list[Document] = [
    {"type": "job_created", "job_id": "c0ffee00-1234", **_IDS, "status": "processing"},
    {**_NAMED, "status": "validated", "operation": "song_generate", "content": "Request validated"},
    {**_IDS, "status": "streaming", "version": 1, "streaming_ready": True, "task_id": "t-1"},
    {**_IDS, "status": "uploading", "version": 1, "content": "Uploading audio..."},
    {**_IDS, "status": "completed", "version": 1, "tokens": 100, "totalTokens": 200, **_TAKE},
    {**_NAMED, "status": "completed", "isComplete": True, "total_versions": 2},
]
_V6: list[Document] = [
    {"isComplete": False, "status": "initializing"},
    {**_NAMED, "status": "validated"},
    *({**_NAMED, "status": "running", "progress": progress} for progress in range(2, 100, 2)),
    {**_NAMED, "status": "completed", "progress": 100, **_TAKE},
    {**_IDS, "status": "completed", "version": 1, "lyrics_sections": _WORDS},
]
