"""Sessions of the gateway are begun in buckets, and only while Discord still allows some."""

import asyncio
import random

import pytest
import yarl
from discord.gateway import DiscordWebSocket

from adapters.discord.gateway import APART_SECONDS, Sessions, SessionsUsedUp, StartLimit
from tests.fakes.clock import HandClock
from tests.fakes.quiet import Activity

URL = "wss://gateway.example/"


def limit(*, left: int = 1000, at_once: int = 1) -> StartLimit:
    return StartLimit(total=1000, left=left, reset_seconds=60, at_once=at_once)


class Starts:
    """Shards that wait for their turn, by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at_once: int, left: int = 1000) -> None:
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(URL))
        self.activity = Activity()
        self.clock = HandClock(self.activity)
        self.sessions = Sessions(self.clock, None)
        self.sessions.open(URL, min(4, left), limit(at_once=at_once, left=left))
        self.begun: list[int] = []

    async def begin(self, *shards: int) -> None:
        async def wait(shard: int) -> None:
            await self.sessions.turn(shard)
            self.begun.append(shard)

        self.tasks = [asyncio.create_task(wait(shard)) for shard in shards]
        await self.activity.settle()

    async def after(self, seconds: float) -> list[int]:
        await self.clock.move(seconds)
        begun, self.begun = self.begun, []
        return begun


async def test_one_bucket_begins_one_session_in_five_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    starts = Starts(monkeypatch, at_once=1)
    await starts.begin(0, 1, 2)
    assert await starts.after(0) == [0]
    assert await starts.after(APART_SECONDS - 0.1) == []
    assert await starts.after(0.2) == [1]
    assert await starts.after(APART_SECONDS) == [2]


async def test_buckets_begin_beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    starts = Starts(monkeypatch, at_once=2)
    await starts.begin(0, 1, 2, 3)
    assert await starts.after(0) == [0, 1]
    assert await starts.after(APART_SECONDS) == [2, 3]


async def test_a_session_that_ended_is_begun_anew_after_a_pause(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random.seed(1)
    starts = Starts(monkeypatch, at_once=1)
    await starts.begin(0)
    await starts.after(60)
    await starts.begin(0)
    assert await starts.after(0.9) == []
    assert await starts.after(4.2) == [0]


async def test_when_the_days_sessions_are_used_up_the_next_waits_for_new_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    starts = Starts(monkeypatch, at_once=1, left=1)
    await starts.begin(0)
    assert await starts.after(10) == [0]
    await starts.begin(0)
    assert await starts.after(APART_SECONDS + 40) == []
    assert await starts.after(10) == [0]


@pytest.mark.parametrize("left", [0, 3])
def test_with_too_few_sessions_left_none_is_begun(left: int) -> None:
    with pytest.raises(SessionsUsedUp):
        Sessions(HandClock(Activity()), None).open(URL, 4, limit(left=left))


@pytest.mark.parametrize(
    ("own", "found"),
    [(None, "wss://gateway.example/"), ("ws://proxy.example/", "ws://proxy.example/")],
)
def test_the_gateway_is_where_discord_says_unless_the_operator_names_another(
    own: str | None, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL("wss://old.example/"))
    Sessions(HandClock(Activity()), own).open(URL, 1, limit())
    assert str(DiscordWebSocket.DEFAULT_GATEWAY) == found
