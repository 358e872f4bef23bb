"""Deadlines, tokens and what can answer what: without a library, which would keep to them."""

import pytest

from tests.fakes.discord import Channel, Discord, Guild, Interaction, Member, Upload
from tests.fakes.discord.message import EPHEMERAL
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.trial.conftest import Rest

MENU: list[Json] = [
    {
        "name": "song",
        "description": "Make a song",
        "integration_types": [0, 1],
        "options": [
            {"name": "track", "description": "Which", "type": 3, "autocomplete": True},
            {"name": "reference-file", "description": "A sound", "type": 11},
        ],
    }
]
FORM: Json = {
    "custom_id": "form",
    "title": "A song",
    "components": [
        {
            "type": 18,
            "label": "About",
            "component": {"type": 4, "custom_id": "prompt", "style": 1},
        }
    ],
}
THINKING: Json = {"type": 5}


@pytest.fixture
def guild(discord: Discord) -> Guild:
    return discord.guild("Garden")


@pytest.fixture
def channel(guild: Guild) -> Channel:
    return guild.channel("music")


@pytest.fixture
async def ana(discord: Discord, rest: Rest, guild: Guild) -> Member:
    """Somebody whom a menu is offered."""
    status, answer = await rest("PUT", f"/applications/{discord.bot.id}/commands", MENU)
    assert status == 200, answer
    return guild.member("ana")


def callback(asked: Interaction) -> str:
    return f"/interactions/{asked.id}/{asked.token}/callback"


def hook(discord: Discord, asked: Interaction) -> str:
    return f"/webhooks/{discord.bot.id}/{asked.token}"


def said(text: str, **more: object) -> Json:
    return {"type": 4, "data": {"content": text, **more}}


async def test_the_first_answer_is_given_within_three_seconds_and_once(
    rest: Rest, discord: Discord, channel: Channel, ana: Member
) -> None:
    late = discord.begin_slash(ana, channel, "song")
    asked = discord.begin_slash(ana, channel, "song")
    assert await rest.code("POST", hook(discord, asked), {"content": "too early"}) == 10015
    discord.clock.move(2.9)
    status, _ = await rest("POST", callback(asked), said("here"))
    assert status == 204
    assert await rest.code("POST", callback(asked), said("again")) == 40060
    discord.clock.move(0.2)
    assert await rest.code("POST", callback(late), said("late")) == 10062
    assert late.has_failed
    assert not asked.has_failed
    assert await rest.code("POST", "/interactions/1/x/callback", said("who")) == 10062
    assert [message.text for message in channel.messages] == ["here"]


async def test_a_token_dies_after_a_quarter_of_an_hour_and_the_message_lives_on(
    rest: Rest, discord: Discord, channel: Channel, ana: Member
) -> None:
    asked = discord.begin_slash(ana, channel, "song")
    await rest("POST", callback(asked), said("here"))
    original = f"{hook(discord, asked)}/messages/@original"
    discord.clock.move(899)
    assert (await rest("PATCH", original, {"content": "still"}))[0] == 200
    discord.clock.move(2)
    status, answer = await rest("PATCH", original, {"content": "no more"})
    assert (status, answer["code"]) == (401, 50027)
    assert await rest.code("POST", hook(discord, asked), {"content": "x"}) == 50027
    path = f"/channels/{channel.id}/messages/{asked.reply.id}"
    assert (await rest("PATCH", path, {"content": "by address"}))[0] == 200
    assert asked.reply.text == "by address"


async def test_what_only_one_sees_has_no_address(
    rest: Rest, discord: Discord, channel: Channel, ana: Member
) -> None:
    asked = discord.begin_slash(ana, channel, "song")
    await rest("POST", callback(asked), said("psst", flags=EPHEMERAL))
    messages = f"/channels/{channel.id}/messages"
    path = f"{messages}/{asked.reply.id}"
    assert await rest.code("GET", path) == 10008
    assert await rest.code("PATCH", path, {"content": "x"}) == 10008
    assert (await rest("GET", messages))[1] == []
    status, _ = await rest("DELETE", f"{hook(discord, asked)}/messages/@original")
    assert status == 204
    await asked.reply.until_deleted()


async def test_the_first_follow_up_takes_the_place_of_thinking(
    rest: Rest, discord: Discord, channel: Channel, ana: Member
) -> None:
    asked = discord.begin_slash(ana, channel, "song")
    assert await rest.code("POST", callback(asked), THINKING | {"data": {"flags": 4}}) == 50035
    thinking = THINKING | {"data": {"flags": EPHEMERAL}}
    _, answer = await rest("POST", callback(asked) + "?with_response=1", thinking)
    assert answer["interaction"]["response_message_loading"] is True
    _, first = await rest("POST", hook(discord, asked), {"content": "first"})
    assert first["id"] == asked.reply.id == answer["resource"]["message"]["id"]
    assert asked.reply.is_ephemeral
    _, second = await rest("POST", hook(discord, asked), {"content": "second"})
    assert [message.id for message in asked.followups] == [second["id"]]


