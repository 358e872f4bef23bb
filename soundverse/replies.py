"""Reading the answer to a generation: the same address may give a stream, one JSON document, or neither."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from functools import partial

from soundverse import fields
from soundverse.errors import Misshapen, SoundverseError
from soundverse.events import Event
from soundverse.sse import Decoder, Document
from soundverse.status import read_status
from soundverse.v6 import V6Decoder
from soundverse.v7 import V7Decoder

__all__ = ["MOST_BYTES", "Ending", "Reader", "body_of", "seconds_until"]


class Ending(Enum):
    """How an answer ended."""

    COMPLETE = auto()
    SILENT = auto()
    CUT = auto()


MOST_BYTES = 1 << 20
"""Of a whole answer. Real ones hold two takes with their lyrics."""
_BOM = b"\xef\xbb\xbf"


class Reader:
    """Takes an answer's bytes as they come and gives events. Its first bytes decide how they are read."""

    def __init__(self, decoder: V7Decoder | V6Decoder) -> None:
        self._decoder = decoder
        self._song = decoder.song
        self._stream = Decoder()
        self._whole = bytearray()
        self._is_stream: bool | None = None
        self._repeats = _Repeats()

    @property
    def is_done(self) -> bool:
        """Nothing more in this answer matters."""
        return self._song.is_finished or self._song.is_over

    @property
    def skipped(self) -> int:
        """How many events couldn't be read."""
        return self._stream.skipped

    def feed(self, data: bytes) -> Iterator[Event]:
        """Raises a SoundverseError, after what was known before it, when the song ends without a take."""
        if self._is_stream is None and (data := data.removeprefix(_BOM).lstrip()):
            self._is_stream = _is_stream(data)
        if self._is_stream:
            yield from self._read(self._stream.feed(data))
        else:
            self._keep(data)

    def end(self, ending: Ending) -> Iterator[Event]:
        """What the end means. The song may go on after it, and has to be asked for by its id then."""
        if self._is_stream:
            yield from self._read(self._stream.end())
            is_clean = ending is not Ending.CUT
            yield from self._told(partial(self._decoder.end_of_stream, is_clean=is_clean))
        elif ending is Ending.COMPLETE and self._whole.strip():
            yield from self._told(self._read_whole)

    def _read(self, documents: Iterable[Document]) -> Iterator[Event]:
        for document in documents:
            if self._repeats.is_only_number(document):
                self._song.progress(fields.percent(document.get("progress")))
                yield from self._song.news()
            else:
                yield from self._told(partial(self._decoder.feed, document))

    def _keep(self, data: bytes) -> None:
        self._whole += data
        if len(self._whole) > MOST_BYTES:
            raise Misshapen("too long")

    def _read_whole(self) -> list[Event]:
        read_status(body_of(bytes(self._whole)), self._song)
        return self._song.news()

    def _told(self, tell: Callable[[], list[Event]]) -> Iterator[Event]:
        try:
            yield from tell()
        except SoundverseError:
            yield from self._song.news()
            raise


_AT_WORK = frozenset({"status", "progress", "song_name", "album_art", "message_id", "job_id"})


class _Repeats:
    """Knows a chunk that says what the one before it said, but for how far the song is. Most do."""

    def __init__(self) -> None:
        self._last: Document = {}

    def is_only_number(self, document: Document) -> bool:
        """Whether nothing else can be new in it. Ends and failures are always looked at as a whole."""
        rest = {**document, "progress": None}
        is_same = rest == self._last
        if not is_same:
            is_at_work = rest.get("status") == "running" and _AT_WORK.issuperset(rest)
            self._last = rest if is_at_work else {}
        return is_same


def body_of(content: bytes) -> object:
    """JSON where it is JSON, else text."""
    decoded = content.decode("utf-8-sig", "replace")
    try:
        return json.loads(decoded)
    except (ValueError, RecursionError):
        return decoded


def seconds_until(retry_after: str | None, now: datetime) -> float | None:
    """`Retry-After`: seconds, or a date. None when there is none, or none that can be read."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        return max((parsedate_to_datetime(text) - now).total_seconds(), 0.0)
    except (ValueError, TypeError, IndexError):
        return None


def _is_stream(start: bytes) -> bool:
    """Neither JSON nor a page: an event stream begins with the name of a field, or a colon."""
    if start.startswith(b"<"):
        raise Misshapen("a web page")
    return not start.startswith((b"{", b"["))
