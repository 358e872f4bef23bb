"""Where people talk on Slack: threads, conversations with the bot, App Home, private and shared channels."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack import Message, Upload
from tests.stories.conftest import Home
from tests.stories.slack_evening import DONE, Evening, a_slack_evening
from tests.stories.test_slack import RESULT_BUTTONS


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with a_slack_evening(home) as evening:
        yield evening


async def sent_directly(evening: Evening) -> Message:
    direct = evening.slack.direct(evening.ana)

    def found() -> Message | None:
        return next((each for each in direct.messages if each.files_of("mp3")), None)

    return await evening.slack.until(found, "files in the direct messages")


async def test_a_mention_in_a_thread_is_answered_there(evening: Evening) -> None:
    await evening.start()
    topic = evening.slack.say(evening.ana, evening.channel, "what shall we hear?").message
    assert topic
    await evening.slack.mention(evening.ana, evening.channel, "song rain, 10 s", topic)
    card = await topic.next_reply()
    assert card.thread is topic
    result = await topic.next_reply()
    assert len(result.files_of("mp3")) == 2
    assert result.pings.users == {evening.ana.id}
    await card.until_says(DONE)
    assert card.buttons == RESULT_BUTTONS
    assert [each for each in evening.channel.messages if not each.thread] == [topic]


async def test_a_message_to_the_bot_alone_is_answered_with_help(evening: Evening) -> None:
    await evening.start()
    direct = evening.slack.direct(evening.ana)
    evening.slack.say(evening.ana, direct, "hello?")
    told = await direct.next_message()
    assert "What you can ask for" in told.text
    assert "/song" in told.text


async def test_a_song_is_made_in_a_conversation_with_the_bot_where_that_is_on(
    evening: Evening,
) -> None:
    await evening.start(BUSKER_DIRECT="on")
    direct = evening.slack.direct(evening.ana)
    evening.slack.say(evening.ana, direct, "song rain, 10 s")
    while "first song here" in (card := await direct.next_message()).text:
        pass  # the notice for newcomers
    await evening.result(card)
    await card.until_says(DONE)


async def test_app_home_shows_what_is_left_and_ones_songs(evening: Evening) -> None:
    await evening.start()
    await evening.song()
    home = await evening.slack.home(evening.ana)
    assert "4 of 5" in home.text
    assert "Open" in home.buttons
    await evening.slack.press(evening.ana, home, "Open")
    await home.until_says("Take A")
    await evening.slack.press(evening.ana, home, "Show again")
    assert len((await sent_directly(evening)).files_of("mp3")) == 2


async def test_a_private_song_stays_between_two(evening: Evening) -> None:
    await evening.start()
    asked = await evening.slack.slash(
        evening.ana, evening.channel, "/song", "rain, 10 s private: on"
    )
    told = await asked.shown()
    assert told.is_ephemeral
    assert "direct messages" in told.text
    result = await sent_directly(evening)
    card = result.thread
    assert card
    await card.until_says(DONE)
    assert card.buttons == RESULT_BUTTONS
    assert [each for each in evening.channel.messages if not each.is_ephemeral] == []
    liked = await evening.slack.press(evening.ana, card, "♥ A")
    assert (await liked.shown()).text


@pytest.mark.parametrize("kind", ["guest", "single_channel_guest", "external"])
async def test_guests_and_people_from_elsewhere_are_refused_unless_they_are_let_in(
    evening: Evening, kind: str
) -> None:
    await evening.start()
    channel = evening.slack.channel("shared", shared=True)
    gus = evening.slack.member("gus", **{kind: True})  # type: ignore[arg-type]  # one of the flags
    channel.invite(gus)
    asked = await evening.slack.slash(gus, channel, "/song", "rain, 10 s")
    told = await asked.shown()
    assert told.is_ephemeral
    assert "only for members of this workspace" in told.text
    assert evening.home.rows("SELECT * FROM jobs") == []
    await evening.stop()
    await evening.start(BUSKER_SLACK_GUESTS="on")
    await evening.slack.slash(gus, channel, "/song", "rain, 10 s")
    card = await evening.card(channel)
    assert (await evening.result(card)).pings.users == {gus.id}


async def test_busker_joins_public_channels_and_asks_to_be_invited_into_private_ones(
    evening: Evening,
) -> None:
    evening.expected |= {"channel_not_found", "not_in_channel"}
    await evening.start()
    public = evening.slack.channel("talk", has_bot=False)
    await evening.slack.slash(evening.ana, public, "/song", "rain, 10 s")
    card = await evening.card(public)
    await evening.result(card)
    assert public.has_bot
    private = evening.slack.channel("secret", private=True, has_bot=False)
    asked = await evening.slack.slash(evening.ana, private, "/song", "rain, 10 s")
    told = await asked.shown()
    assert told.is_ephemeral
    assert "/invite" in told.text
    assert len(evening.home.band_jobs) == 1


async def test_a_message_becomes_a_song_and_a_result_is_extended(evening: Evening) -> None:
    await evening.start()
    ben = evening.slack.member("ben")
    said = evening.slack.say(
        ben,
        evening.channel,
        f"rain for {evening.ana.mention}, 12 s",
        files=[Upload(name="hum.mp3", data=b"hum")],
    ).message
    assert said
    asked = await evening.slack.shortcut(ben, "menu-song", said)
    form = await asked.opened()
    await evening.slack.submit(form)
    card = await evening.card()
    assert "rain for" in card.revisions[0].text
    assert card.pings.users == set()
    result = await evening.result(card)
    await card.until_says(DONE)
    asked = await evening.slack.shortcut(evening.ana, "menu-extend", result)
    takes = await asked.opened()
    [track] = [each for each in takes.blocks if each["block_id"] == "track"]
    second = track["element"]["options"][1]["value"]
    await evening.slack.submit(takes, {"track": second, "at": "0:09"})
    extended = await card.next_reply()
    assert len((await card.next_reply()).files_of("mp3")) == 2
    await extended.until_says("B › ext 1")


async def test_everything_works_by_http_too_and_a_replay_counts_once(evening: Evening) -> None:
    await evening.start_by_http()
    await evening.song()
    asked = await evening.slack.slash(evening.ana, evening.channel, "/quota")
    assert "4 of 5" in (await asked.shown()).text
    for body, headers in list(evening.slack.http.sent):
        status, _ = await evening.slack.http.post(body, headers)
        assert status == 401
    status, _ = await evening.slack.http.post(
        b"{}", evening.slack.http.headers(b"{}", timestamp="soon")
    )
    assert status == 401
    assert len(evening.home.band_jobs) == 1
    assert await evening.stop() == 0


async def test_what_is_told_twice_is_done_once(evening: Evening) -> None:
    await evening.start()
    asked = await evening.slack.slash(evening.ana, evening.channel, "/song", "rain, 10 s")
    evening.slack.repeat(asked)
    card = await evening.card()
    await evening.result(card)
    await evening.closed()
    assert len(evening.home.band_jobs) == 1
    assert [each for each in evening.channel.messages if not each.thread] == [card]
