"""What impatient and inventive people do on Discord: things sent twice, and ways around what admins set."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.stories.conftest import Home
from tests.stories.test_discord import Evening, an_evening


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


async def test_a_form_that_is_sent_twice_is_one_song(evening: Evening) -> None:
    await evening.start()
    discord = evening.discord
    opened = await discord.slash(evening.ana, evening.channel, "song")
    filled = {"prompt": "rain, 10 s"}
    both = [discord.begin_submit(opened, filled) for _ in range(2)]
    await asyncio.gather(*(each.answered() for each in both))
    await evening.result()
    await evening.closed()
    assert len(evening.home.band_jobs) == 1
    again = await discord.slash(evening.ana, evening.channel, "song")
    await discord.submit(again, filled)
    await evening.result()
    await evening.closed()
    assert len(evening.home.band_jobs) == 2
