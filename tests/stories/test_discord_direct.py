"""Where only a person has installed Busker, and in direct messages: what an interaction's token can do."""

import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from tests.fakes.discord import Answer, Channel, Discord, Message, Upload, User
from tests.fakes.discord.menu import NotOffered
from tests.fakes.discord.permissions import ADMIN, BOT, EMBED_LINKS
from tests.fakes.listener import listening
from tests.mp3.sounds import encoded
from tests.stories.conftest import Home
from tests.stories.test_discord import BEING_MADE, RESULT_BUTTONS, Evening, an_evening

QUARTER_SECONDS = 15 * 60 + 1
OPEN = {"BUSKER_DIRECT": "on"}
TRIED_DIRECTLY = 400
"""Whether somebody can be written to is tried with a message that says nothing."""


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


@dataclass
class Elsewhere:
    """A conversation that Busker isn't in, and somebody in it who has installed it."""

    discord: Discord
    channel: Channel
    ana: User

    async def song(self, prompt: str = "rain, 10 s") -> tuple[Message, Message]:
        """The card and the result of a song that is done."""
        asked = await self.discord.slash(self.ana, self.channel, "song", prompt=prompt)
        card = await asked.shown()
        result = await asked.next_followup()
        await card.until_says(result.link)
        return card, result


async def handed_over(channel: Channel) -> Message:
    """The next message there that has songs in it."""
    while not (message := await channel.next_message()).files_of("mp3"):
        pass
    return message


@pytest.fixture
async def group(evening: Evening) -> Elsewhere:
    await evening.start(**OPEN)
    discord = evening.discord
    return Elsewhere(discord, discord.group("friends"), evening.ana.user)


async def test_a_song_among_friends_goes_by_the_token_alone(
    evening: Evening, group: Elsewhere
) -> None:
    card, result = await group.song()
    assert not card.is_ephemeral
    assert len(result.files_of("mp3")) == 2
    assert result.files_of("jpg")
    assert result.buttons == RESULT_BUTTONS
    assert result.pings.users == {group.ana.id}
    assert not any(revision.pings for revision in card.revisions)
    assert (card.buttons, card.filenames) == ([], [])
    by_address = f"/channels/{group.channel.id}"
    assert [call for call in evening.discord.calls if call.path.startswith(by_address)] == []


async def test_buttons_of_such_a_result_bring_a_token_of_their_own(
    evening: Evening, group: Elsewhere
) -> None:
    _, result = await group.song()
    evening.discord.clock.move(QUARTER_SECONDS)
    liked = await evening.discord.press(group.ana, result, "♥ A")
    assert (await liked.shown()).is_ephemeral
    again = await evening.discord.press(group.ana, result, "Again")
    card = await again.shown()
    assert card is not result
    assert len((await again.next_followup()).files_of("mp3")) == 2
    assert result.buttons == RESULT_BUTTONS


async def test_a_song_is_shown_again_there(evening: Evening, group: Elsewhere) -> None:
    _, result = await group.song()
    asked = await evening.discord.slash(group.ana, group.channel, "library")
    library = await asked.shown()
    await evening.discord.press(group.ana, library, library.buttons[0])
    await library.until_says("Take A")
    pressed = await evening.discord.press(group.ana, library, "Show again")
    again = await pressed.next_followup()
    assert sorted(again.files_of("mp3")) == sorted(result.files_of("mp3"))
    assert (await pressed.next_followup()).is_ephemeral


async def test_what_is_attached_among_friends_is_heard_from_beside_the_card(
    evening: Evening,
) -> None:
    async with listening() as listener:
        listener.takes = [encoded(samples=20_000).bare, encoded(samples=25_000).bare]
        listener.go_on.set()
        await evening.start(**listener.settings | OPEN)
        ana, channel = evening.ana.user, evening.discord.group("friends")
        hummed = encoded(samples=30_000).whole
        asked = await evening.discord.slash(
            ana, channel, "song", reference=Upload(name="hum.mp3", data=hummed)
        )
        card = await asked.shown()
        result = await asked.next_followup()
        await card.until_says(result.link)
        [heard] = listener.heard
        assert (heard.field, heard.sound) == ("reference_url", hummed)


async def test_what_comes_after_a_quarter_of_an_hour_goes_to_the_person_alone(
    evening: Evening, group: Elsewhere
) -> None:
    evening.expected |= {401, TRIED_DIRECTLY}  # Discord's clock is ahead of ours
    asked = await evening.discord.slash(group.ana, group.channel, "song", prompt="rain, 60 s")
    card = await asked.shown()
    await card.until_says(*BEING_MADE)
    evening.discord.clock.move(QUARTER_SECONDS)
    direct = evening.discord.direct(group.ana)
    result = await handed_over(direct)
    assert len(result.files_of("mp3")) == 2
    assert "sent to you alone" in result.text
    assert asked.followups == []


