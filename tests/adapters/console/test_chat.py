import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from adapters.console.chat import ConsoleChat
from adapters.console.drawing import Sheet
from adapters.console.screen import LiveScreen, PlainScreen
from bot.errors import NotAllowedHere
from bot.models import Audio, Card, Result, Tone
from bot.words import words_for
from tests.disk import files_no_larger_than
from tests.makers import ANA, HERE

WORKING = Card(key="rain", tone=Tone.WORKING, title="Rain", lines=("Composing",), percent=40)
DONE = Card(
    key="rain", tone=Tone.GOOD, title="Rain", lines=("Ready",), footer="4 left", is_last=True
)


def a_result(folder: Path, sound: bytes = b"sound", name: str = "Rain") -> Result:
    folder.mkdir(exist_ok=True)
    takes = []
    for version, letter in ((1, "A"), (2, "B")):
        path = folder / f"{letter}.mp3"
        path.write_bytes(sound + letter.encode())
        takes.append(Audio(version=version, path=path, filename=f"{name} - {letter}.mp3"))
    cover = folder / "cover.jpg"
    Image.new("RGB", (8, 8), "teal").save(cover, "JPEG")
    return Result(card=DONE, takes=tuple(takes), cover=cover, name=name, person=ANA)


@pytest.fixture
def songs(tmp_path: Path) -> Path:
    return tmp_path / "songs"


@pytest.fixture
def chat(songs: Path) -> ConsoleChat:
    return ConsoleChat(songs, PlainScreen(), ANA)


def names(songs: Path) -> list[str]:
    return sorted(path.name for path in songs.iterdir())


async def test_a_result_lies_under_its_title(
    chat: ConsoleChat, songs: Path, tmp_path: Path
) -> None:
    await chat.deliver(HERE, a_result(tmp_path / "a"), "key")
    assert names(songs) == ["Rain - A.mp3", "Rain - B.mp3", "Rain.jpg"]
    assert (songs / "Rain - B.mp3").read_bytes() == b"soundB"


async def test_the_same_result_is_never_put_there_twice(
    chat: ConsoleChat, songs: Path, tmp_path: Path
) -> None:
    await chat.deliver(HERE, a_result(tmp_path / "a"), "key")
    await chat.deliver(HERE, a_result(tmp_path / "a"), "key")
    assert len(names(songs)) == 3


