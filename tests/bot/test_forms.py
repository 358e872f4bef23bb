import json

import pytest

from bot.models import Form, Started
from soundverse.calls import GenerateMusic
from tests.bot.conftest import Stage as TheStage
from tests.makers import ANA, BEN, a_command


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("song", ["prompt", "lyrics", "reference-url"]),
        ("music", ["prompt", "style"]),
        ("jingle", ["prompt", "length"]),
    ],
)
async def test_a_command_without_what_it_needs_opens_a_form(
    stage: TheStage, name: str, fields: list[str]
) -> None:
    form = await stage.ask(stage.busker(), name, ANA, private="on")
    assert isinstance(form, Form)
    assert [field.name for field in form.fields] == fields
    assert [field.name for field in form.fields if field.is_required] == ["prompt"]
    assert form.kept == {"private": "on"}
    assert all(len(field.label) <= 45 and len(field.hint) <= 100 for field in form.fields)
    assert len(form.title) <= 45
    assert len(json.dumps(dict(form.kept))) <= 60
    assert stage.composer.book == []


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("song", "A birthday song for Ana, warm and slow"),
        ("music", "Lo-fi rain, slow and mellow"),
        ("jingle", "Our Monday meeting, bright and short"),
    ],
)
async def test_a_form_has_an_example_of_what_is_being_made(
    stage: TheStage, name: str, example: str
) -> None:
    async with stage.at_work() as busker:
        form = await stage.ask(busker, name)
        made = await stage.ask(busker, name, prompt="rain")
        assert isinstance(made, Started)
        again = await stage.press(busker, "remix", made.job_id)
    for each in (form, again):
        assert isinstance(each, Form)
        assert each.fields[0].hint == example


async def test_what_was_written_already_stands_in_the_form(stage: TheStage) -> None:
    form = await stage.ask(stage.busker(), "song", ANA, lyrics="la la")
    assert isinstance(form, Form)
    assert [field.value for field in form.fields] == ["", "la la", ""]


async def test_a_form_that_is_sent_makes_the_song(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        form = await stage.ask(busker, "music")
        assert isinstance(form, Form)
        sent = {field.name: field.value for field in form.fields} | {"prompt": "rain"}
        answer = await stage.ask(busker, form.command, ANA, **sent, **form.kept)
        assert isinstance(answer, Started)
    assert [call for call, _ in stage.composer.book] == [GenerateMusic(prompt="rain")]


async def test_styles_are_suggested_the_persons_last_ones_first(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await stage.ask(busker, "music", ANA, prompt="rain", style="slow tango")
        await stage.ask(busker, "music", ANA, prompt="rain", style="jazz")
        await stage.ask(busker, "music", BEN, prompt="rain", style="polka")
        await stage.ask(busker, "jingle", ANA, prompt="rain")
        all_of_them = await busker.router.suggest(a_command("music"), "style")
        fitting = await busker.router.suggest(a_command("music", style="JAZ"), "style")
    assert [choice.value for choice in all_of_them[:3]] == ["jazz", "slow tango", "lo-fi"]
    assert len({choice.value for choice in all_of_them}) == len(all_of_them) <= 25
    assert [choice.label for choice in fitting] == ["jazz"]


@pytest.mark.parametrize("options", [{}, {"prompt": "rain", "review": "on"}])
async def test_nobody_fills_in_a_form_or_looks_at_a_draft_in_vain(
    stage: TheStage, options: dict[str, str]
) -> None:
    await stage.limit("1/day")
    async with stage.at_work() as busker:
        await stage.song(busker)
        assert (await stage.told(busker, "song", **options))[1].startswith("Your limit of 1 a day")
        await stage.store.block(stage.change(), ANA.id, until=None)
        assert "an admin has blocked you" in (await stage.told(busker, "song", **options))[1]


async def test_a_switch_is_carried_along_as_on_or_off(stage: TheStage) -> None:
    form = await stage.ask(stage.busker(), "song", ANA, private="YES", review="0")
    assert isinstance(form, Form)
    assert form.kept == {"private": "on", "review": "off"}
    told = await stage.told(stage.busker(), "song", private="perhaps")
    assert told[1] == "private is on or off, and “perhaps” is neither."
