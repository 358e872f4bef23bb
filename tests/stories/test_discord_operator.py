"""The operator's part on Discord: the check-up before anything runs, and being told of a trouble, once."""

import asyncio
import subprocess
from collections.abc import AsyncIterator

import pytest

from adapters.discord.invitation import invitation
from tests.fakes.discord import Channel
from tests.fakes.discord.permissions import BOT, SEND_MESSAGES
from tests.stories.conftest import Home
from tests.stories.test_discord import Evening, an_evening

PATIENCE_SECONDS = 60
TOLD = "The operator has been told"
WAITS = "Waiting: the service takes no songs at the moment"


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


@pytest.fixture
async def service(home: Home) -> dict[str, str]:
    """Settings for a service that knows its key: the house band in the part of Soundverse."""
    address = home.environment["HOUSEBAND_ADDRESS"]
    home.environment["HOUSEBAND_KEY"] = "the-right-key"
    band = home.start("houseband", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    host, _, port = address.partition(":")
    while True:
        try:
            _, line = await asyncio.open_connection(host, int(port))
        except OSError:
            assert band.poll() is None
            await asyncio.sleep(0.1)
        else:
            line.close()
            break
    return {"BUSKER_COMPOSER": "soundverse", "SOUNDVERSE_BASE_URL": f"http://{address}"}


async def checked(evening: Evening, code: int, **settings: str) -> str:
    home = evening.home
    home.environment |= {
        "DISCORD_TOKEN": evening.discord.token,
        "DISCORD_API_BASE": evening.discord.api,
        "BUSKER_COMPOSER": "houseband",
        "PYTHONWARNINGS": "error,ignore:'audioop' is deprecated:DeprecationWarning",
        **settings,
    }
    said, complained = await asyncio.to_thread(lambda: home.run("doctor", code=code))
    assert complained == ""
    assert evening.discord.token not in said
    return said


def alarms(channel: Channel) -> list[str]:
    return [message.text for message in channel.messages if not message.is_deleted]


async def test_the_doctor_tells_the_way_to_the_first_song(evening: Evening) -> None:
    discord, guild = evening.discord, evening.guild
    guild.remove_bot()
    said = await checked(evening, 0)
    id_ = discord.bot.id
    _, _, on_discord = said.partition("ok     Discord")
    assert f"ok     Discord{on_discord}".splitlines() == [
        f"ok     Discord: the token is accepted; the bot is busker, the application busker ({id_}).",
        (
            "note   Discord: anybody can invite the bot, and it plays on every server it is in, since "
            "BUSKER_SERVERS is not set."
        ),
        f"ok     Discord: this link invites the bot: {invitation(id_)}",
        (
            "ok     Discord: 127.0.0.1, where events come from, can be reached; 1,000 of 1,000 "
            "connections are left today."
        ),
        "note   Discord: the bot is in no server yet; the link above invites it.",
        "Nothing is wrong.",
    ]
    guild.invite_bot()
    guild.allow_bot(BOT & ~SEND_MESSAGES)
    said = await checked(evening, 1, BUSKER_SERVERS=f"discord:{guild.id}")
    assert said.splitlines()[-4:] == [
        "ok     Discord: the bot is in 1 server: Garden.",
        "wrong  Discord: Garden doesn't allow the bot: Send Messages.",
        (
            "       Allow it to the bot's role there, or open the link above again and choose that "
            "server."
        ),
        "Something is wrong; the lines below each “wrong” say what helps.",
    ]
    guild.allow_bot(BOT)
    await evening.start()
    said = await checked(evening, 0)
    assert "ok     Discord: Garden allows all that is needed, and files of 10 MiB." in said
    assert evening.discord.gateway.identified == 1
    await evening.song()


async def test_a_wrong_key_is_told_once_and_songs_wait_for_the_right_one(
    evening: Evening, service: dict[str, str]
) -> None:
    office = evening.guild.channel("office")
    settings = {**service, "BUSKER_OPERATOR_CHANNEL": f"discord:{office.id}"}
    await evening.start(**settings, SOUNDVERSE_API_KEY="a-wrong-key")
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="rain, 10 s")
    card = await asked.shown()
    await card.until_says(TOLD)
    assert await evening.stop() == 0
    seen = len(card.revisions)
    await evening.start(**settings, SOUNDVERSE_API_KEY="a-wrong-key")
    await evening.discord.until(
        lambda: len(card.revisions) > seen and TOLD in card.text, "the card to say it again"
    )
    assert await evening.stop() == 0
    [alarm] = alarms(office)
    assert "The service doesn't accept the key, so all songs wait." in alarm
    await evening.start(**settings, SOUNDVERSE_API_KEY="the-right-key")
    result = await evening.result()
    await card.until_says(result.link)
    assert len(alarms(office)) == 1
    assert "4 of 5 songs left today" in result.text


async def test_nobody_reads_that_the_operator_was_told_when_no_message_arrived(
    evening: Evening, service: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    office = evening.guild.channel("office", bot_permissions=BOT & ~SEND_MESSAGES)
    channel = f"discord:{office.id}"
    await evening.start(
        **service, BUSKER_OPERATOR_CHANNEL=channel, SOUNDVERSE_API_KEY="a-wrong-key"
    )
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="rain")
    card = await asked.shown()
    await card.until_says(WAITS)
    await evening.discord.until(
        lambda: [call for call in evening.discord.refused if call.code == 50013], "a refused alarm"
    )
    before = list(card.revisions)
    office.allow_bot(None)
    await card.until_says(TOLD)
    await evening.stop()
    assert not any(TOLD in revision.text for revision in before)
    assert "the operator can't be told" in capfd.readouterr().err
    assert len(alarms(office)) == 1
    refused = [call for call in evening.discord.refused if call.code == 50013]
    assert refused
    evening.discord.calls[:] = [call for call in evening.discord.calls if call not in refused]
