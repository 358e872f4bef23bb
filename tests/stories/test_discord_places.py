"""Servers, their channels and threads, and shards: where Busker may post, and who may tell it what."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.fakes.discord import Channel
from tests.fakes.discord.permissions import (
    ADMIN,
    ATTACH_FILES,
    BOT,
    EMBED_LINKS,
    SEND_MESSAGES,
    SEND_MESSAGES_IN_THREADS,
)
from tests.fakes.discord.places import Kind
from tests.stories.conftest import Home
from tests.stories.test_discord import Evening, an_evening

NO_SUCH_BUTTON = "That button no longer does anything."


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


async def said(evening: Evening, channel: Channel) -> str:
    """What somebody is told who asks for a song there."""
    asked = await evening.discord.slash(evening.ana, channel, "song", prompt="rain, 10 s")
    told = await asked.shown()
    assert told.is_ephemeral
    return told.text


async def test_what_busker_may_not_do_is_named_before_anything_is_spent(evening: Evening) -> None:
    await evening.start()
    guild = evening.guild
    for allowed, lacks in (
        (0, "View Channels, Attach Files, Embed Links, Send Messages"),
        (BOT & ~SEND_MESSAGES, "Send Messages"),
        (BOT & ~ATTACH_FILES, "Attach Files"),
        (BOT & ~EMBED_LINKS, "Embed Links"),
    ):
        channel = guild.channel("quiet", bot_permissions=allowed)
        assert f"Busker lacks: {lacks}. " in await said(evening, channel)
    voice = guild.channel("lounge", bot_permissions=BOT, kind=Kind.VOICE)
    assert "Busker lacks: Connect. " in await said(evening, voice)
    channel = guild.channel("talk", bot_permissions=BOT & ~SEND_MESSAGES_IN_THREADS)
    assert "Busker lacks: Send Messages in Threads. " in await said(evening, channel.thread("more"))
    locked = evening.channel.thread("old", is_locked=True)
    assert "Manage Threads (this thread is locked)" in await said(evening, locked)
    private = evening.channel.thread("secret", is_private=True, has_bot=False)
    assert "a place in this private thread" in await said(evening, private)
    assert evening.home.band_jobs == []


@pytest.mark.parametrize("where", ["thread", "private thread", "post", "voice", "announcements"])
async def test_songs_are_made_wherever_people_talk_on_a_server(
    evening: Evening, where: str
) -> None:
    await evening.start()
    guild = evening.guild
    match where:
        case "thread":
            limits = BOT & ~SEND_MESSAGES
            channel = guild.channel("talk", bot_permissions=limits).thread("more")
        case "private thread":
            channel = evening.channel.thread("secret", is_private=True)
        case "post":
            channel = guild.channel("forum", kind=Kind.FORUM).thread("a post")
        case "voice":
            channel = guild.channel("lounge", kind=Kind.VOICE)
        case _:
            channel = guild.channel("news", kind=Kind.ANNOUNCEMENTS)
    asked = await evening.discord.slash(evening.ana, channel, "song", prompt="rain, 10 s")
    card = await asked.shown()
    while not (result := await channel.next_message()).files_of("mp3"):
        pass
    await card.until_says(result.link)


async def test_a_server_that_isnt_served_is_told_so(evening: Evening) -> None:
    other = evening.discord.guild("Other")
    await evening.start(BUSKER_SERVERS=f"discord:{evening.guild.id}")
    channel, cleo = other.channel("talk"), other.member("cleo")
    asked = await evening.discord.slash(cleo, channel, "song", prompt="rain")
    assert "Busker isn't open to this server." in (await asked.shown()).text
    assert evening.home.band_jobs == []


async def test_admins_act_on_their_own_server_only_and_nobody_else_does(evening: Evening) -> None:
    await evening.start()
    cleo = evening.guild.member("cleo", allowed=ADMIN)
    there = await evening.discord.slash(
        cleo, evening.channel, "busker-admin quota set", rule="2/day", server="discord:1"
    )
    assert "Only whoever runs Busker" in (await there.shown()).text
    [menu] = [each for each in evening.discord.commands() if each["name"] == "busker-admin"]
    menu["default_member_permissions"] = None  # as an admin of the server may have it
    for line, options in (
        ("busker-admin quota set", {"rule": "99/day"}),
        ("busker-admin audit", {}),
        ("busker-admin pause", {}),
    ):
        asked = await evening.discord.slash(evening.ana, evening.channel, line, **options)
        assert "Only admins of this server" in (await asked.shown()).text


async def test_what_is_told_twice_is_done_once(evening: Evening) -> None:
    await evening.start()
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="rain, 10 s")
    evening.discord.repeat(asked)
    card = await asked.shown()
    result = await evening.result()
    await card.until_says(result.link)
    assert len(evening.home.band_jobs) == 1
    assert [each for each in evening.channel.messages if each.reply_to] == [result]


async def test_what_was_missed_while_the_line_was_cut_is_answered_once(evening: Evening) -> None:
    await evening.start()
    evening.discord.gateway.shut()
    evening.discord.gateway.drop()
    asked = evening.discord.begin_slash(evening.ana, evening.channel, "song", prompt="rain, 10 s")
    evening.discord.gateway.open()
    await evening.discord.gateway.resumed()
    card = await asked.shown()
    await card.until_says((await evening.result()).link)
    assert len(evening.home.band_jobs) == 1


async def test_a_command_that_came_too_late_makes_its_song_all_the_same(evening: Evening) -> None:
    evening.expected.add(404)
    await evening.start()
    evening.discord.gateway.shut()
    evening.discord.gateway.drop()
    evening.discord.begin_slash(evening.ana, evening.channel, "quota")
    evening.discord.begin_slash(evening.ana, evening.channel, "song", prompt="rain, 10 s")
    evening.discord.clock.move(4)
    evening.discord.gateway.open()
    card = await evening.channel.next_message()
    result = await evening.result()
    await card.until_says(result.link)


async def test_ids_and_commands_that_nobody_knows_any_more_get_a_sentence(evening: Evening) -> None:
    await evening.start()
    _, result = await evening.song()
    for custom_id in ("v1:dance:1", "v0:again:1", "another-bots", "v1:again:", "form:nothing"):
        result.components[0]["components"][0]["custom_id"] = custom_id
        asked = await evening.discord.press(evening.ana, result, custom_id)
        told = await asked.shown()
        assert told.is_ephemeral
        assert "refused" not in told.text
    menu = evening.discord.commands()
    menu.append({**menu[0], "name": "serenade", "id": "1", "options": []})
    asked = await evening.discord.slash(evening.ana, evening.channel, "serenade")
    assert "There is no /serenade." in (await asked.shown()).text


async def test_others_neither_delete_nor_cancel_and_a_deleted_songs_buttons_say_so(
    evening: Evening,
) -> None:
    await evening.start()
    ben = evening.guild.member("ben")
    asked = await evening.discord.slash(evening.ana, evening.channel, "song", prompt="rain, 10 s")
    card = await asked.shown()
    cancelled = await evening.discord.press(ben, card, "Cancel")
    assert "belongs to somebody else" in (await cancelled.shown()).text
    result = await evening.result()
    await card.until_says(result.link)
    deleted = await evening.discord.press(ben, result, "Delete")
    assert "belongs to somebody else" in (await deleted.shown()).text
    like = result.components[1]["components"][0]["custom_id"]
    mine = await (await evening.discord.press(evening.ana, result, "Delete")).shown()
    await evening.discord.press(evening.ana, mine, "Delete")
    await result.until_deleted()
    kept = evening.discord.say(evening.ana, evening.channel, "kept")
    button = {"type": 2, "id": 2, "style": 2, "custom_id": like}
    kept.components = [{"type": 1, "id": 1, "components": [button]}]
    pressed = await evening.discord.press(evening.ana, kept, like)
    assert "deleted" in (await pressed.shown()).text


async def test_shards_are_begun_in_buckets_and_each_serves_its_servers(evening: Evening) -> None:
    evening.discord.configure(shards=3, at_once=2)
    evening.discord.clock.move(0.001)
    second = evening.discord.guild("Second")
    await evening.start()
    await evening.discord.gateway.ready(shards=3)
    assert evening.discord.gateway.too_soon == []
    assert {session.shard for session in evening.discord.gateway.sessions} == {0, 1, 2}
    channel, cleo = second.channel("talk"), second.member("cleo")
    for person, place in ((evening.ana, evening.channel), (cleo, channel)):
        asked = await evening.discord.slash(person, place, "quota")
        assert (await asked.shown()).is_ephemeral


async def test_a_session_that_discord_ends_is_begun_anew_at_the_same_address(
    evening: Evening,
) -> None:
    await evening.start()
    evening.discord.gateway.invalidate()
    await evening.discord.gateway.gone()
    await evening.discord.gateway.ready()
    asked = await evening.discord.slash(evening.ana, evening.channel, "quota")
    assert (await asked.shown()).is_ephemeral


async def test_a_gateway_that_the_operator_names_is_gone_back_to(evening: Evening) -> None:
    evening.discord.configure(gateway_elsewhere="ws://127.0.0.1:9/")
    await evening.start(DISCORD_GATEWAY_URL=evening.discord.gateway.url)
    evening.discord.gateway.drop()
    await evening.discord.gateway.resumed()
    asked = await evening.discord.slash(evening.ana, evening.channel, "quota")
    assert (await asked.shown()).is_ephemeral


async def test_without_connections_left_the_start_says_when_there_are_new_ones(
    evening: Evening,
) -> None:
    evening.discord.configure(starts_left=0)
    process = await evening.launch({}, stderr=asyncio.subprocess.PIPE)
    _, complained = await process.communicate()
    assert process.returncode == 1
    assert "Discord allows no more connections for now: all 1,000" in complained.decode()
    assert evening.discord.gateway.identified == 0
