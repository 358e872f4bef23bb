import pytest
from hypothesis import given
from hypothesis import strategies as st

from soundverse.errors import (
    Busy,
    Declined,
    KeyRejected,
    Misshapen,
    OutOfCredit,
    SoundverseError,
    TakeFailed,
    Unavailable,
)
from soundverse.events import (
    Accepted,
    Event,
    Finished,
    Ids,
    Progressed,
    TakeLost,
    TakeReady,
    Validated,
)
from soundverse.song import Song
from soundverse.status import STATUS_PATHS, paths_for, read_status
from tests.soundverse.samples import answer, documents
from tests.soundverse.test_decoders import CHUNKS, VALUES

A = "https://storage.soundverse.ai/audio/a_v1.mp3"
B = "https://storage.soundverse.ai/audio/a_v2.mp3"
BOTH = [{"audio_url": A}, {"audio_url": B}]
KNOWN = Ids(job_id="j", message_id="m")


def said(document: object, song: Song | None = None) -> list[Event]:
    song = song or Song(KNOWN)
    read_status(document, song)
    return song.news()


def take_urls(events: list[Event]) -> dict[int, str]:
    return {e.take.version: e.take.audio_url for e in events if isinstance(e, TakeReady)}


@pytest.mark.parametrize(
    ("name", "ids", "title"),
    [
        ("v7_song_sync", Ids(job_id="job-1", message_id="message-1"), None),
        ("v6_song_sync", Ids(message_id="message-1"), "Midnight Drizzle Beats"),
        ("v6_music_sync", Ids(message_id="message-1"), "Midnight Drizzle Beats"),
        ("v6_extend_sync", Ids(message_id="message-1"), None),
    ],
)
def test_each_documented_sync_answer_is_a_whole_song(name: str, ids: Ids, title: str) -> None:
    events = said(answer(name), Song())
    assert events[0] == Accepted(ids=ids)
    assert isinstance(events[1], Validated)
    assert events[1].title == title
    assert sorted(take_urls(events)) == [1, 2]
    assert events[-1] == Finished()


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param({"status": "completed", "audio_data": BOTH}, id="the house band's"),
        pytest.param({"audio_data": BOTH}, id="like a sync answer"),
        pytest.param({"status": "SUCCESSFUL", "data": {"audio_data": BOTH}}, id="inside data"),
        pytest.param(
            {"success": True, "result": {"status": "success", "audio_data": BOTH}}, id="result"
        ),
        pytest.param([{"status": "completed", "audio_data": BOTH}], id="in a list"),
        pytest.param({"status": "completed", "data": BOTH}, id="takes in data"),
        pytest.param(BOTH, id="only takes"),
        pytest.param(
            {
                "status": "completed",
                "output": {
                    "assets": [
                        {
                            "url": A,
                            "mime_type": "audio/mpeg",
                            "metadata_json": '{"duration_ms": 60000}',
                        },
                        {"url": B, "mime_type": "audio/mpeg", "metadata_json": "{broken"},
                        {"url": "https://e.org/a.webp", "mime_type": "image/webp"},
                    ]
                },
            },
            id="assets",
        ),
    ],
)
def test_a_finished_song_is_known_in_every_shape(shape: object) -> None:
    events = said(shape)
    assert take_urls(events) == {1: A, 2: B}
    assert events[-1] == Finished()


def test_assets_say_title_length_and_cover() -> None:
    events = said(
        {
            "status": "completed",
            "output": {
                "assets": [
                    {"url": "https://e.org/a.webp", "mime_type": "image/webp"},
                    {
                        "url": A,
                        "file_id": "f-1",
                        "metadata_json": '{"duration_ms": 61500, "song_name": "Rain"}',
                    },
                ]
            },
        }
    )
    ready = next(e.take for e in events if isinstance(e, TakeReady))
    assert (ready.title, ready.duration_seconds, ready.audio_id) == ("Rain", 61.5, "f-1")
    assert Validated(cover_url="https://e.org/a.webp") in events


def test_the_last_chunk_ends_a_song_whose_takes_are_known() -> None:
    song = Song(KNOWN)
    song.finish_take(1, A)
    song.finish_take(2, B)
    song.news()
    assert said(documents("v7_song")[-1], song)[-1] == Finished()


def test_a_chunk_of_one_take_does_not_end_the_song() -> None:
    events = said({"status": "completed", "isComplete": False, "version": 1, "audio_url": A})
    assert take_urls(events) == {1: A}
    assert Finished() not in events


def test_a_song_at_work_is_at_work_though_a_stream_said_it_was_over() -> None:
    song = Song(KNOWN)
    song.finish_take(1, A)
    song.is_over = True
    assert Finished() not in said({"status": "processing"}, song)


@pytest.mark.parametrize("word", ["queued", "processing", "PENDING", "something new"])
def test_any_other_status_is_still_at_work(word: str) -> None:
    song = Song(KNOWN)
    assert said({"status": word, "progress": "40"}, song) == [Progressed(percent=40)]
    assert not song.is_over


