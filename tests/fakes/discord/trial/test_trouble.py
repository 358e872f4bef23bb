"""Rate limits, faults by script, and the gateway at its strictest."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.discord import Channel, Discord, Fault, fake_discord
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.trial.conftest import Rest

X: Json = {"content": "x"}


@pytest.fixture
def channel(discord: Discord) -> Channel:
    return discord.guild("Garden").channel("music")


async def test_five_messages_a_window_and_channel_with_headers_that_say_so(
    rest: Rest, discord: Discord, channel: Channel
) -> None:
    path = f"/channels/{channel.id}/messages"
    left = []
    for _ in range(5):
        await rest("POST", path, X)
        left.append(rest.headers["X-RateLimit-Remaining"])
    assert left == ["4", "3", "2", "1", "0"]
    assert 0 < float(rest.headers["X-RateLimit-Reset-After"]) <= 100
    status, answer = await rest("POST", path, X)
    assert status == 429
    assert 0 < answer["retry_after"] <= 100
    assert answer["global"] is False
    assert rest.headers["Via"]
    assert rest.headers["X-RateLimit-Scope"] == "user"
    other = discord.guild("Other").channel("music")
    assert (await rest("POST", f"/channels/{other.id}/messages", X))[0] == 200
    discord.clock.move(100)
    assert (await rest("POST", path, X))[0] == 200
    [too_fast] = discord.too_fast
    assert too_fast.bucket == "create message"


async def test_fifty_calls_a_second_are_all_that_are_taken(rest: Rest, discord: Discord) -> None:
    channels = [discord.guild(str(number)).channel("music") for number in range(11)]
    paths = [f"/channels/{one.id}/messages" for one in channels for _ in range(5)]
    answers = await asyncio.gather(*(rest("POST", path, X) for path in paths))
    refused = [answer for status, answer in answers if status == 429]
    assert len(refused) == 5
    assert all(answer["global"] for answer in refused)


async def test_old_messages_are_edited_three_times_a_window(
    rest: Rest, discord: Discord, channel: Channel
) -> None:
    _, old = await rest("POST", f"/channels/{channel.id}/messages", X)
    path = f"/channels/{channel.id}/messages/{old['id']}"
    discord.clock.move(3601)
    codes = [await rest.code("PATCH", path, X) for _ in range(4)]
    assert codes == [0, 0, 0, 30046]
    assert rest.headers["Via"]
    assert channel.messages[0].revisions[1:] == channel.messages[0].revisions[:3]


async def test_a_script_spoils_the_calls_that_it_names(
    rest: Rest, discord: Discord, channel: Channel
) -> None:
    path = f"/channels/{channel.id}/messages"
    pattern = r"/channels/\d+/messages"
    discord.faults.on("POST", pattern, Fault.SERVER_ERROR, nth=2)
    discord.faults.on("POST", pattern, Fault.TOO_FAST, nth=3, seconds=7)
    statuses = [(await rest("POST", path, X))[0] for _ in range(2)]
    status, answer = await rest("POST", path, X)
    assert [*statuses, status, answer["retry_after"]] == [200, 500, 429, 7]
    assert (await rest("POST", path, X))[0] == 200
    assert len(channel.messages) == 2
    assert not discord.refused
    assert not discord.too_fast


async def test_a_ban_from_further_outside_has_no_sign_of_discord(
    rest: Rest, discord: Discord
) -> None:
    discord.faults.on("GET", "/users/@me", Fault.BANNED)
    async with rest.session.get(discord.api + "/users/@me") as response:
        assert (response.status, response.content_type) == (429, "text/plain")
        assert "Via" not in response.headers
    assert not discord.too_fast


@pytest.mark.parametrize(("fault", "posted"), [(Fault.CUT_BEFORE, 0), (Fault.CUT_AFTER, 1)])
async def test_a_connection_is_cut_before_the_work_or_after_it(
    rest: Rest, discord: Discord, channel: Channel, fault: Fault, posted: int
) -> None:
    discord.faults.on("POST", r"/channels/\d+/messages", fault)
    with pytest.raises(aiohttp.ClientError):
        await rest("POST", f"/channels/{channel.id}/messages", X)
    assert len(channel.messages) == posted


async def test_a_call_hangs_until_it_is_let_go(
    rest: Rest, discord: Discord, channel: Channel
) -> None:
    rule = discord.faults.on("POST", r"/channels/\d+/messages", Fault.HANG)
    hanging = asyncio.create_task(rest("POST", f"/channels/{channel.id}/messages", X))
    await discord.until(lambda: rule.met, "the call to arrive")
    assert (await rest("GET", "/users/@me"))[0] == 200
    assert not hanging.done()
    discord.faults.release()
    with pytest.raises(aiohttp.ClientError):
        await hanging
    assert not channel.messages


async def test_a_file_can_be_hard_to_get(rest: Rest, discord: Discord, channel: Channel) -> None:
    _, message = await rest("POST", f"/channels/{channel.id}/messages", X, {"a.mp3": b"ID3"})
    [attachment] = message["attachments"]
    discord.faults.on("GET", "/attachments/.*", Fault.SERVER_ERROR)
    for status in (500, 200):
        async with rest.session.get(attachment["url"]) as response:
            assert response.status == status


class Wire:
    """A connection to the gateway by hand."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def say(self, op: int, data: object) -> None:
        await self.socket.send_json({"op": op, "d": data})

    async def hear(self) -> Json:
        heard: Json = await self.socket.receive_json()
        return heard

    async def closed(self) -> int | None:
        message = await self.socket.receive()
        assert message.type is aiohttp.WSMsgType.CLOSE, message
        return self.socket.close_code


