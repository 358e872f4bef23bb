"""Who plays when, and what happens to a render process that dies."""

import os
import signal
from pathlib import Path

import pytest

from houseband.server.band import QUEUE_LIMIT
from tests.houseband.server.bands import RunningBand, document_in, running_band


def test_a_full_queue_refuses_and_says_when_to_come_back(tmp_path: Path) -> None:
    with running_band(tmp_path / "data", HOUSEBAND_PROCESSES="1") as band:
        band.playing("wait")
        for _ in range(QUEUE_LIMIT):
            band.start("wait")
        assert band.http.get("/health").json()["queue"] == {
            "waiting": QUEUE_LIMIT,
            "playing": 1,
            "limit": QUEUE_LIMIT,
        }
        refused = band.post("/v7/generate/song", "wait")
        assert refused.status_code == 429
        assert int(refused.headers["Retry-After"]) > 0
        assert refused.json()["message"] == "Rate limits have been passed for the user."


def test_first_come_is_first_served(tmp_path: Path) -> None:
    with running_band(tmp_path / "data", HOUSEBAND_PROCESSES="1") as band:
        first = band.playing("wait")
        others = [band.start("wait")["job_id"] for _ in range(3)]
        assert {band.status(other)["status"] for other in others} == {"queued"}
        band.let_go()
        for job_id in others:
            band.ended(job_id)
        finished = [
            (path / "song_v2.mp3").stat().st_mtime_ns for path in _folders(band, first, *others)
        ]
        assert finished == sorted(finished)


@pytest.mark.parametrize("path", ["/v6/generate/song", "/v6/generate/music"])
def test_a_song_has_its_id_and_title_while_every_process_is_busy(tmp_path: Path, path: str) -> None:
    with running_band(tmp_path / "data") as band:
        band.playing("wait")
        with band.http.stream("POST", path, json={"prompt": "unlit seed:5"}) as response:
            lines = (line for line in response.iter_lines() if line)
            chunks = [document_in(line) for line, _ in zip(lines, range(2), strict=False)]
        assert [chunk["status"] for chunk in chunks] == ["initializing", "validated"]
        assert chunks[1]["song_name"] == "Song 5"
        status = band.http.get(f"/status/generation/{chunks[1]['message_id']}").json()
        assert status["status"] == "queued"


def test_a_render_process_that_dies_once_costs_nothing(band: RunningBand) -> None:
    chunks = band.stream("/v7/generate/song", "faint")
    assert chunks[-1]["total_versions"] == 2


def test_a_render_process_that_dies_twice_fails_its_song_alone(band: RunningBand) -> None:
    doomed = band.start("die")["job_id"]
    assert band.post("/v7/generate/song/sync").is_success
    assert band.ended(doomed)["status"] == "failed"
    assert band.post("/v7/generate/song/sync").is_success


def test_a_render_process_that_is_killed_while_idle_is_replaced(tmp_path: Path) -> None:
    with running_band(tmp_path / "data", HOUSEBAND_PROCESSES="1") as band:
        band.post("/v7/generate/song/sync")
        for child in band.children():
            os.kill(child, signal.SIGKILL)
        assert len(band.post("/v7/generate/song/sync").json()["audio_data"]) == 2


def test_a_take_that_never_ends_is_ended_and_lost(tmp_path: Path) -> None:
    with running_band(tmp_path / "data", HOUSEBAND_PROCESSES="1") as band:
        chunks = band.stream("/v7/generate/song", "endless")
        assert [chunk.get("version") for chunk in chunks if chunk["status"] == "failed"] == [
            1,
            2,
            None,
        ]
        assert band.post("/v7/generate/song/sync").is_success


def test_a_studio_that_gives_up_fails_the_song_and_not_the_band(band: RunningBand) -> None:
    chunks = band.stream("/v7/generate/song", "break")
    assert [chunk["status"] for chunk in chunks[-3:]] == ["failed"] * 3
    assert band.post("/v7/generate/song/sync").is_success


def test_a_song_that_cannot_be_named_fails_before_it_is_validated(band: RunningBand) -> None:
    chunks = band.stream("/v7/generate/song", "nameless")
    assert [chunk["status"] for chunk in chunks] == ["processing", "failed"]
    assert chunks[1]["isComplete"] is True
    chunks = band.stream("/v6/generate/song", "nameless")
    assert [chunk["status"] for chunk in chunks] == ["initializing", "failed"]


def test_what_cannot_be_kept_is_not_accepted(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        (tmp_path / "data" / "jobs").touch()  # a file where the folder should be
        refused = band.post("/v7/generate/song")
        assert refused.status_code == 503
        (tmp_path / "data" / "jobs").unlink()
        assert band.post("/v7/generate/song/sync").is_success


def test_a_song_without_a_cover_is_still_a_song(band: RunningBand) -> None:
    chunks = band.stream("/v7/generate/song", "artless")
    assert band.http.get(chunks[1]["album_art"]).status_code == 404
    assert chunks[-1]["album_art"] is None
    assert chunks[-1]["total_versions"] == 2


def test_a_client_that_leaves_does_not_stop_the_song(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        job_id = band.start("wait")["job_id"]
        band.let_go()
        assert band.ended(job_id)["status"] == "completed"


def _folders(band: RunningBand, *job_ids: str) -> list[Path]:
    return [band.folder / "jobs" / job_id for job_id in job_ids]
