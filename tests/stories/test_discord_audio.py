"""Audio that songs are made from, on Discord: attached to a command, or a take that only Discord has."""

import signal
from collections.abc import AsyncIterator

import pytest

from tests.fakes.composer import a_picture
from tests.fakes.discord import Message, Upload
from tests.fakes.listener import Listener, listening
from tests.mp3.sounds import encoded
from tests.stories.conftest import Home
from tests.stories.test_discord import Evening, an_evening

HUMMED = encoded(samples=30_000).whole
TAKEN_A, TAKEN_B = encoded(samples=20_000).bare, encoded(samples=25_000).bare
A_DAY_SECONDS = 25 * 3600
"""As long as an address of Discord's is good, and an hour."""


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    async with listening() as listener:
        listener.takes = [TAKEN_A, TAKEN_B]
        yield listener


async def hummed(evening: Evening, data: bytes = HUMMED, **options: str) -> Message:
    """The answer to a song that is to sound like what Ana hums."""
    file = Upload(name="Ana hums.mp3", data=data)
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "song", reference=file, **options
    )
    return await asked.shown()


def take_of(message: Message, letter: str) -> bytes:
    """A take that was posted, and nothing where it wasn't."""
    files = message.files
    return next((files[name] for name in files if name.endswith(f"_{letter}.mp3")), b"")


async def result(evening: Evening) -> Message:
    """The next message with takes."""
    while not take_of(message := await evening.channel.next_message(), "A"):
        pass
    return message


def beside(card: Message) -> list[list[str]]:
    """The files of the card, as they changed."""
    names = [revision.filenames for revision in card.revisions]
    return [each for number, each in enumerate(names) if number == 0 or each != names[number - 1]]


async def test_what_is_attached_lies_beside_the_card_and_is_heard_from_there(
    evening: Evening, listener: Listener
) -> None:
    await evening.start(**listener.settings | {"SOUNDVERSE_MODE": "stream"})
    card = await hummed(evening)
    await evening.discord.until(lambda: "cover.jpg" in card.filenames, "the cover")
    assert sorted(card.filenames) == ["cover.jpg", "reference.mp3"]
    assert card.files["reference.mp3"] == HUMMED
    listener.go_on.set()
    posted = await result(evening)
    await card.until_says(posted.link)
    assert card.filenames == []
    [heard] = listener.heard
    assert (heard.field, heard.sound) == ("reference_url", HUMMED)
    assert "/reference.mp3?" in heard.url
    [(given,)] = evening.home.rows("SELECT reference_url FROM jobs")
    assert "/Ana_hums.mp3?" in given
    [kept] = (evening.home.folder / "data" / "archive").glob("*/reference.mp3")
    assert kept.read_bytes() == HUMMED
    assert evening.discord.too_fast == []


async def test_a_kill_while_the_song_waits_loses_nothing_even_a_day_later(
    evening: Evening, listener: Listener
) -> None:
    listener.busy = 1
    await evening.start(**listener.settings)
    card = await hummed(evening)
    await evening.discord.until(lambda: listener.requests, "a request")
    await evening.stop(signal.SIGKILL)
    evening.discord.clock.move(A_DAY_SECONDS)
    await evening.start(**listener.settings)
    posted = await result(evening)
    await card.until_says(posted.link)
    assert [heard.sound for heard in listener.heard] == [HUMMED]
    assert len([names for names in beside(card) if names == ["reference.mp3"]]) == 1


async def test_again_sounds_like_the_same_a_day_later(evening: Evening, listener: Listener) -> None:
    await evening.start(**listener.settings)
    await hummed(evening)
    posted = await result(evening)
    evening.discord.clock.move(A_DAY_SECONDS)
    asked = await evening.discord.press(evening.guild.member("ben"), posted, "Again")
    await asked.shown()
    await result(evening)
    assert [heard.sound for heard in listener.heard] == [HUMMED, HUMMED]


async def test_what_is_attached_among_friends_is_heard_as_well(
    evening: Evening, listener: Listener
) -> None:
    await evening.start(**listener.settings, BUSKER_DIRECT="on")
    evening.channel = evening.discord.group("friends")
    card = await hummed(evening)
    await evening.discord.until(lambda: listener.heard, "something that is heard")
    [heard] = listener.heard
    assert (heard.sound, "/reference.mp3?" in heard.url) == (HUMMED, True)
    await card.until_says("https://discord.com/channels/@me/")
    assert card.filenames == []


async def test_what_is_too_large_is_refused_in_private(
    evening: Evening, listener: Listener
) -> None:
    await evening.start(**listener.settings)
    told = await hummed(evening, bytes(10_000_001))
    assert told.is_ephemeral
    assert "attached as reference is larger than 10 MB" in told.text
    assert evening.home.rows("SELECT * FROM jobs") == []


async def test_audio_that_is_attached_and_named_as_well_is_refused(evening: Evening) -> None:
    await evening.start()
    named = {"reference-url": "https://example.com/hum.mp3"}
    told = await hummed(evening, HUMMED, **named)
    assert told.is_ephemeral
    assert "reference was given twice" in told.text


async def test_what_is_no_audio_ends_the_song_before_anything_is_spent(
    evening: Evening, listener: Listener
) -> None:
    await evening.start(**listener.settings)
    card = await hummed(evening, a_picture())
    await card.until_says("is no audio")
    assert listener.requests == 0
    assert evening.home.rows("SELECT counts, charged FROM jobs") == [(0, "no")]


async def test_a_song_that_waits_is_cancelled_with_what_lies_beside_its_card(
    evening: Evening, listener: Listener
) -> None:
    listener.busy = 1
    await evening.start(**listener.settings)
    card = await hummed(evening)
    await evening.discord.until(lambda: listener.requests, "a request")
    await evening.discord.press(evening.ana, card, "Cancel")
    await card.until_says("Cancelled")
    assert card.filenames == []


async def test_a_take_that_only_discord_still_has_is_extended(
    evening: Evening, listener: Listener
) -> None:
    await evening.start(**listener.settings)
    await evening.discord.slash(evening.ana, evening.channel, "music", prompt="rain")
    posted = await result(evening)
    listener.lost.add(1)
    evening.discord.clock.move(A_DAY_SECONDS)
    await evening.discord.press(evening.ana, posted, "Extend B")
    extended = await result(evening)
    assert "B › ext 1" in extended.text
    [heard] = listener.heard
    assert (heard.field, heard.sound) == ("audio_url", take_of(posted, "B"))


async def test_takes_in_two_messages_are_deleted_together(
    evening: Evening, listener: Listener
) -> None:
    listener.takes = [take * (13_000_000 // len(take)) for take in listener.takes]
    hall = evening.discord.guild("Hall", boost_tier=2)
    evening.channel, evening.ana = hall.channel("stage"), hall.member("ana")
    await evening.start(**listener.settings)
    started = await evening.discord.slash(evening.ana, evening.channel, "music", prompt="rain")
    first, second = await result(evening), await evening.channel.next_message()
    await (await started.shown()).until_says(first.link)
    assert second.reply_to is first
    assert not second.pings
    asked = await evening.discord.press(evening.ana, first, "Delete")
    await evening.discord.press(evening.ana, await asked.shown(), "Delete")
    await first.until_deleted()
    await second.until_deleted()
