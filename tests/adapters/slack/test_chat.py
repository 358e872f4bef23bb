"""What is said on Slack: cards, and songs in their threads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import NotAllowedHere
from bot.models import Button, Card, Place, Tone
from tests.adapters.slack.conftest import Speaker, another
from tests.adapters.slack.handing import JPEG, LAST, WORKING, Room
from tests.fakes.clock import QuickClock
from tests.fakes.slack import Fault, Slack

COVER, A, B = "Rain.jpg", "Rain - A.mp3", "Rain - B.mp3"


@pytest.fixture
def room(fake: Slack, speaker: Speaker, tmp_path: Path) -> Room:
    ana = fake.member("ana")
    channel = fake.channel("music")
    return Room(fake=fake, speaker=speaker, channel=channel, ana=ana, folder=tmp_path)


@pytest.fixture(autouse=True)
def nothing_refused(fake: Slack) -> Iterator[None]:
    """Neither a slip of the pen, nor a call that came too fast."""
    yield
    assert fake.unheeded == []
    assert fake.too_fast == []


async def test_a_card_is_posted_changed_and_ended_where_it_stands(room: Room) -> None:
    card = await room.card()
    assert (card.text, card.buttons) == ("🎶 Rain\nComposing", ["Cancel"])
    assert card.fallback == "🎶 Rain\nComposing"
    chat, place = room.speaker.chat, room.at(card)
    assert await chat.show(place, replace(WORKING, percent=50)) == place
    assert "50 %" in (await card.next_edit()).text
    assert await chat.show(place, LAST) == place
    assert (card.text, card.buttons) == ("✅ Rain\nBoth takes are ready", ["Again", "Delete"])
    assert not card.edited_at


async def test_a_card_may_stand_in_a_thread(room: Room) -> None:
    room.fake.say(room.ana, room.channel, "@busker song rain")
    [said] = room.channel.messages
    card = await room.card(thread=f"{said.ts}/")
    assert card.thread is said
    await room.speaker.chat.show(room.at(card), LAST)
    assert "Both takes" in card.text
    lies = await room.hand_over(room.at(card), room.result("A", "B"))
    assert said.replies == [card, room.channel.messages[-1]]
    assert lies == room.at(room.channel.messages[-1])


async def test_a_song_lies_in_the_cards_thread_in_one_message(room: Room) -> None:
    card = await room.card()
    result = room.result("A", "B", cover=room.cover())
    lies = await room.hand_over(room.at(card), result)
    [message] = card.replies
    assert lies == room.at(message)
    assert message.filenames == [COVER, A, B]
    assert message.files_of("mp3") == [b"ID3 A" * 100, b"ID3 B" * 100]
    assert message.text == f"<@{room.ana.id}> Rain"
    assert message.pings.users == {room.ana.id}
    assert message.buttons == []


async def test_the_card_becomes_the_result_with_its_cover(room: Room) -> None:
    card = await room.card()
    cover = room.cover()
    await room.hand_over(room.at(card), room.result("A", "B", cover=cover))
    await room.speaker.chat.show(room.at(card), replace(LAST, cover=cover))
    shown = card.blocks[1]["accessory"]["slack_file"]["id"]
    assert room.fake.files.known(shown).data == JPEG
    assert card.replies[0].files[0].id != shown


async def test_a_cover_comes_while_the_song_is_made(room: Room) -> None:
    room.fake.files.seconds_to_process = 3
    card = await room.card()
    await room.speaker.chat.show(room.at(card), replace(WORKING, cover=room.cover()))
    assert "accessory" not in str(card.blocks)
    first, second = await card.next_edit(), await card.next_edit()
    assert ["slack_file" in str(one.blocks) for one in (first, second)] == [False, True]
    assert len(room.fake.calls_of("upload")) == 1


async def test_a_cover_that_slack_wont_look_at_is_left_out(room: Room) -> None:
    room.fake.files.seconds_to_process = 1000
    card = await room.card()
    await room.speaker.chat.show(room.at(card), replace(LAST, cover=room.cover()))
    assert card.text == "✅ Rain\nBoth takes are ready"
    assert "slack_file" not in str(card.blocks)


async def test_a_cover_that_is_gone_is_left_out(room: Room) -> None:
    card = await room.card()
    cover = room.cover()
    await room.speaker.chat.show(room.at(card), replace(WORKING, cover=cover))
    await card.next_edit()
    await card.next_edit()
    room.fake.files.delete(room.fake.files.known(card.blocks[1]["accessory"]["slack_file"]["id"]))
    await room.speaker.chat.show(room.at(card), replace(LAST, cover=cover))
    assert card.text == "✅ Rain\nBoth takes are ready"


async def test_files_that_take_long_to_appear_are_waited_for(room: Room) -> None:
    room.fake.files.seconds_to_share = 20
    card = await room.card()
    lies = await room.hand_over(room.at(card), room.result("A", "B"))
    assert lies == room.at(card.replies[0])


async def test_files_that_never_appear_fail_nothing(room: Room) -> None:
    room.fake.files.seconds_to_share = 1000
    card = await room.card()
    lies = await room.hand_over(room.at(card), room.result("A"))
    assert lies == replace(room.place, message=f"{card.ts}/")
    await room.speaker.chat.remove(lies)
    assert not card.is_deleted


async def test_a_take_that_comes_later_follows_in_the_thread(room: Room) -> None:
    card = await room.card()
    first = await room.hand_over(room.at(card), room.result("A", cover=room.cover()))
    rest = room.result("B", follows=first, cover=room.cover())
    second = await room.hand_over(room.at(card), rest, "rain:rest")
    one, other = card.replies
    assert (one.filenames, other.filenames) == ([COVER, A], [B])
    assert other.text == "Take B is done"
    assert not other.pings
    assert [first, second] == [room.at(one), room.at(other)]


async def test_what_has_no_card_above_it_has_the_buttons_itself(room: Room) -> None:
    lies = await room.hand_over(room.place, room.result("A", "B"))
    [message] = room.channel.messages
    assert message.text == f"<@{room.ana.id}>\n✅ Rain\nBoth takes are ready"
    assert message.buttons == ["Again", "Delete"]
    assert lies == room.at(message)


async def test_an_early_take_alone_is_told_of_no_other_one(room: Room) -> None:
    early = replace(WORKING, lines=("Take B follows",), buttons=())
    first = await room.hand_over(room.place, room.result("A", card=early))
    assert await room.hand_over(room.place, room.result(follows=first), "rain:rest") == first
    [message] = room.channel.messages
    assert message.text == "✅ Rain\nBoth takes are ready"
    assert message.filenames == [A]


async def test_a_song_whose_files_are_elsewhere_is_told_of(room: Room) -> None:
    card = await room.card()
    told = replace(LAST, lines=("Too large: https://busker.example/rain",))
    lies = await room.hand_over(room.at(card), room.result(card=told))
    [message] = card.replies
    assert lies == room.at(message)
    assert "https://busker.example/rain" in message.text
    assert message.pings.users == {room.ana.id}


async def test_a_public_channel_is_joined_before_anything_is_spent(room: Room) -> None:
    room.channel.remove_bot()
    assert await room.speaker.chat.check(room.place) == 1 << 30
    assert room.channel.has_bot
    await room.speaker.chat.check(room.place)
    assert len(room.fake.calls_of("conversations.info")) == 1


@pytest.mark.parametrize("scope", ["channels:join", ""])
async def test_where_the_bot_cant_come_it_asks_to_be_invited(room: Room, scope: str) -> None:
    room.fake.scopes.discard(scope)
    channel = room.channel if scope else room.fake.channel("quiet", private=True, has_bot=False)
    if scope:
        channel.remove_bot()
    with pytest.raises(NotAllowedHere) as refused:
        await room.speaker.chat.check(replace(room.place, channel=channel.id))
    assert refused.value.missing == ("membership",)


async def test_an_archived_channel_takes_no_songs(room: Room) -> None:
    room.channel.archive()
    with pytest.raises(NotAllowedHere) as refused:
        await room.speaker.chat.check(room.place)
    assert refused.value.missing == ()


async def test_a_channel_that_was_left_is_looked_at_anew(room: Room) -> None:
    await room.speaker.chat.check(room.place)
    room.channel.archive()
    with pytest.raises(NotAllowedHere):
        await room.speaker.chat.show(room.place, WORKING)
    with pytest.raises(NotAllowedHere):
        await room.speaker.chat.check(room.place)


async def test_one_person_is_written_to_alone(room: Room) -> None:
    place = await room.speaker.chat.direct(room.person)
    direct = room.fake.direct(room.ana)
    assert place == Place(platform="slack", server="slack", channel=direct.id)
    assert await room.speaker.chat.check(place)
    await room.speaker.chat.tell(room.person, "It came & <!here>.")
    [told] = direct.messages
    assert told.text == "It came & <!here>."
    assert told.fallback == "It came &amp; &lt;!here&gt;."
    assert not told.pings


async def test_who_is_gone_cant_be_written_to(room: Room) -> None:
    room.ana.is_deactivated = True
    with pytest.raises(NotAllowedHere):
        await room.speaker.chat.direct(room.person)


async def test_a_message_goes_with_all_its_files(room: Room) -> None:
    card, cover = await room.card(), room.cover()
    lies = await room.hand_over(room.at(card), room.result("A", "B", cover=cover))
    await room.speaker.chat.show(room.at(card), replace(LAST, cover=cover))
    [message] = card.replies
    files = [*message.files]
    shown = room.fake.files.known(card.blocks[1]["accessory"]["slack_file"]["id"])
    for place in (lies, room.at(card), lies):
        await room.speaker.chat.remove(place)
    assert message.is_deleted
    assert card.is_deleted
    assert all(file.is_deleted for file in [*files, shown])


async def test_a_card_that_was_deleted_is_left_alone(room: Room) -> None:
    card = await room.card()
    await room.speaker.chat.remove(room.at(card))
    await room.speaker.chat.show(room.at(card), LAST)
    assert len(room.channel.messages) == 1


async def test_blocks_that_slack_wont_take_become_words(room: Room) -> None:
    card = await room.card()
    room.fake.faults.on("chat.update", Fault.REFUSED, reason="invalid_blocks")
    await room.speaker.chat.show(room.at(card), LAST)
    assert card.blocks == []
    assert card.text == "✅ Rain\nBoth takes are ready"


async def test_a_token_that_was_revoked_posts_nowhere(room: Room) -> None:
    card = await room.card()
    room.fake.revoke()
    with pytest.raises(NotAllowedHere):
        await room.speaker.chat.deliver(
            room.at(card), room.result("A"), "rain:result", tried_at=None
        )


async def test_files_have_no_address_that_others_could_fetch(room: Room) -> None:
    card = await room.card()
    lies = await room.hand_over(room.at(card), room.result("A"))
    assert await room.speaker.chat.link(lies, A) is None
    assert not room.speaker.chat.expires(lies, "https://files.slack.com/x.mp3")


async def test_after_a_restart_what_is_there_is_posted_no_more(
    room: Room, clock: QuickClock
) -> None:
    begun = clock.now()
    card = await room.card()
    lies = await room.hand_over(room.at(card), room.result("A", "B"))
    room.speaker = another(room.fake, clock)
    try:
        assert await room.card() is card
        again = await room.hand_over(room.at(card), room.result("A", "B"), since=begun)
    finally:
        await room.speaker.chat.close()
    assert again == lies
    assert room.posted() == [[A, B]]


@pytest.mark.parametrize("minutes", [0, 5])
async def test_after_a_restart_files_that_are_just_appearing_are_seen(
    room: Room, clock: QuickClock, minutes: int
) -> None:
    """However long ago they were tried for the first time."""
    room.fake.files.seconds_to_share = 15
    card = await room.card()
    room.fake.faults.on("files.info", Fault.REFUSED, reason="fatal", times=9)
    begun = clock.now() - timedelta(minutes=minutes)
    await room.hand_over(room.at(card), room.result("A"))
    assert room.posted() == []
    room.speaker = another(room.fake, clock)
    try:
        lies = await room.hand_over(room.at(card), room.result("A"), since=begun)
    finally:
        await room.speaker.chat.close()
    assert room.posted() == [[A]]
    assert lies == room.at(card.replies[0])


async def test_where_nobody_can_look_a_song_is_posted_at_most_once(
    room: Room, clock: QuickClock
) -> None:
    card = await room.card()
    room.fake.scopes.discard("channels:history")
    lies = await room.hand_over(room.at(card), room.result("A"), since=clock.now())
    assert lies == replace(room.place, message=f"{card.ts}/")
    assert room.posted() == []


async def test_a_card_without_a_job_is_posted_each_time(room: Room) -> None:
    card = Card(tone=Tone.QUIET, title="Hello", buttons=(Button(action="x", label="X"),))
    await room.card(card)
    await room.card(card)
    assert len(room.channel.messages) == 2


async def test_who_asked_is_named_and_called_only_with_the_song(room: Room) -> None:
    card = await room.card(replace(WORKING, lines=(f"Asked for by <@{room.ana.id}>",)))
    assert card.text == "🎶 Rain\nAsked for by @ana"
    assert not card.pings
    lies = await room.hand_over(room.at(card), room.result("A"))
    assert [room.at(one) for one in card.replies] == [lies]
    assert card.replies[0].pings.users == {room.ana.id}
    await room.speaker.chat.show(room.at(card), LAST)
    assert len(room.fake.calls_of("users.info")) == 1


async def test_who_asked_is_named_by_id_where_slack_says_no_name(room: Room) -> None:
    room.fake.scopes.discard("users:read")
    card = await room.card(replace(WORKING, lines=(f"Asked for by <@{room.ana.id}>",)))
    assert card.text == f"🎶 Rain\nAsked for by @{room.ana.id}"
    assert not card.pings


async def test_after_a_start_each_channel_is_read_once(room: Room, clock: QuickClock) -> None:
    for number in range(3):
        await room.card(replace(WORKING, key=f"song {number}"))
    clock.moved += timedelta(minutes=3)
    await room.card(replace(WORKING, key="a later one"))
    assert len(room.fake.calls_of("conversations.history")) == 1
    assert len(room.channel.messages) == 4


async def test_where_nobody_can_look_cards_are_posted_all_the_same(room: Room) -> None:
    room.fake.scopes.discard("channels:history")
    await room.card()
    assert len(room.channel.messages) == 1
