"""Stages and fields, exactly as the vendor's pages list them ("fields sent")."""

from pathlib import Path

import pytest

from tests.houseband.server.bands import Document, RunningBand, running_band

V7_FIELDS = {
    "processing": "type job_id message_id status isComplete chunkIndex",
    "validated": "message_id status isComplete album_art song_name operation content chunkIndex",
    "streaming": "message_id status isComplete version task_id stream_url streaming_ready content chunkIndex",
    "uploading": "message_id status isComplete version content chunkIndex",
    "completed": "message_id status isComplete version audio_url audio_id audio_ready duration bpm "
    "lyrics_sections tokens totalTokens content chunkIndex",
    "final": "message_id status isComplete operation total_versions album_art song_name content chunkIndex",
}
V6_FIELDS = {
    "initializing": "isComplete status chunkIndex",
    "validated": "message_id isComplete status album_art song_name chunkIndex",
    "streaming": "message_id isComplete status album_art song_name chunkIndex",
    "processing": "message_id isComplete chunkIndex status album_art song_name",
    "running": "message_id isComplete chunkIndex status album_art song_name progress",
    "ready": "message_id isComplete status chunkIndex stream_url version streaming_ready album_art song_name",
    "generated": "message_id isComplete chunkIndex status album_art song_name progress audio_url",
    "uploading": "message_id isComplete status version chunkIndex",
    "completed": "message_id isComplete status version lyrics_sections chunkIndex",
}
V6_CALLS: dict[str, Document] = {
    "/v6/generate/song": {"lyrics": "Through every road"},
    "/v6/generate/music": {"style": "jazz"},
    "/v6/extend/song": {"lyrics": "Once more", "extend_at": 8000},
}


def v7_stage(chunk: Document) -> str:
    return "final" if chunk["isComplete"] else chunk["status"]


def v6_stage(chunk: Document) -> str:
    if "stream_url" in chunk:
        return "ready"
    return "generated" if "audio_url" in chunk else chunk["status"]


@pytest.fixture(scope="module")
def v7(band: RunningBand) -> list[Document]:
    return band.stream("/v7/generate/song", "a song seed:7")


@pytest.fixture(scope="module", params=V6_CALLS)
def v6(band: RunningBand, request: pytest.FixtureRequest, v7: list[Document]) -> list[Document]:
    take = next(chunk["audio_url"] for chunk in v7 if "audio_url" in chunk)
    fields = V6_CALLS[request.param]
    if "extend" in request.param:
        fields = {**fields, "audio_url": take}
    return band.stream(request.param, "a song seed:7", **fields)


def test_v7_sends_the_documented_fields_and_no_others(v7: list[Document]) -> None:
    for chunk in v7:
        assert set(chunk) == set(V7_FIELDS[v7_stage(chunk)].split())


def test_v7_tells_the_stages_of_each_version_in_the_documented_order(v7: list[Document]) -> None:
    for version in (1, 2):
        told = [v7_stage(chunk) for chunk in v7 if chunk.get("version") in (version, None)]
        assert told == ["processing", "validated", "streaming", "uploading", "completed", "final"]


def test_v7_is_complete_on_its_last_chunk_only(v7: list[Document]) -> None:
    assert [chunk["isComplete"] for chunk in v7] == [False] * (len(v7) - 1) + [True]


def test_v7_gives_its_job_id_before_anything_else(v7: list[Document]) -> None:
    assert v7[0]["type"] == "job_created"
    assert len(v7[0]["job_id"]) == 32


def test_v7_says_what_a_take_is_like(v7: list[Document]) -> None:
    takes = [chunk for chunk in v7 if "audio_url" in chunk]
    assert [(take["duration"], take["bpm"]) for take in takes] == [(10.0, 120), (10.0, 120)]
    assert [take["totalTokens"] for take in takes] == [100, 200]
    first = {"label": "Verse", "text": "Through every road", "start": 0.5, "end": 4.0}
    assert takes[0]["lyrics_sections"][0] == first


def test_v6_sends_the_documented_fields_and_no_others(v6: list[Document]) -> None:
    for chunk in v6:
        assert set(chunk) == set(V6_FIELDS[v6_stage(chunk)].split())


def test_v6_tells_its_stages_in_the_documented_order(v6: list[Document]) -> None:
    stages = [v6_stage(chunk) for chunk in v6]
    running = stages.count("running")
    assert running >= 2
    take = ["ready", "generated", "uploading", "completed"]
    start = ["initializing", "validated", "streaming", "processing"]
    assert stages == start + ["running"] * running + take * 2


def test_v6_never_says_that_it_is_complete(v6: list[Document]) -> None:
    assert {chunk["isComplete"] for chunk in v6} == {False}


def test_v6_progress_is_real_and_never_falls(v6: list[Document]) -> None:
    percents = [chunk["progress"] for chunk in v6 if "progress" in chunk]
    assert percents == sorted(percents)
    assert percents[0] < 100 == percents[-1]


def test_v6_makes_two_versions(v6: list[Document]) -> None:
    assert [chunk["version"] for chunk in v6 if "stream_url" in chunk] in ([1, 2], [2, 1])
    assert len({chunk["audio_url"] for chunk in v6 if "audio_url" in chunk}) == 2


def test_chunks_are_numbered_from_zero(v6: list[Document], v7: list[Document]) -> None:
    for stream in (v6, v7):
        assert [chunk["chunkIndex"] for chunk in stream] == list(range(len(stream)))


def test_addresses_use_the_name_the_client_called(band: RunningBand) -> None:
    headers = {"Host": "band.example:81"}
    response = band.http.post("/v7/generate/song/sync", json={"prompt": "x"}, headers=headers)
    take = response.json()["audio_data"][0]
    assert take["audio_url"].startswith("http://band.example:81/files/")


def test_with_one_process_the_takes_come_one_after_the_other(tmp_path: Path) -> None:
    with running_band(tmp_path / "data", HOUSEBAND_PROCESSES="1") as band:
        told = [
            chunk["version"] for chunk in band.stream("/v7/generate/song") if "version" in chunk
        ]
    assert told == [1, 1, 1, 2, 2, 2]
