"""What a person sees who types `busker try`: real processes, real music, real files."""

import re
import signal
from pathlib import Path

import pytest
import soundfile
from PIL import Image
from tinytag import TinyTag

from tests.stories.conftest import PATIENCE_SECONDS, Home


def test_one_song_from_command_to_files(home: Home) -> None:
    said, complained = home.run("try", "/song a cheerful pop song about friendship, 12 s")
    assert complained == ""
    title = re.search(r"^♪ (?!Song)(.+)$", said, re.MULTILINE)
    assert title
    name = title[1]
    changes, _, card = said.partition("╭")
    assert [line.strip() for line in changes.splitlines()] == [
        "♪ Song: a cheerful pop song about friendship, 12 s",
        "Played by the house band; the words are played, not sung",
        "Next in line",
        "[1] Cancel",
        "Asking for the song",
        "Accepted",
        f"♪ {name}",
        "Composing",
        *sorted(["Take A is done", "Take B is done"], key=changes.index),
        "Fetching the takes",
    ]
    lines = [line.strip("│╭╮╰╯─ ") for line in card.splitlines()]
    assert lines[0] == name
    assert lines[1:3] == [
        "Played by the house band; the words are played, not sung",
        "Both takes are ready",
    ]
    assert re.fullmatch(r"Take A: 0:1\d, \d+ bpm", lines[3])
    assert re.fullmatch(r"Take B: 0:1\d, \d+ bpm", lines[4])
    assert lines[6:] == [
        "The files are in songs/",
        f"{name} - A.mp3",
        f"{name} - B.mp3",
        f"{name}.jpg",
        "",
        "[2] Extend A  [3] Extend B  [4] Again  [5] Remix",
        "[6] ♥ A  [7] ♥ B  [8] Lyrics  [9] Delete",
        "No limit here; 1 song today",
    ]
    songs = home.folder / "songs"
    for letter in "AB":
        is_a_tagged_song(songs / f"{name} - {letter}.mp3", f"{name} ({letter})")
    with Image.open(songs / f"{name}.jpg") as cover:
        assert (cover.format, cover.size) == ("JPEG", (1024, 1024))
    assert len(list(songs.iterdir())) == 3


def is_a_tagged_song(path: Path, title: str) -> None:
    audio, rate = soundfile.read(path)
    assert rate == 44_100
    assert 10 <= len(audio) / rate <= 20
    assert abs(audio).max() > 0.1
    tag = TinyTag.get(path, image=True)
    assert (tag.title, tag.artist) == (title, "The house band")
    assert tag.comment == "Played by the house band; the words are played, not sung"
    assert tag.images.front_cover is not None
    assert "[" in str(tag.other["lyrics"])


def test_music_then_a_longer_version_of_it_then_what_was_used(home: Home) -> None:
    said, _ = home.run("try", typed="/music lo-fi rain 12 s\n\n/extend at: 0:10\n/quota\n/help\n")
    assert "Played by the house band\n" in said
    assert "♪ A longer version of “" in said
    assert "2 songs asked for today" in said
    assert "/extend at: 1:30 · A longer version of one of your takes" in said
    lengths = dict(
        home.rows("SELECT kind, min(duration_seconds) FROM takes JOIN jobs ON id = job GROUP BY 1")
    )
    assert lengths["extend"] > lengths["music"] > 10
    assert len(list((home.folder / "songs").glob("*.mp3"))) == 4


def test_what_goes_wrong_is_told_and_doesnt_count(home: Home) -> None:
    said, _ = home.run(
        "try",
        typed="/song rain 10 s mishap:fail\n/song rain 10 s mishap:nsfw\n/song rain 10 s mishap:one-take\n"
        "/song rain 10 s mishap:drop-stream\n/song rain reference-url: https://127.0.0.1/a.mp3\n/quota\n",
        code=1,
    )
    assert "The service accepted the song and then failed to make it." in said
    assert "The service makes no song of this." in said
    assert "One take is ready; the other one failed" in said
    assert "The audio's address leads into a private network" in said
    assert said.count("This doesn't count.") == 3
    assert "2 songs asked for today" in said
    outcomes = home.rows("SELECT stage, counts, charged FROM jobs ORDER BY created_at")
    assert outcomes == [
        ("failed", 0, "yes"),
        ("failed", 0, "no"),
        ("partial", 1, "yes"),
        ("done", 1, "yes"),
        ("failed", 0, "no"),
    ]


