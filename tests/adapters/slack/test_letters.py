"""Files that go with an answer on Slack."""

from collections.abc import AsyncIterator

import pytest

from adapters.slack.addresses import PLATFORM, place_from
from adapters.slack.calls import Calls
from adapters.slack.letters import Letters
from bot.errors import NotAllowedHere
from bot.models import Attachment, Card, Person, Place, Tone
from tests.fakes.clock import QuickClock
from tests.fakes.slack import Fault, Slack

CARD = Card(tone=Tone.GOOD, title="Your data", lines=("It is all in the file.",))
EXPORT = Attachment(filename="export.zip", content=bytes(range(256)) * 4096 * 3)
"""Three megabytes: so much the library would send from memory, all at once."""


@pytest.fixture
async def calls(fake: Slack, clock: QuickClock) -> AsyncIterator[Calls]:
    calls = Calls(fake.bot_token, fake.api, clock, lambda: None)
    yield calls
    await calls.close()


@pytest.mark.parametrize("fault", [None, Fault.CUT_BEFORE, Fault.TOO_FAST])
async def test_a_large_file_comes_once_and_whole(
    fake: Slack, clock: QuickClock, calls: Calls, fault: Fault | None
) -> None:
    if fault:
        fake.faults.on("upload", fault)
    ana = fake.member("ana")

    async def direct(_: Person) -> Place:
        return place_from("", fake.direct(ana).id)

    letters = Letters(calls, direct, clock)
    assert await letters.send(Person(platform=PLATFORM, id=ana.id), [EXPORT], CARD)
    [message] = fake.direct(ana).messages
    assert message.files_of("zip") == [EXPORT.content]
    assert "It is all in the file." in message.text


async def test_where_nobody_can_be_written_to_nothing_is_sent(
    fake: Slack, clock: QuickClock, calls: Calls
) -> None:
    async def direct(_: Person) -> Place:
        raise NotAllowedHere

    letters = Letters(calls, direct, clock)
    assert not await letters.send(Person(platform=PLATFORM, id="U1"), [EXPORT], CARD)
    assert fake.calls_of("files.getUploadURLExternal") == []
