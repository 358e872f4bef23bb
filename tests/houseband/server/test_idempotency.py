"""A request that is sent twice makes one song."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from tests.houseband.server.bands import RunningBand, document_in, running_band

V7 = "/v7/generate/song"


def ask(band: RunningBand, key: str, prompt: str = "a song", path: str = V7) -> httpx.Response:
    return band.http.post(path, json={"prompt": prompt}, headers={"Idempotency-Key": key})


def test_the_same_request_is_told_the_same_story_from_its_start(band: RunningBand) -> None:
    first = ask(band, "twice")
    assert ask(band, "twice").text == first.text


def test_a_song_that_is_being_made_can_be_joined(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        first = band.start("wait", **{"Idempotency-Key": "joined"})
        body, headers = {"prompt": "wait"}, {"Idempotency-Key": "joined"}
        with band.http.stream("POST", V7, json=body, headers=headers) as joined:
            lines = (line for line in joined.iter_lines() if line)
            assert document_in(next(lines)) == first
            band.let_go()
            assert document_in(list(lines)[-1])["isComplete"] is True


def test_requests_at_the_same_moment_make_one_song(band: RunningBand) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: ask(band, "at once", path=f"{V7}/sync"), range(8)))
    assert len({answer.json()["job_id"] for answer in answers}) == 1


def test_a_stream_can_be_asked_for_again_as_one_answer(band: RunningBand) -> None:
    streamed = ask(band, "both ways").text
    assert ask(band, "both ways", path=f"{V7}/sync").json()["job_id"] in streamed


def test_another_request_with_the_same_key_is_a_conflict(band: RunningBand) -> None:
    ask(band, "reused")
    for other in (ask(band, "reused", "b song"), ask(band, "reused", path="/v6/generate/song")):
        assert other.status_code == 409
        assert set(other.json()) == {"detail"}


def test_without_a_key_each_request_is_a_song_of_its_own(band: RunningBand) -> None:
    job_ids = {band.post(f"{V7}/sync").json()["job_id"] for _ in range(2)}
    assert len(job_ids) == 2


def test_a_refused_request_may_come_again(band: RunningBand) -> None:
    assert ask(band, "refused", " ").status_code == 400
    assert ask(band, "refused").is_success


def test_a_key_must_be_printable(band: RunningBand) -> None:
    assert ask(band, "x" * 256).status_code == 422
    raw = {b"Idempotency-Key": b"\xff"}
    assert band.http.post(V7, json={"prompt": "x"}, headers=raw).status_code == 422
