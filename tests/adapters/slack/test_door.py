"""HTTP mode: only what Slack signed is taken, and once."""

import json
import time
from urllib.parse import urlencode

import pytest
import structlog

from tests.adapters.slack.office import Office, an_office
from tests.bot.conftest import Stage, stage
from tests.fakes.slack import Fault

__all__ = ["stage"]

FORM = "application/x-www-form-urlencoded"


def a_command(office: Office, text: str = "rain") -> bytes:
    fields = {
        "command": "/song",
        "text": text,
        "team_id": office.slack.workspace.id,
        "channel_id": office.channel.id,
        "user_id": office.ana.id,
        "trigger_id": "1.2.3",
    }
    return urlencode(fields).encode()


async def post(office: Office, body: bytes, headers: dict[str, str], kind: str = FORM) -> int:
    status, _ = await office.slack.http.post(body, headers | {"Content-Type": kind})
    return status


async def test_everything_works_by_http_too(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        asked = await office.slack.slash(office.ana, office.channel, "/song")
        form = await asked.opened()
        sent = await office.slack.submit(form, {"prompt": "rain", "reference-url": "x"})
        assert list(sent.errors) == ["reference-url"]
        await office.slack.submit(form, {"reference-url": ""})
        await office.until_asked()
        await office.slack.mention(office.ana, office.channel, "song snow")
        await office.until_asked(2)
        home = await office.slack.home(office.ana)
        await office.slack.press(office.ana, home, "Cancel")
        await home.next_edit()
        asked = await office.slack.slash(office.ana, office.channel, "/cancel")
        assert await office.slack.complete(office.ana, await asked.opened(), "job")


async def test_a_command_that_says_payload_is_a_command(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        await office.slack.slash(office.ana, office.channel, "/song", "our payload={}")
        [job] = await office.until_asked()
        assert job.ask.prompt == "our payload={}"


async def test_what_isnt_signed_by_slack_isnt_taken(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        body = a_command(office)
        signed = office.slack.http.headers(body)
        for headers in (
            {},
            signed | {"X-Slack-Signature": "v0=" + 64 * "0"},
            signed | {"X-Slack-Signature": "ü" * 10},
            signed | {"X-Slack-Request-Timestamp": str(int(time.time()) - 1)},
            office.slack.http.headers(body + b"x"),
        ):
            assert await post(office, body, headers) == 401
        assert await office.jobs() == []
        assert await post(office, body, signed) == 200
        await office.until_asked()


@pytest.mark.parametrize("stamp", ["", "soon", "1.5", "-1", "١٢٣٤", "9" * 40, "0x10", " 12"])
async def test_a_malformed_timestamp_is_refused_like_a_bad_signature(
    stage: Stage, stamp: str
) -> None:
    async with an_office(stage) as office, office.by_http():
        body = a_command(office)
        headers = office.slack.http.headers(body, stamp or "x")
        headers["X-Slack-Request-Timestamp"] = stamp
        assert await post(office, body, headers) == 401


@pytest.mark.parametrize("off", [-301, 301, -100_000])
async def test_what_is_older_than_five_minutes_or_of_the_future_is_refused(
    stage: Stage, off: int
) -> None:
    async with an_office(stage) as office, office.by_http():
        body = a_command(office)
        stamp = str(int(time.time()) + off + (1 if off > 0 else 0))
        assert await post(office, body, office.slack.http.headers(body, stamp)) == 401


async def test_a_replay_is_refused(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        body = a_command(office)
        headers = office.slack.http.headers(body)
        assert await post(office, body, headers) == 200
        assert await post(office, body, headers) == 401
        assert len(await office.until_asked()) == 1


@pytest.mark.filterwarnings("ignore:Sending a large body")  # which is what it does
async def test_a_body_that_is_too_large_is_refused_before_it_is_read(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        body = a_command(office, "x" * 2**21)
        assert await post(office, body, office.slack.http.headers(body)) == 413
        assert await office.jobs() == []


@pytest.mark.parametrize("body", [b"{", b"payload=%7B", b"\xff\xfe", b"payload=3"])
async def test_what_cant_be_read_is_refused(stage: Stage, body: bytes) -> None:
    async with an_office(stage) as office, office.by_http():
        assert await post(office, body, office.slack.http.headers(body)) == 400


async def test_an_event_that_comes_again_counts_once(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        mention = await office.slack.mention(office.ana, office.channel, "song rain")
        assert mention.delivery
        body = json.dumps(mention.payload).encode()
        for number in (1, 2, 3):
            stamp = str(int(time.time()) + number)  # each retry is signed anew
            headers = office.slack.http.headers(body, stamp)
            headers |= {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": "http_timeout"}
            assert await post(office, body, headers, "application/json") == 200
        await office.slack.slash(office.ana, office.channel, "/song", "snow")
        jobs = await office.until_asked(2)
        assert sorted(str(job.ask.prompt) for job in jobs) == ["rain", "snow"]


async def test_it_is_acked_while_an_answer_is_being_found(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        stage.chat.answers.clear()
        asked = await office.slack.slash(office.ana, office.channel, "/song", "rain")
        assert asked.is_answered
        stage.chat.answers.set()
        await office.until_asked()


async def test_before_busker_is_ready_slack_is_asked_to_come_again(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http() as door:
        door.close()
        body = a_command(office)
        assert await post(office, body, office.slack.http.headers(body)) == 503


async def test_a_refusal_says_nothing_of_what_was_sent(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        body = a_command(office, "a secret wish")
        with structlog.testing.capture_logs() as logs:
            status, text = await office.slack.http.post(body, {"X-Slack-Signature": "v0=1"})
        assert (status, text) == (401, "")
        assert "secret" not in str(logs)


async def test_duplicates_by_script_count_once(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        office.slack.faults.on("deliver /song", Fault.DUPLICATE)
        await office.slack.slash(office.ana, office.channel, "/song", "rain")
        await office.slack.slash(office.ana, office.channel, "/song", "snow")
        jobs = await office.until_asked(2)
        assert sorted(str(job.ask.prompt) for job in jobs) == ["rain", "snow"]


async def test_slack_may_look_at_our_certificate(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_http():
        assert await post(office, b"ssl_check=1&token=fake", {}) == 200