@pytest.fixture
async def wire(discord: Discord, rest: Rest) -> AsyncIterator[Wire]:
    async with rest.session.ws_connect(discord.gateway.url) as socket:
        found = Wire(socket)
        assert (await found.hear())["op"] == 10
        yield found


@pytest.mark.parametrize(
    ("op", "said", "code"),
    [
        (2, {"token": "wrong", "intents": 1}, 4004),
        (2, {"token": "TOKEN", "intents": 1 << 15}, 4014),
        (2, {"token": "TOKEN", "intents": 1, "shard": [2, 2]}, 4010),
        (8, {}, 4003),
    ],
)
async def test_who_says_something_wrong_is_hung_up_on(
    discord: Discord, wire: Wire, op: int, said: Json, code: int
) -> None:
    if said.get("token") == "TOKEN":
        said = said | {"token": discord.token}
    await wire.say(op, said)
    assert await wire.closed() == code


async def test_a_session_is_resumed_where_it_was_or_not_at_all(
    rest: Rest, discord: Discord, wire: Wire
) -> None:
    guild = discord.guild("Garden")
    await wire.say(2, {"token": discord.token, "intents": 1 | 1 << 9})
    ready, created = await wire.hear(), await wire.hear()
    assert (ready["t"], created["t"]) == ("READY", "GUILD_CREATE")
    session = ready["d"]["session_id"]
    discord.gateway.drop()
    assert await wire.closed() == 4000
    channel = guild.channel("music")
    guild.remove_bot()
    guild.invite_bot()
    discord.say(guild.member("ana"), channel, "not for bots to read")
    async with rest.session.ws_connect(ready["d"]["resume_gateway_url"]) as socket:
        again = Wire(socket)
        await again.hear()
        await again.say(6, {"token": discord.token, "session_id": "another", "seq": 1})
        assert (await again.hear())["op"] == 9
        await again.say(6, {"token": discord.token, "session_id": session, "seq": 2})
        heard = [await again.hear() for _ in range(5)]
        assert [event["t"] for event in heard] == [
            "CHANNEL_CREATE",
            "GUILD_DELETE",
            "GUILD_CREATE",
            "MESSAGE_CREATE",
            "RESUMED",
        ]
        assert [event["s"] for event in heard] == [3, 4, 5, 6, 7]
        assert heard[3]["d"]["content"] == ""


@given(drops=st.lists(st.booleans(), max_size=12))
@settings(max_examples=15, deadline=None)
def test_every_event_is_heard_once_and_in_order_however_often_a_connection_ends(
    drops: list[bool],
) -> None:
    asyncio.run(_hear_through(drops))


async def _hear_through(drops: list[bool]) -> None:
    """After each event the connection ends or doesn't; some are lost on the way, and told again."""
    heard: list[int] = []
    async with fake_discord() as discord, aiohttp.ClientSession() as session:
        guild = discord.guild("Garden")
        socket = await session.ws_connect(discord.gateway.url)
        await socket.receive_json()
        await socket.send_json({"op": 2, "d": {"token": discord.token, "intents": 1}})
        ready = await socket.receive_json()
        heard.append(ready["s"])
        for ends in drops:
            guild.channel("new")
            if ends:
                discord.gateway.drop()
                socket = await session.ws_connect(discord.gateway.url)
                await socket.receive_json()
                said = {"session_id": ready["d"]["session_id"], "seq": heard[-1]}
                await socket.send_json({"op": 6, "d": said | {"token": discord.token}})
            heard.append((await socket.receive_json())["s"])
    assert heard == list(range(1, len(drops) + 2))


async def test_a_client_may_not_say_too_much(discord: Discord, wire: Wire) -> None:
    await wire.say(2, {"token": discord.token, "intents": 0})
    await wire.hear()
    for _ in range(120):
        await wire.say(1, None)
    for _ in range(119):
        assert (await wire.hear())["op"] == 11
    assert await wire.closed() == 4008


async def test_a_call_can_cost_the_gateway_its_connection(
    rest: Rest, discord: Discord, channel: Channel, wire: Wire
) -> None:
    await wire.say(2, {"token": discord.token, "intents": 0})
    await wire.hear()
    discord.faults.on("POST", r"/channels/\d+/messages", Fault.GATEWAY_DROP)
    assert (await rest("POST", f"/channels/{channel.id}/messages", X))[0] == 200
    assert not discord.gateway.connected
