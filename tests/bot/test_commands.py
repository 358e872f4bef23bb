import pytest

from bot.commands import COMMANDS
from bot.commands.options import milliseconds_from
from bot.commands.text import options_from
from bot.errors import BadOption
from bot.limits import Policy
from bot.models import Started, Told
from bot.quotas import rule_from
from soundverse.calls import ExtendSong, GenerateMusic, GenerateSong
from soundverse.events import LyricsSection
from tests.bot.conftest import Stage as TheStage
from tests.fakes.composer import WHOLE_SONG
from tests.makers import ANA, BEN, a_command, a_take

SPECS = {spec.name: spec for spec in COMMANDS}


@pytest.mark.parametrize(
    ("command", "text", "options"),
    [
        ("song", "a song for Ana", {"prompt": "a song for Ana"}),
        (
            "song",
            "rain lyrics: It rains\nand rains",
            {"prompt": "rain", "lyrics": "It rains\nand rains"},
        ),
        ("song", "Lyrics: la prompt: rain", {"lyrics": "la", "prompt": "rain"}),
        ("song", "note to self: rain", {"prompt": "note to self: rain"}),
        (
            "song",
            "rain melody-url:https://x.y/z.mp3",
            {"prompt": "rain", "melody-url": "https://x.y/z.mp3"},
        ),
        ("extend", "B at: 1:30", {"track": "B", "at": "1:30"}),
        ("extend", "", {}),
    ],
)
def test_plain_text_becomes_options(command: str, text: str, options: dict[str, str]) -> None:
    assert options_from(text, SPECS[command]) == options


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [("45", 45_000), ("1:30", 90_000), ("0:08", 8_000), ("12.5", 12_500), ("30s", 30_000)],
)
def test_times_are_seconds_or_minutes(text: str, milliseconds: int) -> None:
    assert milliseconds_from(text) == milliseconds


@pytest.mark.parametrize("text", ["", "soon", "-5", "1:2:3", "1e3", "30 bars"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadOption):
        milliseconds_from(text)


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("song", {"prompt": ""}, "prompt is missing. /song a birthday song for Ana"),
        ("song", {"prompt": " \n\x00 "}, "prompt is missing. /song a birthday song for Ana"),
        (
            "song",
            {"prompt": "x" * 1025},
            "prompt is too long: 1,025 characters, at most 1,024 are possible.",
        ),
        (
            "song",
            {"prompt": "🎵" * 513},
            "prompt is too long: 1,026 characters, at most 1,024 are possible.",
        ),
        (
            "song",
            {"prompt": "x", "lyrics": "x" * 3001},
            "lyrics is too long: 3,001 characters, at most 3,000",
        ),
        (
            "song",
            {"prompt": "x", "melody_url": "http://x.y/z"},
            "melody-url must be an address that begins",
        ),
        (
            "song",
            {"prompt": "x", "tempo": "120"},
            "/song has no option “tempo”. It knows prompt, lyrics",
        ),
        ("music", {"prompt": ""}, "prompt is missing. /music lo-fi rain"),
        (
            "song",
            {"prompt": "x", "private": "maybe"},
            "private is on or off, and “maybe” is neither.",
        ),
        ("jingle", {"prompt": " "}, "prompt is missing. /jingle our Monday meeting"),
        (
            "jingle",
            {"prompt": "x", "length": "long"},
            "“long” is no length. Write seconds, such as",
        ),
        ("jingle", {"prompt": "x", "length": "4"}, "length must lie between 5 s and 60 s."),
        ("jingle", {"prompt": "x", "length": "61"}, "length must lie between 5 s and 60 s."),
        ("music", {"prompt": "x", "style": "y" * 101}, "style is too long: 101 characters"),
        ("extend", {}, "There is no finished song of yours yet. Ask for one first."),
        ("cancel", {}, "There is nothing of yours to cancel."),
        ("quota", {"user": "ben"}, "Only moderators of this server can do that."),
        ("busker-admin", {}, "Only admins of this server can do that."),
        (
            "dance",
            {},
            "There is no /dance. You can ask for /song, /music, /jingle, /extend, /library, ",
        ),
    ],
)
async def test_a_bad_command_is_refused_with_what_would_be_right_and_costs_nothing(
    stage: TheStage, name: str, options: dict[str, str], sentence: str
) -> None:
    async with stage.at_work() as busker:
        answer = await busker.router.answer(a_command(name, ANA, **options))
        assert isinstance(answer, Told)
        assert answer.is_refusal
        assert answer.card.lines[0].startswith(sentence)
        assert await stage.store.unfinished() == []
    assert stage.composer.book == []


