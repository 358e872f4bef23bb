"""Buttons, and what the menu of a message offers."""

from dataclasses import replace

import pytest

from bot.buttons import result_buttons
from bot.models import Button, Card, Tone
from bot.words import words_for
from tests.adapters.slack.office import a_studio, an_office
from tests.bot.conftest import Stage, stage
from tests.fakes.slack import Upload

__all__ = ["stage"]


def a_card(*buttons: Button) -> Card:
    return Card(tone=Tone.GOOD, title="Rain", lines=("Two takes",), buttons=buttons)


@pytest.mark.parametrize("action", ["dance", "song", ""])
async def test_a_button_that_nobody_knows_is_answered_kindly(stage: Stage, action: str) -> None:
    async with an_office(stage) as office, office.by_socket():
        message = await office.post(a_card(Button(action=action, subject="x", label="Go")))
        await office.slack.press(office.ana, message, "Go")
        assert "no longer does anything" in (await office.told()).text


async def test_a_button_of_somebody_elses_is_answered_kindly(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        button = {
            "type": "button",
            "text": {"type": "plain_text", "text": "Go"},
            "action_id": "go:1",
        }
        blocks = [{"type": "actions", "elements": [button]}]
        await office.client.chat_postMessage(channel=office.channel.id, text="x", blocks=blocks)
        await office.slack.press(office.ana, await office.channel.next_message(), "Go")
        assert "no longer does anything" in (await office.told()).text


async def test_delete_asks_once_where_only_its_person_reads(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        job = await office.song()
        message = await office.post(a_card(*result_buttons(job, words_for("en"))))
        await office.slack.press(office.ana, message, "Delete")
        asked = await office.told()
        assert "Rain" in asked.text
        sure = next(each for each in asked.buttons if "elete" in each)
        await office.slack.press(office.ana, asked, sure)
        await asked.next_edit()
        assert asked.buttons == []
        kept = await stage.store.get(job.id)
        assert kept is not None
        assert kept.deleted_at is not None


async def test_a_page_of_the_library_takes_the_place_of_the_one_before(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        await office.song()
        asked = await office.slack.slash(office.ana, office.channel, "/library")
        page = await asked.shown()
        await office.slack.press(office.ana, page, "Open")
        await page.next_edit()
        assert any(each.startswith("Back") for each in page.buttons)


async def test_a_press_that_comes_twice_is_one_song(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        job = await office.song()
        message = await office.post(a_card(*result_buttons(job, words_for("en"))))
        stage.composer.hold_before = 0
        pressed = await office.slack.press(office.ana, message, "Again")
        office.slack.repeat(pressed)
        await office.slack.press(office.ana, message, "Again")
        await office.slack.slash(office.ana, office.channel, "/song", "snow")
        jobs = await office.until_asked(2)
        assert sorted(str(each.ask.prompt) for each in jobs) == ["rain", "snow"]
        stage.composer.go_on.set()


async def test_a_button_in_a_thread_is_answered_in_it(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        job = await office.song()
        first = office.slack.say(office.ana, office.channel, "Songs").message
        message = await office.post(a_card(*result_buttons(job, words_for("en"))), thread=first)
        await office.slack.press(office.ana, message, "Lyrics")
        assert (await office.told()).thread is first
        stage.composer.hold_before = 0
        await office.slack.press(office.ana, message, "Again")
        await office.until_asked()
        await stage.settle()
        assert first
        assert f"{first.ts}/" in [place.message for place in stage.chat.shown_at]
        stage.composer.go_on.set()


async def test_a_song_is_made_from_a_message(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        ben = office.slack.member("ben")
        said = office.slack.say(ben, office.channel, f"{office.ana.mention} leaves &amp; we stay")
        asked = await office.slack.shortcut(office.ana, "menu-song", said.message)
        await office.slack.submit(await asked.opened())
        [job] = await office.until_asked()
        assert job.ask.prompt == "@ana leaves & we stay"
        assert job.person.id == office.ana.id


async def test_a_track_is_extended_from_the_message_of_its_song(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        job = await office.song()
        message = await office.post(a_card(*result_buttons(job, words_for("en"))))
        asked = await office.slack.shortcut(office.ana, "menu-extend", message)
        form = await asked.opened()
        stage.composer.hold_before = 0
        await office.slack.submit(form, {"track": f"{job.id}:B", "lyrics": "more", "at": "0:30"})
        [longer] = await office.until_asked()
        assert (longer.ask.source_job, longer.ask.source_version) == (job.id, 2)
        stage.composer.go_on.set()


async def test_a_track_is_extended_from_the_files_in_the_thread_of_its_card(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        card = await office.post(a_card())
        job = await office.song()
        kept = await stage.store.get(job.id)
        assert kept is not None
        moved = replace(kept, place=replace(kept.place, message=card.ts))
        assert await stage.store.save(kept, moved)
        files = await office.post(a_card(), thread=card)
        asked = await office.slack.shortcut(office.ana, "menu-extend", files)
        assert (await asked.opened()).title == "A longer version"


async def test_audio_is_extended_from_the_address_in_a_message(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        text = "listen: <https://a.example/rain.mp3|rain>"
        said = office.slack.say(office.ana, office.channel, text)
        asked = await office.slack.shortcut(office.ana, "menu-extend", said.message)
        form = await asked.opened()
        await office.slack.submit(form, {"at": "0:30", "lyrics": "more"})
        [job] = await office.until_asked()
        assert job.ask.source_url == "https://a.example/rain.mp3"


async def test_a_message_without_audio_says_so(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        said = office.slack.say(office.ana, office.channel, "no song here")
        await office.slack.shortcut(office.ana, "menu-extend", said.message)
        assert (await office.told()).text.startswith("⚠️")


async def test_a_look_before_it_is_asked_for_gives_way_to_the_song(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/song", "rain review: on")
        look = await asked.shown()
        pressed = await office.slack.press(office.ana, look, "Edit")
        await office.slack.submit(await pressed.opened(), {"prompt": "snow"})
        await look.next_edit()
        assert "snow" in look.text
        await office.slack.press(office.ana, look, "Go")
        await office.until_asked()
        await look.next_edit()
        assert look.buttons == []


async def test_audio_that_lies_on_slack_is_said_to_be_out_of_reach(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        hum = Upload(name="hum.mp3", data=b"hum")
        said = office.slack.say(office.ana, office.channel, "my hum", files=[hum])
        assert said.message
        asked = await office.slack.shortcut(office.ana, "menu-extend", said.message)
        assert "Files on Slack can't be used" in (await asked.shown()).text
