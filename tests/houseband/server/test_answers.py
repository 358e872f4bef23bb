"""What the sync and status routes answer."""

import pytest

from tests.houseband.server.bands import Document, RunningBand

STATUS_FIELDS = {
    "job_id",
    "message_id",
    "status",
    "progress",
    "album_art",
    "song_name",
    "audio_data",
}
TAKE_FIELDS = {
    "version",
    "audio_url",
    "song_name",
    "audio_id",
    "duration",
    "bpm",
    "lyrics_sections",
}


@pytest.fixture(scope="module")
def finished(band: RunningBand) -> Document:
    answer: Document = band.post("/v7/generate/song/sync", "a song seed:7").json()
    return answer


def test_v7_sync_gives_a_job_id_and_no_song_name_of_its_own(finished: Document) -> None:
    assert set(finished) == {"job_id", "message_id", "album_art", "audio_data"}
    assert [set(take) for take in finished["audio_data"]] == [{"audio_url", "song_name"}] * 2
    assert finished["audio_data"][0]["song_name"] == "Song 7"


@pytest.mark.parametrize("path", ["/v6/generate/song/sync", "/v6/generate/music/sync"])
def test_v6_sync_gives_a_song_name_and_no_job_id(band: RunningBand, path: str) -> None:
    answer = band.post(path, "a song seed:6").json()
    assert set(answer) == {"message_id", "album_art", "song_name", "audio_data"}
    assert [set(take) for take in answer["audio_data"]] == [{"audio_url", "song_name"}] * 2
    assert answer["song_name"] == "Song 6"


def test_extend_sync_gives_licences_and_a_reply(band: RunningBand, finished: Document) -> None:
    source = finished["audio_data"][1]["audio_url"]
    answer = band.post(
        "/v6/extend/song/sync", audio_url=source, lyrics="more", extend_at=9000
    ).json()
    assert set(answer) == {"message_id", "album_art", "audio_data", "ai_reply"}
    for take in answer["audio_data"]:
        assert set(take) == {"audio_url", "song_name", "licenses"}
        assert take["licenses"] == {"licenses": "Royalty Free"}


def test_a_finished_job_is_told_whole(band: RunningBand, finished: Document) -> None:
    status = band.status(finished["job_id"])
    assert set(status) == STATUS_FIELDS
    assert (status["status"], status["progress"]) == ("completed", 100)
    assert [take["version"] for take in status["audio_data"]] == [1, 2]
    for take, same in zip(status["audio_data"], finished["audio_data"], strict=True):
        assert set(take) == TAKE_FIELDS
        assert take["audio_url"] == same["audio_url"]
    assert set(status["audio_data"][0]["lyrics_sections"][0]) == {"label", "text", "start", "end"}


@pytest.mark.parametrize("path", ["generation", "generations"])
def test_a_job_is_found_by_its_message_too(
    band: RunningBand, finished: Document, path: str
) -> None:
    found = band.http.get(f"/status/{path}/{finished['message_id']}").json()
    assert found == band.status(finished["job_id"])


def test_an_unknown_job_is_not_found(band: RunningBand) -> None:
    for path in ("/v7/status?job_id=nobody", "/status/generation/nobody"):
        response = band.http.get(path)
        assert (response.status_code, response.json()) == (404, {"detail": "Job not found"})


def test_status_without_an_id_is_refused(band: RunningBand) -> None:
    assert band.http.get("/v7/status").status_code == 422


def test_health_needs_no_key_and_says_who_sings(band: RunningBand) -> None:
    health = band.http.get("/health", headers={"Authorization": ""}).json()
    assert health["name"] == "house band"
    assert health["voices"] == "played, not sung"
    assert set(health["queue"]) == {"waiting", "playing", "limit"}
