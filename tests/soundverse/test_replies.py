import json
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soundverse.errors import Misshapen, SoundverseError
from soundverse.events import Event, Finished
from soundverse.replies import Ending, Reader, seconds_until
from soundverse.v6 import V6Decoder
from soundverse.v7 import V7Decoder
from tests.soundverse.samples import WIRE, stream

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def read(reader: Reader, parts: list[bytes], ending: Ending = Ending.COMPLETE) -> list[Event]:
    events = [event for part in parts for event in reader.feed(part)]
    return [*events, *reader.end(ending)]


@pytest.mark.parametrize("name", ["v7_song_sync.json", "v7_song.sse"])
def test_an_answer_that_comes_byte_by_byte_is_read_as_what_it_is(name: str) -> None:
    data = (WIRE / name).read_bytes()
    events = read(Reader(V7Decoder()), [bytes([byte]) for byte in b"\n  " + data])
    assert events[-1] == Finished()


def test_json_that_broke_off_says_nothing() -> None:
    assert read(Reader(V7Decoder()), [b'{"job_id": "j"'], Ending.CUT) == []


def test_junk_in_a_stream_is_counted() -> None:
    reader = Reader(V7Decoder())
    read(reader, [b"data: {broken\n\n", stream("v7_song")])
    assert reader.skipped == 1


ENDLESS = {
    "a line": b"data: " + b"x" * 65_530,
    "an event": b"data: [[[[[[[[[\n" * 4_000,
    "documents": b'data: {"status": "running", "progress": 3, "message_id": "m"}\n\n' * 100,
    "blank": b" " * 65_536,
    "broken lines": b"data: {broken\n" * 500,
    "takes": b"".join(
        b'data: {"status": "completed", "audio_url": "https://e.org/%d"}\n\n' % number
        for number in range(100)
    ),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_an_endless_answer_is_read_in_bounded_memory(name: str) -> None:
    reader = Reader(V7Decoder())
    tracemalloc.start()
    try:
        for _ in range(25):
            for _event in reader.feed(ENDLESS[name]):
                pass
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8_000_000


def test_endless_json_is_left() -> None:
    reader = Reader(V7Decoder())
    with pytest.raises(Misshapen):
        for _ in _fed(reader, b'{"a": [', b"1," * 30_000):
            pass


def _fed(reader: Reader, start: bytes, more: bytes) -> Iterator[Event]:
    yield from reader.feed(start)
    for _ in range(1_000):
        yield from reader.feed(more)


LIKELY = st.sampled_from(
    [
        *(
            b"data: ",
            b"\n",
            b"\n\n",
            b"\r\n",
            b"{",
            b"}",
            b"[",
            b"]",
            b'"',
            b":",
            b",",
            b"\xef\xbb\xbf",
        ),
        *(b'"status": "completed"', b'"audio_url": "https://e.org/a_v1.mp3"', b'"version": 1'),
        *(b'"error": true', b'"isComplete": true', b'"job_id": "j"', b'"audio_data": [{'),
    ]
)


@given(
    st.lists(st.binary(max_size=8) | LIKELY, max_size=30),
    st.sampled_from([V6Decoder, V7Decoder]),
    st.sampled_from(Ending),
)
def test_no_answer_raises_anything_else(
    parts: list[bytes], make: type[V6Decoder | V7Decoder], ending: Ending
) -> None:
    with suppress(SoundverseError):
        read(Reader(make()), parts, ending)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("17", 17.0),
        (" 0 ", 0.0),
        ("Fri, 20 Nov 2026 12:01:00 GMT", 60.0),
        ("Fri, 20 Nov 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-3", None),
        ("1e400", None),
        ("", None),
        (None, None),
        ("9" * 5_000, 999_999_999.0),
        ("Fri, 20 Nov 2026 12:01:00", None),
    ],
)
def test_a_wish_to_be_left_alone_is_read(text: str | None, seconds: float | None) -> None:
    assert seconds_until(text, NOON) == seconds


@given(st.text())
def test_no_wish_can_break_it(text: str) -> None:
    assert (seconds_until(text, NOON) or 0.0) >= 0


CHUNKS = st.fixed_dictionaries(
    {"status": st.sampled_from(["running", "validated", "streaming", "failed"])},
    optional={
        "progress": st.sampled_from([None, 0, 7, "8", "9%", 100, True]),
        "song_name": st.sampled_from(["Rain", "Sun", None]),
        "message_id": st.sampled_from(["m", 7]),
        "version": st.sampled_from([1, 2]),
        "audio_url": st.just("https://storage.soundverse.ai/rain_v1.mp3"),
        "isComplete": st.booleans(),
    },
)


@given(st.lists(CHUNKS, max_size=12))
@pytest.mark.parametrize("decoder", [V6Decoder, V7Decoder])
def test_chunks_that_repeat_themselves_mean_what_each_means_alone(
    decoder: type[V6Decoder] | type[V7Decoder], chunks: list[dict[str, object]]
) -> None:
    def told(tell: Callable[[dict[str, object]], Iterable[Event]]) -> list[Event | str]:
        found: list[Event | str] = []
        for chunk in chunks:
            try:
                found += tell(chunk)
            except SoundverseError as error:
                return [*found, *alone.song.news(), repr(error)]  # nobody reads on
        return found

    def in_a_stream(chunk: dict[str, object]) -> Iterator[Event]:
        return reader.feed(f"data: {json.dumps(chunk)}\n\n".encode())

    reader, alone = Reader(decoder()), decoder()
    assert told(in_a_stream) == told(alone.feed)
