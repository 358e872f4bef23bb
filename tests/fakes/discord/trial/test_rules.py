"""What is refused, and with which code."""

import asyncio
from typing import Any

import aiohttp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.discord import Channel, Discord, fake_discord, permissions
from tests.fakes.discord.message import COMPONENTS_V2
from tests.fakes.discord.openapi import MISSING, specification
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.trial.conftest import Rest

MEBIBYTE = 1 << 20


@pytest.fixture
def channel(discord: Discord) -> Channel:
    return discord.guild("Garden").channel("music")


def button(**more: Any) -> Json:  # noqa: ANN401
    return {"type": 2, "style": 1, "label": "Again", "custom_id": "again"} | more


def row(*components: Json) -> Json:
    return {"type": 1, "components": list(components or (button(),))}


def rows(count: int) -> list[Json]:
    return [row(button(custom_id=str(number))) for number in range(count)]


def select(options: int) -> Json:
    choices = [{"label": str(number), "value": str(number)} for number in range(options)]
    return {"type": 3, "custom_id": "list", "options": choices}


def text(content: str) -> Json:
    return {"type": 10, "content": content}


LONG = {"name": "n", "value": "v"}

WRONG_MESSAGES: list[tuple[Json, str]] = [
    ({"content": "x" * 2001}, "content: Must be 2000 or fewer"),
    ({"content": "x", "contents": 1}, "contents: This field isn't known"),
    ({"content": "x", "flags": 64}, "flags"),
    ({"content": "x", "components": rows(6)}, "components: Must be 5 or fewer"),
    (
        {"components": [row(*(button(custom_id=str(number)) for number in range(6)))]},
        "components.0.components: Must be 5 or fewer",
    ),
    ({"components": [row(button(label="x" * 81))]}, "label: Must be 80 or fewer"),
    ({"components": [row(button(label=""))]}, "A label or an emoji is required"),
    ({"components": [row(button(custom_id=""))]}, "custom_id: This field is required"),
    ({"components": [row(button(custom_id="x" * 101))]}, "custom_id: Must be 100 or fewer"),
    ({"components": [row(button(), button())]}, "custom_id: Component custom id cannot be dupl"),
    ({"components": [row(button(style=5, custom_id=None))]}, "url: A url is required"),
    ({"components": [row(button(style=9))]}, "style"),
    ({"components": [row(button(colour=1))]}, "colour: This field isn't known"),
    ({"components": [{"type": 1, "components": []}]}, "components.0.components: This field is"),
    ({"components": [row(select(2), button())]}, "A select fills its row"),
    ({"components": [row(select(26))]}, "options: Must be 25 or fewer"),
    ({"components": [text("x")]}, "components.0.type"),
    ({"content": "x", "flags": COMPONENTS_V2}, "cannot be used when using"),
    ({"flags": COMPONENTS_V2, "components": [text("x" * 4001)]}, "4000"),
    ({"flags": COMPONENTS_V2, "components": [text("x")] * 41}, "At most 40"),
    ({"embeds": [{"title": "x" * 257}]}, "embeds.0.title: Must be 256 or fewer"),
    ({"embeds": [{"description": "x" * 4097}]}, "description: Must be 4096 or fewer"),
    ({"embeds": [{"fields": [LONG] * 26}]}, "fields: Must be 25 or fewer"),
    ({"embeds": [{"fields": [{"name": "n", "value": ""}]}]}, "value: This field is required"),
    ({"embeds": [{"description": "x" * 3001}] * 2}, "Embed size exceeds 6000"),
    ({"embeds": [{"title": "x"}] * 11}, "embeds: Must be 10 or fewer"),
    ({"embeds": [{"image": {"url": "attachment://no.webp"}}]}, "attachment was not found"),
    ({"content": "x", "message_reference": {"message_id": "1"}}, "Unknown message"),
    (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "mutually exclusive",
    ),
    ({"content": "x", "nonce": "x" * 26}, "nonce"),
    ({"content": "x", "attachments": [{"id": 3}]}, "No attachment or file 3"),
]


