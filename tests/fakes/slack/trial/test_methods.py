"""What calls of the Web API find, do and refuse, besides what is wrong with blocks."""

import pytest

from tests.fakes.slack import Channel, Person, Slack
from tests.fakes.slack.trial.conftest import Web
from tests.fakes.slack.trial.test_rules import section


@pytest.fixture
def channel(slack: Slack) -> Channel:
    return slack.channel("music")


@pytest.fixture
def ana(slack: Slack) -> Person:
    return slack.member("ana", locale="de-DE")


async def post(web: Web, channel: Channel, text: str = "x", **more: object) -> str:
    """The time of a new message."""
    answer = await web("chat.postMessage", channel=channel.id, text=text, **more)
    return str(answer["ts"])


async def test_a_token_is_needed_known_and_of_the_right_kind(web: Web, slack: Slack) -> None:
    assert (await web("auth.test"))["user_id"] == slack.bot.id
    assert await web.error("apps.connections.open") == "not_allowed_token_type"
    web.token = slack.app_token
    assert await web.error("auth.test") == "not_allowed_token_type"
    web.token = "xoxb-another"
    assert await web.error("auth.test") == "invalid_auth"
    web.token = ""
    assert await web.error("auth.test") == "not_authed"
    web.token = slack.bot_token
    slack.revoke()
    assert await web.error("auth.test") == "token_revoked"
    assert await web.error("songs.make") == "unknown_method"


async def test_arguments_come_in_a_form_as_json_or_in_the_address(
    web: Web, slack: Slack, channel: Channel
) -> None:
    blocks = '[{"type": "divider"}]'
    assert (await web.form("chat.postMessage", channel=channel.id, blocks=blocks))["ok"]
    assert (await web.call(f"conversations.info?channel={channel.id}"))["ok"]
    assert (await web.form("conversations.info", channel=channel.id))["ok"]
    assert await web.error("conversations.info", channel=channel.id) == "invalid_arguments"
    json = {"Content-Type": "application/json", "Authorization": f"Bearer {slack.bot_token}"}
    for body, error in (("{", "invalid_json"), ("[]", "json_not_object")):
        async with web.session.post(
            slack.api + "chat.postMessage", data=body, headers=json
        ) as response:
            assert (await response.json())["error"] == error


async def test_arguments_that_no_method_has_are_told_of(
    web: Web, slack: Slack, channel: Channel
) -> None:
    await web("chat.postMessage", channel=channel.id, text="x", thread="1.0")
    await web(
        "views.publish", user_id=slack.member("ana").id, view='{"type": "home", "blocks": []}'
    )
    assert slack.unheeded == ["chat.postMessage: thread"]


@pytest.mark.parametrize(
    ("method", "scope"),
    [
        ("chat.postMessage", "chat:write"),
        ("conversations.info", "channels:read"),
        ("conversations.list", "channels:read"),
        ("conversations.join", "channels:join"),
        ("conversations.open", "im:write"),
        ("conversations.history", "channels:history"),
        ("users.info", "users:read"),
        ("files.getUploadURLExternal", "files:write"),
        ("files.info", "files:read"),
    ],
)
async def test_what_a_scope_allows_is_refused_without_it(
    web: Web, slack: Slack, channel: Channel, method: str, scope: str
) -> None:
    slack.scopes.discard(scope)
    answer = await web.form(method, channel=channel.id, text="x")
    assert (answer["error"], answer["needed"]) == ("missing_scope", scope)
    assert "commands" in answer["provided"]


async def test_where_the_bot_isnt_it_may_post_with_a_scope_but_upload_nothing(
    web: Web, slack: Slack
) -> None:
    channel = slack.channel("far", has_bot=False)
    await post(web, channel)
    file = [{"id": await web.upload("a.mp3", b"ID3")}]
    share = {"files": file, "channel_id": channel.id}
    assert await web.error("files.completeUploadExternal", **share) == "not_in_channel"
    slack.scopes.discard("chat:write.public")
    assert await web.error("chat.postMessage", channel=channel.id, text="x") == "not_in_channel"
    assert (await web("conversations.join", channel=channel.id))["ok"]
    again = await web("conversations.join", channel=channel.id)
    assert again["warning"] == "already_in_channel"
    assert not await web.error("files.completeUploadExternal", **share)
    channel.remove_bot()
    error = await web.form("conversations.history", channel=channel.id)
    assert error["error"] == "not_in_channel"


