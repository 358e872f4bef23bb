"""Every call to Discord, broken in every way: what was to arrive arrives, and nothing twice."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.discord.drawing import files
from adapters.discord.patience import Seconds
from tests.adapters.discord.conftest import Speaker
from tests.adapters.discord.handing import LAST, WORKING, Room
from tests.fakes.discord import Discord, Fault

A, B = "Rain_-_A.mp3", "Rain_-_B.mp3"
FAULTS = [fault for fault in Fault if fault is not Fault.GATEWAY_DROP]
HARMLESS = {50006, 10008}
"""Asked for: a message that says nothing, and to take away what is gone."""


@pytest.fixture
def times() -> float:
    return 50


@pytest.fixture
def seconds() -> Seconds:
    return Seconds(call=1, upload=1)


@dataclass(kw_only=True)
class BrokenRoom(Room):
    """In which one call goes wrong."""

    fault: Fault

    def breaks(self, method: str, path: str, *, nth: int = 1, times: int = 1) -> None:
        own = {"channel": self.channel.id, "direct": self.fake.direct(self.ana).id}
        path = path.format(**own, person=self.ana.user.id)
        self.fake.faults.on(method, path, self.fault, nth=nth, times=times)


@pytest.fixture
def rooms(fake: Discord, speaker: Speaker, tmp_path: Path) -> list[BrokenRoom]:
    """One for each way."""
    guild = fake.guild("Garden")
    return [
        BrokenRoom(
            fake=fake,
            speaker=speaker,
            channel=guild.channel(fault.name),
            ana=guild.member("ana"),
            folder=tmp_path,
            fault=fault,
        )
        for fault in FAULTS
    ]


async def in_each(
    rooms: list[BrokenRoom], happens: Callable[[BrokenRoom], Awaitable[None]]
) -> None:
    """All at the same time, since most of it is waiting; each is named when it fails."""

    async def named(room: BrokenRoom) -> None:
        try:
            await happens(room)
        except BaseException as error:
            error.add_note(f"with {room.fault.name}")
            raise

    async with asyncio.TaskGroup() as group:
        for room in rooms:
            group.create_task(named(room))
    assert all(rule.met >= rule.nth for rule in rooms[0].fake.faults.rules)
    assert {call.code for call in rooms[0].fake.refused} <= HARMLESS
    assert rooms[0].fake.too_fast == []


MESSAGES = "/channels/{channel}/messages"
ONE = r"/channels/{channel}/messages/\d+"


async def test_a_card_of_its_own_is_posted_once(rooms: list[BrokenRoom]) -> None:
    async def happens(room: BrokenRoom) -> None:
        room.breaks("POST", MESSAGES)
        card = await room.card()
        assert [message.text for message in room.channel.messages] == ["Rain\nComposing"]
        assert card.buttons == ["Cancel"]

    await in_each(rooms, happens)


async def test_after_an_edit_that_failed_the_last_card_arrives(rooms: list[BrokenRoom]) -> None:
    async def happens(room: BrokenRoom) -> None:
        card = await room.card()
        room.breaks("PATCH", ONE)
        await room.speaker.chat.show(room.at(card), WORKING)
        await room.speaker.chat.show(room.at(card), LAST)
        assert card.text == "Rain\nBoth takes are ready"
        assert len(room.channel.messages) == 1

    await in_each(rooms, happens)


async def test_a_last_card_arrives_whatever_happens_to_its_edit(rooms: list[BrokenRoom]) -> None:
    async def happens(room: BrokenRoom) -> None:
        card = await room.card()
        room.breaks("PATCH", ONE, times=2)
        await room.speaker.chat.show(room.at(card), LAST)
        assert card.text == "Rain\nBoth takes are ready"

    await in_each(rooms, happens)


async def test_a_result_is_posted_once(rooms: list[BrokenRoom]) -> None:
    async def happens(room: BrokenRoom) -> None:
        card = await room.card()
        room.breaks("POST", MESSAGES)
        lies = await room.hand_over(room.at(card), room.result("A", "B"))
        assert room.posted() == [[A, B]]
        [_, result] = room.channel.messages
        assert lies == room.at(result)
        assert result.reply_to is card
        assert result.pings.users == {room.ana.user.id}

    await in_each(rooms, happens)


@pytest.mark.parametrize("nth", [1, 2])
async def test_both_messages_of_a_result_are_posted_once(
    rooms: list[BrokenRoom], nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "REQUEST_BYTES", 600)

    async def happens(room: BrokenRoom) -> None:
        card = await room.card()
        room.breaks("POST", MESSAGES, nth=nth)
        lies = await room.hand_over(room.at(card), room.result("A", "B"))
        assert room.posted() == [[A], [B]]
        [_, first, second] = room.channel.messages
        assert lies == room.at(first)
        assert second.reply_to is first

    await in_each(rooms, happens)


@pytest.mark.parametrize("method", ["GET", "PATCH"])
async def test_a_take_that_follows_is_added_once(rooms: list[BrokenRoom], method: str) -> None:
    async def happens(room: BrokenRoom) -> None:
        first = await room.hand_over(room.place, room.result("A"))
        room.breaks(method, ONE)
        rest = room.result("B", follows=first)
        assert await room.hand_over(room.place, rest, "rain:rest") == first
        assert room.posted() == [[A, B]]

    await in_each(rooms, happens)


SAYING = [("GET", "/users/{person}"), ("POST", "/channels/{direct}/messages")]


@pytest.mark.parametrize(("method", "path"), SAYING)
async def test_one_person_is_told_once(rooms: list[BrokenRoom], method: str, path: str) -> None:
    async def happens(room: BrokenRoom) -> None:
        room.breaks(method, path)
        await room.speaker.chat.tell(room.person, "It came after all.")
        said = [message.text for message in room.fake.direct(room.ana).messages]
        assert said == ["It came after all."]

    await in_each(rooms, happens)


@pytest.mark.parametrize(("method", "path"), SAYING)
async def test_a_conversation_is_opened(rooms: list[BrokenRoom], method: str, path: str) -> None:
    async def happens(room: BrokenRoom) -> None:
        room.breaks(method, path)
        place = await room.speaker.chat.direct(room.person)
        assert place.channel == room.fake.direct(room.ana).id
        assert room.fake.direct(room.ana).messages == []

    await in_each(rooms, happens)


async def test_a_conversation_is_begun_though_that_fails_first(rooms: list[BrokenRoom]) -> None:
    for room in rooms:  # its address doesn't say whose, so one after the other
        room.breaks("POST", "/users/@me/channels")
        place = await room.speaker.chat.direct(room.person)
        assert place.channel == room.fake.direct(room.ana).id


async def test_a_fresh_address_is_had(rooms: list[BrokenRoom]) -> None:
    async def happens(room: BrokenRoom) -> None:
        lies = await room.hand_over(room.place, room.result("A"))
        room.breaks("GET", ONE)
        url = await room.speaker.chat.link(lies, "Rain - A.mp3")
        assert url
        assert A in url

    await in_each(rooms, happens)


async def test_a_message_is_taken_away(rooms: list[BrokenRoom]) -> None:
    async def happens(room: BrokenRoom) -> None:
        lies = await room.hand_over(room.place, room.result("A"))
        room.breaks("DELETE", ONE)
        await room.speaker.chat.remove(lies)
        assert room.posted() == []

    await in_each(rooms, happens)
