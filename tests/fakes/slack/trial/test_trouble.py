"""Rate limits, faults by script, and what becomes of deliveries that nobody acks."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web as server
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.signature import SignatureVerifier

from tests.fakes.slack import Channel, Fault, Person, Slack, Upload, fake_slack
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.trial.conftest import Web


@pytest.fixture
def channel(slack: Slack) -> Channel:
    return slack.channel("music")


@pytest.fixture
def ana(slack: Slack, channel: Channel) -> Person:
    person = slack.member("ana")
    assert person in channel.members
    return person


async def test_fifty_edits_a_minute_are_all_that_a_workspace_takes(
    web: Web, slack: Slack, channel: Channel
) -> None:
    others = [channel, slack.channel("other")]
    cards = []
    for place in others:
        posted = await web("chat.postMessage", channel=place.id, text="x")
        cards.append({"channel": place.id, "ts": posted["ts"]})
    for number in range(50):
        assert not await web.error("chat.update", **cards[number % 2], text="y")
    assert await web.error("chat.update", **cards[0], text="z") == "ratelimited"
    assert web.status == 429
    wait = int(web.headers["Retry-After"])
    assert 0 < wait <= 60 * 20
    slack.clock.move(wait)
    assert not await web.error("chat.update", **cards[0], text="z")
    [too_fast] = slack.too_fast
    assert too_fast.method == "chat.update"


async def test_a_channel_takes_short_bursts_and_others_dont_wait_for_it(
    web: Web, slack: Slack, channel: Channel
) -> None:
    errors = [await web.error("chat.postMessage", channel=channel.id, text="x") for _ in range(6)]
    assert errors == [""] * 5 + ["ratelimited"]
    other = slack.channel("other")
    assert not await web.error("chat.postMessage", channel=other.id, text="x")
    assert len(channel.messages) == 5


async def test_a_script_spoils_the_calls_that_it_names(
    web: Web, slack: Slack, channel: Channel
) -> None:
    post = "chat.postMessage"
    slack.faults.on(post, Fault.REFUSED, nth=2)
    slack.faults.on("chat.*", Fault.TOO_FAST, nth=3, seconds=7)
    slack.faults.on(post, Fault.REFUSED, nth=4, reason="not_in_channel")
    errors = [await web.error(post, channel=channel.id, text="x") for _ in range(5)]
    assert errors == ["", "internal_error", "ratelimited", "not_in_channel", ""]
    assert len(channel.messages) == 2
    assert not slack.refused
    assert not slack.too_fast


@pytest.mark.parametrize(("fault", "posted"), [(Fault.CUT_BEFORE, 0), (Fault.CUT_AFTER, 1)])
async def test_a_connection_is_cut_before_the_work_or_after_it(
    web: Web, slack: Slack, channel: Channel, fault: Fault, posted: int
) -> None:
    slack.faults.on("chat.postMessage", fault)
    with pytest.raises(aiohttp.ClientError):
        await web("chat.postMessage", channel=channel.id, text="x")
    assert len(channel.messages) == posted


async def test_a_call_is_done_and_never_answered(web: Web, slack: Slack, channel: Channel) -> None:
    slack.faults.on("chat.postMessage", Fault.SILENT)
    waiting = asyncio.create_task(web("chat.postMessage", channel=channel.id, text="x"))
    assert (await channel.next_message()).text == "x"
    assert not waiting.done()
    slack.faults.release()
    with pytest.raises(aiohttp.ClientError):
        await waiting


async def test_a_call_hangs_until_it_is_let_go(web: Web, slack: Slack, channel: Channel) -> None:
    rule = slack.faults.on("chat.postMessage", Fault.HANG)
    hanging = asyncio.create_task(web("chat.postMessage", channel=channel.id, text="x"))
    await slack.until(lambda: rule.met, "the call to arrive")
    assert not hanging.done()
    slack.faults.release()
    with pytest.raises(aiohttp.ClientError):
        await hanging
    assert not channel.messages


async def test_an_address_for_answers_lasts_half_an_hour(
    web: Web, slack: Slack, channel: Channel, ana: Person
) -> None:
    asked = slack.begin_slash(ana, channel, "/song")
    url = asked.payload["response_url"]

    async def answer(said: Json) -> tuple[int, str]:
        async with web.session.post(url, json=said) as response:
            return response.status, await response.text()

    assert await answer({"text": "x"}) == (200, "ok")
    assert await answer({"text": "y", "response_type": "in_channel"}) == (200, "ok")
    assert await answer({}) == (500, "no_text")
    assert await answer({"blocks": [{"type": "song"}]}) == (400, "invalid_blocks")
    assert [message.is_ephemeral for message in channel.messages] == [True, False]
    slack.clock.move(30 * 60 + 1)
    assert await answer({"text": "x"}) == (404, "expired_url")


class Wire:
    """A socket by hand."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def hear(self) -> Json:
        heard: Json = await self.socket.receive_json()
        return heard

    async def ack(self, envelope: Json, **payload: Any) -> None:  # noqa: ANN401
        said = {"envelope_id": envelope["envelope_id"]}
        await self.socket.send_json(said | ({"payload": payload} if payload else {}))

    async def closed(self) -> None:
        message = await self.socket.receive()
        assert message.type is aiohttp.WSMsgType.CLOSE, message


