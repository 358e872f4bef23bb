"""What is refused of messages, blocks and views, and with which word."""

import asyncio
from typing import Any

import aiohttp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.slack import Channel, Slack, fake_slack
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.trial.conftest import Web


@pytest.fixture
def channel(slack: Slack) -> Channel:
    return slack.channel("music")


def plain(text: str = "x") -> Json:
    return {"type": "plain_text", "text": text}


def marked(text: str = "x") -> Json:
    return {"type": "mrkdwn", "text": text}


def rich(*parts: Json) -> Json:
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [*parts]}],
    }


def section(**more: Any) -> Json:  # noqa: ANN401
    return {"type": "section", "text": marked()} | more


def button(**more: Any) -> Json:  # noqa: ANN401
    return {"type": "button", "text": plain(), "action_id": "again"} | more


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements or (button(),))}


def option(number: int = 1) -> Json:
    return {"text": plain(str(number)), "value": str(number)}


def select(**more: Any) -> Json:  # noqa: ANN401
    return {"type": "static_select", "action_id": "list", "options": [option()]} | more


def image(**more: Any) -> Json:  # noqa: ANN401
    return {"type": "image", "image_url": "https://cdn.example/a.png", "alt_text": "x"} | more


def field(**more: Any) -> Json:  # noqa: ANN401
    element = {"type": "plain_text_input", "action_id": "prompt"} | more
    return {"type": "input", "label": plain(), "element": element}


def modal(*blocks: Json, **more: Any) -> Json:  # noqa: ANN401
    return {
        "type": "modal",
        "title": plain(),
        "submit": plain(),
        "blocks": list(blocks or (section(),)),
    } | more


GOOD = [
    section(text=marked("x" * 3000), block_id="x" * 255),
    section(fields=[marked("x" * 2000)] * 10),
    section(accessory=button(value="x" * 2000, style="danger")),
    section(accessory=image(image_url="https://cdn.example/" + "x" * 2000)),
    {"type": "header", "text": plain("x" * 150)},
    {"type": "divider"},
    {"type": "context", "elements": [marked(), plain(), image()]},
    {"type": "markdown", "text": "x" * 12_000},
    actions(*(button(action_id=str(number)) for number in range(25))),
    actions(select(options=[option(number) for number in range(100)], initial_option=option(7))),
    actions(button(url="https://busker.example", text=plain("x" * 75), action_id="x" * 255)),
    field(max_length=3000),
    rich(),
    rich({"type": "date", "timestamp": 1, "format": "{date}", "fallback": "then"}),
]
BAD = {
    "a mark that rich text has no name for": rich({"type": "bold", "text": "x"}),
    "rich text that says nothing": rich({"type": "text", "text": ""}),
    "a moment that isn't one": rich({"type": "date", "timestamp": "x", "format": "{date}"}),
    "a list of nothing known": {"type": "rich_text", "elements": [{"type": "section"}]},
    "an unknown type": {"type": "song"},
    "an unknown field": section(colour="red"),
    "a section without text": {"type": "section"},
    "long text": section(text=marked("x" * 3001)),
    "empty text": section(text=marked("")),
    "eleven fields": section(fields=[marked()] * 11),
    "a long block id": section(block_id="x" * 256),
    "a long header": {"type": "header", "text": plain("x" * 151)},
    "a header in mrkdwn": {"type": "header", "text": marked()},
    "a long label": actions(button(text=plain("x" * 76))),
    "a label in mrkdwn": actions(button(text=marked())),
    "a long action id": actions(button(action_id="x" * 256)),
    "a long value": actions(button(value="x" * 2001)),
    "a long address": actions(button(url="x" * 3001)),
    "a green button": actions(button(style="success")),
    "26 buttons": actions(*(button(action_id=str(number)) for number in range(26))),
    "no buttons": {"type": "actions", "elements": []},
    "the same action twice": actions(button(), button()),
    "eleven elements": {"type": "context", "elements": [marked()] * 11},
    "a button in a context": {"type": "context", "elements": [button()]},
    "101 options": actions(select(options=[option(number) for number in range(101)])),
    "an option that isn't offered": actions(select(initial_option=option(2))),
    "a long option": actions(select(options=[{"text": plain(), "value": "x" * 151}])),
    "a long placeholder": actions(select(placeholder=plain("x" * 151))),
    "a picture without words": {"type": "image", "image_url": "https://cdn.example/a.png"},
    "a picture as WebP": image(image_url="https://cdn.example/a.webp?size=1"),
    "a picture that only this machine has": image(image_url="http://127.0.0.1:9/a.png"),
    "a picture without address": {"type": "image", "alt_text": "x"},
    "long Markdown": {"type": "markdown", "text": "x" * 12_001},
    "a task without state": {"type": "task_card", "task_id": "1", "title": "x", "status": "x"},
    "a long title of a card": {"type": "card", "title": plain("x" * 151)},
    "a confirmation without question": actions(button(confirm={"title": plain()})),
}


@pytest.mark.parametrize("block", GOOD, ids=lambda block: str(block["type"]))
async def test_blocks_within_the_limits_are_taken(web: Web, channel: Channel, block: Json) -> None:
    answer = await web("chat.postMessage", channel=channel.id, text="x", blocks=[block])
    assert answer["ok"], answer
    assert answer["message"]["blocks"][0]["block_id"]