@pytest.mark.parametrize(("body", "sentence"), WRONG_MESSAGES, ids=str)
async def test_a_wrong_message_is_refused_where_it_is_wrong(
    rest: Rest, channel: Channel, body: Json, sentence: str
) -> None:
    if specification() is None and sentence in {"nonce", "style"}:
        pytest.skip(MISSING)
    status, answer = await rest("POST", f"/channels/{channel.id}/messages", body)
    assert (status, answer.get("code")) == (400, 50035), answer
    assert sentence in answer["message"]
    assert not channel.messages


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "components", "title", "fields", "custom_id", "id", "url"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    ["content", "embeds", "components", "flags", "attachments", "allowed_mentions", "nonce"]
)


@given(body=st.dictionaries(FIELDS, JUNK, max_size=4))
@settings(max_examples=80, deadline=None)
def test_junk_is_refused_and_breaks_nothing(body: Json) -> None:
    if specification() is None:
        pytest.skip(MISSING)
    asyncio.run(_sent(body))


async def _sent(body: Json) -> None:
    async with fake_discord() as discord, aiohttp.ClientSession() as session:
        channel = discord.guild("Garden").channel("music")
        path = f"/channels/{channel.id}/messages"
        status, answer = await Rest(discord, session)("POST", path, body)
        assert status in {200, 400}, answer
        assert len(channel.messages) == (status == 200)


async def test_the_largest_message_is_accepted(rest: Rest, channel: Channel) -> None:
    buttons = [
        row(*(button(custom_id=f"{line}.{place}", label="x" * 80) for place in range(5)))
        for line in range(5)
    ]
    body = {
        "content": "x" * 2000,
        "embeds": [{"title": "x" * 256, "description": "x" * 4096, "fields": [LONG] * 25}],
        "components": buttons,
    }
    status, answer = await rest("POST", f"/channels/{channel.id}/messages", body)
    assert status == 200, answer


async def test_codes_of_places_that_are_closed(
    rest: Rest, discord: Discord, channel: Channel
) -> None:
    messages = f"/channels/{channel.id}/messages"
    text = {"content": "x"}
    assert await rest.code("POST", "/channels/1/messages", text) == 10003
    assert await rest.code("PATCH", f"{messages}/1", text) == 10008
    channel.bot_permissions = permissions.BOT & ~permissions.SEND_MESSAGES
    assert await rest.code("POST", messages, text) == 50013
    channel.bot_permissions = permissions.BOT & ~permissions.VIEW_CHANNEL
    assert await rest.code("POST", messages, text) == 50001
    channel.bot_permissions = permissions.BOT & ~permissions.ATTACH_FILES
    status, answer = await rest("POST", messages, text, files={"a.mp3": b"ID3"})
    assert (status, answer["code"]) == (403, 50013)
    channel.bot_permissions = permissions.BOT & ~permissions.EMBED_LINKS
    assert await rest.code("POST", messages, {"embeds": [{"title": "x"}]}) == 50013
    channel.bot_permissions = None
    discord.clock.move(100)
    assert await rest.code("POST", messages, {"content": ""}) == 50006
    ana = discord.user("ana")
    said = discord.say(ana, channel, "mine")
    assert await rest.code("PATCH", f"{messages}/{said.id}", text) == 50005
    assert await rest.code("DELETE", f"{messages}/{said.id}") == 50013
    elsewhere = discord.guild("Elsewhere", has_bot=False).channel("music")
    assert await rest.code("POST", f"/channels/{elsewhere.id}/messages", text) == 50001
    channel.delete()
    assert await rest.code("POST", messages, text) == 10003


async def test_a_deleted_message_can_neither_be_read_nor_changed(
    rest: Rest, discord: Discord, channel: Channel
) -> None:
    messages = f"/channels/{channel.id}/messages"
    _, card = await rest("POST", messages, {"content": "card"}, files={"a.mp3": b"ID3"})
    assert len((await rest("GET", messages))[1]) == 1
    discord.delete(channel.messages[0])
    assert await rest.code("GET", f"{messages}/{card['id']}") == 10008
    assert await rest.code("PATCH", f"{messages}/{card['id']}", {"content": "x"}) == 10008
    assert (await rest("GET", messages))[1] == []
    async with rest.session.get(card["attachments"][0]["url"]) as response:
        assert response.status == 404


