"""What goes wrong around a song on Slack, and what people see of it."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack import Fault
from tests.fakes.slack.world import Call
from tests.ports import free_port
from tests.stories.conftest import Home
from tests.stories.slack_evening import DONE, Evening, a_slack_evening


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with a_slack_evening(home) as evening:
        yield evening


# Whole screens of songs that end otherwise.


async def test_the_screens_of_a_song_of_which_one_take_failed(evening: Evening) -> None:
    await evening.start()
    card, result = await evening.song("rain, 10 s mishap:one-take")
    await card.until_says("One take is ready; the other one failed")
    assert card.buttons == ["Extend A", "Again", "Remix", "♥ A", "Lyrics", "Delete"]
    assert len(result.files_of("mp3")) == 1


async def test_the_screens_of_a_song_that_failed(evening: Evening) -> None:
    await evening.start()
    await evening.slack.slash(evening.ana, evening.channel, "/song", "rain, 10 s mishap:fail")
    card = await evening.card()
    await card.until_says("doesn't count")
    assert card.buttons == ["Again", "Edit"]
    assert card.replies == []
    edit = await evening.slack.press(evening.ana, card, "Edit")
    assert "rain, 10 s mishap:fail" in str((await edit.opened()).blocks)


async def test_the_screens_of_a_song_that_was_declined(evening: Evening) -> None:
    await evening.start()
    await evening.slack.slash(evening.ana, evening.channel, "/song", "rain, 10 s mishap:nsfw")
    card = await evening.card()
    await card.until_says("doesn't count")
    assert card.buttons == ["Why?", "Edit"]
    why = await evening.slack.press(evening.ana, card, "Why?")
    told = await why.shown()
    assert told.is_ephemeral
    assert told.text not in card.text


async def test_a_result_is_deleted_after_it_was_asked_once(evening: Evening) -> None:
    await evening.start()
    card, result = await evening.song()
    asked = await evening.slack.press(evening.ana, card, "Delete")
    sure = await asked.shown()
    assert sure.is_ephemeral
    await evening.slack.press(evening.ana, sure, sure.buttons[0])
    await result.until_deleted()


# Slack's own troubles.


async def test_sockets_that_drop_and_are_renewed_lose_nothing(evening: Evening) -> None:
    await evening.start()
    await evening.slack.slash(evening.ana, evening.channel, "/song", "rain, 40 s")
    card = await evening.card()
    await card.until_says("Composing")
    evening.slack.sockets.refresh()
    await evening.slack.sockets.renewed(3)
    evening.slack.sockets.drop(1)
    await evening.slack.sockets.renewed(4)
    await evening.result(card)
    liked = await evening.slack.press(evening.ana, await card.until_says("left today"), "♥ A")
    assert (await liked.shown()).is_ephemeral


BROKEN = [
    (method, fault)
    for method in ("chat.postMessage", "chat.update", "files.completeUploadExternal", "upload")
    for fault in (Fault.CUT_AFTER, Fault.CUT_BEFORE, Fault.TOO_FAST)
]


@pytest.mark.parametrize(("method", "fault"), BROKEN)
async def test_a_call_that_breaks_leaves_one_card_and_one_result(
    evening: Evening, method: str, fault: Fault
) -> None:
    await evening.start()
    evening.slack.faults.on(method, fault)
    card, _ = await evening.song()
    await evening.closed()
    assert [each for each in evening.channel.messages if not each.thread] == [card]
    assert len([each for each in evening.channel.messages if each.files_of("mp3")]) == 1
    assert len(evening.home.band_jobs) == 1


def uploads_ended(evening: Evening) -> list[Call]:
    """The cover is put in before, to be shown in the card, and is shared with nobody."""
    return evening.slack.calls_of("files.completeUploadExternal")


async def test_files_that_take_their_time_to_be_shared_are_waited_for(evening: Evening) -> None:
    await evening.start()
    evening.slack.files.seconds_to_share = 20
    await evening.slack.slash(evening.ana, evening.channel, "/song", "rain, 10 s")
    card = await evening.card()
    await evening.slack.until(
        lambda: [each for each in uploads_ended(evening) if each.fields.get("channel_id")],
        "takes that are to be shared",
    )
    evening.slack.clock.move(21)
    await evening.result(card)
    await card.until_says(DONE)


# Settings, before anything else.


@pytest.mark.parametrize(
    ("settings", "code", "sentence"),
    [
        ({"SLACK_APP_TOKEN": ""}, 2, "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET"),
        ({"SLACK_BOT_TOKEN": ""}, 2, "SLACK_BOT_TOKEN is not set"),
        (
            {"SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": "secret"},
            2,
            "BUSKER_HTTP is not set",
        ),
        ({"SLACK_BOT_TOKEN": "xoxb-another"}, 2, "SLACK_BOT_TOKEN isn't accepted"),
        ({"SLACK_APP_TOKEN": "xapp-another"}, 2, "SLACK_APP_TOKEN isn't accepted"),
    ],
)
async def test_settings_that_slack_doesnt_take_end_the_start_with_a_sentence(
    evening: Evening, settings: dict[str, str], code: int, sentence: str
) -> None:
    evening.expected |= {"invalid_auth"}
    said, exited = await evening.said_at_once(settings)
    assert sentence in said
    assert exited == code
    assert not (evening.home.folder / "data" / "busker.db").exists()


async def test_scopes_that_are_missing_end_the_start(evening: Evening) -> None:
    evening.slack.scopes.discard("files:write")
    said, code = await evening.said_at_once({})
    assert "doesn't allow what Busker needs: files:write" in said
    assert code == 2


async def test_a_slack_that_isnt_there_ends_the_start(evening: Evening) -> None:
    port = free_port()
    said, code = await evening.said_at_once({"SLACK_API_BASE": f"http://127.0.0.1:{port}/api/"})
    assert "127.0.0.1 can't be reached" in said
    assert code == 1


async def test_access_that_is_taken_away_is_told(evening: Evening) -> None:
    evening.expected |= {"token_revoked"}
    await evening.start()
    evening.slack.revoke()
    await evening.slack.sockets.gone()
    assert await evening.stop() == 0
