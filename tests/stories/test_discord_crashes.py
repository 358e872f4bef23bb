"""Busker killed between what Discord has done and what Busker knows of it: in the end all is there once."""

import signal
from collections.abc import AsyncIterator

import pytest

from tests.fakes.discord import Fault, Message
from tests.stories.conftest import Home
from tests.stories.test_discord import Evening, an_evening

NONCE_FORGOTTEN = 600
MESSAGES = r"/channels/\d+/messages"


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


async def killed_and_started_anew(evening: Evening) -> None:
    await evening.stop(signal.SIGKILL)
    evening.discord.faults.release()
    evening.discord.clock.move(NONCE_FORGOTTEN)
    await evening.start()


def cards(evening: Evening) -> list[Message]:
    public = [each for each in evening.channel.messages if not each.is_ephemeral]
    return [each for each in public if not each.reply_to]


def results(evening: Evening) -> list[Message]:
    return [each for each in evening.channel.messages if each.files_of("mp3")]


async def test_a_first_answer_that_arrived_stays_the_only_card(evening: Evening) -> None:
    await evening.start()
    evening.discord.faults.on("POST", "/interactions/.*/callback", Fault.SILENT)
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="rain, 10 s")
    card = await asked.shown()
    await killed_and_started_anew(evening)
    result = await evening.result()
    await card.until_says(result.link)
    assert cards(evening) == [card]
    assert results(evening) == [result]
    assert len(evening.home.band_jobs) == 1


async def test_a_result_that_arrived_isnt_posted_again(evening: Evening) -> None:
    await evening.start()
    evening.discord.faults.on("POST", MESSAGES, Fault.SILENT)
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="rain, 10 s")
    card = await asked.shown()
    result = await evening.result()
    await killed_and_started_anew(evening)
    await card.until_says(result.link)
    assert results(evening) == [result]
    assert cards(evening) == [card]
    assert len(evening.home.band_jobs) == 1
    assert evening.home.rows("SELECT stage, counts, failure FROM jobs") == [("done", 1, None)]


async def test_a_card_that_is_a_message_of_its_own_stays_the_only_one(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "song", prompt="rain, 10 s", review=True
    )
    look = await asked.shown()
    evening.discord.faults.on("POST", MESSAGES, Fault.SILENT)
    await evening.discord.press(evening.ana, look, "Go")
    card = await evening.channel.next_message()
    await killed_and_started_anew(evening)
    result = await evening.result()
    await card.until_says(result.link)
    assert cards(evening) == [card]
    assert results(evening) == [result]
