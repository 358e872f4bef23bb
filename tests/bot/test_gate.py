"""What is refused before anything is counted, and in which words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground import Ground, Sound, first_banned, folded
from bot.models import Command, Place, Started, Told
from bot.terms import Terms
from tests.bot.conftest import Stage as TheStage
from tests.makers import ANA, HERE

GUILD = Place(platform="discord", server="1", channel="music")
DIRECT = Place(platform="discord", server="discord", channel="ana")
OPEN = Terms(servers=("discord:1", "slack:T1"), is_direct_open=False)


async def answer(
    stage: TheStage,
    place: Place,
    terms: Terms = Terms(),
    prompt: str = "rain",
    lyrics: str = "",
) -> str | None:
    """The sentence of the refusal; None when the song was admitted."""
    command = Command(
        name="song",
        options={"prompt": prompt, "lyrics": lyrics},
        person=replace(ANA, platform=place.platform),
        place=place,
        request_key=f"{place} {prompt}",
    )
    found = await stage.busker(terms=terms).router.answer(command)
    if isinstance(found, Started):
        return None
    assert isinstance(found, Told)
    assert found.is_refusal
    assert await stage.store.unfinished() == []
    return found.card.lines[0]


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (GUILD, None),
        (replace(GUILD, server="2"), "Busker isn't open to this server."),
        (replace(GUILD, platform="slack"), "Busker isn't open to this server."),
        (replace(GUILD, platform="slack", server="T1"), None),
        (DIRECT, "Busker makes songs only on servers that have added it."),
        (replace(DIRECT, server="1"), None),  # the button of a private song
    ],
)
async def test_only_open_servers_are_served_and_direct_messages_only_where_they_are_on(
    stage: TheStage, place: Place, sentence: str | None
) -> None:
    said = await answer(stage, place, OPEN)
    assert said == sentence or (said and sentence and said.startswith(sentence))


async def test_without_settings_every_server_is_served_and_direct_messages_if_they_are_on(
    stage: TheStage,
) -> None:
    assert await answer(stage, replace(GUILD, server="2")) is None
    assert await answer(stage, DIRECT, Terms(is_direct_open=True)) is None


async def test_once_a_channel_is_allowed_only_allowed_ones_are_open(stage: TheStage) -> None:
    other = replace(HERE, channel="other")
    closed = "The admins of this server want songs to be asked for in other channels."
    await stage.store.set_channel(stage.change(), "other", is_allowed=False)
    assert await answer(stage, other) == closed
    await stage.store.set_channel(stage.change(), "music", is_allowed=True)
    assert await answer(stage, HERE) == closed
    assert await answer(stage, replace(HERE, server="elsewhere")) is None
    assert await stage.store.ground(replace(HERE, channel="music")) == Ground()
    await stage.store.set_channel(stage.change(), "music", is_allowed=None)
    await stage.store.set_channel(stage.change(), "other", is_allowed=None)
    assert await stage.store.ground(other) == Ground()


async def test_of_a_thread_its_channel_and_their_category_the_nearest_holds(
    stage: TheStage,
) -> None:
    thread = replace(HERE, channel="thread", within=("music", "offices"))
    store, change = stage.store, stage.change()
    for where, is_open in (("offices", False), ("music", True), ("thread", False)):
        await store.set_sound(change, where, Sound(style=where, banned=(where,)))
        await store.set_channel(change, where, is_allowed=is_open)
        assert await store.ground(thread) == Ground(is_open=is_open, banned=(where,))
        assert await store.sound(thread) == Sound(style=where, banned=(where,))
    assert await store.sound(replace(thread, within=(), channel="other")) is None


async def test_a_private_song_is_posted_in_no_channel_but_held_to_the_servers_words(
    stage: TheStage,
) -> None:
    await stage.store.set_channel(stage.change(), HERE.channel, is_allowed=False)
    await stage.store.ban_word(stage.change(), "beer")
    async with stage.at_work() as busker:
        for prompt, is_admitted in (("rain", True), ("beer", False)):
            answer = await stage.ask(busker, "song", prompt=prompt, private="on")
            assert isinstance(answer, Started) is is_admitted
        assert isinstance(await stage.ask(busker, "song", prompt="rain"), Told)


async def test_a_banned_word_is_named_to_the_person_and_costs_nothing(stage: TheStage) -> None:
    asked, sentence = "with CAFE AU-LAIT, please", "“Café au lait” can't be asked for here."
    await stage.store.ban_word(stage.change(), "Café au lait")
    for said in (
        await answer(stage, HERE, prompt=asked),
        await answer(stage, HERE, prompt="rain", lyrics=asked),
    ):
        assert said == f"{sentence} Try it in other words."
    assert await answer(stage, replace(HERE, server="elsewhere"), prompt=asked) is None
    await stage.store.free_word(stage.change(), "Café au lait")
    assert await answer(stage, HERE, prompt=asked) is None


async def test_a_style_is_held_to_the_servers_words(stage: TheStage) -> None:
    await stage.store.ban_word(stage.change(), "polka")
    told = await stage.told(stage.busker(), "music", prompt="rain", style="sad polka")
    assert told[1] == "“polka” can't be asked for here. Try it in other words."


async def test_the_words_of_a_channels_sound_hold_in_that_channel(stage: TheStage) -> None:
    await stage.store.set_sound(stage.change(), "terminal", Sound(banned=("beer",)))
    said = await answer(stage, HERE, prompt="a song about beer")
    assert said == "“beer” can't be asked for here. Try it in other words."
    assert await answer(stage, replace(HERE, channel="other"), prompt="about beer") is None


@pytest.mark.parametrize(
    ("text", "word", "is_found"),
    [
        ("a damned song", "damn", False),
        ("Damn!", "damn", True),
        ("(damn)", "DAMN", True),
        ("dämn", "damn", True),
        ("da\u200bmn", "damn", True),
        ("\uff44\uff41\uff4d\uff4e it", "damn", True),
        ("STRASSE", "straße", True),
        ("don't stop", "don\u2019t", True),
        ("one two", "two one", False),
        ("one\n two", "one two", True),
        ("我喜欢草莓", "草", True),
        ("हिन्दी गीत", "हिन्दी", True),
        ("हिन्द गीत", "हिन्दी", False),
        ("anything", "!", False),
    ],
)
def test_words_are_found_whole_in_any_case_and_with_any_accents(
    text: str, word: str, *, is_found: bool
) -> None:
    assert first_banned([text], [word]) == (word if is_found else None)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_is_folded_like_any_other(text: str) -> None:
    assert folded(text) == folded(f"{text} é").removesuffix("e").strip()