async def test_an_edit_keeps_the_files_that_it_names(rest: Rest, channel: Channel) -> None:
    messages = f"/channels/{channel.id}/messages"
    _, first = await rest("POST", messages, {}, files={"a.mp3": b"ID3 a", "b.mp3": b"ID3 b"})
    path = f"{messages}/{first['id']}"
    message = channel.messages[0]
    await rest("PATCH", path, {"content": "both"})
    assert message.filenames == ["a.mp3", "b.mp3"]
    kept = [{"id": first["attachments"][1]["id"]}, {"id": 0, "description": "new"}]
    await rest("PATCH", path, {"attachments": kept}, files={"c.mp3": b"ID3 c"})
    assert message.files == {"b.mp3": b"ID3 b", "c.mp3": b"ID3 c"}
    assert message.attachments[1].description == "new"
    assert await rest.code("PATCH", path, {"attachments": [], "content": ""}) == 50006
    await rest("PATCH", path, {"attachments": []})
    assert message.text == "both"
    assert not message.files


async def test_a_picture_in_an_embed_is_no_attachment_until_an_edit_forgets_it(
    rest: Rest, channel: Channel
) -> None:
    messages = f"/channels/{channel.id}/messages"
    embed = {"image": {"url": "attachment://cover.webp"}}
    files = {"cover.webp": b"RIFF", "a.mp3": b"ID3 a"}
    _, sent = await rest("POST", messages, {"embeds": [embed]}, files)
    message, path = channel.messages[0], f"{messages}/{sent['id']}"
    assert [one["filename"] for one in sent["attachments"]] == ["a.mp3"]
    assert [one.filename for one in message.listed] == ["a.mp3"]
    async with rest.session.get(sent["embeds"][0]["image"]["url"]) as response:
        assert await response.read() == b"RIFF"
    _, edited = await rest("PATCH", path, {"embeds": sent["embeds"]})
    assert [one["filename"] for one in edited["attachments"]] == ["cover.webp", "a.mp3"]
    assert not message.dead_pictures
    kept = [{"id": one["id"]} for one in sent["attachments"]]
    await rest("PATCH", path, {"attachments": kept})
    assert message.filenames == ["a.mp3"]
    assert len(message.dead_pictures) == 1


async def test_a_message_of_new_components_never_goes_back(rest: Rest, channel: Channel) -> None:
    messages = f"/channels/{channel.id}/messages"
    _, old = await rest("POST", messages, {"content": "old"})
    path = f"{messages}/{old['id']}"
    new = {"flags": COMPONENTS_V2, "components": [text("new")]}
    assert await rest.code("PATCH", path, new) == 50035
    status, _ = await rest("PATCH", path, new | {"content": None, "embeds": []})
    assert status == 200
    assert channel.messages[0].text == "new"
    assert await rest.code("PATCH", path, {"content": "old"}) == 50035
    await rest("PATCH", path, {"flags": 0, "components": [text("newer")]})
    assert channel.messages[0].has_components_v2


@pytest.mark.parametrize(
    ("boost_tier", "sizes", "code"),
    [
        (0, [10 * MEBIBYTE], 0),
        (0, [10 * MEBIBYTE + 1], 40005),
        (2, [20 * MEBIBYTE], 0),
        (2, [13 * MEBIBYTE] * 2, 40005),
        (0, [1] * 11, 50035),
    ],
)
async def test_files_are_limited_each_together_and_in_number(
    rest: Rest, discord: Discord, boost_tier: int, sizes: list[int], code: int
) -> None:
    channel = discord.guild("Garden", boost_tier=boost_tier).channel("music")
    files = {f"{number}.mp3": bytes(size) for number, size in enumerate(sizes)}
    _, answer = await rest("POST", f"/channels/{channel.id}/messages", {}, files=files)
    assert answer.get("code", 0) == code


