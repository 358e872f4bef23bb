"""What the real library and the fake say to each other."""

import pytest

from tests.fakes.discord import (
    Answer,
    Channel,
    Discord,
    Fault,
    Guild,
    Member,
    NotOffered,
    Upload,
    permissions,
)
from tests.fakes.discord.trial.conftest import Rest

pytestmark = pytest.mark.usefixtures("client")


@pytest.fixture
def windows() -> float:
    """The library really waits for them."""
    return 0.2


@pytest.fixture
def guild(discord: Discord) -> Guild:
    return discord.guild("Garden")


@pytest.fixture
def channel(guild: Guild) -> Channel:
    return guild.channel("music")


@pytest.fixture
def ana(guild: Guild) -> Member:
    return guild.member("ana", locale="de")


async def test_a_slash_command_is_answered_with_an_embed_and_buttons(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    reference = Upload(name="hum.mp3", data=b"ID3" * 100)
    asked = await discord.slash(ana, channel, "song", prompt="rain", reference=reference)
    assert asked.reply.text == "rain\nWaiting\nhum.mp3: 300 bytes\nde"
    assert asked.reply.buttons == ["Again", "Why?", "Site"]
    assert channel.seen_by(ana) == [asked.reply]
    assert not discord.refused
    assert not discord.too_fast


async def test_thinking_becomes_words_then_files_and_is_followed_by_another_message(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    asked = await discord.slash(ana, channel, "later")
    assert asked.answer is Answer.DEFERRED
    message = await asked.shown()
    assert (await message.next_edit()).text == "working"
    further = await asked.next_followup()
    assert further.files == {"take.mp3": b"ID3 further"}
    await message.until_says("done")
    assert message.files == {"A_song_-_A.mp3": b"ID3 first", "cover.webp": b"RIFF cover"}
    assert message.attachments[0].title == "A song - A"
    assert not discord.refused


async def test_what_is_asked_in_private_is_seen_by_one(
    discord: Discord, guild: Guild, channel: Channel, ana: Member
) -> None:
    asked = await discord.slash(ana, channel, "later", private=True)
    message = await asked.shown()
    assert message.is_ephemeral
    assert message in channel.seen_by(ana)
    assert message not in channel.seen_by(guild.member("ben"))


async def test_an_answer_can_be_edited_by_its_address_and_a_nonce_posts_once(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    asked = await discord.slash(ana, channel, "address", text="<@1> @everyone moved")
    await asked.reply.until_says("moved")
    assert await channel.next_message() is asked.reply
    posted = await channel.next_message()
    await discord.until(
        lambda: [call for call in discord.calls if call.path.endswith("/messages")][1:], "a copy"
    )
    assert posted.reply_to is asked.reply
    assert channel.messages == [asked.reply, posted]
    assert not asked.reply.pings
    assert not posted.pings


async def test_a_form_is_filled_in_with_text_a_choice_and_a_file(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    opened = await discord.slash(ana, channel, "form")
    assert opened.form
    assert opened.form["title"] == "A song"
    with pytest.raises(NotOffered, match="prompt has to be filled in"):
        await discord.submit(opened)
    melody = [Upload(name="hum.txt", data=b"la la")]
    sent = await discord.submit(opened, {"prompt": "sun", "voice": ["low"], "melody": melody})
    assert sent.reply.text == "sun / ['low'] / ['la la']"


async def test_suggestions_come_while_an_option_is_typed(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    choices = await discord.complete(ana, channel, "extend", "track", track="rai")
    assert [choice["value"] for choice in choices] == ["rain", "rainbow"]


async def test_buttons_change_their_message_answer_in_private_and_open_forms(
    discord: Discord, guild: Guild, channel: Channel, ana: Member
) -> None:
    card = (await discord.slash(ana, channel, "song", prompt="rain")).reply
    ben = guild.member("ben")
    why = await discord.press(ben, card, "Why?")
    assert why.reply.text == "because of 7"
    assert why.reply.shown_to is ben.user
    assert (await discord.press(ben, card, "v1:again:7")).reply is card
    assert (await card.next_edit()).content == "once more"
    assert card.buttons == ["Again 2", "Why?", "Site"]
    with pytest.raises(NotOffered, match="can't be pressed"):
        await discord.press(ben, card, "Site")
    panel = (await discord.slash(ana, channel, "panel")).reply
    assert panel.has_components_v2
    assert panel.text == "Your songs"
    opened = await discord.press(ana, panel, "Form")
    assert (await discord.submit(opened, {"prompt": "x"})).reply.text == "x / [] / []"
    with pytest.raises(NotOffered, match="doesn't see"):
        await discord.press(ben, panel, "Form")


async def test_menus_of_messages_and_commands_of_admins_are_offered_to_whom_they_are_for(
    discord: Discord, guild: Guild, channel: Channel, ana: Member
) -> None:
    said = discord.say(ana, channel, "la la la")
    asked = await discord.context_menu(ana, said, "Extend this track")
    assert asked.reply.text == "extending la la la"
    with pytest.raises(NotOffered, match="isn't shown to ana"):
        await discord.slash(ana, channel, "busker-admin quota set", person=ana, amount=3)
    admin = guild.member("eva", allowed=permissions.ADMIN)
    done = await discord.slash(admin, channel, "busker-admin quota set", person=ana, amount=3)
    assert done.reply.text == "ana has 3"
    with pytest.raises(NotOffered, match="above 100"):
        await discord.slash(admin, channel, "busker-admin quota set", person=ana, amount=101)


async def test_people_are_written_to_alone_unless_they_close_their_door(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    asked = await discord.slash(ana, channel, "alone")
    assert (await discord.direct(ana).next_message()).text == "only for you"
    assert (await asked.shown()).text == "sent"
    ana.user.accepts_messages = False
    asked = await discord.slash(ana, channel, "alone")
    assert (await asked.shown()).text == "closed: 50007"
    assert asked.reply.is_ephemeral


async def test_a_mention_is_read_and_nothing_else_that_people_write(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    discord.say(ana, channel, "nothing to see")
    discord.say(ana, channel, f"{discord.bot.mention} hello")
    reply = await channel.next_message()
    assert reply.text == "heard 'hello'"
    assert not reply.pings
    assert len(channel.messages) == 3


async def test_what_happens_while_the_gateway_is_gone_is_heard_after_it(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    discord.gateway.shut()
    discord.gateway.drop()
    asked = discord.begin_slash(ana, channel, "song", prompt="missed")
    assert not discord.gateway.connected
    discord.gateway.open()
    await discord.gateway.resumed()
    assert (await asked.answered()).reply.text.startswith("missed")
    assert discord.gateway.identified == 1


async def test_a_session_that_ended_is_begun_anew(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    discord.gateway.reconnect()
    discord.gateway.forget()
    await discord.until(lambda: not discord.gateway.connected, "the client to leave")
    await discord.gateway.ready()
    assert discord.gateway.identified == 2
    assert (await discord.slash(ana, channel, "song", prompt="again")).answer


async def test_the_library_waits_for_its_buckets_and_takes_a_scripted_429(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    rule = discord.faults.on("POST", r"/channels/\d+/messages", Fault.TOO_FAST, nth=2)
    await discord.slash(ana, channel, "many", count=12)
    await channel.next_message()
    texts = [(await channel.next_message()).text for _ in range(12)]
    assert texts == [f"message {number}" for number in range(12)]
    assert rule.met == 13
    assert not discord.too_fast
    assert [call.status for call in discord.calls if call.by_fault] == [429]


async def test_what_the_bot_may_do_is_known_to_it_before_it_tries(
    discord: Discord, guild: Guild, channel: Channel, ana: Member
) -> None:
    asked = await discord.slash(ana, channel, "rights")
    assert asked.reply.text == "True True / True True"
    channel.allow_bot(permissions.BOT & ~permissions.ATTACH_FILES)
    asked = await discord.slash(ana, channel, "rights")
    assert asked.reply.text == "True False / True False"
    channel.allow_bot(None)
    guild.allow_bot(permissions.VIEW_CHANNEL)
    asked = await discord.slash(ana, channel, "rights")
    assert asked.reply.text == "False False / False False"


async def test_an_app_of_a_person_answers_where_the_bot_is_not(discord: Discord) -> None:
    group = discord.group("friends")
    ana = discord.user("ana")
    asked = await discord.slash(ana, group, "song", prompt="rain")
    assert asked.reply.text.startswith("rain")
    await discord.slash(ana, group, "address", text="moved")
    [refused] = await discord.until(lambda: discord.refused, "a refusal")
    assert refused.code == 50001


async def test_what_is_written_by_a_client_that_is_gone_can_still_be_changed(
    discord: Discord, channel: Channel, ana: Member, rest: Rest
) -> None:
    card = (await discord.slash(ana, channel, "song", prompt="rain")).reply
    discord.clock.move(16 * 60)
    path = f"/channels/{channel.id}/messages/{card.id}"
    status, answer = await rest("PATCH", path, {"content": "still here"})
    assert (status, answer["content"]) == (200, "still here")