async def test_another_song_of_the_same_title_gets_a_number_and_hides_none(
    chat: ConsoleChat, songs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await chat.deliver(HERE, a_result(tmp_path / "a"), "key")
    capsys.readouterr()
    await chat.deliver(HERE, a_result(tmp_path / "b", b"other"), "other key")
    assert (songs / "Rain - A.mp3").read_bytes() == b"soundA"
    assert (songs / "Rain (2) - A.mp3").read_bytes() == b"otherA"
    assert "Rain (2) - B.mp3" in capsys.readouterr().out


async def test_a_take_that_follows_lies_beside_the_first_under_its_name(
    chat: ConsoleChat, songs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = a_result(tmp_path / "other", b"other")
    await chat.deliver(HERE, replace(other, takes=other.takes[:1]), "other")
    result = a_result(tmp_path / "rain")
    early = replace(result, takes=result.takes[:1], card=WORKING)
    first = await chat.deliver(HERE, early, "first")
    await chat.show(HERE, replace(WORKING, lines=("Take B follows",)))
    assert "Rain (2) - A.mp3" in capsys.readouterr().out
    await chat.deliver(HERE, replace(result, takes=result.takes[1:], follows=first), "rest")
    await chat.show(HERE, DONE)
    again = ["Rain (2) - A.mp3", "Rain (2) - B.mp3", "Rain (2).jpg"]
    assert names(songs) == [*again, "Rain - A.mp3", "Rain.jpg"]
    said = capsys.readouterr().out
    assert "Rain (2) - B.mp3" in said
    assert said.count("Ready") == 1


async def test_a_take_that_never_followed_is_told_without_files(
    chat: ConsoleChat, songs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = a_result(tmp_path / "rain")
    first = await chat.deliver(HERE, replace(result, takes=result.takes[:1], card=WORKING), "first")
    capsys.readouterr()
    await chat.deliver(HERE, replace(result, takes=(), follows=first), "rest")
    await chat.show(HERE, DONE)
    said = capsys.readouterr().out
    assert said.count("Ready") == 1
    assert ".mp3" not in said
    assert names(songs) == ["Rain - A.mp3", "Rain.jpg"]


async def test_the_files_of_a_removed_result_go_and_no_others(
    chat: ConsoleChat, songs: Path, tmp_path: Path
) -> None:
    first = await chat.deliver(HERE, a_result(tmp_path / "a"), "first")
    await chat.deliver(HERE, a_result(tmp_path / "b", b"other"), "second")
    await chat.deliver(HERE, a_result(tmp_path / "c", name="Rain - Live"), "third")
    (songs / "Rain - notes.txt").touch()
    await chat.remove(first)
    await chat.remove(first)
    await chat.remove(HERE)
    assert names(songs) == [
        "Rain (2) - A.mp3",
        "Rain (2) - B.mp3",
        "Rain (2).jpg",
        "Rain - Live - A.mp3",
        "Rain - Live - B.mp3",
        "Rain - Live.jpg",
        "Rain - notes.txt",
    ]


async def test_a_card_that_is_removed_while_it_changes_keeps_nobody_waiting(
    chat: ConsoleChat,
) -> None:
    place = await chat.show(HERE, WORKING)
    assert not chat.is_idle
    await chat.remove(place)
    assert await chat.ended("rain") is Tone.QUIET
    assert chat.is_idle


async def test_a_half_written_file_never_lies_under_a_songs_name(
    chat: ConsoleChat, songs: Path, tmp_path: Path
) -> None:
    result = a_result(tmp_path / "a")
    result.takes[1].path.unlink()
    with pytest.raises(FileNotFoundError):
        await chat.deliver(HERE, result, "key")
    assert names(songs) == ["Rain - A.mp3"]


async def test_a_full_disk_keeps_no_half_of_a_song(
    chat: ConsoleChat, songs: Path, tmp_path: Path
) -> None:
    result = a_result(tmp_path / "a", b"sound" * 1000)
    with files_no_larger_than(2000), pytest.raises(OSError, match="large"):
        await chat.deliver(HERE, result, "key")
    assert names(songs) == []


async def test_a_plain_screen_says_what_is_new_and_at_last_the_whole_card(
    chat: ConsoleChat, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await chat.show(HERE, WORKING)
    await chat.show(
        HERE, Card(key="rain", tone=Tone.WORKING, title="Rain", lines=("Composing", "Take A"))
    )
    await chat.deliver(HERE, a_result(tmp_path / "a"), "key")
    await chat.show(HERE, DONE)
    said = capsys.readouterr().out
    assert said.startswith("♪ Rain\n  Composing\n  Take A\n╭─ Rain ─")
    assert said.count("Ready") == 1
    assert said.count("4 left") == 1
    assert await chat.ended("rain") is Tone.GOOD
    assert chat.is_idle


async def test_markup_in_titles_is_shown_and_never_obeyed(
    chat: ConsoleChat, capsys: pytest.CaptureFixture[str]
) -> None:
    card = Card(
        key="x", tone=Tone.BAD, title="[red]Rain[/]\x1b[2J", lines=("[bold]x",), is_last=True
    )
    await chat.show(HERE, card)
    said = capsys.readouterr().out
    assert "[red]Rain[/]" in said
    assert "[bold]x" in said
    assert "\x1b" not in said


def test_open_cards_stand_above_the_line_until_they_end() -> None:
    printed: list[str] = []
    redraws: list[None] = []
    screen = LiveScreen(printed.append, lambda: redraws.append(None), words_for("en"))
    screen.put(Sheet(card=WORKING))
    screen.put(
        Sheet(card=Card(key="snow", tone=Tone.WAITING, title="Snow", lines=("Next in line",)))
    )
    assert "40 %" in screen.live()
    assert "Next in line" in screen.live()
    assert not printed
    screen.finish(Sheet(card=DONE))
    assert "Ready" in printed[0]
    assert "Rain" not in screen.live()
    assert "Snow" in screen.live()
    assert len(redraws) == 3


async def test_a_folder_that_cant_be_written_is_found_before_anything_is_spent(
    chat: ConsoleChat, songs: Path
) -> None:
    assert await chat.check(HERE) is None
    assert names(songs) == []
    songs.rmdir()
    songs.touch()  # a file where the folder is needed
    with pytest.raises(NotAllowedHere):
        await chat.check(HERE)
    assert (await chat.direct(ANA)).channel == "@ana"
    assert await chat.link(HERE, "Rain - A.mp3") is None


async def test_two_songs_of_one_title_that_end_together_dont_mix(
    chat: ConsoleChat, songs: Path, tmp_path: Path
) -> None:
    results = [a_result(tmp_path / str(number), f"song {number} ".encode()) for number in range(6)]
    await asyncio.gather(
        *(chat.deliver(HERE, result, f"key {number}") for number, result in enumerate(results))
    )
    assert len(names(songs)) == 18
    for take_a in songs.glob("* - A.mp3"):
        take_b = songs / take_a.name.replace("- A.", "- B.")
        assert take_b.read_bytes() == take_a.read_bytes()[:-1] + b"B"
