"""What Discord refuses for good is told apart from what may be tried again, and never tried in a loop."""

from pathlib import Path

import discord
import pytest
from structlog.testing import capture_logs

from bot.errors import NotAllowedHere
from tests.adapters.discord.conftest import Speaker
from tests.adapters.discord.handing import KEY, LAST, WORKING, Room
from tests.fakes.discord import Channel, Discord
from tests.fakes.discord.permissions import ATTACH_FILES, BOT

TOO_LARGE = 11 << 20


@pytest.fixture
def channel(fake: Discord) -> Channel:
    return fake.guild("Garden").channel("music")


@pytest.fixture
def room(fake: Discord, speaker: Speaker, channel: Channel, tmp_path: Path) -> Room:
    assert channel.guild
    ana = channel.guild.member("ana")
    return Room(fake=fake, speaker=speaker, channel=channel, ana=ana, folder=tmp_path)


def taken_away(room: Room, how: str) -> None:
    assert room.channel.guild
    match how:
        case "channel":
            room.channel.delete()
        case "access":
            room.channel.guild.remove_bot()
        case "sight":
            room.channel.allow_bot(0)
        case "files":
            room.channel.allow_bot(BOT & ~ATTACH_FILES)
        case "token":
            room.fake._world.token = "another"


WAYS = ["channel", "access", "sight", "files", "token"]


@pytest.mark.parametrize("how", WAYS)
async def test_where_nothing_can_be_posted_any_more_is_said_at_the_first_try(
    room: Room, how: str
) -> None:
    card = await room.card()
    taken_away(room, how)
    with pytest.raises(NotAllowedHere):
        await room.speaker.chat.deliver(
            room.at(card), room.result("A", "B"), KEY, tried_at=room.speaker.clock.now()
        )
    assert room.posted() == []
    assert len(room.fake.refused) <= 2


@pytest.mark.parametrize("how", ["channel", "access", "sight", "token"])
async def test_a_first_card_that_cant_be_shown_is_refused(room: Room, how: str) -> None:
    taken_away(room, how)
    with pytest.raises(NotAllowedHere):
        await room.card()


@pytest.mark.parametrize("how", ["channel", "access", "sight", "card"])
async def test_a_card_that_is_gone_is_no_fault_and_edited_no_more(room: Room, how: str) -> None:
    card = await room.card()
    taken_away(room, how) if how != "card" else room.fake.delete(card)
    with capture_logs() as logs:
        await room.speaker.chat.show(room.at(card), WORKING)
        await room.speaker.chat.show(room.at(card), LAST)
    assert {line["event"] for line in logs} == {"a card is gone"}
    assert {line["log_level"] for line in logs} == {"info"}
    assert len(room.fake.refused) == len(logs) <= 2


async def test_a_take_whose_first_message_is_deleted_comes_in_one_of_its_own(room: Room) -> None:
    card = await room.card()
    first = await room.hand_over(room.at(card), room.result("A"))
    [_, message] = room.channel.messages
    room.fake.delete(message)
    rest = room.result("B", follows=first)
    lies = await room.hand_over(room.at(card), rest, "rain:rest")
    assert room.posted() == [["Rain_-_B.mp3"]]
    assert lies == room.at(room.channel.messages[-1])
    nothing = room.result(follows=first)
    assert await room.hand_over(room.at(card), nothing, "rain:rest") == first


async def test_who_takes_no_messages_is_neither_told_nor_written_to(room: Room) -> None:
    room.ana.user.accepts_messages = False
    for say in (
        room.speaker.chat.tell(room.person, "It came after all."),
        room.speaker.chat.direct(room.person),
    ):
        with pytest.raises(NotAllowedHere):
            await say
    assert room.fake.direct(room.ana).messages == []


async def test_what_is_too_large_after_all_is_tried_smaller_and_then_not_again(room: Room) -> None:
    result = room.result("A")
    result.takes[0].path.write_bytes(bytes(TOO_LARGE))
    with pytest.raises(discord.HTTPException):  # so that it is packed anew
        await room.speaker.chat.deliver(room.place, result, KEY, tried_at=None)
    assert await room.speaker.chat.check(room.place) == 10 << 20
    with pytest.raises(NotAllowedHere):
        await room.speaker.chat.deliver(room.place, result, KEY, tried_at=None)


async def test_nobody_is_removed_twice(room: Room) -> None:
    lies = await room.hand_over(room.place, room.result("A"))
    await room.speaker.chat.remove(lies)
    await room.speaker.chat.remove(lies)
    assert room.posted() == []
