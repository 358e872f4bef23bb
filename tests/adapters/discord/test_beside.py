"""Files of people's beside a card, and results that lie in several messages."""

from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from PIL import Image

from adapters.discord.chat import DiscordChat
from adapters.discord.drawing import files
from adapters.discord.interactions.leases import Leases
from adapters.discord.interactions.pending import Pending
from tests.adapters.discord.conftest import Speaker
from tests.adapters.discord.handing import KEY, LAST, WORKING, Room
from tests.fakes.discord import Channel, Discord, Fault, Message

INPUTS = ("reference.mp3", "backing.mp3", "vocals.mp3", "melody.mp3")
MANY_BYTES = 9_900_000


@pytest.fixture
def channel(fake: Discord) -> Channel:
    return fake.guild("Garden").channel("music")


@pytest.fixture
def room(fake: Discord, speaker: Speaker, channel: Channel, tmp_path: Path) -> Room:
    assert channel.guild
    ana = channel.guild.member("ana")
    return Room(fake=fake, speaker=speaker, channel=channel, ana=ana, folder=tmp_path)


def given(room: Room, *names: str, size: int = 10) -> list[Path]:
    paths = [room.folder / name for name in names]
    for path in paths:
        path.write_bytes(bytes(size))
    return paths


def a_cover(room: Room) -> Path:
    path = room.folder / "art.jpg"
    Image.new("RGB", (8, 8), "teal").save(path)
    return path


def restarted(speaker: Speaker) -> DiscordChat:
    """What a new process knows of its messages: nothing."""
    clock = speaker.clock
    return DiscordChat(speaker.chat._client, Pending(), Leases(clock), clock, speaker.metrics)


async def a_card_with(room: Room, *names: str) -> Message:
    card = await room.card()
    await room.speaker.chat.attach(room.at(card), given(room, *names))
    return card


async def test_each_file_is_put_there_once(room: Room) -> None:
    card = await a_card_with(room, *INPUTS[:1])
    ids = [one.id for one in card.attachments]
    await room.speaker.chat.attach(room.at(card), given(room, *INPUTS[:2]))
    await restarted(room.speaker).attach(room.at(card), given(room, *INPUTS[:2]))
    assert card.filenames == [*INPUTS[:2]]
    assert [one.id for one in card.attachments][:1] == ids
    assert len(card.revisions) == 3
    assert "Composing" in card.text


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.CUT_AFTER])
async def test_what_breaks_off_is_done_once(room: Room, fault: Fault) -> None:
    card = await room.card()
    room.fake.faults.on("PATCH", f".*/messages/{card.id}", fault)
    with pytest.raises(aiohttp.ClientError):
        await room.speaker.chat.attach(room.at(card), given(room, *INPUTS[:1]))
    await room.speaker.chat.attach(room.at(card), given(room, *INPUTS[:1]))
    assert card.filenames == [*INPUTS[:1]]


async def test_a_file_whose_arrival_nobody_heard_of_stays_there(room: Room) -> None:
    card = await a_card_with(room, *INPUTS[:1])
    room.fake.faults.on("PATCH", f".*/messages/{card.id}", Fault.CUT_AFTER)
    with pytest.raises(aiohttp.ClientError):
        await room.speaker.chat.attach(room.at(card), given(room, *INPUTS[:2]))
    await room.speaker.chat.show(room.at(card), replace(WORKING, title="Ska", cover=a_cover(room)))
    await card.until_says("Ska")
    assert sorted(card.filenames) == sorted(["cover.jpg", *INPUTS[:2]])


async def test_all_inputs_of_a_song_fit_though_they_are_too_large_together(room: Room) -> None:
    card = await room.card()
    await room.speaker.chat.attach(room.at(card), given(room, *INPUTS, size=MANY_BYTES))
    assert card.filenames == [*INPUTS]
    assert room.fake.refused == []


@pytest.mark.parametrize("is_restarted", [False, True])
async def test_a_cover_leaves_them_there_and_the_last_card_doesnt(
    room: Room, is_restarted: bool
) -> None:
    card = await a_card_with(room, *INPUTS[:1])
    [attached] = card.attachments
    chat = restarted(room.speaker) if is_restarted else room.speaker.chat
    await chat.show(room.at(card), replace(WORKING, title="Ska", cover=a_cover(room)))
    await card.until_says("Ska")
    assert sorted(card.filenames) == ["cover.jpg", "reference.mp3"]
    assert attached in card.attachments
    await chat.show(room.at(card), LAST)
    assert card.filenames == []


async def test_nothing_is_put_beside_a_last_card(room: Room) -> None:
    card = await room.card()
    await room.speaker.chat.show(room.at(card), LAST)
    await room.speaker.chat.attach(room.at(card), given(room, *INPUTS))
    assert card.filenames == []


async def test_a_file_has_an_address_as_long_as_it_lies_there(room: Room) -> None:
    card = await a_card_with(room, *INPUTS[:1])
    chat, place = room.speaker.chat, room.at(card)
    url = await chat.link(place, "reference.mp3")
    assert url
    assert chat.expires(place, url)
    assert await chat.link(place, "vocals.mp3") is None
    room.fake.delete(card)
    assert await chat.link(place, "reference.mp3") is None


@pytest.mark.parametrize(
    ("url", "expires"),
    [
        ("https://cdn.discordapp.com/attachments/1/2/a.mp3?ex=1", True),
        ("https://media.discordapp.net/ephemeral-attachments/1/2/a.mp3", True),
        ("https://cdn.discordapp.com.example/attachments/1/2/a.mp3", False),
        ("https://ana@cdn.discordapp.com/a.mp3", False),
        ("http://cdn.discordapp.com/a.mp3", False),
        ("https://songs.example/a.mp3", False),
        ("nonsense", False),
    ],
)
async def test_only_discords_own_addresses_die_soon(room: Room, url: str, expires: bool) -> None:
    assert room.speaker.chat.expires(room.place, url) is expires


async def test_takes_in_two_messages_are_found_and_taken_away(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "REQUEST_BYTES", 700)
    chat = room.speaker.chat
    lies = await chat.deliver(room.place, room.result("A", "B"), KEY, tried_at=None)
    for number in range(60):
        room.fake.say(room.ana, room.channel, f"nice one {number}")
    assert len(room.posted()) == 2
    for letter in "AB":
        url = await chat.link(lies, f"Rain - {letter}.mp3")
        assert url
        assert f"/Rain_-_{letter}.mp3?" in url
    room.fake.delete(room.channel.messages[0])  # somebody has been there
    await chat.remove(lies)
    assert room.posted() == []
