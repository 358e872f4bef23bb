"""Forms, pickers and what is suggested in them."""

import pytest

from adapters.slack.asked import Asked
from adapters.slack.modals import fields_of, pick_view, spec_view
from bot.commands import COMMANDS, OptionKind
from bot.jobs import Job
from bot.models import Choice
from bot.words import words_for
from tests.adapters.slack.office import Office, an_office
from tests.bot.conftest import Stage, stage
from tests.fakes.slack import Fault
from tests.fakes.slack.view_rules import checked_view

__all__ = ["stage"]

TYPED = {OptionKind.TEXT, OptionKind.LINES, OptionKind.AUDIO}


async def test_without_words_a_form_asks_for_them(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/song")
        form = await asked.opened()
        assert form.title == "A song"
        await office.slack.submit(form, {"prompt": "rain", "lyrics": "la"})
        [job] = await office.until_asked()
        assert (job.ask.prompt, job.ask.lyrics) == ("rain", "la")
        assert job.place.channel == office.channel.id
        assert not form.is_open


async def test_what_was_said_already_goes_along_with_the_form(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/song", "private")
        await office.slack.submit(await asked.opened(), {"prompt": "rain"})
        [job] = await office.until_asked()
        assert job.ask.is_private


async def test_what_is_wrong_in_a_form_is_said_at_its_field(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/song")
        form = await asked.opened()
        sent = await office.slack.submit(form, {"prompt": "rain", "reference-url": "ftp://x"})
        assert sent.errors == {
            "reference-url": "reference-url must be an address that begins with https://."
        }
        assert form.is_open
        await office.slack.submit(form, {"reference-url": ""})
        [job] = await office.until_asked()
        assert job.ask.prompt == "rain"


async def test_a_refusal_leaves_what_was_written_in_its_form(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/song")
        form = await asked.opened()
        await stage.store.pause(stage.everywhere())
        sent = await office.slack.submit(form, {"prompt": "rain"})
        assert list(sent.errors) == ["prompt"]
        assert form.is_open
        assert await office.jobs() == []


async def test_a_form_that_is_sent_twice_is_one_song(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/song")
        form = await asked.opened()
        first = office.slack.begin_submit(form, {"prompt": "rain"})
        second = office.slack.begin_submit(form, {"prompt": "rain"})
        await first.answered()
        await second.answered()
        office.slack.repeat(first)
        await office.slack.slash(office.ana, office.channel, "/song", "snow")
        jobs = await office.until_asked(2)
        assert sorted(str(job.ask.prompt) for job in jobs) == ["rain", "snow"]


async def test_a_form_whose_moment_is_over_is_opened_by_a_button(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        office.slack.faults.on("views.open", Fault.REFUSED, reason="expired_trigger_id")
        asked = await office.slack.slash(office.ana, office.channel, "/song", "private")
        told = await asked.shown()
        assert told.buttons == ["Open the form"]
        pressed = await office.slack.press(office.ana, told, "Open the form")
        await office.slack.submit(await pressed.opened(), {"prompt": "rain"})
        [job] = await office.until_asked()
        assert job.ask.is_private


async def test_what_can_be_cancelled_is_picked_from_a_list(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        [job] = await _songs(office, "rain")
        asked = await office.slack.slash(office.ana, office.channel, "/cancel")
        picker = await asked.opened()
        options = await office.slack.complete(office.ana, picker, "job")
        assert [option["value"] for option in options] == [job.id]
        assert await office.slack.complete(office.ana, picker, "job", "snow") == []
        sent = await office.slack.submit(picker, {"job": job.id}, options)
        assert "rain" in (await office.told()).text
        assert not sent.errors
        assert await office.jobs() == []


async def test_with_nothing_to_pick_the_answer_comes_at_once(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        for command in ("/cancel", "/extend"):
            asked = await office.slack.slash(office.ana, office.channel, command)
            assert (await asked.shown()).text
            assert office.slack.modal(office.ana) is None


async def test_admins_pick_what_is_to_be_done_and_then_fill_in_its_form(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        asked = await office.slack.slash(boss, office.channel, "/busker-admin")
        form = await asked.opened()
        await office.slack.submit(form, {"pick": "busker-admin block"})
        assert form.title == "block"
        await office.slack.submit(form, {"user": office.ana.id, "until": "soon"})
        assert form.is_open
        await office.slack.submit(form, {"until": "2d"})
        assert f"<@{office.ana.id}>" in (await office.told(person=boss)).text
        asked = await office.slack.slash(office.ana, office.channel, "/song", "rain")
        assert (await asked.shown()).text.startswith("⚠️")
        assert await office.jobs() == []


async def test_admins_pick_among_one_group_by_its_first_words(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        asked = await office.slack.slash(boss, office.channel, "/busker-admin", "channels")
        form = await asked.opened()
        await office.slack.submit(form, {"pick": "busker-admin channels deny"})
        await office.slack.submit(form, {"channel": office.channel.id})
        assert f"<#{office.channel.id}>" in (await office.told(person=boss)).text
        asked = await office.slack.slash(boss, office.channel, "/busker", "admin channels")
        await office.slack.submit(await asked.opened(), {"pick": "busker-admin channels list"})
        assert f"<#{office.channel.id}>" in (await office.told(person=boss)).text


async def test_a_switch_is_a_box_that_says_what_it_does(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        asked = await office.slack.slash(boss, office.channel, "/busker-admin")
        form = await asked.opened()
        await office.slack.submit(form, {"pick": "busker-admin usage"})
        [block] = form.blocks
        [box] = block["element"]["options"]
        assert box["text"]["text"] == "with a table of this month"


async def test_what_takes_no_more_words_is_answered_as_soon_as_it_is_picked(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        asked = await office.slack.slash(boss, office.channel, "/busker-admin")
        form = await asked.opened()
        await office.slack.submit(form, {"pick": "busker-admin audit"})
        assert not form.is_open
        assert "What was changed" in (await office.told(person=boss)).text


async def test_what_is_missing_is_asked_for_in_a_form_that_has_the_rest(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        text = f"quota grant user: <@{office.ana.id}|ana>"
        asked = await office.slack.slash(boss, office.channel, "/busker-admin", text)
        await office.slack.submit(await asked.opened(), {"songs": "2"})
        assert f"<@{office.ana.id}>" in (await office.told(person=boss)).text


async def test_a_list_of_time_zones_is_searched(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        asked = await office.slack.slash(boss, office.channel, "/busker-admin")
        form = await asked.opened()
        await office.slack.submit(form, {"pick": "busker-admin timezone"})
        options = await office.slack.complete(boss, form, "zone", "lisb")
        assert [option["value"] for option in options] == ["Europe/Lisbon"]
        await office.slack.submit(form, {"zone": "Europe/Lisbon"}, options)
        assert "Europe/Lisbon" in (await office.told(person=boss)).text


async def test_a_form_is_closed_in_time_and_answered_later(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/song")
        form = await asked.opened()
        stage.chat.answers.clear()
        stage.chat.closed.add(office.channel.id)
        await office.slack.submit(form, {"prompt": "rain"})
        assert not form.is_open
        stage.chat.answers.set()
        assert "A song can't be posted here" in (await office.told()).text


async def test_everything_is_acked_while_answers_are_being_found(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        stage.chat.answers.clear()
        for _ in range(20):
            asked = await office.slack.slash(office.ana, office.channel, "/song", "rain")
            assert asked.is_answered
        assert await office.jobs() == []
        stage.chat.answers.set()
        await office.until_asked()


async def _songs(office: Office, *prompts: str) -> list[Job]:
    for prompt in prompts:
        await office.slack.slash(office.ana, office.channel, "/song", prompt)
    return await office.until_asked(len(prompts))


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "es-ES", "fr-FR", "ja-JP", "pt-BR"])
async def test_slack_takes_the_form_of_every_command_in_every_language(
    stage: Stage, locale: str
) -> None:
    async with an_office(stage) as office:
        boss = office.slack.member("boss", admin=True, locale=locale)
        asked = Asked(team=office.slack.workspace.id, user=boss.id, key="1", channel="C" * 11)
        words = words_for(locale)
        for spec in COMMANDS:
            long = Choice(value="x" * 150, label="🎵" * 100)
            given = {each.name: "🎵" * 9000 for each in fields_of(spec) if each.kind in TYPED}
            for view in (
                spec_view(spec, given, asked, words),
                spec_view(spec, {}, asked, words, likely=long),
            ):
                if view["blocks"]:
                    checked_view(view, "modal", lambda *_: None)
        checked_view(pick_view(COMMANDS, asked, words), "modal", lambda *_: None)


async def test_a_form_carries_nothing_that_no_field_of_it_has(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        text = "quota grant " + "words " * 1000
        asked = await office.slack.slash(boss, office.channel, "/busker-admin", text)
        assert (await asked.shown()).text.startswith("⚠️")
