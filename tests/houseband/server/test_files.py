"""Files and previews: open to whoever knows the address, and to nothing but what a job names."""

import http.client
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.houseband.server.bands import Document, RunningBand, running_band
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
