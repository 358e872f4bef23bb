"""Every call to Slack, broken in every way: what was to arrive arrives, and nothing twice."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from adapters.slack.calls import Seconds
from tests.adapters.slack.conftest import another
from tests.adapters.slack.handing import LAST, WORKING, Room
from tests.fakes.clock import QuickClock
from tests.fakes.slack import Fault, Slack, fake_slack

COVER, A, B = "Rain.jpg", "Rain - A.mp3", "Rain - B.mp3"
FAULTS = [
    Fault.TOO_FAST, Fault.REFUSED, Fault.SERVER_ERROR, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.HANG,
    Fault.SILENT,
]  # fmt: skip
TIMES = 40
SECONDS = Seconds(call=0.5, upload=0.5)


@dataclass(kw_only=True)
class BrokenRoom(Room):
    """On a Slack where one call goes wrong."""

    fault: Fault

    def breaks(self, method: str, *, nth: int = 1, times: int = 1) -> None:
        self.fake.faults.on(method, self.fault, nth=nth, times=times)


async def in_each(folder: Path, happens: Callable[[BrokenRoom], Awaitable[None]]) -> None:
    """All ways at the same time, each on a Slack of its own; each is named when it fails."""

    async def named(fault: Fault) -> None:
        async with fake_slack() as fake, asyncio.TaskGroup() as group:
            clock = QuickClock(TIMES)
            keeping = group.create_task(_kept_in_step(fake, clock))
            room = _room(fake, clock, fault, folder)
            try:
                await happens(room)
                assert all(rule.met >= rule.nth for rule in fake.faults.rules)
                assert fake.too_fast == []
            except BaseException as error:
                error.add_note(f"with {fault.name}")
                raise
            finally:
                await room.speaker.chat.close()
                keeping.cancel()

    async with asyncio.TaskGroup() as group:
        for fault in FAULTS:
            group.create_task(named(fault))


async def _kept_in_step(fake: Slack, clock: QuickClock) -> None:
    while True:
        fake.clock.move(max(0.0, (clock.now() - fake.clock.now()).total_seconds()))
        await asyncio.sleep(0.005)


def _room(fake: Slack, clock: QuickClock, fault: Fault, folder: Path) -> BrokenRoom:
    return BrokenRoom(
        fake=fake,
        speaker=another(fake, clock, SECONDS),
        ana=fake.member("ana"),
        channel=fake.channel("music"),
        folder=folder,
        fault=fault,
    )


async def test_a_card_of_its_own_is_posted_once(tmp_path: Path) -> None:
    async def happens(room: BrokenRoom) -> None:
        room.breaks("chat.postMessage")
        card = await room.card()
        assert [message.text for message in room.channel.messages] == ["🎶 Rain\nComposing"]
        assert card.buttons == ["Cancel"]

    await in_each(tmp_path, happens)


async def test_a_card_in_a_thread_is_posted_once(tmp_path: Path) -> None:
    async def happens(room: BrokenRoom) -> None:
        room.fake.say(room.ana, room.channel, "@busker song rain")
        [said] = room.channel.messages
        room.breaks("chat.postMessage")
        card = await room.card(thread=f"{said.ts}/")
        assert said.replies == [card]

    await in_each(tmp_path, happens)


async def test_after_an_edit_that_failed_the_last_card_arrives(tmp_path: Path) -> None:
    async def happens(room: BrokenRoom) -> None:
        card = await room.card()
        room.breaks("chat.update")
        await room.speaker.chat.show(room.at(card), replace(WORKING, percent=50))
        await room.speaker.chat.show(room.at(card), LAST)
        assert card.text == "✅ Rain\nBoth takes are ready"
        assert len(room.channel.messages) == 1

    await in_each(tmp_path, happens)


async def test_a_last_card_arrives_whatever_happens_to_its_edit(tmp_path: Path) -> None:
    async def happens(room: BrokenRoom) -> None:
        card = await room.card()
        room.breaks("chat.update", times=2)
        await room.speaker.chat.show(room.at(card), LAST)
        assert card.text == "✅ Rain\nBoth takes are ready"

    await in_each(tmp_path, happens)


@pytest.mark.parametrize("seconds_to_share", [0, 20])
@pytest.mark.parametrize(
    "method",
    ["files.getUploadURLExternal", "upload", "files.completeUploadExternal", "files.info"],
)
async def test_a_song_is_posted_once(tmp_path: Path, method: str, seconds_to_share: float) -> None:
    async def happens(room: BrokenRoom) -> None:
        room.fake.files.seconds_to_share = seconds_to_share
        card = await room.card()
        room.breaks(method)
        result = room.result("A", "B", cover=room.cover())
        lies = await room.hand_over(room.at(card), result)
        assert room.posted() == [[COVER, A, B]]
        [message] = card.replies
        assert lies == room.at(message)
        assert message.pings.users == {room.ana.id}

    await in_each(tmp_path, happens)


async def test_a_take_that_follows_is_posted_once(tmp_path: Path) -> None:
    async def happens(room: BrokenRoom) -> None:
        card = await room.card()
        first = await room.hand_over(room.at(card), room.result("A"))
        room.breaks("files.completeUploadExternal")
        rest = room.result("B", follows=first)
        await room.hand_over(room.at(card), rest, "rain:rest")
        assert room.posted() == [[A], [B]]

    await in_each(tmp_path, happens)


async def test_a_cover_comes_with_the_last_card(tmp_path: Path) -> None:
    async def happens(room: BrokenRoom) -> None:
        card, cover = await room.card(), room.cover()
        room.breaks("files.completeUploadExternal")
        await room.speaker.chat.show(room.at(card), replace(LAST, cover=cover))
        assert card.text == "✅ Rain\nBoth takes are ready"
        assert "slack_file" in str(card.blocks)
        assert len(room.channel.messages) == 1

    await in_each(tmp_path, happens)


async def test_one_person_is_told_once(tmp_path: Path) -> None:
    async def happens(room: BrokenRoom) -> None:
        room.breaks("conversations.open")
        room.breaks("chat.postMessage")
        await room.speaker.chat.tell(room.person, "It came after all.")
        said = [message.text for message in room.fake.direct(room.ana).messages]
        assert said == ["It came after all."]

    await in_each(tmp_path, happens)


async def test_a_channel_is_entered(tmp_path: Path) -> None:
    async def happens(room: BrokenRoom) -> None:
        room.channel.remove_bot()
        room.breaks("conversations.info")
        room.breaks("conversations.join")
        assert await room.speaker.chat.check(room.place)
        assert room.channel.has_bot

    await in_each(tmp_path, happens)


async def test_a_message_is_taken_away(tmp_path: Path) -> None:
    async def happens(room: BrokenRoom) -> None:
        card = await room.card()
        lies = await room.hand_over(room.at(card), room.result("A"))
        for method in ("conversations.replies", "files.delete", "chat.delete"):
            room.breaks(method)
        await room.speaker.chat.remove(lies)
        assert room.posted() == []

    await in_each(tmp_path, happens)
