"""What the fake itself says is held to the specification, too."""

import pytest

from tests.fakes.discord import Discord, Upload, permissions
from tests.fakes.discord.message import COMPONENTS_V2
from tests.fakes.discord.openapi import MISSING, specification
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.trial.conftest import Rest

COMMAND: Json = {
    "name": "song",
    "description": "Make a song",
    "options": [{"name": "prompt", "description": "About", "type": 3}],
    "default_member_permissions": permissions.MANAGE_GUILD,
}
MESSAGE: Json = {
    "content": "x",
    "embeds": [{"title": "x", "fields": [{"name": "n", "value": "v"}]}],
    "components": [
        {
            "type": 1,
            "components": [{"type": 2, "style": 1, "label": "Again", "custom_id": "again"}],
        }
    ],
}

READ = [
    "/applications/@me",
    "/applications/APP/commands",
    "/applications/APP/guilds/GUILD/commands",
    "/channels/CHANNEL",
    "/channels/CHANNEL/messages",
    "/channels/CHANNEL/messages/MESSAGE",
    "/gateway/bot",
    "/guilds/GUILD",
    "/guilds/GUILD/channels",
    "/guilds/GUILD/members/PERSON",
    "/guilds/GUILD/roles",
    "/oauth2/applications/@me",
    "/users/@me",
    "/users/@me/guilds",
    "/users/PERSON",
    "/webhooks/APP/TOKEN/messages/@original",
]
WRITTEN: list[tuple[str, Json]] = [
    ("POST /interactions/ASKED/TOKEN2/callback?with_response=1", {"type": 4, "data": MESSAGE}),
    ("POST /channels/CHANNEL/messages", MESSAGE),
    ("PATCH /channels/CHANNEL/messages/MESSAGE", MESSAGE),
    ("POST /webhooks/APP/TOKEN", MESSAGE),
    ("PATCH /webhooks/APP/TOKEN/messages/@original", MESSAGE),
    ("POST /users/@me/channels", {"recipient_id": "PERSON"}),
    ("POST /applications/APP/guilds/GUILD/commands", COMMAND | {"name": "other"}),
]


@pytest.mark.parametrize(
    ("line", "body"), [*((f"GET {path}", None) for path in READ), *WRITTEN], ids=str
)
async def test_an_answer_is_as_the_specification_says(
    rest: Rest, discord: Discord, line: str, body: Json | None
) -> None:
    judge = specification()
    if judge is None:
        pytest.skip(MISSING)
    names = await everything(rest, discord)
    for name in sorted(names, key=len, reverse=True):
        line = line.replace(name, names[name])
    if body and "recipient_id" in body:
        body = {"recipient_id": names["PERSON"]}
    method, path = line.split()
    status, answer = await rest(method, path, body)
    assert status == 200, answer
    assert judge.judge_answer(method, path.split("?")[0], answer) is None


async def everything(rest: Rest, discord: Discord) -> dict[str, str]:
    """One of each, by its name in the table."""
    guild = discord.guild("Garden")
    channel, ana = guild.channel("music", bot_permissions=permissions.ADMIN), guild.member("ana")
    guild.role("band")
    await rest("PUT", f"/applications/{discord.bot.id}/commands", [COMMAND])
    await rest("PUT", f"/applications/{discord.bot.id}/guilds/{guild.id}/commands", [COMMAND])
    admin = guild.member("eva", allowed=permissions.ADMIN)
    first, second = (discord.begin_slash(admin, channel, "song") for _ in range(2))
    await rest("POST", f"/interactions/{first.id}/{first.token}/callback", {"type": 5})
    said = discord.say(ana, channel, "hum", [Upload(name="a b.mp3", data=b"ID3")])
    reply = MESSAGE | {"message_reference": {"message_id": said.id}}
    status, message = await rest("POST", f"/channels/{channel.id}/messages", reply)
    assert status == 200, message
    return {
        "APP": discord.bot.id,
        "ASKED": second.id,
        "CHANNEL": channel.id,
        "GUILD": guild.id,
        "MESSAGE": message["id"],
        "PERSON": ana.id,
        "TOKEN": first.token,
        "TOKEN2": second.token,
    }


async def test_new_components_are_told_with_their_addresses(rest: Rest, discord: Discord) -> None:
    judge = specification()
    if judge is None:
        pytest.skip(MISSING)
    channel = discord.guild("Garden").channel("music")
    picture = {"url": "attachment://a.webp"}
    section = {
        "type": 9,
        "components": [{"type": 10, "content": "x"}],
        "accessory": {"type": 11, "media": picture},
    }
    gallery = {"type": 12, "items": [{"media": picture}]}
    body = {"flags": COMPONENTS_V2, "components": [{"type": 17, "components": [section, gallery]}]}
    path = f"/channels/{channel.id}/messages"
    _, message = await rest("POST", path, body, {"a.webp": b"RIFF"})
    assert judge.judge_answer("POST", path, message) is None
    [container] = message["components"]
    async with rest.session.get(container["components"][1]["items"][0]["media"]["url"]) as response:
        assert await response.read() == b"RIFF"
    assert message["attachments"] == []


async def test_commands_are_added_and_taken_away_one_by_one(rest: Rest, discord: Discord) -> None:
    guild = discord.guild("Garden")
    path = f"/applications/{discord.bot.id}/guilds/{guild.id}/commands"
    _, first = await rest("POST", path, COMMAND)
    _, again = await rest("POST", path, COMMAND | {"description": "Another text"})
    assert first["id"] == again["id"]
    [known] = discord.commands(guild)
    assert known["description"] == "Another text"
    assert (await rest("DELETE", f"{path}/{first['id']}"))[0] == 204
    assert await rest.code("DELETE", f"{path}/{first['id']}") == 10063
    assert discord.commands(guild) == []


async def test_the_application_is_what_its_owner_made_of_it(rest: Rest, discord: Discord) -> None:
    discord.configure(is_public=False, flags=1 << 19)
    _, application = await rest("GET", "/applications/@me")
    assert (application["bot_public"], application["flags"]) == (False, 1 << 19)
    assert application["owner"]["id"] == discord.owner.id


async def test_what_is_not_there_has_a_code(rest: Rest, discord: Discord) -> None:
    discord.guild("Elsewhere", has_bot=False)
    [elsewhere] = [guild.id for guild in [discord.guild("Closed", has_bot=False)]]
    found = discord.guild("Garden")
    wanted = {
        "/guilds/1": 10004,
        f"/guilds/{elsewhere}": 50001,
        f"/guilds/{found.id}/members/1": 10007,
        "/users/1": 10013,
        "/channels/1": 10003,
        "/nothing": 0,
    }
    for path, code in wanted.items():
        status, answer = await rest("GET", path)
        assert (status in {403, 404}, answer["code"]) == (True, code), path
    assert await rest.code("POST", "/users/@me/channels", {"recipient_id": "1"}) == 50033
    async with rest.session.get(discord.api + "/users/@me") as response:
        assert response.status == 401
