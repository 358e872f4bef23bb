"""The menus of messages: *Extend this track* and *Make a song from this message*."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import COMMANDS, MENUS
from bot.commands.options import LYRICS, PROMPT
from bot.commands.song_message import _cut, _is_sung
from bot.jobs import Stage
from bot.models import Form, Person, Started
from bot.words import words_for
from soundverse.calls import ExtendSong
from tests.bot.conftest import Stage as TheStage
from tests.bot.test_extend import SUNG
from tests.bot.test_languages import LANGUAGES
from tests.makers import ANA, BEN, HERE, a_take

AUDIO = "https://cdn.example/attachments/1/2/our%20rain.mp3?ex=1"
POEM = "The rain comes down\nOn the roof of the town\n\nAnd nobody knows\nWhere the water goes"


def filled(form: object) -> dict[str, str]:
    assert isinstance(form, Form)
    assert all(len(each.label) <= 45 and len(each.hint) <= 100 for each in form.fields)
    assert len(json.dumps(dict(form.kept))) <= 60
    return {each.name: each.value for each in form.fields} | dict(form.kept)


def needed(form: object) -> list[str]:
    assert isinstance(form, Form)
    return [each.name for each in form.fields if each.is_required]


async def test_the_words_of_a_message_are_the_prompt_of_a_song(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        form = await stage.ask(busker, "menu-song", text="a birthday song for Ana")
        assert isinstance(form, Form)
        assert form.command == "song"
        assert filled(form) == {
            "prompt": "a birthday song for Ana", "lyrics": "", "reference-url": "",
        }  # fmt: skip
        assert isinstance(await stage.ask(busker, form.command, ANA, **filled(form)), Started)


async def test_a_message_that_looks_like_lyrics_is_sung(stage: TheStage) -> None:
    form = await stage.ask(stage.busker(), "menu-song", text=POEM, audio_url=AUDIO)
    assert filled(form) == {"prompt": "", "lyrics": POEM, "reference-url": AUDIO}
    assert needed(form) == ["prompt"]


async def test_a_message_without_words_leaves_the_form_empty(stage: TheStage) -> None:
    assert set(filled(await stage.ask(stage.busker(), "menu-song")).values()) == {""}


@pytest.mark.parametrize(
    ("text", "is_sung"),
    [
        ("a song about rain", False),
        ("one\ntwo\nthree", False),
        (POEM, True),
        ("[Verse]\n" + "long " * 30 + "\n" + "long " * 30 + "\nend", True),
        ("\n".join(["a whole paragraph of a letter, which goes on and on and on to the end"] * 5), False),
    ],
)  # fmt: skip
def test_short_lines_or_named_parts_are_lyrics(text: str, is_sung: bool) -> None:
    assert _is_sung(text) is is_sung


@given(st.text(alphabet=st.sampled_from("ab 🎵\n"), max_size=400), st.integers(10, 300))
def test_what_is_too_long_ends_at_a_line_or_a_word(text: str, most: int) -> None:
    cut = "\n".join(_cut(text, most))
    assert len(cut.encode("utf-16-le")) <= 2 * most
    assert "\n".join(text.splitlines()).startswith(cut)
    if len(text.encode("utf-16-le")) <= 2 * most:
        assert cut == "\n".join(text.splitlines())


async def test_a_long_message_becomes_a_prompt_that_can_be_sent(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        form = filled(await stage.ask(busker, "menu-song", text="rain🎵 " * 600))
        assert len(form["prompt"]) > PROMPT.most_characters / 2
        assert isinstance(await stage.ask(busker, "song", ANA, **form), Started)
        words = filled(await stage.ask(busker, "menu-song", text="la la la\n" * 600))["lyrics"]
        assert LYRICS.most_characters - 10 < len(words) <= LYRICS.most_characters
        assert words.endswith("la la la")


async def test_which_take_of_a_message_is_extended_is_asked(stage: TheStage) -> None:
    stage.composer.script = SUNG
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        form = await stage.ask(busker, "menu-extend", BEN, song=song)
        sent = filled(form)
        assert sent == {"track": f"{song}:A", "at": "", "prompt": ""}
        assert isinstance(form, Form)
        assert [each.label for each in form.fields[0].choices] == ["Rain, take A", "Rain, take B"]
        sent |= {"track": f"{song}:B", "at": "0:30"}
        answer = await stage.ask(busker, form.command, BEN, **sent)
        assert isinstance(answer, Started)
    made = await stage.job(answer.job_id)
    assert (made.person.id, made.ask.family, made.ask.extend_at_ms) == ("ben", "B", 30_000)


async def test_words_that_nobody_knows_are_asked_for_in_the_same_form(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        form = await stage.ask(busker, "menu-extend", song=song)
        assert needed(form) == ["track", "lyrics"]
        sent = filled(form) | {"lyrics": "It rains"}
        assert isinstance(await stage.ask(busker, "extend-this", ANA, **sent), Started)
    assert stage.composer.book[-1][0] == ExtendSong(
        audio_url=a_take(1).take.audio_url, lyrics="It rains", extend_at_ms=60_000
    )


async def test_the_only_take_isnt_asked_for(stage: TheStage) -> None:
    stage.composer.script = (*SUNG[:3], SUNG[-1])
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        form = await stage.ask(busker, "menu-extend", song=song)
    assert isinstance(form, Form)
    assert form.kept == {"track": f"{song}:A"}


async def test_a_song_is_found_by_its_card(stage: TheStage) -> None:
    stage.composer.script = SUNG
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        card = (await stage.job(song)).place.message
        assert card
        assert filled(await stage.ask(busker, "menu-extend", message=card))["track"] == f"{song}:A"
        elsewhere = replace(HERE, channel="elsewhere", message=card)
        assert await stage.store.shown(elsewhere) is None
        assert await stage.store.shown(HERE) is None


async def test_a_song_without_takes_says_whether_to_wait(stage: TheStage) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        told = await stage.told(busker, "menu-extend", song=song)
        assert told[1] == "That song has no take yet. Wait until it is done."
        await stage.ask(busker, "cancel")
        told = await stage.told(busker, "menu-extend", song=song)
        assert told[1] == "That take isn't kept any more."


async def test_rights_are_those_of_the_buttons(stage: TheStage) -> None:
    stage.composer.script = SUNG
    async with stage.at_work() as busker:
        hidden = await stage.ask(busker, "song", ANA, prompt="rain", private="on")
        assert isinstance(hidden, Started)
        for name, said in (
            ("menu-extend", {"song": hidden.job_id}),
            ("extend-this", {"track": f"{hidden.job_id}:A"}),
        ):
            refused = await stage.ask(busker, name, BEN, **said)
            assert "belongs to somebody else" in str(refused)
        mine = filled(await stage.ask(busker, "menu-extend", ANA, song=hidden.job_id))
        answer = await stage.ask(busker, "extend-this", ANA, **mine)
        assert isinstance(answer, Started)
        assert (await stage.job(answer.job_id)).ask.is_private
        stranger = Person(platform="slack", id="ana")
        assert "isn't known here" in str(
            await stage.ask(busker, "menu-extend", stranger, song=hidden.job_id)
        )
        gone = await stage.song(busker)
        await stage.store.delete(await stage.job(gone), stage.clock.now())
        assert (await stage.told(busker, "menu-extend", song=gone))[1] == "That song was deleted."


async def test_somebodys_own_audio_is_extended(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        form = await stage.ask(busker, "menu-extend", audio_url=AUDIO)
        assert needed(form) == ["audio-url", "at", "lyrics"]
        sent = filled(form) | {"at": "0:40", "lyrics": "It rains"}
        answer = await stage.ask(busker, "extend-this", ANA, **sent)
        assert isinstance(answer, Started)
        assert stage.chat.cards[answer.job_id][0].title == "A longer version of “our rain”"
        again = await stage.ask(busker, "extend", track=f"{answer.job_id}:A", lyrics="More")
        assert isinstance(again, Started)
    assert stage.composer.book[0][0] == ExtendSong(
        audio_url=AUDIO, lyrics="It rains", extend_at_ms=40_000
    )
    assert (await stage.job(again.job_id)).ask.family == "A"


async def test_audio_that_cant_be_had_costs_nothing(stage: TheStage) -> None:
    stage.composer.missing = {AUDIO}
    async with stage.at_work() as busker:
        sent = {"audio_url": AUDIO, "at": "40", "lyrics": "It rains"}
        answer = await stage.ask(busker, "extend-this", ANA, **sent)
        assert isinstance(answer, Started)
        job = await stage.job(answer.job_id)
        assert (job.stage, job.failure, job.counts) == (Stage.FAILED, "file-unreachable", False)
        told = await stage.told(busker, "extend-this", **(sent | {"audio_url": "http://a.b/c.mp3"}))
        assert told[1] == "audio-url must be an address that begins with https://."
    assert stage.composer.book == []


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://a.b/%F0%9F%8E%B5%20rain.mp3", "A longer version of “🎵 rain”"),
        ("https://a.b/%00%07%1B.mp3", "A song without a title"),
        ("https://a.b", "A song without a title"),
    ],
)
async def test_audio_is_called_by_what_can_be_read_of_its_name(
    stage: TheStage, url: str, title: str
) -> None:
    async with stage.at_work() as busker:
        sent = {"audio_url": url, "at": "40", "lyrics": "It rains"}
        answer = await stage.ask(busker, "extend-this", ANA, **sent)
        assert isinstance(answer, Started)
        assert stage.chat.cards[answer.job_id][0].title == title


@pytest.mark.parametrize("url", ["https://[::1", "rain", "javascript:x", "https://", "ftp://a.b/c"])
async def test_what_is_no_address_is_refused(stage: TheStage, url: str) -> None:
    sent = {"audio_url": url, "at": "40", "lyrics": "It rains"}
    told = await stage.told(stage.busker(), "extend-this", **sent)
    assert told[1] == "audio-url must be an address that begins with https://."


@pytest.mark.parametrize("missing", ["audio_url", "at", "lyrics"])
async def test_what_is_missing_is_said(stage: TheStage, missing: str) -> None:
    sent = {"audio_url": AUDIO, "at": "40", "lyrics": "It rains"}
    del sent[missing]
    told = await stage.told(stage.busker(), "extend-this", **sent)
    assert told[1].startswith(f"{missing.replace('_', '-')} is missing. ")


async def test_a_message_with_nothing_to_extend_is_declined_kindly(stage: TheStage) -> None:
    told = await stage.told(stage.busker(), "menu-extend", message="12345")
    assert told[1].startswith("In that message there is no song of Busker's and no mp3")


@pytest.mark.parametrize("name", ["menu-song", "menu-extend"])
async def test_nobody_fills_in_a_form_in_vain(stage: TheStage, name: str) -> None:
    await stage.limit("1/day")
    stage.composer.script = SUNG
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        said = {"song": song} if name == "menu-extend" else {"text": "rain"}
        assert (await stage.told(busker, name, **said))[1].startswith("Your limit of 1 a day")


async def test_help_tells_of_menus_where_messages_have_them(stage: TheStage) -> None:
    for platform, is_told in (("discord", True), ("slack", True), ("console", False)):
        person = Person(platform=platform, id="ana")
        told = str(await stage.ask(stage.busker(), "busker-help", person))
        assert ("Make a song from this message" in told) is is_told


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_titles_fit_a_menu_and_differ(language: str) -> None:
    """Discord takes 32 characters: https://docs.discord.com/developers/interactions/application-commands."""
    titles = [words_for(language).say(spec.name) for spec in MENUS]
    assert all(1 <= len(title) <= 32 for title in titles)
    assert len({*titles, *(spec.name for spec in COMMANDS)}) == len(MENUS) + len(COMMANDS)