async def test_where_only_a_person_has_the_app_five_follow_ups_are_all(
    rest: Rest, discord: Discord, ana: Member
) -> None:
    channel = discord.guild("Elsewhere", has_bot=False).channel("talk")
    asked = discord.begin_slash(channel_member(channel, ana), channel, "song")
    await rest("POST", callback(asked), said("here"))
    codes = []
    for number in range(6):
        discord.clock.move(40)
        codes.append(await rest.code("POST", hook(discord, asked), {"content": str(number)}))
    assert codes == [0] * 5 + [40094]
    path = f"/channels/{channel.id}/messages/{asked.reply.id}"
    assert await rest.code("PATCH", path, {"content": "x"}) == 50001


def channel_member(channel: Channel, person: Member) -> Member:
    assert channel.guild
    return channel.guild.member(person.user)


async def test_who_pays_for_it_may_be_answered_with_larger_files(
    rest: Rest, discord: Discord, channel: Channel, ana: Member
) -> None:
    ana.user.upload_limit = 20 << 20
    asked = discord.begin_slash(ana, channel, "song")
    await rest("POST", callback(asked), THINKING)
    files = {"long.mp3": bytes(12 << 20)}
    assert (await rest("POST", hook(discord, asked), {}, files))[0] == 200
    status, answer = await rest("POST", f"/channels/{channel.id}/messages", {}, files)
    assert (status, answer["code"]) == (413, 40005)


async def test_only_what_can_answer_does(
    rest: Rest, discord: Discord, channel: Channel, ana: Member
) -> None:
    asked = discord.begin_slash(ana, channel, "song")
    for wrong in (6, 7, 8, 99):
        assert await rest.code("POST", callback(asked), {"type": wrong}) == 50035
    status, _ = await rest("POST", callback(asked), {"type": 9, "data": FORM})
    assert status == 204
    sent = discord.begin_submit(asked, {"prompt": "rain"})
    discord.clock.move(2)
    assert await rest.code("POST", callback(sent), {"type": 9, "data": FORM}) == 50035
    assert (await rest("POST", callback(sent), said("thanks")))[0] == 204
    assert sent.reply.text == "thanks"


LABEL = FORM["components"][0]
WRONG_FORMS: list[tuple[Json, str]] = [
    (FORM | {"title": "x" * 46}, "title"),
    (FORM | {"title": ""}, "title"),
    (FORM | {"custom_id": "x" * 101}, "custom_id"),
    (FORM | {"components": []}, "components"),
    (FORM | {"components": [LABEL] * 6}, "components"),
    (FORM | {"components": [LABEL] * 2}, "duplicated"),
    (FORM | {"components": [LABEL | {"label": "x" * 46}]}, "label"),
    (FORM | {"components": [LABEL | {"component": {"type": 2}}]}, "type"),
    (FORM | {"colour": 1}, "colour"),
]


@pytest.mark.parametrize(("form", "where"), WRONG_FORMS, ids=str)
async def test_a_wrong_form_is_not_opened(
    rest: Rest, discord: Discord, channel: Channel, ana: Member, form: Json, where: str
) -> None:
    asked = discord.begin_slash(ana, channel, "song")
    _, answer = await rest("POST", callback(asked), {"type": 9, "data": form})
    assert answer["code"] == 50035
    assert where in answer["message"]
    assert asked.answer is None


async def test_twenty_five_suggestions_are_the_most(
    rest: Rest, discord: Discord, channel: Channel, ana: Member
) -> None:
    asked = discord.begin_completion(ana, channel, "song", "track", track="r")
    assert asked.data["options"] == [{"name": "track", "type": 3, "value": "r", "focused": True}]
    choices = [{"name": str(number), "value": str(number)} for number in range(26)]
    path = callback(asked)
    assert await rest.code("POST", path, {"type": 8, "data": {"choices": choices}}) == 50035
    status, _ = await rest("POST", path, {"type": 8, "data": {"choices": choices[1:]}})
    assert status == 204
    assert len(asked.choices) == 25


async def test_a_file_in_an_option_can_be_fetched_until_its_address_expires(
    rest: Rest, discord: Discord, channel: Channel, ana: Member
) -> None:
    file = Upload(name="my hum.mp3", data=b"ID3 hum", content_type="audio/mpeg")
    asked = discord.begin_slash(ana, channel, "song", reference_file=file)
    [option] = asked.data["options"]
    attachment = asked.data["resolved"]["attachments"][option["value"]]
    assert attachment["filename"] == "my_hum.mp3"
    assert attachment["url"].startswith(discord.cdn)
    assert attachment["ephemeral"] is True
    async with rest.session.get(attachment["url"]) as response:
        assert (await response.read(), response.content_type) == (b"ID3 hum", "audio/mpeg")
    forged = attachment["url"].replace("hm=", "hm=0")
    async with rest.session.get(forged) as response:
        assert response.status == 404
    discord.clock.move(25 * 3600)
    async with rest.session.get(attachment["url"]) as response:
        assert response.status == 404
