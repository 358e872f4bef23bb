"""After a crash nobody knows what has arrived: Discord's nonces last for minutes, so Busker looks."""

from dataclasses import replace
from pathlib import Path

import pytest

from adapters.discord.drawing import files
from bot.models import Card
from tests.adapters.discord.conftest import Speaker
from tests.adapters.discord.handing import KEY, LAST, WORKING, Room
from tests.fakes.discord import Channel, Discord, Message
from tests.fakes.discord.permissions import ATTACH_FILES, EMBED_LINKS, SEND_MESSAGES, VIEW_CHANNEL

A, B = "Rain_-_A.mp3", "Rain_-_B.mp3"
HALF_AN_HOUR = 1800
TITLES = ("Ana's Song (live)", "Café Olé", "誕生日の歌", "Дождь!", "_under_")
"""Discord writes files of such names in its own way."""


@pytest.fixture
def times() -> float:
    return 10


@pytest.fixture
def channel(fake: Discord) -> Channel:
    return fake.guild("Garden").channel("music")


@pytest.fixture
def room(fake: Discord, speaker: Speaker, channel: Channel, tmp_path: Path) -> Room:
    assert channel.guild
    ana = channel.guild.member("ana")
    return Room(fake=fake, speaker=speaker, channel=channel, ana=ana, folder=tmp_path)


class Tries:
    """One result, handed over again and again, as after crashes: each half an hour after the other."""

    def __init__(self, room: Room, *letters: str) -> None:
        self._room = room
        self._letters = letters
        self._since = room.fake.clock.now()

    async def again(self, stands: Message | None = None, *, card: Card = LAST) -> str:
        """Where it lies."""
        room = self._room
        room.speaker.move(room.fake, HALF_AN_HOUR)
        result = room.result(*self._letters, card=card)
        place = room.at(stands) if stands else room.place
        lies = await room.speaker.chat.deliver(place, result, KEY, tried_at=self._since)
        return str(lies.message)


async def test_a_result_that_arrived_is_found_after_the_nonce_is_forgotten(room: Room) -> None:
    card = await room.card()
    tries = Tries(room, "A", "B")
    lies = {await tries.again(card) for _ in range(3)}
    assert room.posted() == [[A, B]]
    assert lies == {room.channel.messages[1].id}


async def test_what_others_write_in_between_is_passed_over(room: Room) -> None:
    card = await room.card()
    tries = Tries(room, "A", "B")
    room.speaker.move(room.fake, HALF_AN_HOUR)
    for number in range(230):
        room.fake.say(room.ana, room.channel, f"message {number}")
    await tries.again(card)
    await tries.again(card)
    assert room.posted() == [[A, B]]


async def test_of_two_messages_only_the_missing_one_is_posted(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "REQUEST_BYTES", 600)
    card = await room.card()
    tries = Tries(room, "A", "B")
    first = await tries.again(card)
    _, _, second = room.channel.messages
    room.fake.delete(second)
    assert await tries.again(card) == first
    assert await tries.again(card) == first
    assert room.posted() == [[A], [B]]
    assert room.channel.messages[-1].reply_to is room.channel.messages[1]


async def test_a_take_that_went_ahead_has_no_buttons_and_is_found_all_the_same(room: Room) -> None:
    card = await room.card()
    tries = Tries(room, "A")
    early = replace(LAST, buttons=(), is_last=False)
    first = await tries.again(card, card=early)
    assert await tries.again(card, card=early) == first
    assert await tries.again(card) == first
    assert room.posted() == [[A]]


async def test_another_song_of_the_same_name_is_no_answer(room: Room) -> None:
    tries = Tries(room, "A", "B")
    other = [replace(button, subject="sun") for button in LAST.buttons]
    room.speaker.move(room.fake, HALF_AN_HOUR)
    result = room.result("A", "B", card=replace(LAST, key="sun", buttons=tuple(other)))
    await room.speaker.chat.deliver(room.place, result, "sun:result", tried_at=None)
    await tries.again()
    assert room.posted() == [[A, B], [A, B]]


async def test_a_take_that_went_ahead_under_another_card_is_no_answer(room: Room) -> None:
    card, early = await room.card(), replace(LAST, buttons=(), is_last=False)
    tries = Tries(room, "A")
    other = await room.card(replace(WORKING, key="sun", buttons=()))
    result = room.result("A", card=replace(early, key="sun"))
    await room.speaker.chat.deliver(room.at(other), result, "sun:result", tried_at=None)
    lies = await tries.again(card, card=early)
    assert lies == room.channel.messages[-1].id
    assert await tries.again(card, card=early) == lies
    assert room.posted() == [[A], [A]]


@pytest.mark.parametrize("title", TITLES)
async def test_files_are_found_however_discord_writes_their_names(room: Room, title: str) -> None:
    room.title = title
    card = await room.card()
    tries = Tries(room, "A", "B")
    lies = {await tries.again(card) for _ in range(2)}
    [names] = room.posted()
    assert len(names) == 2
    place = replace(room.at(card), message=lies.pop())
    links = [await room.speaker.chat.link(place, f"{title} - {letter}.mp3") for letter in "AB"]
    assert len({*links} - {None}) == 2


@pytest.mark.parametrize("title", TITLES)
async def test_a_late_take_comes_once_however_discord_writes_its_name(
    room: Room, title: str
) -> None:
    room.title = title
    first = await room.hand_over(room.place, room.result("A"))
    for _ in range(2):
        await room.hand_over(room.place, room.result("B", follows=first), "rain:rest")
    [names] = room.posted()
    assert len(names) == 2


async def test_what_was_posted_before_the_first_try_is_no_answer(room: Room) -> None:
    await room.speaker.chat.deliver(room.place, room.result("A", "B"), KEY, tried_at=None)
    room.speaker.move(room.fake, HALF_AN_HOUR)
    await Tries(room, "A", "B").again()
    assert room.posted() == [[A, B], [A, B]]


async def test_where_the_bot_may_not_read_it_posts_without_an_answer(room: Room) -> None:
    card = await room.card()
    room.channel.allow_bot(VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES)
    await Tries(room, "A", "B").again(card)
    assert room.posted() == [[A, B]]
    assert room.channel.messages[-1].reply_to is None


async def test_a_card_that_arrived_is_found_by_its_button(room: Room) -> None:
    card = await room.card()
    room.speaker.move(room.fake, HALF_AN_HOUR)
    for number in range(40):
        room.fake.say(room.ana, room.channel, f"message {number}")
    again = await room.card()
    assert again is card