@pytest.mark.parametrize("line", ["♪ Song", "Accepted", "Composing", "Fetching"])
def test_a_song_survives_the_death_of_the_process_and_counts_once(home: Home, line: str) -> None:
    process = home.start("try", "/song rain in May, 20 s")
    assert process.stdout
    while line not in (said := process.stdout.readline()):
        assert said, "it ended before that"
    process.send_signal(signal.SIGKILL)
    process.wait()
    said, _ = home.run("try")
    assert "Both takes are ready" in said
    assert "1 song today" in said
    assert home.rows("SELECT stage, counts, charged, attempt FROM jobs") == [("done", 1, "yes", 1)]
    assert len(home.band_jobs) == 1
    assert len(list((home.folder / "songs").glob("*.mp3"))) == 2


def test_buttons_are_pressed_by_their_numbers(home: Home) -> None:
    said, _ = home.run("try", typed="/music rain 10 s\n6\n8\n9\n7\n", code=1)
    assert "[2] Extend A  [3] Extend B  [4] Again  [5] Remix" in said
    assert "[6] ♥ A  [7] ♥ B  [8] Delete" in said
    assert "is one of your favourites now" in said
    assert "Its messages, files and words are gone." in said
    assert said.count("Not done") == 1
    assert list((home.folder / "songs").iterdir()) == []


def test_a_limit_that_was_set_for_the_terminal_holds(home: Home) -> None:
    home.run("try", "rain 10 s", "--quota", "1/day")
    said, _ = home.run("try", "rain 10 s", code=1)
    assert "Your limit of 1 a day is reached. It starts anew in" in said
    assert "By the rule for everybody here: 1 song a day" in home.run("try", "/quota")[0]
    assert "No rule limits you here" in home.run("try", "/quota", "--quota", "none")[0]


def test_a_second_busker_on_the_same_database_is_refused(home: Home) -> None:
    first = home.start("try", "/song rain 20 s")
    assert first.stdout
    first.stdout.readline()
    _, complained = home.run("try", "/quota", code=1)
    assert complained == "Another Busker is using data/busker.db. Stop it first.\n"


def test_a_band_that_cant_start_says_why(home: Home) -> None:
    home.environment["HOUSEBAND_ADDRESS"] = "203.0.113.1:8791"
    _, complained = home.run("try", "/quota", code=1)
    assert complained.startswith("The house band didn't start. It said: ")
    assert "HOUSEBAND_ADDRESS" in complained


def test_wrong_settings_are_named_together_and_nothing_starts(home: Home) -> None:
    (home.folder / ".env").write_text("BUSKER_RUNNING=many\nBUSKER_BUGET=3/day\n")
    _, complained = home.run("try", code=2)
    assert complained.splitlines() == [
        "These settings can't be used:",
        "BUSKER_RUNNING: write a number.",
        "BUSKER_BUGET: there is no such setting; did you mean BUSKER_BUDGET?",
    ]
    assert not (home.folder / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("run",), "Set DISCORD_TOKEN, or SLACK_BOT_TOKEN with SLACK_APP_TOKEN"),
        (("try", "--quota", "five"), "write a number and hour, day, week or month: 5/day"),
        (("dance",), "invalid choice: 'dance'"),
        ((), "required: COMMAND"),
    ],
)
def test_wrong_usage_is_told_with_exit_code_2(
    home: Home, arguments: tuple[str, ...], sentence: str
) -> None:
    _, complained = home.run(*arguments, code=2)
    assert sentence in complained


def test_the_version_is_told(home: Home) -> None:
    assert re.fullmatch(r"busker \d+\.\d+\.\d+\n", home.run("version")[0])


def test_the_band_alone_serves_a_busker_elsewhere(home: Home) -> None:
    home.environment["HOUSEBAND_KEY"] = "a-shared-key"
    band = home.start("houseband")
    assert band.stdout
    listening = band.stdout.readline()
    address = home.environment["HOUSEBAND_ADDRESS"]
    assert listening == f"house band listening on http://{address}\n"
    home.environment |= {
        "SOUNDVERSE_BASE_URL": f"http://{address}",
        "BUSKER_COMPOSER": "houseband",
    }
    assert "Both takes are ready" in home.run("try", "/music rain 10 s")[0]
    band.send_signal(signal.SIGTERM)
    assert band.wait(timeout=10) == 0


def test_a_reader_that_leaves_stops_no_song(home: Home) -> None:
    process = home.start("try", "/music rain, 10 s")
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(PATIENCE_SECONDS) == 0
    assert len([*(home.folder / "songs").glob("*.mp3")]) == 2
