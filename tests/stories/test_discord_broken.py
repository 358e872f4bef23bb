"""Connections to Discord that break, and Busker's end in the midst of one."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.fakes.discord import Fault
from tests.fakes.discord.line import Close
from tests.stories.conftest import Home
from tests.stories.test_discord import Evening, an_evening


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


async def test_a_connection_that_is_ended_for_good_is_begun_anew(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(evening.ana, evening.channel, "quota")
    await asked.shown()
    evening.discord.gateway.drop(Close.BAD_TOKEN)
    await evening.discord.gateway.ready()
    asked = await evening.discord.slash(evening.ana, evening.channel, "quota")
    await asked.shown()
    assert evening.discord.gateway.identified == 2
    assert await evening.stop() == 0


async def test_an_address_that_isnt_discords_is_told_at_the_start(evening: Evening) -> None:
    home = evening.home
    home.environment |= {
        "DISCORD_TOKEN": evening.discord.token,
        "DISCORD_API_BASE": f"{evening.discord.api}/elsewhere",
        "BUSKER_COMPOSER": "houseband",
        "PYTHONWARNINGS": "error,ignore:'audioop' is deprecated:DeprecationWarning",
    }
    _, complained = await asyncio.to_thread(lambda: home.run("run", code=1))
    assert complained.splitlines()[-1] == (
        "Discord answers with status 404, so nothing can begin there. Wait a while, and see what "
        "busker doctor says."
    )
    evening.discord.calls.clear()


async def test_busker_can_be_stopped_while_discord_doesnt_answer(evening: Evening) -> None:
    asked = evening.discord.faults.on("GET", "/users/@me", Fault.HANG)
    starting = asyncio.create_task(evening.start())
    await evening.discord.until(lambda: asked.met, "a question who the bot is")
    starting.cancel()
    assert await evening.stop() == 0