async def a_socket(web: Web, slack: Slack) -> Wire:
    web.token = slack.app_token
    answer = await web("apps.connections.open")
    web.token = slack.bot_token
    wire = Wire(await web.session.ws_connect(answer["url"]))
    assert (await wire.hear())["type"] == "hello"
    return wire


async def test_an_address_lets_in_one_socket_and_ten_are_too_many(web: Web, slack: Slack) -> None:
    web.token = slack.app_token
    url = (await web("apps.connections.open"))["url"]
    first = await web.session.ws_connect(url)
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await web.session.ws_connect(url)
    more = [await a_socket(web, slack) for _ in range(9)]
    assert len(slack.sockets.connected) == len([first, *more])
    web.token = slack.app_token
    extra = Wire(await web.session.ws_connect((await web("apps.connections.open"))["url"]))
    assert (await extra.hear())["reason"] == "too_many_websockets"
    await extra.closed()


async def test_an_event_that_isnt_acked_in_time_comes_again_with_its_number(
    web: Web, slack: Slack, ana: Person
) -> None:
    wire = await a_socket(web, slack)
    said = slack.say(ana, slack.direct(ana), "hello")
    first = await wire.hear()
    assert (first["type"], first["retry_attempt"]) == ("events_api", 0)
    slack.clock.move(3.1)
    second = await wire.hear()
    assert (second["retry_attempt"], second["retry_reason"]) == (1, "timeout")
    assert second["payload"] == first["payload"]
    assert second["envelope_id"] != first["envelope_id"]
    await wire.ack(second)
    await said.answered()
    slack.clock.move(1000)
    assert said.delivery
    assert len(said.delivery.attempts) == 2


async def test_what_a_socket_has_when_it_ends_goes_to_another_if_it_is_an_event(
    web: Web, slack: Slack, channel: Channel, ana: Person
) -> None:
    old = await a_socket(web, slack)
    asked = slack.begin_slash(ana, channel, "/song")
    said = slack.say(ana, slack.direct(ana), "hello")
    command, event = await old.hear(), await old.hear()
    assert command["accepts_response_payload"]
    new = await a_socket(web, slack)
    slack.sockets.drop(1)
    again = await new.hear()
    assert (again["payload"], again["retry_attempt"]) == (event["payload"], 1)
    await asked.failed()
    await new.ack(command)
    await new.ack(again)
    await said.answered()
    assert not asked.is_answered


async def test_changes_of_messages_are_told_of_with_what_was_said_before(
    web: Web, slack: Slack, ana: Person
) -> None:
    wire = await a_socket(web, slack)
    direct = slack.direct(ana)
    posted = await web("chat.postMessage", channel=direct.id, text="old")
    at = {"channel": direct.id, "ts": posted["ts"]}
    await web("chat.update", **at, text="new")
    await web("chat.delete", **at)
    slack.say(ana, direct, "hear this", files=[Upload(name="hum.mp3", data=b"ID3")])
    events = [(await wire.hear())["payload"]["event"] for _ in range(4)]
    assert [event.get("subtype") for event in events] == [
        None, "message_changed", "message_deleted", "file_share",
    ]  # fmt: skip
    changed = events[1]
    assert (changed["previous_message"]["text"], changed["message"]["text"]) == ("old", "new")
    assert all(event["channel_type"] == "im" for event in events)
    assert events[3]["files"][0]["name"] == "hum.mp3"


async def test_an_ack_may_carry_words_and_bad_ones_are_noted(
    web: Web, slack: Slack, channel: Channel, ana: Person
) -> None:
    wire = await a_socket(web, slack)
    asked = slack.begin_slash(ana, channel, "/song")
    await wire.ack(await wire.hear(), text="in a moment")
    assert (await asked.shown()).text == "in a moment"
    asked = slack.begin_slash(ana, channel, "/song")
    await wire.ack(await wire.hear(), blocks=[{"type": "song"}])
    await asked.answered()
    assert [str(call) for call in slack.refused] == ["ack /song -> 200 (invalid_blocks)"]


