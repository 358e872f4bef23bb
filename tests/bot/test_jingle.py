from bot.ground import Sound
from bot.models import Started
from soundverse.calls import GenerateMusic
from tests.bot.conftest import Stage as TheStage
from tests.makers import HERE


async def test_a_jingle_is_an_instrumental_of_its_length(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        answer = await stage.ask(busker, "jingle", prompt="our Monday meeting", length="20 s")
        await stage.ask(busker, "jingle", prompt="lunch")
    assert isinstance(answer, Started)
    assert (await stage.job(answer.job_id)).ask.jingle_seconds == 20
    assert [call for call, _ in stage.composer.book] == [
        GenerateMusic(prompt="our Monday meeting, a jingle of 20 seconds"),
        GenerateMusic(prompt="lunch, a jingle of 15 seconds"),
    ]
    card = stage.chat.cards[answer.job_id][0]
    assert card.title == "Jingle: our Monday meeting"
    assert card.lines[1] == "Cut to 20 s; the whole takes are kept"


async def test_a_jingle_has_the_sound_of_its_channel(stage: TheStage) -> None:
    sound = Sound(style="lo-fi", tags=("warm", "marimba"), banned=("drum solo", "C++"))
    await stage.store.set_sound(stage.change(), HERE.channel, sound)
    async with stage.at_work() as busker:
        await stage.ask(busker, "jingle", prompt="lunch")
        for prompt in ("a Drum Solo", "c++ news", "a drüm-solo"):
            told = await stage.told(busker, "jingle", prompt=prompt)
            assert "isn't wanted in this channel's jingles" in told[1]
        await stage.ask(busker, "jingle", prompt="drum solos")
    assert [call.style for call, _ in stage.composer.book if isinstance(call, GenerateMusic)] == [
        "lo-fi, warm, marimba",
        "lo-fi, warm, marimba",
    ]
