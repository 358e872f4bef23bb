from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soundverse.errors import Busy, Charged, Declined, SoundverseError, TakeFailed
from soundverse.events import (
    Accepted,
    Event,
    Finished,
    Ids,
    LyricsSection,
    Progressed,
    RemoteTake,
    TakeLost,
    TakeReady,
    TakeStarted,
    TakeUploading,
    Validated,
)
from soundverse.sse import Document
from soundverse.v6 import V6Decoder
from soundverse.v7 import V7Decoder
from tests.soundverse.samples import documents

AUDIO = "https://storage.soundverse.ai/audio"
ART = "https://storage.soundverse.ai/art/cover.webp"
Make = Callable[[], V7Decoder | V6Decoder]


def told(
    decoder: V7Decoder | V6Decoder, chunks: Iterable[Document], *, is_clean: bool = True
) -> list[Event]:
    events = [event for chunk in chunks for event in decoder.feed(chunk)]
    return [*events, *decoder.end_of_stream(is_clean=is_clean)]


def take_urls(events: Iterable[Event]) -> dict[int, str]:
    return {e.take.version: e.take.audio_url for e in events if isinstance(e, TakeReady)}


def done(version: int | None = None, url: str = "", **more: object) -> Document:
    place = {"version": version} if version else {}
    return {"status": "completed", "isComplete": False, "audio_url": url, **place, **more}


LAST = {"status": "completed", "isComplete": True, "total_versions": 2}


def test_a_v7_song_is_reported_from_the_first_chunk_to_the_last() -> None:
    def take(version: int, seconds: float, words: str) -> TakeReady:
        return TakeReady(
            take=RemoteTake(
                version=version,
                audio_url=f"{AUDIO}/song_title_v{version}.mp3",
                audio_id=f"audio-{version}",
                duration_seconds=seconds,
                bpm=120,
                lyrics=(
                    LyricsSection(label="Verse 1", text=words, start_seconds=4.0, end_seconds=12.5),
                ),
            )
        )

    assert told(V7Decoder(), documents("v7_song")) == [
        Accepted(ids=Ids(job_id="job-1", message_id="message-1")),
        Validated(title="Song Title", cover_url=ART),
        Progressed(percent=None),
        TakeStarted(version=1, stream_url="https://api.soundverse.ai/stream/1"),
        TakeStarted(version=2, stream_url="https://api.soundverse.ai/stream/2"),
        TakeUploading(version=1),
        take(1, 60.0, "Through every road we roam"),
        TakeUploading(version=2),
        take(2, 62.5, "Together we are home \N{EN DASH} für Zoë"),
        Finished(),
    ]


def test_a_v6_song_ends_without_ever_saying_so() -> None:
    def take(version: int, start: float | None = None) -> TakeReady:
        words = LyricsSection(
            label="Chorus",
            text="Together we are home",
            start_seconds=start,
            end_seconds=(start or 0) + 8,
        )
        return TakeReady(
            take=RemoteTake(
                version=version,
                audio_url=f"{AUDIO}/song_title_v{version}.mp3",
                title="Song Title",
                lyrics=(words,) if start else (),
            )
        )

    assert told(V6Decoder(), documents("v6_song")) == [
        Accepted(ids=Ids(message_id="message-1")),
        Validated(title="Song Title", cover_url=ART),
        Progressed(percent=None),
        Progressed(percent=2),
        TakeStarted(version=1, stream_url="https://api.soundverse.ai/stream/1"),
        TakeStarted(version=2, stream_url="https://api.soundverse.ai/stream/2"),
        Progressed(percent=100),
        take(1),
        take(1, start=8.0),
        take(2),
        take(2, start=9.0),
        Finished(),
    ]


@pytest.mark.parametrize("name", ["v6_music", "v6_extend"])
def test_the_other_v6_streams_end_with_two_takes(name: str) -> None:
    events = told(V6Decoder(), documents(name))
    assert sorted(take_urls(events)) == [1, 2]
    assert events[-1] == Finished()


def test_v6_ends_at_once_when_both_takes_are_described() -> None:
    decoder = V6Decoder()
    events = [event for chunk in documents("v6_song") for event in decoder.feed(chunk)]
    assert events[-1] == Finished()


def test_v6_with_one_take_and_none_underway_ends_with_the_stream() -> None:
    events = told(V6Decoder(), [done(url=f"{AUDIO}/a_v1.mp3", message_id="m")])
    assert events[-1] == Finished()


def test_v6_with_a_take_underway_has_to_be_asked_for_again() -> None:
    underway = {"status": "streaming", "version": 2, "stream_url": "https://api.soundverse.ai/2"}
    events = told(V6Decoder(), [underway, done(url=f"{AUDIO}/a_v1.mp3", message_id="m")])
    assert Finished() not in events


def test_v6_cut_after_one_take_has_to_be_asked_for_again() -> None:
    chunks = [done(url=f"{AUDIO}/a_v1.mp3", message_id="m")]
    assert Finished() not in told(V6Decoder(), chunks, is_clean=False)


