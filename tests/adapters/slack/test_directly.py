"""Where Busker can't post on Slack, a song can be had in the conversation with it."""

from collections.abc import Awaitable, Callable

import pytest

from tests.adapters.slack.office import Office, an_office
from tests.bot.conftest import Stage, stage

__all__ = ["stage"]


async def by_words(office: Office) -> None:
    await office.slack.slash(office.ana, office.channel, "/song", "rain")


async def by_form(office: Office) -> None:
    asked = await office.slack.slash(office.ana, office.channel, "/song")
    form = await asked.opened()
    await office.slack.submit(form, {"prompt": "rain"})
    assert not form.is_open


@pytest.mark.parametrize("ask", [by_words, by_form])
async def test_what_cant_be_posted_is_sent_directly_at_a_press(
    stage: Stage, ask: Callable[[Office], Awaitable[None]]
) -> None:
    async with an_office(stage) as office, office.by_socket():
        stage.chat.closed.add(office.channel.id)
        await ask(office)
        told = await office.told()
        assert "A song can't be posted here" in told.text
        await office.slack.press(office.ana, told, "Send it to me directly")
        [job] = await office.until_asked()
        assert (job.ask.prompt, job.ask.is_private) == ("rain", True)
        assert job.place.channel == f"alone with {office.ana.id}"
        await told.until_says("It comes to your direct messages")
        assert told.buttons == []