async def test_a_private_channel_isnt_there_until_the_bot_is_invited(
    web: Web, slack: Slack
) -> None:
    channel = slack.channel("secret", private=True, has_bot=False)
    for method in ("chat.postMessage", "conversations.join"):
        error = await web.error(method, channel=channel.id, text="x")
        assert error == "channel_not_found"
    assert (await web.form("conversations.info", channel=channel.id))["ok"] is False
    channel.invite_bot()
    told = await web.form("conversations.info", channel=channel.id, include_num_members="1")
    assert (told["channel"]["is_private"], told["channel"]["num_members"]) == (True, 1)
    error = await web.error("conversations.join", channel=channel.id)
    assert error == "method_not_supported_for_channel_type"
    slack.scopes.discard("groups:read")
    assert (await web.form("conversations.info", channel=channel.id))["needed"] == "groups:read"


async def test_an_archived_channel_takes_nothing(web: Web, channel: Channel) -> None:
    ts = await post(web, channel)
    channel.archive()
    for method in ("chat.postMessage", "chat.update", "conversations.join"):
        error = await web.error(method, channel=channel.id, text="x", ts=ts)
        assert error == "is_archived"


async def test_direct_messages_are_opened_and_go_to_a_person_too(
    web: Web, slack: Slack, ana: Person
) -> None:
    opened = await web("conversations.open", users=ana.id)
    direct = slack.direct(ana)
    assert opened["channel"] == {"id": direct.id}
    await web("chat.postMessage", channel=ana.id, text="hello")
    assert [message.text for message in direct.messages] == ["hello"]
    assert await web.error("conversations.open", users="U0") == "user_not_found"
    assert await web.error("conversations.open", users=slack.bot.id) == "cannot_dm_bot"
    file = [{"id": await web.upload("a.mp3", b"ID3")}]
    share = {"files": file, "channel_id": ana.id}
    assert await web.error("files.completeUploadExternal", **share) == "invalid_arguments"
    ana.is_deactivated = True
    assert await web.error("conversations.open", users=ana.id) == "user_disabled"
    assert await web.error("chat.postMessage", channel=ana.id, text="x") == "is_inactive"


async def test_only_own_messages_are_changed_and_taken_away(
    web: Web, slack: Slack, channel: Channel, ana: Person
) -> None:
    said = slack.say(ana, channel, "mine").message
    assert said
    theirs = {"channel": channel.id, "ts": said.ts}
    assert await web.error("chat.update", **theirs, text="x") == "cant_update_message"
    assert await web.error("chat.delete", **theirs) == "cant_delete_message"
    own = {"channel": channel.id, "ts": await post(web, channel)}
    assert (await web("chat.delete", **own))["ok"]
    for method in ("chat.update", "chat.delete"):
        assert await web.error(method, **own, text="x") == "message_not_found"


async def test_an_ephemeral_message_is_shown_to_one_and_cant_be_reached(
    web: Web, slack: Slack, channel: Channel, ana: Person
) -> None:
    told = await web("chat.postEphemeral", channel=channel.id, user=ana.id, text="psst")
    [message] = channel.ephemerals(ana)
    assert (message.text, message.ts) == ("psst", told["message_ts"])
    assert message not in channel.seen_by(slack.member("ben"))
    at = {"channel": channel.id, "ts": message.ts}
    assert await web.error("chat.update", **at, text="x") == "message_not_found"
    guest = slack.member("gus", guest=True)
    error = await web.error("chat.postEphemeral", channel=channel.id, user=guest.id, text="x")
    assert error == "user_not_in_channel"


