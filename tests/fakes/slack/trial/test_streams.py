"""Messages that are written while they are read, by the library's own helper."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.models.messages.chunk import Chunk, MarkdownTextChunk, TaskUpdateChunk
from slack_sdk.web.async_chat_stream import AsyncChatStream
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import Channel, Message, Person, Slack
from tests.fakes.slack.trial.test_rules import section


@pytest.fixture
def channel(slack: Slack) -> Channel:
    return slack.channel("music")


@pytest.fixture
def ana(slack: Slack, channel: Channel) -> Person:
    person = slack.member("ana")
    assert person in channel.members
    return person


@pytest.fixture
def asked(slack: Slack, channel: Channel, ana: Person) -> Message:
    said = slack.say(ana, channel, "a song").message
    assert said
    return said


@pytest.fixture
def client(slack: Slack) -> AsyncWebClient:
    return AsyncWebClient(token=slack.bot_token, base_url=slack.api)


async def a_stream(client: AsyncWebClient, asked: Message) -> AsyncChatStream:
    return await client.chat_stream(
        channel=asked.channel.id,
        thread_ts=asked.ts,
        recipient_team_id=asked.author.team_id,
        recipient_user_id=asked.author.id,
    )


async def test_a_task_takes_its_own_place_until_the_stream_is_stopped(
    client: AsyncWebClient, channel: Channel, asked: Message
) -> None:
    stream = await a_stream(client, asked)
    states = ("in_progress", "complete")
    for state in states:
        task = TaskUpdateChunk(id="1", title="Composing", status=state)
        chunks: list[dict[str, object] | Chunk] = [MarkdownTextChunk(text="."), task]
        await stream.append(chunks=chunks)
    await stream.stop(markdown_text="done", blocks=[section()])
    message = await channel.next_message()
    assert message.thread is asked
    assert message.text == "..done\nComposing: complete\nx"
    with pytest.raises(SlackApiError, match="message_not_in_streaming_state"):
        await client.chat_appendStream(channel=channel.id, ts=message.ts, markdown_text="x")


async def test_after_five_minutes_it_can_only_be_edited(
    client: AsyncWebClient, slack: Slack, channel: Channel, asked: Message
) -> None:
    stream = await a_stream(client, asked)
    await stream.append(chunks=[MarkdownTextChunk(text="begun")])
    slack.clock.move(299)
    await stream.append(chunks=[MarkdownTextChunk(text=" and going")])
    slack.clock.move(2)
    with pytest.raises(SlackApiError, match="message_not_in_streaming_state"):
        await stream.append(chunks=[MarkdownTextChunk(text="x")])
    with pytest.raises(SlackApiError, match="message_not_in_streaming_state"):
        await stream.stop()
    message = await channel.next_message()
    assert message.text == "begun and going"
    await client.chat_update(channel=channel.id, ts=message.ts, text="done")
    assert message.text == "done"


async def test_a_stream_in_a_channel_is_for_somebody_and_of_known_chunks(
    client: AsyncWebClient, channel: Channel, asked: Message
) -> None:
    with pytest.raises(SlackApiError, match="missing_recipient_user_id"):
        await client.chat_startStream(channel=channel.id, thread_ts=asked.ts)
    stream = await a_stream(client, asked)
    for chunk in ({"type": "song"}, {"type": "task_update", "id": "1", "title": "", "status": "x"}):
        with pytest.raises(SlackApiError, match="invalid_chunks"):
            await stream.append(chunks=[chunk])
    assert channel.messages == [asked]
