"""Many songs in one channel, by the real client library against real buckets: nothing comes too fast."""

import asyncio
import gc
from dataclasses import replace

import pytest

from adapters.discord.addresses import PLATFORM
from adapters.discord.sending.edits import Edits
from adapters.discord.sending.pacing import MOST_CHANNELS, ChannelPace, Turn
from bot.models import Card, Person, Place, Result, Tone
from tests.adapters.discord.conftest import Speaker
from tests.fakes.discord import Channel, Discord, Fault, Message

SONGS = 20
LINES = ("Waiting", "Accepted", "Composing", "Take A is done", "Take B is done", "Posting")
NUMBERS = 12
"""Cards that differ in a percentage only, between one line and the next."""
HOUR = 3600
RUNNING, DONE, CHANNELS = 250, 750, 100


def cards_of(song: str) -> list[Card]:
    """Everything its card says, in order; its title tells which it was."""
    card = Card(key=song, tone=Tone.WORKING, title=song)
    cards = [
        replace(card, lines=(f"{line} {at}",), percent=at)
        for line in LINES
        for at in range(NUMBERS)
    ]
    return [*cards, replace(card, lines=("Done",), is_last=True)]


async def play(speaker: Speaker, place: Place, song: str, apart: float) -> None:
    """Show all of a song's cards, a little apart, and hand it over before the last one."""
    first, *cards, last = cards_of(song)
    place = await speaker.chat.show(place, first)
    for card in cards:
        await speaker.clock.sleep(apart)
        await speaker.chat.show(place, card)
    result = Result(card=last, takes=(), name=song, person=Person(platform=PLATFORM, id="1"))
    lies = await speaker.chat.deliver(place, result, f"{song}:result", tried_at=None)
    await speaker.chat.show(place, replace(last, result=lies))


def place_of(channel: Channel) -> Place:
    return Place(
        platform=PLATFORM, server=channel.guild.id if channel.guild else "", channel=channel.id
    )


def songs_in(channel: Channel) -> dict[str, Message]:
    """Each song's card."""
    return {
        message.embeds[0]["title"]: message for message in channel.messages if not message.reply_to
    }


def numbers_in(message: Message, cards: list[Card]) -> list[int]:
    """Which of the song's cards were seen, by their number."""
    lines = ["\n".join(card.lines) for card in cards[:-1]]
    return [
        lines.index(revision.text.splitlines()[1])
        for revision in message.revisions
        if "channels/" not in revision.text
    ]


async def test_twenty_songs_in_one_channel_are_never_too_fast(
    fake: Discord, speaker: Speaker
) -> None:
    channel = fake.guild("Garden").channel("music")
    async with asyncio.timeout(60), asyncio.TaskGroup() as songs:
        for number in range(SONGS):
            songs.create_task(play(speaker, place_of(channel), f"Song {number}", 0.5))
    assert fake.too_fast == []
    assert fake.refused == []
    messages = songs_in(channel)
    assert len(messages) == SONGS
    for song, message in messages.items():
        seen = numbers_in(message, cards_of(song))
        assert seen == sorted(set(seen)), "no card comes twice, or after a newer one"
        assert "channels/" in message.text, "the last card is there"
    results = [message for message in channel.messages if message.reply_to]
    assert len(results) == SONGS


async def test_cards_older_than_an_hour_are_never_too_fast(fake: Discord, speaker: Speaker) -> None:
    channel = fake.guild("Garden").channel("music")
    cards = {f"Song {number}": cards_of(f"Song {number}") for number in range(7)}
    places = {
        song: await speaker.chat.show(place_of(channel), found[0]) for song, found in cards.items()
    }
    speaker.move(fake, HOUR + 60)
    async with asyncio.timeout(60):
        await asyncio.gather(
            *(speaker.chat.show(places[song], found[-1]) for song, found in cards.items())
        )
    assert fake.too_fast == []
    assert all("Done" in message.text for message in songs_in(channel).values())


@pytest.mark.parametrize("times", [0.5])  # slow: what a busy machine holds up goes at once
async def test_many_channels_together_are_never_too_fast(fake: Discord, speaker: Speaker) -> None:
    guild = fake.guild("Garden")
    channels = [guild.channel(f"music {number}") for number in range(50)]
    async with asyncio.timeout(60), asyncio.TaskGroup() as songs:
        for channel in channels:
            songs.create_task(play(speaker, place_of(channel), channel.name, 0.05))
    assert fake.too_fast == []
    assert all("channels/" in songs_in(channel)[channel.name].text for channel in channels)


async def test_many_people_are_told_something_alone_and_never_too_fast(
    fake: Discord, speaker: Speaker
) -> None:
    guild = fake.guild("Garden")
    people = [guild.member(f"person {number}") for number in range(15)]
    async with asyncio.timeout(60):
        await asyncio.gather(
            *(
                speaker.chat.tell(Person(platform=PLATFORM, id=person.user.id), "Hello")
                for person in people
            )
        )
    assert fake.too_fast == []
    assert all(fake.direct(person).messages[0].text == "Hello" for person in people)


async def test_a_refusal_for_coming_too_fast_is_counted_and_the_card_comes(
    fake: Discord, speaker: Speaker
) -> None:
    channel = fake.guild("Garden").channel("music")
    first, *_, last = cards_of("Rain")
    place = await speaker.chat.show(place_of(channel), first)
    fake.faults.on("PATCH", ".*", Fault.TOO_FAST, times=2, seconds=0.01)
    await speaker.chat.show(place, last)
    assert "Done" in channel.messages[0].text
    told = speaker.metrics.text().decode()
    assert 'busker_rate_limited_total{platform="discord"} 2.0' in told
    assert 'busker_edits_total{fate="sent",platform="discord"} 1.0' in told


@pytest.mark.parametrize("times", [50])
async def test_songs_that_are_done_leave_nothing_behind(fake: Discord, speaker: Speaker) -> None:
    guild = fake.guild("Garden")
    places = [place_of(guild.channel(f"music {number}")) for number in range(CHANNELS)]
    async with asyncio.timeout(120):
        running = await asyncio.gather(
            *(begin(speaker, places[at % CHANNELS], f"Song {at}") for at in range(RUNNING))
        )
        for begun in range(0, DONE, RUNNING):
            await asyncio.gather(
                *(
                    whole(speaker, places[at % CHANNELS], f"Done {begun + at}")
                    for at in range(RUNNING)
                )
            )
    gc.collect()
    there = gc.get_objects()
    assert len([each for each in there if isinstance(each, Edits)]) == len(running)
    assert len([each for each in there if isinstance(each, Turn)]) == 0
    assert len([each for each in there if isinstance(each, ChannelPace)]) <= MOST_CHANNELS + 1
    names = [task.get_coro().__qualname__ for task in asyncio.all_tasks()]  # type: ignore[union-attr]
    assert not [name for name in names if name.startswith(("Edits.", "_Alarm."))]


async def begin(speaker: Speaker, place: Place, song: str) -> Place:
    """Its card and a number are shown, and it goes on."""
    first, second, *_ = cards_of(song)
    place = await speaker.chat.show(place, first)
    return await speaker.chat.show(place, second)


async def whole(speaker: Speaker, place: Place, song: str) -> None:
    place = await begin(speaker, place, song)
    await speaker.chat.show(place, cards_of(song)[-1])
