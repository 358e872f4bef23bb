"""What impatient and inventive people do on Discord: things sent twice, and ways around what admins set."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.fakes.discord import Channel, Member
from tests.fakes.discord.permissions import ADMIN, MANAGE_MESSAGES, MODERATOR
from tests.fakes.discord.places import Kind
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


async def test_what_is_closed_is_closed_in_its_threads_too(evening: Evening) -> None:
    await evening.start()
    discord, guild = evening.discord, evening.guild
    eve = guild.member("eve", allowed=ADMIN)
    category = guild.channel("offices", kind=Kind.CATEGORY)
    office = guild.channel("office", category=category)
    opened, closed = office.thread("open"), office.thread("closed")
    await discord.slash(eve, evening.channel, "busker-admin channels deny", channel=category)
    for channel in (office, closed):
        asked = await discord.slash(evening.ana, channel, "song", prompt="rain, 10 s")
        assert "want songs to be asked for in other channels" in (await asked.shown()).text
    await discord.slash(eve, evening.channel, "busker-admin channels allow", channel=opened)
    asked = await discord.slash(evening.ana, opened, "song", prompt="rain, 10 s")
    assert not (await asked.shown()).is_ephemeral


async def test_who_moderates_one_channel_moderates_no_other(evening: Evening) -> None:
    await evening.start()
    discord, guild = evening.discord, evening.guild
    mods = guild.role("mods", allowed=MANAGE_MESSAGES)
    mia, max_ = guild.member("mia", allowed=MODERATOR), guild.member("max", roles=(mods,))
    asked = await discord.slash(evening.ana, evening.channel, "song", prompt="rain, 200 s")
    card = await asked.shown()
    memes = guild.channel("memes")
    assert await running(evening, mia, memes) == []
    assert len(await running(evening, mia, evening.channel)) == 1
    assert len(await running(evening, max_, memes)) == 1
    told = await discord.slash(mia, memes, "quota", user=evening.ana)
    assert "Only moderators of this server" in (await told.shown()).text
    pressed = await discord.press(mia, card, "Cancel")
    assert "Cancelled" in (await pressed.shown()).text


async def running(evening: Evening, who: Member, where: Channel) -> list[str]:
    """What they could cancel there."""
    typed = await evening.discord.complete(who, where, "cancel", "job")
    return [choice["name"] for choice in typed]
