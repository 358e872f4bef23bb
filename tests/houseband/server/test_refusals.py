"""Errors in the documented shapes. Nothing that is refused leaves a job behind."""

import json
from typing import Any

import pytest

from tests.houseband.server.bands import RunningBand

V7, V6, MUSIC, EXTEND = (
    "/v7/generate/song",
    "/v6/generate/song",
    "/v6/generate/music",
    "/v6/extend/song",
)
EITHER = (
    "Either prompt or at least one of reference_url, instrumental_url, vocal_url, or melody_url "
    "must be provided"
)
EMPTY = "Invalid or empty prompt provided"
TOO_LONG = "Prompt exceeds maximum length of 1024 characters"
AWAY = {"audio_url": "https://storage.soundverse.ai/x.mp3", "lyrics": "la", "extend_at": 9000}

DETAILS = [
    (V7, {}, 400, EITHER),
    (V7, {"prompt": "  "}, 400, EITHER),
    (V7, {"lyrics": "words alone"}, 400, EITHER),
    (V6, {}, 400, EMPTY),
    (V6, {"prompt": None}, 400, EMPTY),
    (MUSIC, {"prompt": "", "style": "jazz"}, 400, EMPTY),
    (V7, {"prompt": "x" * 1025}, 400, TOO_LONG),
    (V6, {"prompt": "x" * 1025}, 400, TOO_LONG),
    (V7, {"prompt": 5}, 422, "prompt must be a string"),
    (V7, {"prompt": "x", "lyrics": ["la"]}, 422, "lyrics must be a string"),
    (V7, {"prompt": "\ud800"}, 422, "prompt must be valid Unicode"),
    (EXTEND, {"audio_url": "http://x", "extend_at": 9000}, 422, "lyrics must be provided"),
    (EXTEND, {"lyrics": "la", "extend_at": 9000}, 422, "audio_url must be provided"),
]
MESSAGES = [
    (V7, {"prompt": "mishap:rate-limit"}, 429, "Rate limits have been passed for the user."),
    (V6, {"prompt": "mishap:balance"}, 402, "Insufficient balance for this operation."),
    (
        MUSIC,
        {"prompt": "mishap:nsfw"},
        400,
        "NSFW words detected. Please try again with different lyrics.",
    ),
    (
        V7,
        {"prompt": "x", "vocal_url": "https://a/b.mp3"},
        400,
        "Reference audio file error: the house band can't listen to a vocal_url",
    ),
    (
        EXTEND,
        AWAY,
        400,
        "Reference audio file error: audio_url is not one of the house band's own takes",
    ),
    (
        EXTEND,
        {**AWAY, "audio_url": "http://[x/files/"},
        400,
        "Reference audio file error: audio_url is not one of the house band's own takes",
    ),
]


@pytest.mark.parametrize("sync", ["", "/sync"])
@pytest.mark.parametrize(("path", "body", "code", "detail"), DETAILS)
def test_a_wrong_field_is_refused_with_a_detail(
    band: RunningBand, path: str, sync: str, body: dict[str, Any], code: int, detail: str
) -> None:
    response = band.http.post(path + sync, content=json.dumps(body))
    assert (response.status_code, response.json()) == (code, {"detail": detail})


@pytest.mark.parametrize(("path", "body", "code", "message"), MESSAGES)
def test_a_refusal_is_unsuccessful_with_a_message(
    band: RunningBand, path: str, body: dict[str, Any], code: int, message: str
) -> None:
    response = band.http.post(path, json=body)
    assert response.status_code == code
    assert response.json() == {"success": False, "message": message}


@pytest.mark.parametrize("field", ["reference_url", "instrumental_url", "vocal_url", "melody_url"])
def test_audio_inputs_are_never_silently_ignored(band: RunningBand, field: str) -> None:
    response = band.post(V7, **{field: "https://a/b.mp3"})
    assert response.status_code == 400
    assert field in response.json()["message"]