@pytest.mark.parametrize("make", [V6Decoder, V7Decoder])
@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        pytest.param(
            [done(2, f"{AUDIO}/x.mp3"), done(1, f"{AUDIO}/y.mp3")],
            {2: f"{AUDIO}/x.mp3", 1: f"{AUDIO}/y.mp3"},
            id="by version, out of order",
        ),
        pytest.param(
            [done(None, f"{AUDIO}/a_v2.mp3"), done(None, f"{AUDIO}/a_v1.mp3")],
            {2: f"{AUDIO}/a_v2.mp3", 1: f"{AUDIO}/a_v1.mp3"},
            id="by the file's name",
        ),
        pytest.param(
            [done(None, f"{AUDIO}/a_v2.mp3?sig=1"), done(None, f"{AUDIO}/a_v2.mp3?sig=2")],
            {2: f"{AUDIO}/a_v2.mp3?sig=2"},
            id="the same file signed anew",
        ),
        pytest.param(
            [done(None, f"{AUDIO}/x"), done(None, f"{AUDIO}/y")],
            {1: f"{AUDIO}/x", 2: f"{AUDIO}/y"},
            id="by order",
        ),
        pytest.param(
            [done(None, f"{AUDIO}/x"), done(None, f"{AUDIO}/x"), done(1, f"{AUDIO}/x")],
            {1: f"{AUDIO}/x"},
            id="doubled",
        ),
        pytest.param(
            [done(1, f"{AUDIO}/a_v1.mp3"), done(1, f"{AUDIO}/a_v2.mp3")],
            {1: f"{AUDIO}/a_v1.mp3", 2: f"{AUDIO}/a_v2.mp3"},
            id="both called version 1, with names that differ",
        ),
        pytest.param(
            [
                {"status": "streaming", "version": 2, "stream_url": "https://api.soundverse.ai/2"},
                done(None, f"{AUDIO}/x"),
            ],
            {2: f"{AUDIO}/x"},
            id="the one underway",
        ),
        pytest.param(
            [done("2", f"{AUDIO}/x"), done(1.0, f"{AUDIO}/y")],  # type: ignore[arg-type]
            {2: f"{AUDIO}/x", 1: f"{AUDIO}/y"},
            id="versions as text and as a fraction",
        ),
    ],
)
def test_takes_are_told_apart(make: Make, chunks: list[Document], expected: dict[int, str]) -> None:
    assert take_urls(told(make(), chunks)) == expected


def test_v7_ends_only_when_it_says_so() -> None:
    decoder = V7Decoder()
    assert decoder.feed(done(1, f"{AUDIO}/a_v1.mp3"))[-1] != Finished()
    assert decoder.end_of_stream() == []


def test_v7_with_both_takes_needs_no_last_chunk() -> None:
    chunks = [done(1, f"{AUDIO}/a_v1.mp3"), done(2, f"{AUDIO}/a_v2.mp3")]
    assert told(V7Decoder(), chunks)[-1] == Finished()


def test_v7_with_a_take_missing_at_the_end_has_to_be_asked_for_again() -> None:
    decoder = V7Decoder()
    assert Finished() not in told(decoder, [done(1, f"{AUDIO}/a_v1.mp3"), LAST])
    assert decoder.song.is_over


def test_v7_with_one_version_in_all_is_whole_with_one() -> None:
    events = told(V7Decoder(), [done(1, f"{AUDIO}/a.mp3"), {**LAST, "total_versions": "1"}])
    assert events[-1] == Finished()


def test_one_take_and_a_failure_of_the_other_is_a_normal_end() -> None:
    lost = {"status": "failed", "version": 2, "error": True, "detail": "no luck"}
    events = told(V7Decoder(), [done(1, f"{AUDIO}/a.mp3"), lost, LAST])
    assert events[-2:] == [TakeLost(version=2, detail="no luck"), Finished()]


def test_a_failure_after_one_take_leaves_that_take() -> None:
    failed = {"status": "failed", "isComplete": True, "error": "gone"}
    events = told(V6Decoder(), [done(1, f"{AUDIO}/a.mp3"), failed])
    assert events[-2:] == [TakeLost(version=None, detail="gone"), Finished()]


def test_a_take_that_comes_after_a_failure_is_kept() -> None:
    chunks = [{"status": "failed", "error": True}, done(2, f"{AUDIO}/a.mp3"), LAST]
    assert take_urls(told(V7Decoder(), chunks)) == {2: f"{AUDIO}/a.mp3"}


@pytest.mark.parametrize("make", [V6Decoder, V7Decoder])
@pytest.mark.parametrize(
    "failure",
    [
        {"status": "failed"},
        {"status": "FAILED", "isComplete": True, "detail": "x"},
        {"error": True, "detail": "x"},
        {"error": "x"},
        {"success": False, "message": "x"},
        {"detail": "x"},
        {"status": "error", "error": {"message": "x"}},
    ],
)
def test_a_failure_is_known_in_every_form(make: Make, failure: Document) -> None:
    with pytest.raises(TakeFailed):
        told(make(), [failure])


