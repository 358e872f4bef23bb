"""One message on Discord: the latest card wins, and none is lost."""

import asyncio
from dataclasses import dataclass, field

import pytest

from adapters.discord.sending.edits import Edits
from adapters.showing.turns import Rank
from bot.models import Card, Tone
from tests.adapters.discord.conftest import Traffic


def a_card(line: str = "Composing", percent: int | None = None, *, is_last: bool = False) -> Card:
    return Card(tone=Tone.WORKING, title="Rain", lines=(line,), percent=percent, is_last=is_last)


def seen(card: Card) -> str:
    return card.lines[0] if card.percent is None else f"{card.lines[0]} {card.percent}"


@dataclass
class Message:
    """Takes edits, one at a time, when it is let."""

    sent: list[str] = field(default_factory=list)
    fates: list[str] = field(default_factory=list)
    fails: int = 0
    is_open: asyncio.Event = field(default_factory=asyncio.Event)
    under_way: int = 0

    async def edit(self, card: Card) -> None:
        assert self.under_way == 0
        self.under_way += 1
        await self.is_open.wait()
        self.under_way -= 1
        if self.fails:
            self.fails -= 1
            raise ConnectionError("the platform doesn't answer")
        self.sent.append(seen(card))


@pytest.fixture
async def message() -> Message:
    message = Message()
    message.is_open.set()
    return message


@pytest.fixture
async def edits(message: Message, traffic: Traffic) -> Edits:
    return Edits(
        "1", message.edit, lambda: traffic.paces.edits("1"), traffic.clock, message.fates.append
    )


async def test_numbers_keep_two_seconds_apart_and_the_latest_is_sent(
    edits: Edits, message: Message, traffic: Traffic
) -> None:
    for percent in range(1, 31):
        await edits.put(a_card(percent=percent))
        await traffic.clock.move(0.1)
    await traffic.clock.move(2)
    assert message.sent == ["Composing 1", "Composing 21", "Composing 30"]
    assert message.fates.count("overtaken") == 27


async def test_a_change_waits_for_no_gap_and_takes_the_numbers_turn(
    edits: Edits, message: Message, traffic: Traffic
) -> None:
    await edits.put(a_card(percent=1))
    await traffic.settle()
    await edits.put(a_card(percent=2))
    await traffic.settle()
    await edits.put(a_card("Take A is done"))
    await traffic.settle()
    assert message.sent == ["Composing 1", "Take A is done"]
    assert message.fates == ["sent", "overtaken", "sent"]


async def test_how_many_are_ahead_is_a_number(
    edits: Edits, message: Message, traffic: Traffic
) -> None:
    waits = Card(tone=Tone.WAITING, title="Rain", lines=("2 ahead of you",))
    edits.begin_with(waits)
    await edits.put(Card(tone=Tone.WAITING, title="Rain", lines=("1 ahead of you",)))
    await traffic.settle()
    await edits.put(Card(tone=Tone.WAITING, title="Rain", lines=("You are next",)))
    await traffic.settle()
    assert message.sent == ["1 ahead of you"]
    await traffic.clock.move(2.1)
    assert message.sent == ["1 ahead of you", "You are next"]


async def test_a_last_card_takes_the_turn_of_the_number_that_waits(
    edits: Edits, message: Message, traffic: Traffic
) -> None:
    for number in range(9):
        traffic.ask(str(number), Rank.CHANGED)
    await traffic.settle()
    await edits.put(a_card(percent=1))
    last = asyncio.create_task(edits.put(a_card("Done", is_last=True)))
    await traffic.settle()
    traffic.new()
    await traffic.clock.move(5.25)
    assert last.done()
    assert message.sent == ["Done"]


async def test_what_came_during_an_edit_that_fails_is_sent_all_the_same(
    edits: Edits, message: Message, traffic: Traffic
) -> None:
    message.is_open.clear()
    message.fails = 1
    await edits.put(a_card("Accepted"))
    await traffic.settle()
    await edits.put(a_card("Composing"))
    message.is_open.set()
    await traffic.settle()
    assert message.sent == ["Composing"]
    assert message.fates == ["failed", "sent"]


async def test_a_last_card_that_fails_is_told_to_whoever_put_it(
    edits: Edits, message: Message, traffic: Traffic
) -> None:
    message.is_open.clear()
    await edits.put(a_card("Composing"))
    await traffic.settle()
    last = asyncio.create_task(edits.put(a_card("Done", is_last=True)))
    await traffic.settle()
    message.fails = 2
    message.is_open.set()
    await traffic.settle()
    with pytest.raises(ConnectionError):
        await last
    await edits.put(a_card("Done", is_last=True))
    assert message.sent == ["Done"]


async def test_a_last_card_overtaken_by_another_is_told_of_that_ones_end(
    edits: Edits, message: Message, traffic: Traffic
) -> None:
    message.is_open.clear()
    await edits.put(a_card("Composing"))
    await traffic.settle()
    puts = [
        asyncio.create_task(edits.put(a_card(line, is_last=True)))
        for line in ("Done, 4 left", "Done, 3 left")
    ]
    await traffic.settle()
    message.is_open.set()
    await asyncio.gather(*puts)
    assert message.sent == ["Composing", "Done, 3 left"]


async def test_whoever_stops_waiting_for_a_last_card_doesnt_stop_it(
    edits: Edits, message: Message, traffic: Traffic
) -> None:
    message.is_open.clear()
    last = asyncio.create_task(edits.put(a_card("Done", is_last=True)))
    await traffic.settle()
    last.cancel()
    message.is_open.set()
    await traffic.settle()
    assert message.sent == ["Done"]
    assert edits.is_idle
