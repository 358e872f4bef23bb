import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soundverse.sse import Decoder, Document
from tests.soundverse.samples import STREAMS, documents, stream


def decoded(*parts: bytes, most_bytes: int = 1 << 20) -> tuple[list[Document], int]:
    decoder = Decoder(most_bytes=most_bytes)
    found = [document for part in parts for document in decoder.feed(part)]
    return [*found, *decoder.end()], decoder.skipped


@pytest.mark.parametrize("name", STREAMS)
def test_a_stream_cut_at_any_byte_says_the_same(name: str) -> None:
    whole, data = documents(name), stream(name)
    assert len(whole) > 8
    for cut in range(len(data)):
        assert decoded(data[:cut], data[cut:]) == (whole, 0)


@pytest.mark.parametrize("name", STREAMS)
@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_a_stream_that_comes_byte_by_byte_says_the_same(name: str, end: bytes) -> None:
    data = stream(name).replace(b"\n", end)
    assert decoded(*(bytes([byte]) for byte in data)) == (documents(name), 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('data:{"a": 1}\n\n', [{"a": 1}], id="no space"),
        pytest.param('data:  {"a": 1}  \n\n', [{"a": 1}], id="more spaces"),
        pytest.param('\ufeffdata: {"a": 1}\n\n', [{"a": 1}], id="byte order mark"),
        pytest.param('data: {"a": 1}', [{"a": 1}], id="last line without an end"),
        pytest.param('data: {"a": 1}\r', [{"a": 1}], id="last line ended by CR"),
        pytest.param('data: {"a": 1}\ndata: {"b": 2}\n', [{"a": 1}, {"b": 2}], id="no blank line"),
        pytest.param('data: {"a":\ndata: 1}\n\n', [{"a": 1}], id="one document on two lines"),
        pytest.param('data: {"a":\ndata: 1}', [{"a": 1}], id="two lines, and no end"),
        pytest.param(
            'data: {"a": [\ndata: {}\ndata: ]}\n\n', [{"a": [{}]}], id="a line of it is a document"
        ),
        pytest.param(': ping\n\ndata: {"a": 1}\n\n', [{"a": 1}], id="comment"),
        pytest.param(
            'event: chunk\nid: 7\nretry: 10\ndata: {"a": 1}\n\n', [{"a": 1}], id="other fields"
        ),
        pytest.param('data: {"a": 1}\n\ndata: [DONE]\n\n', [{"a": 1}], id="done"),
        pytest.param('data\ndata:\n\n\ndata: {"a": 1}\n\n', [{"a": 1}], id="empty data"),
        pytest.param('database: {"b": 2}\n\n{"c": 3}\n\n', [], id="no data field"),
        pytest.param(
            'data: {"a": "\u2028\u0085"}\n\n', [{"a": "\u2028\u0085"}], id="not line ends"
        ),
    ],
)
def test_whatever_the_standard_allows_is_read(text: str, expected: list[Document]) -> None:
    data = text.encode()
    assert decoded(data) == (expected, 0)
    assert decoded(*(bytes([byte]) for byte in data)) == (expected, 0)


@pytest.mark.parametrize(
    ("junk", "skipped"),
    [
        (b"data: <html>\n\n", 1),
        (b"data: {broken\n\n", 1),
        (b'data: {"status": "comp\n', 1),
        (b"data: \xff\xfe\n\n", 1),
        (b"data: [1, 2]\n\n", 1),
        (b"data: null\n\n", 1),
        (b"data: " + b"[" * 200_000 + b"\n\n", 1),
        (b"data: " + b"1" * 5_000 + b"\n\n", 1),
        (b'data: {"a":\ndata: nothing\n\n', 2),
        (b"data: {\n", 1),
    ],
)
def test_an_event_that_cannot_be_read_is_counted_and_the_next_is_read(
    junk: bytes, skipped: int
) -> None:
    good = b'data: {"a": 1}\n\n'
    assert decoded(good + junk + good) == ([{"a": 1}, {"a": 1}], skipped)


def test_a_line_that_never_ends_is_dropped_and_not_kept() -> None:
    decoder = Decoder(most_bytes=1_000)
    for _ in range(100):
        assert decoder.feed(b"data: " + b"x" * 94) == []
        assert len(decoder._line) <= 1_000
    assert decoder.feed(b'\n\ndata: {"a": 1}\n\n') == [{"a": 1}]
    assert decoder.skipped == 1


def test_an_event_that_never_ends_is_dropped_and_not_kept() -> None:
    decoder = Decoder(most_bytes=1_000)
    for _ in range(1_000):
        assert decoder.feed(b"data: [\n") == []
        assert len(decoder._event) <= 2_000
    assert decoder.skipped >= 1
    decoder.feed(b"\n")
    assert decoder.feed(b'data: {"a": 1}\n\n') == [{"a": 1}]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
DOCUMENTS = st.lists(st.dictionaries(st.text(), JSON), max_size=5)


@given(DOCUMENTS, st.data(), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from([1, 2]))
def test_any_documents_in_any_pieces_come_out_as_they_went_in(
    sent: list[Document], data: st.DataObject, end: str, blank: int
) -> None:
    text = "".join(f"data: {json.dumps(one)}{end * blank}" for one in sent).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    edges = [0, *cuts, len(text)]
    parts = [text[a:b] for a, b in pairwise(edges)]
    assert decoded(*parts) == (sent, 0)


@given(
    st.lists(st.binary() | st.sampled_from([b"data: ", b"{", b"}", b'"a":', b"\n", b"\r", b"["]))
)
def test_no_bytes_can_break_it(parts: list[bytes]) -> None:
    whole, skipped = decoded(*parts)
    assert decoded(b"".join(parts)) == (whole, skipped)