def test_takes_of_a_song_at_work_are_reported_and_it_goes_on() -> None:
    events = said({"status": "processing", "audio_data": [{"version": 2, "audio_url": B}]})
    assert take_urls(events) == {2: B}
    assert Finished() not in events


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        ({"status": "failed", "error": True, "detail": "no luck", "message_id": "m"}, TakeFailed),
        ({"status": "REJECTED", "error": "NSFW words detected."}, Declined),
        ({"status": "failed", "audio_data": [], "id": 5}, TakeFailed),
        ({"status": "failed", "detail": "no luck", "task_id": "t"}, TakeFailed),
        ({"job_id": "j", "data": {"status": "timeout"}}, TakeFailed),
        ({"status": "error", "id": "j", "message": "Rate limit exceeded"}, Busy),
        ({"status": "failed", "audio_data": []}, TakeFailed),
        ({"data": {"status": "timeout"}}, TakeFailed),
    ],
)
def test_a_failed_song_is_raised(shape: object, kind: type[SoundverseError]) -> None:
    song = Song(KNOWN)
    with pytest.raises(kind):
        read_status(shape, song)
    assert song.is_finished


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        ({"status": "error", "message": "Rate limit exceeded"}, Busy),
        ({"status": "error", "message": "Rate limit exceeded", "id": "request-1"}, Busy),
        ({"status": "error", "detail": "Insufficient balance", "id": "request-1"}, OutOfCredit),
        ({"status": "failed", "message": "Invalid API key", "isComplete": True}, KeyRejected),
        ({"status": "error", "message": "Service temporarily unavailable"}, Unavailable),
    ],
)
def test_a_complaint_about_the_asking_is_no_verdict_and_changes_nothing(
    shape: object, kind: type[SoundverseError]
) -> None:
    song = Song(KNOWN)
    with pytest.raises(kind):
        read_status(shape, song)
    assert (song.failure, song.is_over, song.is_finished) == (None, False, False)
    assert song.ids == KNOWN
    assert song.news() == []


def test_a_complaint_that_answers_the_request_itself_is_its_refusal() -> None:
    with pytest.raises(Busy) as busy:
        read_status({"status": "error", "message": "Rate limit exceeded"}, Song())
    assert busy.value.resend


def test_a_failure_of_a_song_that_has_a_name_never_looks_as_if_it_could_be_sent_again() -> None:
    with pytest.raises(Busy) as busy:
        read_status({"status": "failed", "job_id": "j", "error": "Rate limit exceeded"}, Song())
    assert not busy.value.resend


def test_a_song_that_failed_after_one_take_is_that_take() -> None:
    events = said({"status": "failed", "detail": "x", "audio_data": [{"audio_url": A}]})
    assert events[-2:] == [TakeLost(version=None, detail="x"), Finished()]


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        ({"detail": "Job not found"}, TakeFailed),
        ({"success": False, "message": "Rate limits have been passed"}, Busy),
        ({"hello": "world"}, Misshapen),
        ([], Misshapen),
        ("<html>", Misshapen),
        (None, Misshapen),
    ],
)
def test_what_says_nothing_of_the_song_is_no_verdict(
    shape: object, kind: type[SoundverseError]
) -> None:
    song = Song(KNOWN)
    with pytest.raises(kind):
        read_status(shape, song)
    assert not song.is_finished
    assert song.failure is None


def test_the_log_gets_names_and_no_words() -> None:
    with pytest.raises(Misshapen) as misshapen:
        read_status({"prompt": "a secret wish", "lyrics": "my words"}, Song())
    assert misshapen.value.detail == "{lyrics, prompt}"


def test_the_newer_hosts_job_is_asked_for_by_its_id() -> None:
    assert said({"task_id": "t-1", "status": "queued"}, Song()) == [Accepted(ids=Ids(job_id="t-1"))]
    assert said({"id": 5, "status": "queued"}, Song()) == [Accepted(ids=Ids(job_id="5"))]


def test_paths_hold_only_ids_that_are_known_and_escaped() -> None:
    assert paths_for(Ids(job_id="a/b?c&d"), STATUS_PATHS) == [
        "/v7/status?job_id=a%2Fb%3Fc%26d",
        "/v1/generations/a%2Fb%3Fc%26d",
    ]
    assert paths_for(Ids(message_id="ü"), STATUS_PATHS) == [
        "/status/generation/%C3%BC",
        "/status/generations/%C3%BC",
    ]
    assert paths_for(Ids(), STATUS_PATHS) == []
    assert paths_for(KNOWN, ["/fixed"]) == []


@given(VALUES | CHUNKS | st.fixed_dictionaries({"data": VALUES}))
def test_no_answer_raises_anything_else(document: object) -> None:
    song = Song(KNOWN)
    try:
        read_status(document, song)
    except SoundverseError:
        return
    assert not song.is_finished or song.takes