async def test_a_song_is_asked_for_as_it_was_typed(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await stage.ask(busker, "song", prompt=" rain\x07 ", lyrics="It rains\nand rains")
        await stage.ask(busker, "music", prompt="rain", style="lo-fi")
    assert [call for call, _ in stage.composer.book] == [
        GenerateSong(version="v7", prompt="rain", lyrics="It rains\nand rains"),
        GenerateMusic(prompt="rain", style="lo-fi"),
    ]


async def test_a_double_click_makes_one_song(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        first = await busker.router.answer(a_command("song", key="click", prompt="rain"))
        second = await busker.router.answer(a_command("song", key="click", prompt="rain"))
    assert first == second
    assert isinstance(first, Started)


async def test_a_rule_of_no_songs_promises_none_for_later(stage: TheStage) -> None:
    busker = stage.busker(policy=Policy(server=rule_from("0/day")))
    assert await stage.told(busker, "song", prompt="rain") == [
        "Not done",
        "By the rule of this server, no songs can be asked for here.",
    ]
    await stage.limit("0/day")
    assert await stage.told(busker, "song", prompt="rain") == [
        "Not done",
        "By the rule that holds for you, no songs can be asked for here.",
    ]


async def test_the_limit_is_told_with_the_time_it_ends(stage: TheStage) -> None:
    await stage.limit("2/day")
    async with stage.at_work() as busker:
        await stage.song(busker, "first")
        second = await stage.song(busker, "second")
        assert stage.chat.last(second).footer == "No songs left today"
        assert await stage.told(busker, "song", prompt="third") == [
            "Not done",
            "Your limit of 2 a day is reached. It starts anew in 12 h 0 min.",
        ]
        assert await stage.told(busker, "quota") == [
            "Your songs",
            "2 songs asked for today",
            "By the rule for everybody here: 2 songs a day",
            "Starts anew in 12 h 0 min",
        ]
        await stage.song(busker, "somebody else's", BEN)
        await stage.clock.move(12 * 60 * 60)
        await stage.song(busker, "tomorrow's")


async def test_extend_goes_on_from_the_end_of_the_newest_take(stage: TheStage) -> None:
    words = (LyricsSection(label="Verse", text="It rains"), LyricsSection(label="", text=" "))
    stage.composer.script = (*WHOLE_SONG[:2], a_take(1, lyrics=words), *WHOLE_SONG[3:])
    async with stage.at_work() as busker:
        await stage.song(busker)
        answer = await stage.ask(busker, "extend")
        assert isinstance(answer, Started)
        await stage.ask(busker, "extend", track="b", at="0:30", lyrics="New words", prompt="bigger")
    assert [call for call, _ in stage.composer.book][1:] == [
        ExtendSong(
            audio_url=a_take(1).take.audio_url, lyrics="[Verse]\nIt rains", extend_at_ms=60_000
        ),
        ExtendSong(
            audio_url=a_take(2).take.audio_url,
            lyrics="New words",
            extend_at_ms=30_000,
            prompt="bigger",
        ),
    ]
    assert stage.chat.cards[answer.job_id][0].title == "A longer version of “Rain”"


async def test_an_instrumental_is_extended_without_words(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await stage.ask(busker, "music", prompt="rain")
        await stage.ask(busker, "extend")
        await stage.ask(busker, "extend", track="A")
    assert [call.lyrics for call, _ in stage.composer.book[1:] if isinstance(call, ExtendSong)] == [
        "[Instrumental]",
        "[Instrumental]",
    ]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"at": "0:05"}, "at must lie between 0:08 and 1:00."),
        ({"at": "2:00"}, "at must lie between 0:08 and 1:00."),
        ({"at": "soon"}, "“soon” is no time. Write seconds or m:ss, such as 45 or 1:30."),
        ({"track": "Snow"}, "There is no finished song of yours called “Snow”."),
        ({"lyrics": " "}, "lyrics is missing. /extend lyrics: …"),
    ],
)
async def test_what_cant_be_extended_is_refused_before_anything_is_spent(
    stage: TheStage, options: dict[str, str], sentence: str
) -> None:
    async with stage.at_work() as busker:
        await stage.song(busker)
        assert (await stage.told(busker, "extend", **options))[1] == sentence
    assert len(stage.composer.book) == 1


async def test_nobody_extends_or_cancels_somebody_elses_song(stage: TheStage) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work() as busker:
        await stage.song(busker)
        for name in ("cancel", "extend"):
            answer = await stage.ask(busker, name, BEN)
            assert isinstance(answer, Told)
            assert answer.is_refusal


async def test_a_song_to_cancel_can_be_named(stage: TheStage) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        await stage.song(busker, "about rain")
        await stage.song(busker, "about snow")
        assert (await stage.told(busker, "cancel", job="hail"))[1].endswith("“hail” on its way.")
        assert "about rain" in (await stage.told(busker, "cancel", job="RAIN"))[1]
        assert "about snow" in (await stage.told(busker, "cancel"))[1]
        assert (await stage.told(busker, "cancel"))[1] == "There is nothing of yours to cancel."


async def test_our_own_fault_in_a_command_is_told_once_and_kindly(stage: TheStage) -> None:
    busker = stage.busker()
    stage.store = None  # type: ignore[assignment]  # what the router already holds stays
    answer = await busker.router.answer(a_command("song", prompt="\ud800"))
    assert isinstance(answer, Told)
    assert answer.is_refusal


async def test_nothing_is_asked_for_where_it_couldnt_be_posted(stage: TheStage) -> None:
    stage.chat.closed.add("terminal")
    async with stage.at_work() as busker:
        told = await stage.told(busker, "song", prompt="rain")
    assert "may not write or upload in this place" in told[1]
    assert stage.composer.book == []
