"""How often a call is made, and how long it is left alone in between."""

import asyncio

import aiohttp
import discord
import pytest

from adapters.discord.patience import patiently
from tests.adapters.discord.conftest import Traffic


async def test_as_long_as_discord_says_nothing_is_asked(traffic: Traffic) -> None:
    moments: list[float] = []
    begun = traffic.clock.now()

    async def call() -> str:
        moments.append((traffic.clock.now() - begun).total_seconds())
        if len(moments) == 1:
            raise discord.RateLimited(40)
        return "answer"

    waiting = asyncio.create_task(patiently(call, traffic.clock))
    await traffic.settle()
    await traffic.clock.move(100)
    assert await waiting == "answer"
    assert moments == [0, 40]


async def test_what_breaks_is_tried_four_times_and_then_said(traffic: Traffic) -> None:
    moments: list[float] = []
    begun = traffic.clock.now()

    async def call() -> None:
        moments.append((traffic.clock.now() - begun).total_seconds())
        raise aiohttp.ServerDisconnectedError

    waiting = asyncio.create_task(patiently(call, traffic.clock))
    await traffic.settle()
    await traffic.clock.move(100)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await waiting
    assert moments == [0, 1, 6, 21]
