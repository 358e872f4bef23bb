"""What the real library and the fake say to each other, by socket."""

import asyncio

import pytest

from tests.fakes.slack import Channel, Fault, NotOffered, Person, Slack
from tests.fakes.slack.trial.conftest import Process

pytestmark = pytest.mark.usefixtures("client")


@pytest.fixture
def channel(slack: Slack) -> Channel:
    return slack.channel("music")


@pytest.fixture
def ana(slack: Slack, channel: Channel) -> Person:
    person = slack.member("ana", locale="de-DE")
    assert person in channel.members
    return person


async def test_a_command_becomes_a_card_that_changes(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    asked = await slack.slash(ana, channel, "/song", "rain <!channel>")
    card = await channel.next_message()
    assert card.revisions[0].text == "*rain <!channel>*"
    assert card.revisions[0].pings.everyone
    assert card.revisions[0].buttons == ["Cancel"]
    await card.until_says("composing")
    assert (card.buttons, card.fallback) == (["Again", "Delete"], "done")
    assert card.metadata == {"event_type": "busker_delivery", "event_payload": {"key": "7:card"}}
    assert not card.pings
    assert not slack.refused
    assert not slack.too_fast
    assert asked.delivery
    [posted], [edited] = slack.calls_of("chat.postMessage"), slack.calls_of("chat.update")
    assert 0 < asked.delivery.brought_at_ns < posted.at_ns < edited.at_ns
    assert asked.delivery.brought_at_ns < asked.delivery.acked_at_ns


async def test_a_button_is_answered_in_private(slack: Slack, channel: Channel, ana: Person) -> None:
    ben = slack.member("ben")
    await slack.slash(ana, channel, "/song", "rain")
    card = await channel.next_message()
    await card.until_says("composing")
    await slack.press(ben, card, "Again")
    told = await channel.next_ephemeral(ben)
    assert told.text == "again of 7"
    assert told not in channel.seen_by(ana)
    with pytest.raises(NotOffered):
        await slack.press(ana, told, "Again")


async def test_the_message_of_a_button_is_replaced(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    await slack.slash(ana, channel, "/song", "rain")
    card = await channel.next_message()
    await card.until_says("composing")
    await slack.press(ana, card, "delete")
    await card.until_says("deleted")
    assert card.buttons == []


async def test_an_ack_may_say_something_and_its_address_answers_five_times(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    asked = await slack.slash(ana, channel, "/hint", "rain")
    hints = [f"hint {number}" for number in range(5)]
    assert {(await asked.shown()).text for _ in range(6)} == {"heard rain", *hints}
    assert all(one.shown_to is ana for one in asked.replies)
    await slack.until(lambda: len(slack.refused) == 2, "two refusals")
    assert {call.error for call in slack.refused} == {"used_url"}


async def test_a_form_is_opened_corrected_continued_and_sent(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    asked = await slack.slash(ana, channel, "/song")
    view = await asked.opened()
    assert (view.title, view.text) == ("A song", "About\nTrack")
    with pytest.raises(NotOffered):
        await slack.submit(view)
    sent = await slack.submit(view, {"About": "bad"})
    assert sent.errors == {"about": "not this one"}
    assert slack.modal(ana) is view
    sent = await slack.submit(view, {"prompt": "more"})
    assert (await sent.opened()).title == "Once more"
    options = await slack.complete(ana, view, "track", "rain")
    assert [one["value"] for one in options] == ["rain", "rainbow"]
    await slack.submit(view, {"prompt": "sun", "track": "rainbow"}, options)
    assert slack.modal(ana) is None
    direct = slack.direct(ana)
    assert (await direct.next_message()).text == "sun of rainbow, kept"
    assert not slack.refused


async def test_who_closes_a_form_is_heard_of(slack: Slack, channel: Channel, ana: Person) -> None:
    asked = await slack.slash(ana, channel, "/song")
    await slack.close(await asked.opened())
    assert (await slack.direct(ana).next_message()).text == "never mind"


async def test_the_menu_of_a_message_opens_a_form(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    said = slack.say(ana, channel, "a song about rain")
    assert said.message
    asked = await slack.shortcut(ana, "from_message", said.message)
    view = await asked.opened()
    await slack.submit(view)
    assert (await slack.direct(ana).next_message()).text == "a song about rain, kept"


async def test_files_come_in_one_message_in_the_thread_and_the_card_learns_when(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    slack.files.seconds_to_share = 20
    await slack.slash(ana, channel, "/files")
    card = await channel.next_message()
    await slack.until(lambda: len(slack.calls_of("files.info")) > 2, "some questions")
    assert card.replies == []
    slack.clock.move(21)
    result = await card.next_reply()
    assert result.filenames == ["cover.jpg", "Rain - A.mp3"]
    assert result.files_of("mp3") == [b"ID3" * 100]
    assert result.text == f"{ana.mention} *Rain*"
    assert result.pings.users == {ana.id}
    assert (result.buttons, result.thread) == (["Again"], card)
    await card.until_says(f"shared at {result.ts}")
    assert not slack.refused


async def test_a_mention_is_answered_in_its_thread(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    asked = await slack.mention(ana, channel, "song rain")
    assert asked.message
    first = await asked.message.next_reply()
    assert (first.text, first.thread) == ("de-DE song rain", asked.message)
    again = await slack.mention(ana, channel, "more", thread=first)
    assert again.message
    assert again.message.thread is asked.message
    assert (await asked.message.next_reply()).text == "de-DE more"


async def test_a_direct_message_is_answered(slack: Slack, ana: Person) -> None:
    direct = slack.direct(ana)
    await slack.say(ana, direct, "hello").answered()
    assert (await direct.next_message()).text == "I can help"
    theirs, own = [one.payload["event"] for one in slack.deliveries]
    assert "bot_id" not in theirs
    assert (own["text"], own["user"]) == ("I can help", slack.bot.id)


async def test_home_shows_what_was_put_on_it(slack: Slack, ana: Person) -> None:
    home = await slack.home(ana)
    assert (home.text, home.buttons) == ("5 of 5 songs left", ["Again"])
    before = home.hash
    assert (await slack.home(ana)).hash != before


async def test_what_isnt_acked_has_failed_for_who_did_it(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    slack.faults.on("deliver /song", Fault.LOST)
    asked = slack.begin_slash(ana, channel, "/song", "rain")
    slack.clock.move(2.9)
    assert not asked.has_failed
    slack.clock.move(0.2)
    await asked.failed()
    assert channel.messages == []


async def test_an_event_comes_again_until_it_is_acked(
    slack: Slack, ana: Person, client: Process
) -> None:
    client.kill()
    await slack.sockets.gone()
    said = slack.say(ana, slack.direct(ana), "hello")
    assert said.delivery
    for seconds, attempts in ((0, 2), (59, 2), (2, 3), (300, 4)):
        slack.clock.move(seconds)
        await asyncio.sleep(0)
        assert len(said.delivery.attempts) == attempts
    assert said.has_failed
    assert [one.number for one in said.delivery.attempts] == [0, 1, 2, 3]


async def test_a_delivery_can_come_twice(slack: Slack, ana: Person) -> None:
    slack.faults.on("deliver message.im", Fault.DUPLICATE)
    direct = slack.direct(ana)
    said = slack.say(ana, direct, "hello")
    assert (await direct.next_message()).text == "I can help"
    assert (await direct.next_message()).text == "I can help"
    slack.repeat(await said.answered())
    assert (await direct.next_message()).text == "I can help"


async def test_a_socket_is_refreshed_and_serves_again(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    slack.sockets.refresh()
    assert slack.begin_slash(ana, channel, "/song", "lost").has_failed
    await slack.sockets.renewed(2)
    await slack.slash(ana, channel, "/song", "rain")
    assert (await channel.next_message()).revisions[0].text == "*rain*"


async def test_a_socket_that_ends_without_a_word_is_opened_again(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    slack.sockets.drop()
    await slack.sockets.renewed(2)
    await slack.slash(ana, channel, "/song", "rain")
    assert (await channel.next_message()).revisions[0].text == "*rain*"


async def test_a_warning_makes_the_library_connect_again(slack: Slack) -> None:
    slack.sockets.warn()
    await slack.sockets.renewed(2)


async def test_what_happens_while_nobody_gets_in_is_lost_unless_it_is_an_event(
    slack: Slack, channel: Channel, ana: Person
) -> None:
    slack.sockets.shut()
    slack.sockets.drop()
    assert slack.begin_slash(ana, channel, "/song", "lost").has_failed
    said = slack.say(ana, slack.direct(ana), "hello")
    slack.sockets.open()
    await slack.sockets.renewed(2)
    slack.clock.move(61)
    await said.answered()
    assert (await slack.direct(ana).next_message()).text == "I can help"