async def test_a_nonce_gives_the_message_that_is_there_for_some_minutes(
    rest: Rest, discord: Discord, channel: Channel
) -> None:
    messages = f"/channels/{channel.id}/messages"
    body = {"content": "result", "nonce": "song", "enforce_nonce": True}
    _, first = await rest("POST", messages, body)
    _, second = await rest("POST", messages, body)
    assert first["id"] == second["id"]
    discord.clock.move(6 * 60)
    _, third = await rest("POST", messages, body)
    assert third["id"] != first["id"]
    assert len(channel.messages) == 2


@pytest.mark.parametrize(
    ("allowed", "pinged"),
    [
        (None, {"ana", "band"}),
        ({"parse": []}, set()),
        ({"users": ["ANA"]}, {"ana"}),
        ({"parse": ["roles"]}, {"band"}),
        ({"parse": [], "replied_user": True}, {"bea"}),
    ],
)
async def test_who_is_pinged_is_what_was_allowed(
    rest: Rest, discord: Discord, allowed: Json | None, pinged: set[str]
) -> None:
    guild = discord.guild("Garden")
    channel, ana, bea = guild.channel("music"), guild.member("ana"), guild.member("bea")
    band = guild.role("band", is_mentionable=True)
    names = {ana.id: "ana", bea.id: "bea", band.id: "band"}
    said = discord.say(bea, channel, "play")
    if allowed and "users" in allowed:
        allowed = {"users": [ana.id]}
    body: Json = {"content": f"{ana.mention} <@&{band.id}> @everyone"}
    body |= {"message_reference": {"message_id": said.id}} if pinged == {"bea"} else {}
    body |= {"allowed_mentions": allowed} if allowed else {}
    await rest("POST", f"/channels/{channel.id}/messages", body)
    pings = channel.messages[-1].pings
    assert {names[id_] for id_ in pings.users | pings.roles} == pinged
    assert not pings.everyone


def command(**more: Any) -> Json:  # noqa: ANN401
    return {"name": "song", "description": "Make a song", "type": 1} | more


def option(**more: Any) -> Json:  # noqa: ANN401
    return {"name": "prompt", "description": "About what", "type": 3} | more


CHOICE = {"name": "a", "value": "a"}
WRONG_MENUS: list[tuple[list[Json], str]] = [
    ([command(name="Song")], "Command name is invalid"),
    ([command(name="a song")], "Command name is invalid"),
    ([command(name="x" * 33)], "Command name is invalid"),
    ([command(description="")], "description: This field is required"),
    ([command(description="x" * 101)], "description: Must be 100 or fewer"),
    ([command(name_localizations={"de": "Lied"})], "Command name is invalid"),
    ([command(), command()], "must be unique"),
    ([command(colour=1)], "colour: This field isn't known"),
    ([command(options=[option(name=f"o{n}") for n in range(26)])], "options: Must be 25"),
    ([command(options=[option(), option()])], "Option name already exists"),
    ([command(options=[option(), option(name="b", required=True)])], "Required options must"),
    ([command(options=[option(choices=[CHOICE] * 26)])], "choices: Must be 25"),
    ([command(options=[option(choices=[CHOICE], autocomplete=True)])], "exclude each other"),
    ([command(options=[option(), option(name="b", type=1)])], "mutually exclusive"),
    ([command(name=f"m{n}", type=3, description="") for n in range(16)], "At most 15"),
    ([command(type=3)], "A menu has a name only"),
    (
        [
            command(
                options=[
                    option(name=f"o{n}", choices=[{"name": "x" * 90, "value": str(n)}] * 5)
                    for n in range(20)
                ]
            )
        ],
        "maximum size",
    ),
]


@pytest.mark.parametrize(("menu", "sentence"), WRONG_MENUS, ids=str)
async def test_a_wrong_menu_changes_nothing(
    rest: Rest, discord: Discord, menu: list[Json], sentence: str
) -> None:
    path = f"/applications/{discord.bot.id}/commands"
    status, _ = await rest("PUT", path, [command(name="kept")])
    assert status == 200
    status, answer = await rest("PUT", path, menu)
    assert (status, answer.get("code")) == (400, 50035), answer
    assert sentence in answer["message"]
    assert [one["name"] for one in discord.commands()] == ["kept"]
