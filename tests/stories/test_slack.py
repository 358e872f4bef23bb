"""Busker on Slack: the real process and the real client library, against a Slack of our own."""

import signal
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from PIL import Image

from mp3.frames import duration_seconds
from tests.fakes.slack import Message
from tests.fakes.slack.blocks import buttons_of
from tests.stories.conftest import Home
from tests.stories.slack_evening import DONE, Evening, a_slack_evening

RESULT_BUTTONS = ["Extend A", "Extend B", "Again", "Remix", "♥ A", "♥ B", "Lyrics", "Delete"]


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with a_slack_evening(home) as evening:
        yield evening


async def test_a_song_from_a_slash_command_to_its_files(evening: Evening) -> None:
    await evening.start()
    await evening.slack.slash(
        evening.ana, evening.channel, "/song", "rain, 10 s <!channel> *loud* & <b>"
    )
    card = await evening.card()
    assert not card.is_ephemeral
    assert "&lt;b&gt;" not in card.revisions[0].text.replace("&amp;", "&")
    result = await evening.result(card)
    assert result.pings.users == {evening.ana.id}
    assert not any(revision.pings for revision in card.revisions)
    await card.until_says("4 of 5 songs left today")
    assert card.buttons == RESULT_BUTTONS
    [cover] = result.files_of("jpg")
    Image.open(BytesIO(cover)).verify()
    takes = [name for name in result.filenames if name.endswith(".mp3")]
    assert [name[-8:] for name in takes] == [" - A.mp3", " - B.mp3"]
    for take in result.files_of("mp3"):
        path = evening.home.folder / "take.mp3"
        path.write_bytes(take)
        assert 9 < duration_seconds(path) < 12
    assert len(card.replies) == 1
    assert await evening.stop() == 0
    assert evening.slack.too_fast == []


async def test_what_is_refused_is_told_in_private(evening: Evening) -> None:
    await evening.start(BUSKER_DEFAULT_QUOTA="1/day")
    await evening.song()
    asked = await evening.slack.slash(evening.ana, evening.channel, "/song", "more rain")
    told = await asked.shown()
    assert told.is_ephemeral
    assert "limit of 1 a day is reached" in told.text


async def test_a_form_becomes_a_song(evening: Evening) -> None:
    await evening.start()
    asked = await evening.slack.slash(evening.ana, evening.channel, "/song")
    form = await asked.opened()
    await evening.slack.submit(form, {"prompt": "a slow rain, 10 s"})
    card = await evening.card()
    assert "a slow rain, 10 s" in card.revisions[0].text
    await evening.result(card)


async def test_buttons_of_a_result_work_after_a_restart(evening: Evening) -> None:
    await evening.start()
    card, _ = await evening.song()
    await evening.stop()
    await evening.start()
    liked = await evening.slack.press(evening.ana, card, "♥ A")
    assert (await liked.shown()).is_ephemeral
    ben = evening.slack.member("ben")
    await evening.slack.press(ben, card, "Again")
    again = await evening.card()
    assert (await evening.result(again)).pings.users == {ben.id}


async def test_a_result_is_remixed_by_a_form_with_its_words(evening: Evening) -> None:
    await evening.start()
    card, _ = await evening.song("rain, 10 s")
    asked = await evening.slack.press(evening.ana, card, "Remix")
    form = await asked.opened()
    [prompt] = [each for each in form.blocks if each["block_id"] == "prompt"]
    assert prompt["element"]["initial_value"] == "rain, 10 s"
    await evening.slack.submit(form, {"prompt": "snow, 10 s"})
    remixed = await evening.card()
    assert "snow, 10 s" in remixed.revisions[0].text
    await evening.result(remixed)


def second_take(card: Message) -> str:
    """What its button extends."""
    [(_, _, button)] = [each for each in buttons_of(card.blocks) if each[0] == "Extend B"]
    return str(button["action_id"]).removeprefix("v1:extend:")


async def test_a_take_is_extended_by_its_button_and_from_a_list(evening: Evening) -> None:
    await evening.start()
    card, _ = await evening.song("rain, 12 s")
    asked = await evening.slack.press(evening.ana, card, "Extend A")
    form = asked.views[-1] if asked.views else None
    if form:
        await evening.slack.submit(form, {"at": "0:09"})
    extended = await evening.card()
    await evening.result(extended)
    await extended.until_says("A › ext 1")
    listed = await (await evening.slack.slash(evening.ana, evening.channel, "/extend")).opened()
    choices = await evening.slack.complete(evening.ana, listed, "track")
    [second] = [each for each in choices if each["value"] == second_take(card)]
    await evening.slack.submit(listed, {"track": second["value"], "at": "0:09"}, choices)
    from_list = await evening.card()
    await evening.result(from_list)
    await from_list.until_says("B › ext 1")


