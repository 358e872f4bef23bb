"""What goes wrong around a song on Discord, and what people see of it."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.discord import Fault, Message
from tests.stories.conftest import Home
from tests.stories.test_discord import BEING_MADE, RESULT_BUTTONS, Evening, an_evening

UNKNOWN_CHANNEL, UNKNOWN_MESSAGE = 10003, 10008
NO_ACCESS, CLOSED, ANSWERED = 50001, 50007, 40060
MINUTES_15 = 15 * 60


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


async def composing(evening: Evening, prompt: str = "rain, 40 s") -> Message:
    """The card of a song that is being made."""
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt=prompt)
    return await (await asked.shown()).until_says(*BEING_MADE)


async def sent_directly(evening: Evening) -> Message:
    direct = evening.discord.direct(evening.ana)
    while not (message := await direct.next_message()).files_of("mp3"):
        pass
    return message


# Connections and tokens.


async def test_a_song_outlives_the_token_it_was_asked_with(evening: Evening) -> None:
    await evening.start()
    card = await composing(evening)
    evening.discord.clock.move(MINUTES_15)
    seen = len(card.revisions)
    result = await evening.result()
    await card.until_says(result.link)
    assert len(card.revisions) > seen
    assert not [call for call in evening.discord.calls if "/webhooks/" in call.path]


async def test_a_gateway_that_drops_is_resumed_and_hears_what_was_pressed(evening: Evening) -> None:
    await evening.start()
    card = await composing(evening)
    ben = evening.guild.member("ben")
    seen = len(card.revisions)
    evening.discord.gateway.shut()
    evening.discord.gateway.drop()
    await evening.discord.until(lambda: len(card.revisions) > seen, "a card that goes on")
    pressed = evening.discord.begin_press(ben, card, "Cancel")
    evening.discord.gateway.open()  # before a minute is over: then the library begins anew
    await evening.discord.gateway.resumed()
    assert "belongs to somebody else" in (await (await pressed.answered()).shown()).text
    await card.until_says((await evening.result()).link)
    assert evening.discord.gateway.identified == 1


async def test_an_invalid_session_is_begun_anew_in_mid_song(evening: Evening) -> None:
    await evening.start()
    card = await composing(evening)
    evening.discord.gateway.invalidate()
    result = await evening.result()
    await card.until_says(result.link)
    await evening.discord.until(
        lambda: evening.discord.gateway.identified == 2, "a session that is begun anew"
    )
    await evening.discord.gateway.ready()
    liked = await evening.discord.press(evening.ana, result, "♥ A")
    assert (await liked.shown()).is_ephemeral


# What was taken away.


async def test_a_card_that_somebody_deletes_is_missed_by_nobody(evening: Evening) -> None:
    evening.expected.add(UNKNOWN_MESSAGE)
    await evening.start()
    evening.discord.delete(await composing(evening))
    result = await evening.result()
    assert result.reply_to is None
    assert result.buttons == RESULT_BUTTONS
    await evening.closed()
    edits = [call for call in evening.discord.refused if call.code == UNKNOWN_MESSAGE]
    assert 1 <= len(edits) <= 8
    assert len(evening.channel.messages) == 2


async def test_from_a_channel_that_is_deleted_the_song_goes_to_its_person(evening: Evening) -> None:
    evening.expected |= {UNKNOWN_CHANNEL}
    await evening.start()
    await composing(evening)
    evening.channel.delete()
    result = await sent_directly(evening)
    assert "so it was sent to you alone" in result.text
    await evening.closed()


async def test_who_is_shown_the_door_sends_the_song_to_its_person(evening: Evening) -> None:
    evening.expected |= {NO_ACCESS}
    await evening.start()
    await composing(evening)
    evening.guild.remove_bot()
    assert len((await sent_directly(evening)).files_of("mp3")) == 2
    await evening.closed()


async def test_what_nobody_takes_is_kept(evening: Evening) -> None:
    evening.expected |= {NO_ACCESS, CLOSED}
    evening.ana.user.accepts_messages = False
    await evening.start()
    card = await composing(evening)
    evening.channel.allow_bot(0)
    await evening.closed()
    assert evening.home.rows("SELECT stage, failure FROM jobs") == [("done", "undelivered")]
    evening.channel.allow_bot(None)
    library = await evening.discord.slash(evening.ana, evening.channel, "library")
    assert (await library.shown()).is_ephemeral
    assert card.buttons == ["Cancel"]


async def test_the_first_songs_notice_is_told_in_the_channel_where_messages_are_closed(
    evening: Evening,
) -> None:
    evening.expected |= {CLOSED}
    evening.ana.user.accepts_messages = False
    await evening.start()
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="rain, 10 s")
    notice = await asked.next_followup()
    assert notice.is_ephemeral
    assert notice.shown_to is evening.ana.user
    assert "This is your first song here" in notice.text
    await evening.closed()
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="rain, 10 s")
    await asked.shown()
    await evening.closed()
    assert asked.followups == []


# Private songs.


async def test_a_private_song_stays_between_two(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "song", prompt="rain, 10 s", private=True
    )
    told = await asked.shown()
    assert told.is_ephemeral
    assert "direct messages" in told.text
    result = await sent_directly(evening)
    assert result.buttons == RESULT_BUTTONS
    direct = evening.discord.direct(evening.ana)
    card = next(each for each in direct.messages if each.embeds)
    await card.until_says(result.link)
    assert result.reply_to is card
    assert [each for each in evening.channel.messages if not each.is_ephemeral] == []


async def test_who_takes_no_messages_reads_so_before_anything_is_spent(evening: Evening) -> None:
    evening.expected.add(CLOSED)
    evening.ana.user.accepts_messages = False
    await evening.start()
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "song", prompt="rain, 10 s", private=True
    )
    told = await asked.shown()
    assert told.is_ephemeral
    assert told.text.splitlines()[1].startswith("Busker can't write to you alone.")
    assert evening.home.rows("SELECT * FROM jobs") == []
    assert evening.home.band_jobs == []


# Whole screens of songs that end otherwise.


async def test_the_screens_of_a_song_of_which_one_take_failed(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "song", prompt="rain, 10 s mishap:one-take"
    )
    card = await asked.shown()
    result = await evening.result()
    assert result.buttons == ["Extend A", "Again", "Remix", "♥ A", "Lyrics", "Delete"]
    assert "One take is ready; the other one failed" in result.text
    assert len(result.files_of("mp3")) == 1
    await card.until_says(result.link)
    assert card.buttons == []


async def test_the_screens_of_a_song_that_failed(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "song", prompt="rain, 10 s mishap:fail"
    )
    card = await (await asked.shown()).until_says("doesn't count")
    assert card.buttons == ["Again", "Edit"]
    assert card.filenames == []
    assert len(evening.channel.messages) == 1
    edit = await evening.discord.press(evening.ana, card, "Edit")
    assert edit.form


async def test_the_screens_of_a_song_that_was_declined(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "song", prompt="rain, 10 s mishap:nsfw"
    )
    card = await (await asked.shown()).until_says("doesn't count")
    assert card.buttons == ["Why?", "Edit"]
    why = await evening.discord.press(evening.ana, card, "Why?")
    told = await why.shown()
    assert told.is_ephemeral
    assert told.text not in card.text
    assert len([each for each in evening.channel.messages if not each.is_ephemeral]) == 1


# First answers.


async def test_a_first_answer_that_breaks_is_given_once(evening: Evening) -> None:
    evening.expected.add(ANSWERED)
    await evening.start()
    faults = [fault for fault in Fault if fault is not Fault.GATEWAY_DROP]
    for number, fault in enumerate(faults, start=1):
        person = evening.guild.member(fault.name)
        evening.discord.faults.on("POST", "/interactions/.*/callback", fault)
        evening.discord.begin_slash(person, evening.channel, "music", prompt="rain mishap:hang")
        card = await evening.channel.next_message()
        await evening.discord.press(person, card, "Cancel")
        await card.until_says("Cancelled")
        cards = [each for each in evening.channel.messages if not each.is_ephemeral]
        assert len(cards) == number
