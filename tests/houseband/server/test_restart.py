"""The band stops and comes back; the songs it had accepted are finished."""

import signal
from pathlib import Path

import httpx
import pytest

from tests.houseband.server.bands import KEY, launch, log_of, running_band, until


def test_a_song_survives_the_death_of_the_band(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with running_band(folder) as band:
        key = {"Idempotency-Key": "once"}
        job = band.start("wait seed:9", **key)
        assert band.status(job["job_id"])["status"] in ("queued", "processing")
        band.process.send_signal(signal.SIGKILL)
        band.process.wait()
    (folder / "go").touch()
    with running_band(folder) as band:
        status = band.ended(job["job_id"])
        assert (status["status"], status["song_name"]) == ("completed", "Song 9")
        again = band.http.post("/v7/generate/song", json={"prompt": "wait seed:9"}, headers=key)
        assert again.text.startswith("data: ")
        assert job["job_id"] in again.text


def test_a_cover_that_was_not_drawn_before_a_restart_is_drawn_after_it(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        job_id = band.start("unlit seed:9")["job_id"]
        until(lambda: band.status(job_id)["song_name"] == "Song 9")
        band.process.kill()
        band.process.wait()
    (tmp_path / "data" / "go").touch()
    with running_band(tmp_path / "data") as band:
        cover = band.http.get(band.status(job_id)["album_art"])
        assert cover.content.endswith(b"WEBPSong 9")


def test_a_restart_tells_nothing_twice(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    key = {"Idempotency-Key": "once"}
    body = {"prompt": "wait seed:9"}
    with (
        running_band(folder) as band,
        band.http.stream("POST", "/v7/generate/song", json=body, headers=key) as response,
    ):
        lines = response.iter_lines()
        before = [next(line for line in lines if line) for _ in range(4)]
        band.process.kill()
    (folder / "go").touch()
    with running_band(folder) as band:
        text = band.http.post("/v7/generate/song", json=body, headers=key).text
    after = [line for line in text.splitlines() if line]
    old_url, new_url = (
        line.split('"stream_url": "')[1].split("/previews")[0] for line in (before[2], after[2])
    )
    assert [line.replace(old_url, new_url) for line in before] == after[:4]
    assert len(after) == 9


def test_finished_songs_are_still_there_after_a_restart(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        job_id = band.post("/v7/generate/song/sync").json()["job_id"]
    with running_band(tmp_path / "data") as band:
        take = band.status(job_id)["audio_data"][0]
        assert band.http.get(take["audio_url"]).is_success


def test_a_child_stops_when_its_parent_lets_go(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        band.start("wait")
        assert band.process.stdin
        band.process.stdin.close()
        assert band.process.wait(timeout=10) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_the_band_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with (
        running_band(tmp_path / "data") as band,
        band.http.stream("POST", "/v7/generate/song", json={"prompt": "wait"}) as response,
    ):
        next(response.iter_lines())
        band.process.send_signal(number)
        assert band.process.wait(timeout=10) == 0
    assert "Traceback" not in log_of(tmp_path / "data").read_text()


def test_a_stream_under_way_is_cut_and_not_ended(tmp_path: Path) -> None:
    with (
        running_band(tmp_path / "data") as band,
        band.http.stream("POST", "/v7/generate/song", json={"prompt": "wait"}) as response,
    ):
        lines = response.iter_lines()
        next(lines)
        band.process.terminate()
        with pytest.raises(httpx.RemoteProtocolError):
            list(lines)


def test_render_processes_end_with_a_band_that_was_killed(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        band.playing("wait")
        until(lambda: len(band.children()) >= 2)
        children = band.children()
        band.process.kill()
        band.process.wait()
        until(lambda: not any(_alive(child) for child in children))


def test_a_successor_waits_for_its_predecessor_to_leave(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as first:
        address = first.url.removeprefix("http://")
        with launch(tmp_path / "data", HOUSEBAND_ADDRESS=address) as second:
            first.process.terminate()
            assert second.stdout
            assert second.stdout.readline() == f"house band listening on http://{address}\n"
            second.kill()


def test_the_log_tells_the_stages_and_neither_prompt_nor_key(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        job_id = band.post("/v7/generate/song/sync", "a secret wish").json()["job_id"]
        band.post("/v7/generate/song/sync", "break secret")
        log = log_of(tmp_path / "data").read_text()
    for stage in ("accepted", "validated", "started", "recorded", "finished"):
        assert any(stage in line and f"job={job_id[:8]}" in line for line in log.splitlines())
    assert "UnpicklableError" in log
    assert "secret" not in log
    assert KEY not in log
    assert job_id not in log


def _alive(pid: int) -> bool:
    """Say whether a process runs; one that has ended may wait for its new parent to notice."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
