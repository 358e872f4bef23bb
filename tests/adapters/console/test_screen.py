from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image
from rich.cells import cell_len
from rich.text import Text

from adapters.console.drawing import Sheet
from adapters.console.numbers import Numbers
from adapters.console.screen import LiveScreen
from bot.models import Button, Card, Tone
from bot.words import words_for
from tests.makers import HERE

TITLES = some.one_of(
    some.sampled_from(
        [
            "Rain",
            "雨の歌" * 20,
            "שיר גשם",
            "\u202eniar",
            "🌧️👨‍👩‍👧",
            "[red]x[/]",
            "@everyone",
            "\x1b[2J",
        ]
    ),
    some.text(max_size=120),
)


@pytest.fixture(scope="module")
def cover(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cover") / "cover.jpg"
    Image.new("RGB", (64, 64), "teal").save(path, "JPEG")
    return path


def a_card(key: str, title: str, percent: int | None, cover: Path | None) -> Card:
    return Card(
        key=key,
        tone=Tone.WORKING,
        title=title,
        lines=("Played by the house band", title),
        percent=percent,
        cover=cover,
        buttons=(Button(action="cancel", subject=key, label="Cancel"),),
    )


@given(
    titles=some.lists(TITLES, max_size=12),
    columns=some.integers(min_value=24, max_value=200),
    lines=some.integers(min_value=10, max_value=60),
    percent=some.one_of(some.none(), some.integers(min_value=0, max_value=100)),
)
def test_open_cards_leave_room_for_typing_and_are_as_wide_as_the_terminal(
    cover: Path, titles: list[str], columns: int, lines: int, percent: int | None
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COLUMNS", str(columns))
        patched.setenv("LINES", str(lines))
        patched.setenv("TERM", "xterm-256color")
        screen, numbers = LiveScreen(print, lambda: None, words_for("en")), Numbers()
        for key, title in enumerate(titles):
            card = a_card(str(key), title, percent, cover)
            screen.put(Sheet(card=card, buttons=numbers.give(card, HERE)))
        shown = Text.from_ansi(screen.live()).plain.splitlines()
    assert len(shown) <= lines - 8
    assert all(cell_len(line) < columns for line in shown)
    assert bool(shown) == bool(titles)
