"""From a body to a call."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houseband.order import Operation
from houseband.server.calls import call_from
from houseband.server.job import ApiVersion, Source
from houseband.server.refusals import Refusal

KINDS: list[tuple[ApiVersion, Operation]] = [
    ("v7", "song"),
    ("v6", "song"),
    ("v6", "music"),
    ("v6", "extend"),
]
FIELDS = ["prompt", "lyrics", "style", "audio_url", "extend_at", "reference_url", "melody_url"]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.just("http://band/files/a/b.mp3"),
    st.just("http://[/files/"),
    st.from_regex(r"(mishap|seed):[a-z0-9-]*(:\d+)?"),
    st.lists(st.text(), max_size=2),
)


@given(st.dictionaries(st.sampled_from(FIELDS), VALUES), st.sampled_from(KINDS))
def test_a_body_is_a_call_or_a_refusal(
    body: dict[str, object], kind: tuple[ApiVersion, Operation]
) -> None:
    with suppress(Refusal):
        call = call_from(body, *kind)
        assert call.operation == kind[1]
        assert isinstance(body.get("prompt") or "", str)


def test_a_seed_can_be_wished_for() -> None:
    call = call_from({"prompt": "a song seed:123"}, "v7", "song")
    assert (call.seed, call.prompt) == (123, "a song")


def test_a_seed_is_drawn_where_none_is_wished_for() -> None:
    seeds = {call_from({"prompt": "a song"}, "v7", "song").seed for _ in range(8)}
    assert len(seeds) == 8


def test_an_instrumental_has_a_style_and_no_words() -> None:
    call = call_from({"prompt": "rain", "style": "jazz", "lyrics": "la"}, "v6", "music")
    assert (call.style, call.lyrics) == ("jazz", None)


@pytest.mark.parametrize("base", ["http://127.0.0.1:8791", "https://band.example", ""])
def test_a_source_is_known_by_its_path(base: str) -> None:
    body = {"audio_url": f"{base}/files/ab12/a%20song_v1.mp3", "lyrics": "la", "extend_at": 8000}
    call = call_from(body, "v6", "extend")
    assert call.source == Source(job_id="ab12", name="a song_v1.mp3")
    assert (call.prompt, call.extend_at_ms) == ("", 8000)


@pytest.mark.parametrize("length", [1, 1024])
def test_a_prompt_may_have_1024_characters_of_any_kind(length: int) -> None:
    assert len(call_from({"prompt": "🎵" * length}, "v7", "song").prompt) == length