async def test_a_thread_is_read_with_metadata_where_it_is_asked_for(
    web: Web, channel: Channel
) -> None:
    metadata = {"event_type": "delivery", "event_payload": {"key": "7:result"}}
    ts = await post(web, channel, "card")
    reply = await post(web, channel, "hidden", thread_ts=ts, metadata=metadata)
    await post(web, channel, "shown", thread_ts=ts, reply_broadcast=True)
    error = await web.error("chat.postMessage", channel=channel.id, text="x", thread_ts=reply)
    assert error == "cannot_reply_to_message"
    at = {"channel": channel.id, "ts": ts, "include_all_metadata": "true"}
    thread = (await web.form("conversations.replies", **at))["messages"]
    assert [one["text"] for one in thread] == ["card", "hidden", "shown"]
    assert (thread[0]["reply_count"], thread[1]["metadata"]) == (2, metadata)
    said = (await web.form("conversations.history", channel=channel.id))["messages"]
    assert [one["text"] for one in said] == ["shown", "card"]
    assert not any("metadata" in one for one in said)
    since = await web.form("conversations.history", channel=channel.id, oldest=ts)
    assert [one["text"] for one in since["messages"]] == ["shown"]
    link = await web.form("chat.getPermalink", channel=channel.id, message_ts=reply)
    assert f"thread_ts={ts}" in link["permalink"]


async def test_long_lists_come_a_page_at_a_time(web: Web, slack: Slack) -> None:
    names = [f"c{number}" for number in range(5)]
    for name in names:
        slack.channel(name)
    slack.channel("old").archive()
    found, cursor = [], ""
    while True:
        page = await web.form(
            "conversations.list", limit="2", cursor=cursor, exclude_archived="true"
        )
        found += [one["name"] for one in page["channels"]]
        if not (cursor := page["response_metadata"]["next_cursor"]):
            break
    assert found == names
    assert (await web.form("conversations.list", cursor="x"))["error"] == "invalid_cursor"
    assert (await web.form("conversations.list", types="songs"))["error"] == "invalid_types"
    members = await web.form("conversations.members", channel=slack.channel("new").id)
    assert members["members"] == [slack.bot.id]


async def test_people_are_told_apart(web: Web, slack: Slack, ana: Person) -> None:
    ivo = slack.member("ivo", admin=True)
    gus = slack.member("gus", single_channel_guest=True)
    eva = slack.member("eva", external=True)
    told = {}
    for person in (ana, ivo, gus, eva):
        answer = await web.form("users.info", user=person.id)
        told[person.name] = answer["user"]
    assert [told[name].get("is_admin") for name in ("ana", "ivo", "eva")] == [False, True, None]
    assert (told["gus"]["is_restricted"], told["gus"]["is_ultra_restricted"]) == (True, True)
    assert told["eva"]["is_stranger"]
    assert told["eva"]["team_id"] != slack.workspace.id
    assert "locale" not in told["ana"]
    answer = await web.form("users.info", user=ana.id, include_locale="true")
    assert answer["user"]["locale"] == "de-DE"
    assert (await web.form("users.info", user="U0"))["error"] == "user_not_found"
    everybody = await web.form("users.list")
    assert {one["name"] for one in everybody["members"]} == {"busker", "ana", "ivo", "gus", "eva"}


async def test_a_manifest_says_what_there_is(web: Web, slack: Slack, channel: Channel) -> None:
    slack.install(
        {
            "features": {
                "slash_commands": [{"command": "/song"}],
                "shortcuts": [{"type": "message", "callback_id": "extend"}],
            },
            "oauth_config": {"scopes": {"bot": ["commands"]}},
            "settings": {"event_subscriptions": {"bot_events": ["app_mention"]}},
        }
    )
    assert slack.events == {"app_mention"}
    ana = slack.member("ana")
    slack.begin_slash(ana, channel, "/song")
    with pytest.raises(AssertionError, match="there is no /music"):
        slack.begin_slash(ana, channel, "/music")
    with pytest.raises(AssertionError, match="there is no global shortcut"):
        await slack.shortcut(ana, "extend")
    answer = await web("chat.postMessage", channel=channel.id, blocks=[section()])
    assert answer["provided"] == "commands"
