"""Files and previews: open to whoever knows the address, and to nothing but what a job names."""

import http.client
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.houseband.server.bands import (
    Document,
    RunningBand,
    document_in,
    log_of,
    running_band,
)
from tests.houseband.server.canned import tone_mp3

OPEN = {"Authorization": ""}


@pytest.fixture(scope="module")
def job(band: RunningBand) -> Document:
    answer: Document = band.post("/v7/generate/song/sync", "a song seed:7").json()
    return answer


def test_a_take_is_handed_out_without_a_key(band: RunningBand, job: Document) -> None:
    response = band.http.get(job["audio_data"][0]["audio_url"], headers=OPEN)
    assert response.headers["Content-Type"] == "audio/mpeg"
    assert response.content == tone_mp3()


def test_a_cover_is_handed_out_without_a_key(band: RunningBand, job: Document) -> None:
    response = band.http.get(job["album_art"], headers=OPEN)
    assert response.headers["Content-Type"] == "image/webp"
    assert response.content.endswith(b"WEBPSong 7")


def test_a_cover_that_is_not_drawn_yet_is_waited_for(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as waiting, ThreadPoolExecutor(1) as client:
        job_id = waiting.start("unlit seed:7")["job_id"]
        cover = client.submit(waiting.http.get, f"/files/{job_id}/cover.webp")
        with pytest.raises(TimeoutError):
            cover.result(timeout=0.2)
        waiting.let_go()
        assert cover.result().content.endswith(b"WEBPSong 7")


def test_a_part_of_a_take_can_be_asked_for(band: RunningBand, job: Document) -> None:
    response = band.http.get(job["audio_data"][0]["audio_url"], headers={"Range": "bytes=10-19"})
    assert response.status_code == 206
    assert response.headers["Content-Range"] == f"bytes 10-19/{len(tone_mp3())}"
    assert response.content == tone_mp3()[10:20]


def test_a_preview_waits_for_its_take(band: RunningBand) -> None:
    job_id = band.start("a song")["job_id"]
    response = band.http.get(f"/previews/{job_id}/2", headers=OPEN)
    assert response.headers["Content-Type"] == "audio/mpeg"
    assert response.content == tone_mp3()


def test_a_preview_is_heard_before_its_take_is_done(tmp_path: Path) -> None:
    half = len(tone_mp3()) // 2
    with running_band(tmp_path / "data") as band:
        job_id = band.start("grow")["job_id"]
        with band.http.stream("GET", f"/previews/{job_id}/1", headers=OPEN) as response:
            assert response.headers["Content-Type"] == "audio/mpeg"
            assert "Content-Length" not in response.headers
            pieces = response.iter_raw()
            heard = b""
            while len(heard) < half:
                heard += next(pieces)
            assert 1 not in [take["version"] for take in band.status(job_id)["audio_data"]]
            band.let_go()
            heard += b"".join(pieces)
        assert heard == tone_mp3()
        again = band.http.get(f"/previews/{job_id}/1", headers={"Range": "bytes=10-19"})
        assert again.status_code == 206


def test_whoever_leaves_a_preview_costs_the_song_nothing(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        job_id = band.start("grow")["job_id"]
        with band.http.stream("GET", f"/previews/{job_id}/1", headers=OPEN) as response:
            next(response.iter_raw())
        band.let_go()
        assert band.ended(job_id)["status"] == "completed"
    assert "Traceback" not in log_of(tmp_path / "data").read_text()


def test_the_preview_of_a_take_that_is_lost_breaks_off(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        job_id = band.start("choke")["job_id"]
        with band.http.stream("GET", f"/previews/{job_id}/1", headers=OPEN) as response:
            pieces = response.iter_raw()
            next(pieces)
            band.let_go()
            with pytest.raises(httpx.RemoteProtocolError):
                list(pieces)
        assert band.http.get(f"/previews/{job_id}/1").status_code == 404


def test_after_a_restart_a_preview_can_be_heard_from_its_start(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        job_id = band.start("grow")["job_id"]
        with band.http.stream("GET", f"/previews/{job_id}/1", headers=OPEN) as response:
            pieces = response.iter_raw()
            next(pieces)
            band.process.kill()
            with pytest.raises(httpx.RemoteProtocolError):
                list(pieces)
    (tmp_path / "data" / "go").touch()
    with running_band(tmp_path / "data") as band:
        assert band.http.get(f"/previews/{job_id}/1", headers=OPEN).content == tone_mp3()


def test_v6_names_the_preview_once_it_can_be_heard(tmp_path: Path) -> None:
    body = {"prompt": "grow"}
    with (
        running_band(tmp_path / "data") as band,
        band.http.stream("POST", "/v6/generate/song", json=body) as response,
    ):
        told = (document_in(line) for line in response.iter_lines() if line)
        first = next(chunk for chunk in told if chunk.get("version") == 1)
        assert first["streaming_ready"]
        with band.http.stream("GET", first["stream_url"], headers=OPEN) as heard:
            assert next(heard.iter_raw())
        band.let_go()
        rest = list(told)
    assert [chunk["version"] for chunk in rest if "stream_url" in chunk] in ([], [2])


def test_a_lost_take_has_no_preview(band: RunningBand) -> None:
    job_id = band.start("mishap:one-take")["job_id"]
    assert band.http.get(f"/previews/{job_id}/1").status_code == 200
    assert band.http.get(f"/previews/{job_id}/2").status_code == 404


@pytest.mark.parametrize("path", ["/previews/{job}/3", "/previews/nobody/1", "/files/nobody/x.mp3"])
def test_what_is_not_there_is_not_found(band: RunningBand, job: Document, path: str) -> None:
    response = band.http.get(path.format(job=job["job_id"]))
    assert response.status_code == 404
    assert set(response.json()) == {"detail"}


@pytest.mark.parametrize(
    "path",
    [
        "/files/{job}/job.json",
        "/files/{job}/../../key",
        "/files/{job}/..%2f..%2fkey",
        "/files/{job}/..%2Fcover.webp",
        "/files/{job}/%2e%2e/%2e%2e/lock",
        "/files/../jobs/{job}/job.json",
        "/files/{job}//etc/passwd",
        "/files/{job}/%2fetc%2fpasswd",
        "/files/{job}/job.json%00.mp3",
        "/files/..%2f/lock",
    ],
)
def test_no_path_leads_to_any_other_file(band: RunningBand, job: Document, path: str) -> None:
    connection = http.client.HTTPConnection(band.url.removeprefix("http://"))
    try:
        connection.request("GET", path.format(job=job["job_id"]))  # sent as it stands
        assert connection.getresponse().status == 404
    finally:
        connection.close()