async def test_after_a_restart_the_song_goes_to_the_person_alone(
    evening: Evening, group: Elsewhere
) -> None:
    asked = await evening.discord.slash(group.ana, group.channel, "song", prompt="rain, 60 s")
    await (await asked.shown()).until_says(*BEING_MADE)
    await evening.stop(signal.SIGKILL)
    evening.expected.add(TRIED_DIRECTLY)
    await evening.start(**OPEN)
    result = await handed_over(evening.discord.direct(group.ana))
    assert len(result.files_of("mp3")) == 2
    assert len(evening.home.band_jobs) == 1


async def test_a_server_without_busker_lends_nobody_power_over_direct_use(evening: Evening) -> None:
    await evening.start(**OPEN)
    foreign = evening.discord.guild("Foreign", has_bot=False)
    channel, cleo = foreign.channel("talk"), foreign.member("cleo", allowed=ADMIN)
    asked = await evening.discord.slash(cleo, channel, "song", prompt="rain, 10 s")
    card = await asked.shown()
    result = await asked.next_followup()
    assert f"/channels/{foreign.id}/" in result.link
    await card.until_says(result.link)
    told = await evening.discord.slash(cleo, channel, "busker-admin quota set", rule="99/day")
    assert "Only admins of this server" in (await told.shown()).text


async def test_what_cannot_be_shown_there_is_said_before_anything_is_spent(
    evening: Evening,
) -> None:
    await evening.start(**OPEN)
    foreign = evening.discord.guild("Foreign", has_bot=False)
    channel = foreign.channel("talk", bot_permissions=BOT & ~EMBED_LINKS)
    asked = await evening.discord.slash(foreign.member("cleo"), channel, "song", prompt="rain")
    told = await asked.shown()
    assert told.is_ephemeral
    assert "Busker lacks: Embed Links." in told.text
    assert evening.home.band_jobs == []


async def test_a_direct_message_is_a_place_like_any_other(evening: Evening) -> None:
    await evening.start(**OPEN)
    direct = evening.discord.direct(evening.ana)
    asked = await evening.discord.slash(evening.ana.user, direct, "song", prompt="rain, 10 s")
    card = await asked.shown()
    result = await handed_over(direct)
    assert result.reply_to is card
    await card.until_says(result.link)


async def test_what_is_asked_for_in_private_there_is_answered_with_its_card(
    evening: Evening,
) -> None:
    evening.expected.add(TRIED_DIRECTLY)
    await evening.start(**OPEN)
    direct = evening.discord.direct(evening.ana)
    asked = await evening.discord.slash(
        evening.ana.user, direct, "song", prompt="rain, 10 s", private=True
    )
    assert asked.answer is Answer.MESSAGE
    assert (await handed_over(direct)).reply_to is asked.reply


async def test_where_direct_use_is_off_nothing_is_offered_and_an_old_menu_is_refused(
    evening: Evening,
) -> None:
    await evening.start(**OPEN)
    ana, direct = evening.ana.user, evening.discord.direct(evening.ana)
    group = evening.discord.group("friends")
    old = list(evening.discord.commands())
    await evening.stop()
    await evening.start()
    for place in (direct, group):
        with pytest.raises(NotOffered):
            evening.discord.begin_slash(ana, place, "song", prompt="rain")
    evening.discord.commands()[:] = old
    for place in (direct, group):
        asked = await evening.discord.slash(ana, place, "song", prompt="rain")
        told = await asked.shown()
        assert told.is_ephemeral
        assert "Busker makes songs only on servers that have added it." in told.text
    assert evening.home.band_jobs == []


async def test_a_private_songs_buttons_work_where_direct_use_is_off(evening: Evening) -> None:
    evening.expected.add(TRIED_DIRECTLY)
    await evening.start()
    await evening.discord.slash(
        evening.ana, evening.channel, "song", prompt="rain, 10 s", private=True
    )
    direct = evening.discord.direct(evening.ana)
    result = await handed_over(direct)
    assert result.reply_to
    await result.reply_to.until_says(result.link)
    again = await evening.discord.press(evening.ana.user, result, "Again")
    await again.shown()
    assert (await handed_over(direct)).buttons == RESULT_BUTTONS
