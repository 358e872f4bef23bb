"""What is left of a card leads to the song, also right after a start, when nobody knows the servers yet."""

from dataclasses import replace

import pytest

from adapters.discord.addresses import PLATFORM
from bot.models import Card, Place, Tone
from tests.adapters.discord.conftest import Speaker
from tests.fakes.discord import Discord, Fault

WORKING = Card(key="rain", tone=Tone.WORKING, title="Rain", lines=("Posting",))
DONE = replace(WORKING, lines=("Done",), is_last=True)


async def link(speaker: Speaker, card: Place, result: Place) -> Place:
    """Show the last card, which leads there."""
    return await speaker.chat.show(card, replace(DONE, result=replace(result, message="7")))


@pytest.mark.parametrize("fault", [None, Fault.BANNED])
async def test_a_song_in_a_channel_is_found_on_its_server(
    fake: Discord, speaker: Speaker, fault: Fault | None
) -> None:
    guild = fake.guild("Garden")
    channel = guild.channel("music")
    place = Place(platform=PLATFORM, server=guild.id, channel=channel.id)
    card = await speaker.chat.show(place, WORKING)
    if fault:
        fake.faults.on("GET", r"/channels/\d+", fault, times=99)
    await link(speaker, card, place)
    [message] = channel.messages
    assert f"https://discord.com/channels/{guild.id}/{channel.id}/7" in message.text


async def test_a_private_song_that_was_asked_for_on_a_server_is_found_elsewhere(
    fake: Discord, speaker: Speaker
) -> None:
    guild = fake.guild("Garden")
    channel = guild.channel("music")
    alone = fake.direct(guild.member("ana"))
    place = Place(platform=PLATFORM, server=guild.id, channel=channel.id)
    card = await speaker.chat.show(place, WORKING)
    await link(speaker, card, replace(place, channel=alone.id))
    [message] = channel.messages
    assert f"https://discord.com/channels/@me/{alone.id}/7" in message.text