@pytest.mark.parametrize("value", [None, 7999, 420_001, 9000.5, "9000", True])
def test_extend_at_is_a_number_in_its_bounds(band: RunningBand, value: object) -> None:
    response = band.http.post(EXTEND, json={**AWAY, "extend_at": value})
    assert response.status_code == 400  # the file is looked at first
    take = band.post(f"{V7}/sync").json()["audio_data"][0]["audio_url"]
    response = band.http.post(EXTEND, json={**AWAY, "audio_url": take, "extend_at": value})
    assert response.status_code == 422
    assert response.json()["detail"].startswith("extend_at must be an integer from 8000 to 420000")


def test_a_take_is_not_extended_beyond_its_end(band: RunningBand) -> None:
    take = band.post(f"{V7}/sync").json()["audio_data"][0]["audio_url"]
    late = band.http.post(EXTEND, json={**AWAY, "audio_url": take, "extend_at": 10_001})
    assert late.json() == {"detail": "extend_at lies beyond the end of the song (10000 ms)"}
    assert band.http.post(EXTEND, json={**AWAY, "audio_url": take, "extend_at": 10_000}).is_success


def test_a_take_is_ours_by_its_path_whatever_the_host_was_called(band: RunningBand) -> None:
    take = band.post(f"{V7}/sync").json()["audio_data"][0]["audio_url"]
    elsewhere = take.replace("127.0.0.1", "band.local")
    body = {**AWAY, "audio_url": elsewhere}
    assert band.http.post(f"{EXTEND}/sync", json=body).is_success


def test_unavailable_tells_its_inner_trouble(band: RunningBand) -> None:
    response = band.post(V7, "mishap:unavailable")
    assert response.status_code == 503
    assert response.json() == {
        "success": False,
        "message": "Service temporarily unavailable. Please try again in a moment.",
        "error": "Database connection pool exhausted",
    }


def test_a_rate_limit_says_when_to_come_back(band: RunningBand) -> None:
    assert band.post(V7, "mishap:rate-limit").headers["Retry-After"] == "30"
    assert band.post(V7, "mishap:rate-limit:2").headers["Retry-After"] == "2"


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 200_000])
def test_a_body_that_is_no_json_is_refused(band: RunningBand, body: bytes) -> None:
    response = band.http.post(V7, content=body)
    assert response.status_code == 400
    assert response.json() == {"detail": "Request body is not valid JSON"}


def test_a_body_that_is_no_object_is_refused(band: RunningBand) -> None:
    assert band.http.post(V7, content=b"[1]").status_code == 400


def test_a_body_that_is_too_large_is_refused(band: RunningBand) -> None:
    response = band.post(V7, lyrics="la " * 100_000)
    assert response.status_code == 413
    assert "detail" in response.json()


def test_an_unknown_mishap_is_refused_without_repeating_the_prompt(band: RunningBand) -> None:
    response = band.post(V7, "mishap:earthquake")
    assert response.status_code == 422
    detail = response.json()["detail"]
    assert detail.startswith("There is no such mishap. Known are: rate-limit, ")
    assert "earthquake" not in detail


def test_unknown_routes_and_methods_are_answered_in_json(band: RunningBand) -> None:
    unknown = band.http.get("/v9/generate/song")
    assert (unknown.status_code, unknown.json()) == (404, {"detail": "Not Found"})
    wrong = band.http.get(V7)
    assert (wrong.status_code, wrong.headers["Allow"]) == (405, "POST")
    assert wrong.json() == {"detail": "Method Not Allowed"}


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer wrong", "Basic a-key-for-tests"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", V7),
        ("POST", f"{EXTEND}/sync"),
        ("GET", "/v7/status"),
        ("GET", "/status/generation/x"),
    ],
)
def test_without_the_key_nothing_is_done(
    band: RunningBand, authorization: str, method: str, path: str
) -> None:
    response = band.http.request(
        method, path, json={"prompt": "x"}, headers={"Authorization": authorization}
    )
    assert response.status_code == 401
    assert set(response.json()) == {"success", "message"}
    assert response.json()["success"] is False