async def test_a_call_can_cost_the_sockets_their_connections(
    web: Web, slack: Slack, channel: Channel
) -> None:
    wire = await a_socket(web, slack)
    slack.faults.on("chat.postMessage", Fault.SOCKET_DROP)
    assert not await web.error("chat.postMessage", channel=channel.id, text="x")
    await wire.closed()


class Ear:
    """An address that answers deliveries as it is told to."""

    def __init__(self) -> None:
        self.answers: list[server.Response] = []
        self.heard: list[tuple[server.Request, bytes]] = []

    async def handle(self, request: server.Request) -> server.Response:
        self.heard.append((request, await request.read()))
        return self.answers.pop(0) if self.answers else server.Response()


@pytest.fixture
async def ear(slack: Slack) -> AsyncIterator[Ear]:
    ear = Ear()
    app = server.Application()
    app.router.add_post("/slack/events", ear.handle)
    runner = server.AppRunner(app)
    await runner.setup()
    await server.TCPSite(runner, "127.0.0.1", 0).start()
    slack.http.url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    yield ear
    await runner.cleanup()


async def test_signatures_are_those_that_the_library_verifies(
    slack: Slack, channel: Channel, ana: Person, ear: Ear
) -> None:
    await slack.slash(ana, channel, "/song", "rain & sun")
    [(request, body)] = ear.heard
    verifier = SignatureVerifier(slack.signing_secret)
    assert verifier.is_valid_request(body, dict(request.headers))
    assert request.content_type == "application/x-www-form-urlencoded"
    old = slack.http.headers(body, timestamp=str(int(time.time()) - 301))
    assert not verifier.is_valid_request(body, old)


async def test_by_http_a_failed_event_comes_again_unless_it_is_asked_not_to(
    slack: Slack, ana: Person, ear: Ear
) -> None:
    ear.answers = [server.Response(status=500), server.Response()]
    direct = slack.direct(ana)
    await slack.say(ana, direct, "hello").answered()
    (first, body), (second, again) = ear.heard
    assert body == again
    assert "X-Slack-Retry-Num" not in first.headers
    assert second.headers["X-Slack-Retry-Num"] == "1"
    assert second.headers["X-Slack-Retry-Reason"] == "http_error"
    ear.answers = [server.Response(status=500, headers={"X-Slack-No-Retry": "1"})]
    await slack.say(ana, direct, "hello").failed()
    assert len(ear.heard) == 3


async def test_what_people_do_comes_once_by_http(
    slack: Slack, channel: Channel, ana: Person, ear: Ear
) -> None:
    ear.answers = [server.Response(status=500)]
    asked = slack.begin_slash(ana, channel, "/song")
    await asked.failed()
    assert len(ear.heard) == 1


@given(acts=st.lists(st.sampled_from(["say", "drop", "refresh", "wait"]), max_size=15))
@settings(max_examples=15, deadline=None)
def test_every_event_is_heard_at_least_once_however_sockets_come_and_go(acts: list[str]) -> None:
    asyncio.run(_hear_through(acts))


async def _hear_through(acts: list[str]) -> None:
    """A client that connects again whenever it is told to, and whenever it is hung up on."""
    heard: set[str] = set()
    said = []
    async with fake_slack() as slack, aiohttp.ClientSession() as session:
        web, ana = Web(slack, session), slack.member("ana")
        wire = await a_socket(web, slack)
        listening = asyncio.create_task(_listen(wire, heard))
        for act in acts:
            if act == "say":
                said.append(slack.say(ana, slack.direct(ana), "hello"))
            elif act == "wait":
                slack.clock.move(4)
            else:
                new = await a_socket(web, slack)
                if act == "drop":
                    slack.sockets.drop(1)
                else:
                    slack.sockets.refresh()
                await listening
                await wire.socket.close()
                wire = new
                listening = asyncio.create_task(_listen(wire, heard))
        for asked in said:
            await asked.answered()
        assert heard == {asked.payload["event_id"] for asked in said}
        slack.sockets.close()
        await listening


async def _listen(wire: Wire, heard: set[str]) -> None:
    """Until it is asked to leave, or hung up on."""
    async for message in wire.socket:
        envelope = message.json()
        if envelope["type"] == "disconnect":
            return
        heard.add(envelope["payload"]["event_id"])
        await wire.ack(envelope)