@pytest.mark.parametrize("make", [V6Decoder, V7Decoder])
@pytest.mark.parametrize("nothing", [False, None, "", "false", 0])
def test_an_error_that_is_none_is_no_failure(make: Make, nothing: object) -> None:
    events = told(make(), [done(1, f"{AUDIO}/a", error=nothing), done(2, f"{AUDIO}/b")])
    assert events[-1] == Finished()


def test_both_takes_lost_is_a_failure_that_says_why() -> None:
    decoder = V7Decoder()
    lost = [{"status": "failed", "version": n, "detail": "NSFW words detected."} for n in (1, 2)]
    with pytest.raises(Declined):
        told(decoder, lost)


def test_a_refusal_inside_the_stream_ends_it_at_once() -> None:
    refused = {"success": False, "message": "Rate limits have been passed for the user."}
    with pytest.raises(Busy):
        V7Decoder().feed(refused)


def test_what_was_billed_is_never_sent_again() -> None:
    decoder = V7Decoder()
    decoder.feed({"status": "validated", "song_name": "Rain", "job_id": "j"})
    refused = {"success": False, "message": "Rate limits have been passed for the user."}
    with pytest.raises(TakeFailed) as failed:
        told(decoder, [refused])
    assert not failed.value.resend


@pytest.mark.parametrize(
    ("make", "first", "resend"),
    [
        (V7Decoder, {"type": "job_created", "job_id": "j", "status": "processing"}, False),
        (V6Decoder, {"message_id": "m", "status": "initializing"}, False),
        (V6Decoder, {"status": "processing", "progress": 3}, False),
        (V6Decoder, {"status": "initializing", "chunkIndex": 0}, True),
    ],
)
def test_what_has_a_name_or_is_worked_on_is_never_sent_again(
    make: type[V6Decoder | V7Decoder], first: Document, resend: bool
) -> None:
    decoder = make()
    decoder.feed(first)
    with pytest.raises(Busy) as busy:
        decoder.feed({"success": False, "message": "Rate limits have been passed for the user."})
    assert busy.value.resend is resend
    assert busy.value.charged is Charged.NO


def test_progress_never_falls() -> None:
    chunks = [{"status": "running", "progress": p} for p in (2, "40", 30, None, 41.9, 400, -1, "x")]
    events = told(V6Decoder(), chunks)
    assert [e.percent for e in events if isinstance(e, Progressed)] == [2, 40, 41, 100]


def test_ids_may_be_numbers_and_may_come_one_by_one() -> None:
    events = told(V7Decoder(), [{"job_id": 17}, {"message_id": "m/1"}, {"job_id": None}])
    assert events == [
        Accepted(ids=Ids(job_id="17")),
        Accepted(ids=Ids(job_id="17", message_id="m/1")),
    ]


def test_a_lost_validated_is_not_missed() -> None:
    events = told(V6Decoder(), [{"status": "RUNNING", "progress": 3}])
    assert events[0] == Validated()


def test_a_preview_is_reported_once() -> None:
    preview = {"status": "streaming", "stream_url": "https://api.soundverse.ai/1"}
    events = told(V6Decoder(), [preview, preview, {**preview, "version": 1}])
    assert [e.version for e in events if isinstance(e, TakeStarted)] == [1]


def test_a_cover_that_is_no_url_is_left_out() -> None:
    events = told(V7Decoder(), [{"status": "validated", "album_art": "soon", "song_name": 7}])
    assert events == [Validated()]


NAMES = st.sampled_from(
    [
        *("type", "job_id", "message_id", "status", "isComplete", "version", "stream_url"),
        *("audio_url", "album_art", "song_name", "progress", "error", "detail", "success"),
        *("lyrics_sections", "duration", "bpm", "total_versions", "audio_data", "data"),
    ]
)
LIKELY = st.sampled_from(
    [
        *("completed", "failed", "streaming", "validated", "uploading", True, False, 1, 2, 3),
        *("https://e.org/a_v1.mp3", "https://e.org/b_v2.mp3", "http://[", "NaN", 1e400, -1),
    ]
)
VALUES = LIKELY | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(NAMES | st.text(), inner),
    max_leaves=6,
)
CHUNKS = st.lists(st.dictionaries(NAMES, VALUES, max_size=6), max_size=8)


@given(CHUNKS, st.sampled_from([V6Decoder, V7Decoder]), st.booleans())
def test_no_chunks_raise_anything_else_or_finish_without_a_take(
    chunks: list[Document], make: Make, is_clean: bool
) -> None:
    decoder = make()
    try:
        events = told(decoder, chunks, is_clean=is_clean)
    except SoundverseError:
        return
    assert (Finished() not in events) or take_urls(events)
    percents = [e.percent for e in events if isinstance(e, Progressed) and e.percent is not None]
    assert percents == sorted(set(percents))