async def test_the_library_turns_its_pages_in_place(evening: Evening) -> None:
    await evening.start()
    _, result = await evening.song()
    asked = await evening.slack.slash(evening.ana, evening.channel, "/library")
    library = await asked.shown()
    assert library.is_ephemeral
    await evening.slack.press(evening.ana, library, "Open")
    await library.until_says("Take A")
    await evening.slack.press(evening.ana, library, "Show again")
    again = await shown_again(evening)
    assert sorted(again.files_of("mp3")) == sorted(result.files_of("mp3"))


async def shown_again(evening: Evening) -> Message:
    """The message in the channel, or in a thread of it, that hands files over for the second time."""

    def found() -> Message | None:
        with_files = [each for each in evening.channel.messages if each.files_of("mp3")]
        return with_files[1] if len(with_files) > 1 else None

    return await evening.slack.until(found, "files that are shown again")


async def test_what_is_left_is_told_in_private(evening: Evening) -> None:
    await evening.start()
    asked = await evening.slack.slash(evening.ana, evening.channel, "/quota")
    told = await asked.shown()
    assert told.is_ephemeral
    assert "5 of 5" in told.text
    by_verb = await evening.slack.slash(evening.ana, evening.channel, "/busker", "quota")
    assert "5 of 5" in (await by_verb.shown()).text


async def test_a_song_that_waits_is_cancelled_by_its_button(evening: Evening) -> None:
    await evening.start()
    await evening.slack.slash(evening.ana, evening.channel, "/music", "rain 10 s mishap:hang")
    first = await evening.card()
    await first.until_says("Composing")
    await evening.slack.slash(evening.ana, evening.channel, "/music", "rain, 10 s")
    card = await evening.card()
    pressed = await evening.slack.press(evening.ana, card, "Cancel")
    assert "doesn't count" in (await pressed.shown()).text
    await card.until_says("Cancelled")


async def test_only_admins_change_the_rules_by_a_form(evening: Evening) -> None:
    await evening.start()
    cleo = evening.slack.member("cleo", admin=True)
    refused = await evening.slack.slash(
        evening.ana, evening.channel, "/busker-admin", "quota set rule: 2/day"
    )
    assert "Only admins of this server" in (await refused.shown()).text
    asked = await evening.slack.slash(cleo, evening.channel, "/busker-admin")
    pick = await asked.opened()
    sent = await evening.slack.submit(pick, {"pick": "busker-admin quota set"})
    form = evening.slack.modal(cleo) or sent.views[-1]
    told = await evening.slack.submit(form, {"rule": "2/day"})
    answer = await evening.channel.next_ephemeral(cleo)
    assert told.errors == {}
    assert "2 songs a day" in answer.text
    left = await evening.slack.slash(evening.ana, evening.channel, "/quota")
    assert "2 of 2" in (await left.shown()).text


async def test_a_jingle_sounds_as_the_channel_does(evening: Evening) -> None:
    await evening.start()
    cleo = evening.slack.member("cleo", admin=True)
    set_ = await evening.slack.slash(
        cleo, evening.channel, "/jingle-sound", "set style: warm analogue synths"
    )
    assert "warm analogue synths" in (await set_.shown()).text
    await evening.slack.slash(evening.ana, evening.channel, "/jingle", "our stand-up length: 8")
    card = await evening.card()
    result = await evening.result(card)
    for take in result.files_of("mp3"):
        path = evening.home.folder / "take.mp3"
        path.write_bytes(take)
        assert 7.5 < duration_seconds(path) < 8.5
    [(request,)] = evening.home.rows("SELECT style FROM jobs")
    assert "warm analogue synths" in request


async def test_a_kill_in_mid_song_loses_nothing_and_posts_once(evening: Evening) -> None:
    await evening.start()
    await evening.slack.slash(evening.ana, evening.channel, "/song", "rain, 60 s")
    card = await evening.card()
    await card.until_says("Composing")
    await evening.stop(signal.SIGKILL)
    await evening.start()
    await evening.result(card)
    await card.until_says(DONE)
    assert len([each for each in evening.channel.messages if each.files_of("mp3")]) == 1
    assert [each for each in evening.channel.messages if not each.thread] == [card]
    assert len(evening.home.band_jobs) == 1
    assert evening.home.rows("SELECT charged, counts FROM jobs") == [("yes", 1)]
