"""Edits of one message: what comes later is never overtaken by what came before."""

import asyncio
from dataclasses import replace

import pytest

from adapters.slack.edits import Edits
from adapters.slack.pacing import updates
from bot.models import Card
from tests.adapters.slack.handing import LAST, WORKING
from tests.fakes.clock import HandClock
from tests.fakes.quiet import Activity


class Message:
    """Shows cards, each when it is let."""

    def __init__(self) -> None:
        self.clock = HandClock(Activity())
        self.shown: list[Card] = []
        self.fates: list[str] = []
        self.is_open = asyncio.Event()
        self.is_open.set()
        self.faults: list[Exception] = []
        self.edits = Edits(self._edit, updates(self.clock), self.clock, self.fates.append)
        self.edits.begin_with(WORKING)

    async def _edit(self, card: Card) -> None:
        await self.is_open.wait()
        if self.faults:
            raise self.faults.pop()
        self.shown.append(card)


@pytest.fixture
async def message() -> Message:
    return Message()


async def test_only_the_latest_of_waiting_cards_is_shown(message: Message) -> None:
    message.is_open.clear()
    for percent in range(5):
        await message.edits.put(replace(WORKING, percent=percent))
        await message.clock.move(4)
    message.is_open.set()
    await message.clock.move(0)
    await message.clock.move(10)
    assert [card.percent for card in message.shown] == [0, 4]
    assert message.fates.count("overtaken") == 3


async def test_a_card_drawn_anew_never_undoes_the_last_one(message: Message) -> None:
    message.is_open.clear()
    last = asyncio.create_task(message.edits.put(LAST))
    await message.clock.move(10)
    message.edits.draw_anew()
    message.is_open.set()
    await message.clock.move(10)
    await last
    message.edits.draw_anew()
    await message.clock.move(10)
    assert message.shown == [LAST]


async def test_a_card_is_drawn_anew_with_what_it_says_by_then(message: Message) -> None:
    said = replace(WORKING, lines=("Take A is done",))
    await message.edits.put(said)
    await message.clock.move(10)
    message.edits.draw_anew()
    await message.clock.move(10)
    assert message.shown == [said, said]


async def test_a_last_card_that_fails_is_told(message: Message) -> None:
    message.faults.append(OSError("the line broke"))
    last = asyncio.create_task(message.edits.put(LAST))
    await message.clock.move(10)
    with pytest.raises(OSError, match="the line broke"):
        await last
    assert message.edits.is_idle
    again = asyncio.create_task(message.edits.put(LAST))
    await message.clock.move(10)
    await again
    assert message.shown == [LAST]


async def test_another_card_that_fails_holds_nothing_up(message: Message) -> None:
    message.faults.append(OSError("the line broke"))
    await message.edits.put(replace(WORKING, percent=1))
    await message.clock.move(10)
    await message.edits.put(replace(WORKING, percent=2))
    await message.clock.move(10)
    assert [card.percent for card in message.shown] == [2]
    assert message.fates == ["failed", "sent"]
