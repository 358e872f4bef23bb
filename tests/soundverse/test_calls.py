import pytest

from soundverse.calls import (
    Call,
    ExtendSong,
    GenerateMusic,
    GenerateSong,
    body_for,
    check,
    path_for,
)
from soundverse.errors import BadCall

HERE = "http://127.0.0.1:8791"
EXTENSION = ExtendSong(
    audio_url="https://storage.soundverse.ai/a_v1.mp3", lyrics="la la", extend_at_ms=60_000
)


@pytest.mark.parametrize(
    "call",
    [
        GenerateSong(prompt="a song"),
        GenerateSong(reference_url="https://example.org/a.mp3"),
        GenerateSong(prompt="x" * 1024),
        GenerateSong(prompt="🎵" * 512),
        GenerateSong(version="v6", prompt="a song", melody_url="https://example.org/a.mp3"),
        GenerateSong(prompt="a song", vocal_url=f"{HERE}/files/a.mp3"),
        GenerateMusic(prompt="rain"),
        EXTENSION,
        ExtendSong(audio_url=f"{HERE}/files/a.mp3", lyrics="la", extend_at_ms=8_000),
        ExtendSong(audio_url=f"{HERE}/files/a.mp3", lyrics="la", extend_at_ms=420_000),
    ],
)
def test_what_the_documents_allow_may_be_sent(call: Call) -> None:
    check(call, origins=[HERE])


@pytest.mark.parametrize(
    ("call", "field", "fault"),
    [
        (GenerateSong(), "prompt", "missing"),
        (GenerateSong(prompt=" \n", lyrics="la la"), "prompt", "missing"),
        (GenerateSong(lyrics="lyrics alone aren't enough"), "prompt", "missing"),
        (GenerateSong(version="v6", melody_url="https://e.org/a.mp3"), "prompt", "missing"),
        (GenerateMusic(prompt=""), "prompt", "missing"),
        (GenerateSong(prompt="x" * 1025), "prompt", "too-long"),
        (GenerateSong(prompt="🎵" * 513), "prompt", "too-long"),
        (GenerateMusic(prompt="x" * 1025), "prompt", "too-long"),
        (GenerateSong(reference_url="http://example.org/a.mp3"), "reference_url", "not-https"),
        (GenerateSong(melody_url="ftp://example.org/a.mp3"), "melody_url", "not-https"),
        (GenerateSong(vocal_url="not a url"), "vocal_url", "not-https"),
        (GenerateSong(instrumental_url="http://127.0.0.1:1/a"), "instrumental_url", "not-https"),
        (
            ExtendSong(audio_url="https://e.org/a", lyrics=" ", extend_at_ms=9_000),
            "lyrics",
            "missing",
        ),
        (ExtendSong(audio_url="", lyrics="la", extend_at_ms=9_000), "audio_url", "missing"),
        (
            ExtendSong(audio_url="http://e.org/a", lyrics="a", extend_at_ms=9000),
            "audio_url",
            "not-https",
        ),
        (
            ExtendSong(audio_url="https://e.org/a", lyrics="la", extend_at_ms=7_999),
            "extend_at_ms",
            "out-of-range",
        ),
        (
            ExtendSong(audio_url="https://e.org/a", lyrics="la", extend_at_ms=420_001),
            "extend_at_ms",
            "out-of-range",
        ),
    ],
)
def test_what_the_documents_forbid_is_refused_before_it_is_sent(
    call: Call, field: str, fault: str
) -> None:
    with pytest.raises(BadCall) as refused:
        check(call, origins=[HERE])
    assert (refused.value.field, refused.value.fault) == (field, fault)


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (GenerateSong(prompt="a"), "/v7/generate/song"),
        (GenerateSong(version="v6", prompt="a"), "/v6/generate/song"),
        (GenerateMusic(prompt="a"), "/v6/generate/music"),
        (EXTENSION, "/v6/extend/song"),
    ],
)
def test_each_call_has_its_documented_path(call: Call, path: str) -> None:
    assert path_for(call) == path
    assert path_for(call, "sync") == f"{path}/sync"


@pytest.mark.parametrize(
    ("call", "body"),
    [
        (GenerateSong(prompt="a song"), {"prompt": "a song"}),
        (GenerateSong(prompt="a song", lyrics="  ", melody_url=""), {"prompt": "a song"}),
        (
            GenerateSong(lyrics="la", vocal_url="https://e.org/a"),
            {"lyrics": "la", "vocal_url": "https://e.org/a"},
        ),
        (GenerateMusic(prompt="rain", style="jazz"), {"prompt": "rain", "style": "jazz"}),
        (
            EXTENSION,
            {
                "audio_url": "https://storage.soundverse.ai/a_v1.mp3",
                "lyrics": "la la",
                "extend_at": 60_000,
            },
        ),
    ],
)
def test_a_body_has_the_documented_names_and_no_empty_fields(
    call: Call, body: dict[str, str | int]
) -> None:
    assert body_for(call) == body