@pytest.mark.parametrize("block", BAD.values(), ids=BAD)
async def test_blocks_beyond_them_are_refused_with_the_place(
    web: Web, slack: Slack, channel: Channel, block: Json
) -> None:
    blocks = [section(), block]
    answer = await web("chat.postMessage", channel=channel.id, text="x", blocks=blocks)
    assert answer["error"] == "invalid_blocks"
    assert "[json-pointer:/blocks/1" in answer["errors"][0]
    assert answer["errors"][0] in answer["response_metadata"]["messages"][0]
    assert channel.messages == []
    assert [call.error for call in slack.refused] == ["invalid_blocks"]


async def test_fifty_blocks_a_message_and_none_by_the_same_name(web: Web, channel: Channel) -> None:
    assert not await web.error("chat.postMessage", channel=channel.id, blocks=[section()] * 50)
    for blocks in ([section()] * 51, [section(block_id="a"), section(block_id="a")]):
        error = await web.error("chat.postMessage", channel=channel.id, blocks=blocks)
        assert error == "invalid_blocks"


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({}, "no_text"),
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"markdown_text": "x" * 12_001}, "msg_too_long"),
        ({"blocks": [{"type": "markdown", "text": "x" * 7000}] * 2}, "msg_too_long"),
        ({"text": "x", "markdown_text": "x"}, "markdown_text_conflict"),
        ({"blocks": "[{"}, "invalid_blocks_format"),
        ({"blocks": "{}"}, "invalid_blocks_format"),
        ({"text": "x", "metadata": {"event_type": "x"}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "x", "event_payload": {"a": "x" * 16_000}}},
         "metadata_too_large"),
        ({"text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
    ],
)  # fmt: skip
async def test_messages_are_refused(web: Web, channel: Channel, said: Json, error: str) -> None:
    assert await web.error("chat.postMessage", channel=channel.id, **said) == error


async def test_words_alone_take_the_blocks_away_and_only_they_show_an_edit(
    web: Web, channel: Channel
) -> None:
    posted = await web("chat.postMessage", channel=channel.id, text="a", blocks=[section()])
    at = {"channel": channel.id, "ts": posted["ts"]}
    [message] = channel.messages
    assert (await web("chat.update", **at, blocks=[section(text=marked("b"))]))["ok"]
    assert (message.text, message.fallback, message.edited_at) == ("b", "", None)
    answer = await web("chat.update", **at, text="c")
    assert (message.text, message.blocks) == ("c", [])
    assert answer["message"]["edited"]
    assert [revision.text for revision in message.revisions] == ["x", "b", "c"]
    assert await web.error("chat.update", **at) == "no_text"


async def test_who_is_pinged_is_read_in_text_and_mrkdwn_but_not_in_plain_text(
    web: Web, channel: Channel
) -> None:
    blocks = [
        section(text=marked("<@U1AAA> <!subteam^S1AAA>")),
        section(text=plain("<@U2AAA> <!channel>")),
    ]
    await web("chat.postMessage", channel=channel.id, text="<@U3AAA|ben>", blocks=blocks)
    await web("chat.postMessage", channel=channel.id, text="&lt;!here&gt; @channel")
    await web("chat.postMessage", channel=channel.id, text="<!here>")
    first, escaped, called = [message.pings for message in channel.messages]
    assert first.users == {"U1AAA", "U3AAA"}
    assert first.groups == {"S1AAA"}
    assert not first.everyone
    assert not escaped
    assert called.everyone


BAD_VIEWS = {
    "a long title": modal(title=plain("x" * 25)),
    "no title": modal(title=None),
    "a long word for sending": modal(submit=plain("x" * 25)),
    "a field and no way to send it": modal(field(), submit=None),
    "101 blocks": modal(*[section()] * 101),
    "a long callback": modal(callback_id="x" * 256),
    "much that is private": modal(private_metadata="x" * 3001),
    "an unknown field": modal(colour="red"),
    "a bad block": modal(section(text=marked("x" * 3001))),
    "too much in a field": modal(field(initial_value="xx", max_length=1)),
    "a home": {"type": "home", "blocks": [section()]},
    "no blocks": modal(blocks=None),
}


@pytest.mark.parametrize("view", BAD_VIEWS.values(), ids=BAD_VIEWS)
async def test_views_are_refused_with_the_place_and_their_trigger_stays(
    web: Web, slack: Slack, channel: Channel, view: Json
) -> None:
    ana = slack.member("ana")
    asked = slack.begin_slash(ana, channel, "/song")
    answer = await web("views.open", trigger_id=asked.payload["trigger_id"], view=view)
    assert answer["error"] == "invalid_arguments"
    assert "[json-pointer:/view" in answer["response_metadata"]["messages"][0]
    largest = modal(*[section()] * 99, field(), title=plain("x" * 24), private_metadata="x" * 3000)
    answer = await web("views.open", trigger_id=asked.payload["trigger_id"], view=largest)
    assert answer["ok"], answer
    opened = slack.modal(ana)
    assert opened
    assert opened.title == "x" * 24


@given(length=st.integers(min_value=2990, max_value=3010), count=st.integers(0, 55))
@settings(max_examples=20, deadline=None)
def test_a_message_is_taken_exactly_when_it_is_within_the_limits(length: int, count: int) -> None:
    asyncio.run(_post_blocks(length, count))


async def _post_blocks(length: int, count: int) -> None:
    async with fake_slack() as slack, aiohttp.ClientSession() as session:
        channel = slack.channel("music")
        blocks = [section(text=marked("x" * length))] * count
        answer = await Web(slack, session)(
            "chat.postMessage", channel=channel.id, text="x", blocks=blocks
        )
        assert answer["ok"] == ((length <= 3000 or not count) and count <= 50)
        assert len(channel.messages) == answer["ok"]
