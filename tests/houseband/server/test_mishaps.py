"""What goes wrong because the prompt asked for it."""

import contextlib
import http.client
import json
import re
from pathlib import Path
from typing import get_args

import httpx
import pytest

from houseband.server.mishaps import Mishap, MishapName, mishap_in, without_wishes
from tests.houseband.server.bands import KEY, Document, RunningBand, document_in

V7 = "/v7/generate/song"
DOCS = Path(__file__).parents[3] / "docs" / "houseband.md"


def test_a_mishap_is_found_with_its_number() -> None:
    assert mishap_in("a song") is None
    assert mishap_in("a mishap:hang song") == Mishap(name="hang")
    assert mishap_in("a mishap:drop-stream:4, please") == Mishap(name="drop-stream", number=4)


def test_wishes_are_no_part_of_the_song() -> None:
    assert without_wishes("a mishap:drop-stream:4 song seed:12 of joy") == "a song of joy"


def test_the_documentation_lists_every_mishap() -> None:
    documented = re.findall(r"^\| `mishap:([a-z-]+)", DOCS.read_text(), re.MULTILINE)
    assert documented == list(get_args(MishapName))


@pytest.mark.parametrize(
    ("prompt", "expected"), [("mishap:drop-stream", 2), ("mishap:drop-stream:4", 4)]
)
def test_a_dropped_stream_loses_the_client_and_not_the_job(
    band: RunningBand, prompt: str, expected: int
) -> None:
    chunks: list[Document] = []
    with (
        pytest.raises(httpx.TransportError),
        band.http.stream("POST", V7, json={"prompt": prompt}) as response,
    ):
        chunks.extend(document_in(line) for line in response.iter_lines() if line)
    assert len(chunks) == expected
    assert band.ended(chunks[0]["job_id"])["status"] == "completed"


def test_a_hanging_stream_is_silent_while_the_job_goes_on(band: RunningBand) -> None:
    connection = http.client.HTTPConnection(band.url.removeprefix("http://"))
    with contextlib.closing(connection):
        body = json.dumps({"prompt": "mishap:hang"})
        connection.request("POST", V7, body, {"Authorization": f"Bearer {KEY}"})
        response = connection.getresponse()
        lines = [response.readline() for _ in range(4)]
        chunks = [document_in(line.decode()) for line in lines if line.strip()]
        assert [chunk["status"] for chunk in chunks] == ["processing", "validated"]
        assert band.ended(chunks[0]["job_id"])["status"] == "completed"
        connection.sock.settimeout(0.1)
        with pytest.raises(TimeoutError):
            response.readline()


def test_a_dropped_sync_answer_never_comes(band: RunningBand) -> None:
    with pytest.raises(httpx.TransportError):
        band.post(f"{V7}/sync", "mishap:drop-stream")


def test_one_take_is_a_partial_success(band: RunningBand) -> None:
    chunks = band.stream(V7, "mishap:one-take")
    lost = next(chunk for chunk in chunks if chunk["status"] == "failed")
    assert (lost["version"], lost["error"], lost["isComplete"]) == (2, True, False)
    assert lost["detail"]
    assert chunks[-1]["isComplete"] is True
    assert chunks[-1]["total_versions"] == 1
    status = band.status(chunks[0]["job_id"])
    assert status["status"] == "completed"
    assert [take["version"] for take in status["audio_data"]] == [1]


def test_one_take_is_one_item_in_a_sync_answer(band: RunningBand) -> None:
    assert len(band.post(f"{V7}/sync", "mishap:one-take").json()["audio_data"]) == 1


def test_a_failure_comes_after_validated_and_ends_the_stream(band: RunningBand) -> None:
    chunks = band.stream(V7, "mishap:fail")
    assert chunks[1]["status"] == "validated"
    assert {
        chunk["version"] for chunk in chunks if chunk["status"] == "failed" and "version" in chunk
    } == {1, 2}
    last = chunks[-1]
    assert (last["status"], last["isComplete"], last["error"]) == ("failed", True, True)
    status = band.status(chunks[0]["job_id"])
    assert (status["status"], status["error"], status["audio_data"]) == ("failed", True, [])
    assert status["detail"] == last["detail"]


def test_a_failure_of_v6_is_a_text_and_still_not_complete(band: RunningBand) -> None:
    last = band.stream("/v6/generate/song", "mishap:fail")[-1]
    assert set(last) == {"message_id", "isComplete", "status", "error", "chunkIndex"}
    assert isinstance(last["error"], str)
    assert (last["status"], last["isComplete"]) == ("failed", False)


def test_a_failure_of_a_sync_call_is_an_error(band: RunningBand) -> None:
    response = band.post(f"{V7}/sync", "mishap:fail")
    assert response.status_code == 500
    assert set(response.json()) == {"detail"}


def test_a_take_that_was_made_before_a_failure_is_answered_by_sync(band: RunningBand) -> None:
    response = band.post(f"{V7}/sync", "mishap:late-fail")
    assert response.status_code == 200
    (take,) = response.json()["audio_data"]
    assert band.http.get(take["audio_url"]).is_success


def test_a_late_failure_leaves_the_take_that_was_there(band: RunningBand) -> None:
    chunks = band.stream(V7, "mishap:late-fail")
    assert [chunk["version"] for chunk in chunks if "audio_url" in chunk] == [1]
    assert (chunks[-1]["status"], chunks[-1]["isComplete"]) == ("failed", True)
    status = band.status(chunks[0]["job_id"])
    assert status["status"] == "failed"
    assert [take["version"] for take in status["audio_data"]] == [1]


def test_junk_comes_between_whole_chunks(band: RunningBand) -> None:
    events = [line for line in band.post(V7, "mishap:junk").text.splitlines() if line]
    with pytest.raises(ValueError, match="Unterminated string"):
        document_in(events.pop(2))
    assert [document_in(event)["chunkIndex"] for event in events] == list(range(len(events)))


def test_a_slow_song_holds_up_nobody_else(band: RunningBand) -> None:
    slow = band.start("mishap:slow:3600")["job_id"]
    assert band.post(f"{V7}/sync").is_success
    status = band.status(slow)
    assert (status["status"], status["song_name"]) == ("queued", None)


def test_html_comes_with_200_and_makes_no_job(band: RunningBand) -> None:
    before = len(list((band.folder / "jobs").iterdir()))
    response = band.post(V7, "mishap:html")
    assert (response.status_code, response.headers["Content-Type"]) == (
        200,
        "text/html; charset=utf-8",
    )
    assert len(list((band.folder / "jobs").iterdir())) == before
