"""The menus of messages on Discord, from the real process."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.discord import Interaction, Upload
from tests.fakes.discord.refusals import Json
from tests.stories.conftest import Home
from tests.stories.test_discord import Evening, an_evening

EXTEND = "Extend this track"
SONG = "Make a song from this message"
WORDS = "The rain comes down\nOn the roof of the town\nAnd nobody knows\nWhere the water goes"


@pytest.fixture
async def evening(home: Home) -> AsyncIterator[Evening]:
    async with an_evening(home) as evening:
        yield evening


def components_of(asked: Interaction) -> list[Json]:
    assert asked.form
    return [label["component"] for label in asked.form["components"]]


def fields_of(asked: Interaction) -> dict[str, str]:
    """What stands in the form's fields."""
    return {each["custom_id"]: each.get("value") or "" for each in components_of(asked)}


async def test_a_message_becomes_a_song(evening: Evening) -> None:
    await evening.start()
    ben, singers = evening.guild.member("ben"), evening.guild.role("singers")
    said = evening.discord.say(
        ben,
        evening.channel,
        f"rain for <@{evening.ana.id}>, <@&{singers.id}> and <#{evening.channel.id}>, 10 s",
        [Upload(name="hum.mp3", data=b"hum", content_type="audio/mpeg")],
    )
    asked = await evening.discord.context_menu(ben, said, SONG)
    fields = fields_of(asked)
    assert fields["prompt"] == "rain for Ana, singers and #music, 10 s"
    assert fields["reference-url"].startswith(evening.discord.cdn)
    sent = await evening.discord.submit(asked, {"reference-url": ""})
    assert "rain for Ana" in (await sent.shown()).revisions[0].text
    result = await evening.result()
    assert result.pings.users == {ben.user.id}


async def test_words_go_where_they_are_sung_and_a_picture_leaves_the_form_empty(
    evening: Evening,
) -> None:
    await evening.start()
    for text, fields in (
        (WORDS, {"prompt": "", "lyrics": WORDS, "reference-url": ""}),
        ("", {"prompt": "", "lyrics": "", "reference-url": ""}),
    ):
        picture = Upload(name="a.png", data=b"png", content_type="image/png")
        said = evening.discord.say(evening.ana, evening.channel, text, [picture])
        assert fields_of(await evening.discord.context_menu(evening.ana, said, SONG)) == fields


async def test_a_result_and_its_card_are_extended(evening: Evening) -> None:
    await evening.start()
    card, result = await evening.song("rain, 12 s")
    assert card.buttons == []
    ben = evening.guild.member("ben", locale="de")
    assert "track" in fields_of(await evening.discord.context_menu(ben, result, EXTEND))
    asked = await evening.discord.context_menu(ben, card, EXTEND)
    assert asked.form
    assert asked.form["title"] == "Eine längere Fassung"
    takes = [option["value"] for option in components_of(asked)[0]["options"]]
    assert [take[-2:] for take in takes] == [":A", ":B"]
    sent = await evening.discord.submit(asked, {"track": takes[1:], "at": "0:09"})
    await sent.shown()
    extended = await evening.result()
    assert "B › ext 1" in extended.text
    assert extended.pings.users == {ben.user.id}


async def test_what_cant_be_extended_is_told_in_private(evening: Evening) -> None:
    await evening.start()
    said = evening.discord.say(evening.ana, evening.channel, "rain")
    asked = await evening.discord.context_menu(evening.ana, said, EXTEND)
    told = await asked.shown()
    assert told.is_ephemeral
    assert "no song of Busker's and no mp3" in told.text
    audio = Upload(name="ours.wav", data=b"wav", content_type="audio/x-wav")
    said = evening.discord.say(evening.ana, evening.channel, "", [audio])
    asked = await evening.discord.context_menu(evening.ana, said, EXTEND)
    assert list(fields_of(asked)) == ["audio-url", "at", "lyrics", "prompt"]


async def test_titles_are_in_the_languages_of_people(evening: Evening) -> None:
    await evening.start()
    menus = [each for each in evening.discord.commands() if each["type"] == 3]
    assert [each["name"] for each in menus] == [EXTEND, SONG]
    assert menus[0]["name_localizations"]["de"] == "Diesen Track verlängern"


async def test_sentences_say_the_names_that_a_person_sees(evening: Evening) -> None:
    await evening.start(BUSKER_DEFAULT_QUOTA="0/day")
    ben = evening.guild.member("ben", locale="de")
    asked = await evening.discord.slash(ben, evening.channel, "busker-help")
    told = (await asked.shown()).text
    assert "/verlängern ab: 1:30" in told
    assert "Song aus dieser Nachricht" in told
    assert "vorbild, begleitung, gesang, melodie" in told
    [song] = [each for each in evening.discord.commands() if each["name"] == "song"]
    assert song["name_localizations"]["es-419"] == "canción"
    assert {each["name_localizations"]["fr"] for each in song["options"]} >= {
        "paroles",
        "référence",
    }
    asked = await evening.discord.slash(ben, evening.channel, "library")
    assert "Wünsch dir einen mit /song" in (await asked.shown()).text
