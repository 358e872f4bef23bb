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
    Typed,
    Upload,
    permissions,
)
from tests.fakes.discord.trial.conftest import Process, a_client

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
    assert sent.reply.text == "sun / ['low'] / ['la la'] / None / True"


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
    sent = await discord.submit(opened, {"prompt": "x", "mood": "glad", "quick": False})
    assert sent.reply.text == "x / [] / [] / glad / False"
    with pytest.raises(NotOffered, match="mood offers"):
        await discord.submit(opened, {"prompt": "x", "mood": "odd"})
    with pytest.raises(NotOffered, match="doesn't see"):
        await discord.press(ben, panel, "Form")


async def test_a_list_offers_what_can_be_picked(
    discord: Discord, channel: Channel, ana: Member
) -> None:
    card = (await discord.slash(ana, channel, "pick")).reply
    with pytest.raises(NotOffered, match="offers"):
        await discord.choose(ana, card, "pick", "Snow")
    await discord.choose(ana, card, "pick", "Sun")
    assert card.text == "picked ['Sun']"
    assert not card.components


async def test_options_of_every_kind_arrive_as_what_they_are(
    discord: Discord, guild: Guild, channel: Channel, ana: Member
) -> None:
    options: dict[str, Typed] = {
        "role": guild.role("band"),
        "person": ana,
        "number": 2,
        "flag": True,
    }
    asked = await discord.slash(ana, channel, "kinds", channel=channel, **options)
    assert asked.reply.text == "('band', 'music', 'ana') 2.0 True"
    with pytest.raises(NotOffered, match="flag takes no int"):
        await discord.slash(ana, channel, "kinds", channel=channel, **options | {"flag": 1})


async def test_commands_and_words_work_alone_with_the_bot_and_where_only_a_person_has_it(
    discord: Discord,
) -> None:
    ana = discord.user("ana")
    alone = discord.direct(ana)
    asked = await discord.slash(ana, alone, "song", prompt="rain")
    assert asked.reply.text.startswith("rain")
    discord.say(ana, alone, f"{discord.bot.mention} hello")
    await alone.next_message()
    assert (await alone.next_message()).text == "heard 'hello'"
    elsewhere = discord.guild("Elsewhere", has_bot=False)
    member = elsewhere.member(ana)
    asked = await discord.slash(member, elsewhere.channel("talk"), "song", prompt="sun")
    assert asked.reply.text.startswith("sun")
    with pytest.raises(NotOffered, match="isn't shown"):
        await discord.slash(ana, alone, "busker-admin quota set", person=ana, amount=1)


async def test_menus_of_messages_and_commands_of_admins_are_offered_to_whom_they_are_for(
    discord: Discord, guild: Guild, channel: Channel, ana: Member
) -> None:
    said = discord.say(ana, channel, "la la la")
    asked = await discord.context_menu(ana, said, "Extend this track")
    assert asked.reply.text == "extending la la la"
    with pytest.raises(NotOffered, match="isn't shown to ana"):
        await discord.slash(ana, channel, "busker-admin quota set", person=ana, amount=3)
    admin = guild.member("eva", allowed=permissions.ADMIN)
    offered = set(discord.menu.names(admin, channel))
    assert offered - set(discord.menu.names(ana, channel)) == {"busker-admin"}
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


@pytest.mark.parametrize("told", [True, False])
async def test_a_session_that_ended_is_begun_anew(
    discord: Discord, channel: Channel, ana: Member, told: bool
) -> None:
    """The client is told so, or finds out when it comes again."""
    if told:
        discord.gateway.invalidate()
    else:
        discord.gateway.reconnect()
        discord.gateway.forget()
    await discord.gateway.gone()
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


async def test_a_client_that_was_killed_finds_its_messages_when_it_comes_again(
    discord: Discord, channel: Channel, ana: Member, client: Process
) -> None:
    card = (await discord.slash(ana, channel, "song", prompt="rain")).reply
    client.kill()
    await discord.gateway.gone()
    lost = discord.begin_press(ana, card, "Why?")
    discord.clock.move(16 * 60)
    assert lost.has_failed
    with a_client(discord):
        await discord.gateway.ready()
        await discord.press(ana, card, "Again")
        assert card.text.startswith("once more")
    assert discord.gateway.identified == 2
    assert not discord.refused
