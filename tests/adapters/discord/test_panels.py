"""Private answers as layouts: whatever a card holds, Discord takes it, and all of it can be read."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.drawing.panels import Panel
from bot.models import Attachment, Button, Card, Told, Tone
from bot.moments import Shown, written
from bot.words import words_for
from tests.fakes.discord.components import Type, buttons_of, texts_of, walk
from tests.fakes.discord.rules import check_message

ENGLISH = words_for("en")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

lines = (
    st.text(max_size=30)
    | st.text("\x00\x02 \n", max_size=3)
    | st.text("*<_a", min_size=1500, max_size=3000)
)


@st.composite
def answers(draw: st.DrawFn) -> Told:
    """Any that keeps the bounds of a card: five rows of five buttons, each with an id of its own."""
    said = draw(st.lists(lines, max_size=12))
    about = st.none() | st.integers(0, len(said) - 1) if said else st.none()
    buttons = [
        Button(action="do", subject=f"{row}.{number}", label=label, row=row, line=draw(about))
        for row in range(draw(st.integers(0, 5)))
        for number, label in enumerate(
            draw(st.lists(st.text("ab", min_size=1, max_size=99), max_size=5))
        )
    ]
    card = Card(
        tone=draw(st.sampled_from(Tone)),
        title=draw(lines),
        lines=tuple(said),
        footer=draw(st.none() | lines),
        buttons=tuple(buttons),
    )
    files = draw(st.lists(st.just(Attachment(filename="a b.csv", content=b"1")), max_size=1))
    return Told(card=card, files=tuple(files))


def shown(panel: Panel) -> list[dict[str, Any]]:
    return list(panel.to_components())  # type: ignore[no-untyped-call]  # the library's


def components(told: Told) -> list[dict[str, Any]]:
    return shown(Panel(told, ENGLISH))


def kinds(told: Told) -> list[Type]:
    return [Type(one["type"]) for _, one in walk(components(told))]


@given(told=answers())
def test_discord_takes_every_answer(told: Told) -> None:
    made = components(told)
    check_message({"components": made}, v2=True)
    assert all(text.strip() for text in texts_of(made))
    assert sorted(each["custom_id"] for _, each in buttons_of(made)) == sorted(
        f"v1:{each.action}:{each.subject}" for each in told.card.buttons
    )


@given(told=answers())
def test_every_file_that_goes_along_is_shown(told: Told) -> None:
    panel = Panel(told, ENGLISH)
    names = [one["file"]["url"] for _, one in walk(shown(panel)) if "file" in one]
    assert names == [f"attachment://{file.filename}" for file in panel.files]
    assert names == [f"attachment://{file.filename}" for file in panel.files]


def songs(count: int, others: int = 0) -> Told:
    buttons = [
        *(
            Button(action="pick", subject=str(line), label=f"{line}. song", line=line)
            for line in range(count)
        ),
        *_rest(others),
    ]
    card = Card(
        tone=Tone.QUIET,
        title="Your songs",
        lines=tuple(f"{line}. song · today" for line in range(count)),
        buttons=tuple(buttons),
    )
    return Told(card=card)


def _rest(count: int) -> Iterator[Button]:
    for number in range(count):
        yield Button(action="go", subject=str(number), label="Go", row=1 + number // 5)


def test_a_line_stands_beside_its_button() -> None:
    assert kinds(songs(2, 1)) == [
        Type.CONTAINER,
        Type.TEXT,
        *[Type.SECTION, Type.TEXT, Type.BUTTON] * 2,
        Type.ROW,
        Type.BUTTON,
    ]


def test_buttons_stand_below_where_there_are_too_many() -> None:
    told = songs(5, 20)
    assert Type.SECTION not in kinds(told)
    check_message({"components": components(told)}, v2=True)


def test_a_button_has_its_short_name_beside_its_line_only() -> None:
    first, second = (
        Button(action=action, label="1. Rain", line=0, line_label="Open")
        for action in ("pick", "show")
    )
    card = Card(tone=Tone.QUIET, title="", lines=("1. Rain · today",), buttons=(first, second))
    names = [name for name, _ in buttons_of(components(Told(card=card)))]
    assert names == ["Open", "1. Rain"]


def test_a_long_text_is_whole_in_a_file() -> None:
    lyrics = tuple(f"*line* {number}" for number in range(600))
    moment = written(NOON, Shown.SOON, "in 3 h")
    card = Card(tone=Tone.QUIET, title="A look", lines=(*lyrics, moment), footer="5 left")
    panel = Panel(Told(card=card), ENGLISH)
    text = "\n".join(texts_of(shown(panel)))
    assert "…\nIt is too long to be shown here; all of it is in the file." in text
    assert text.endswith("-# 5 left")
    [file] = panel.files
    assert file.filename == "text.txt"
    whole = "\n".join(["A look", "", *lyrics, "in 3 h"])
    assert file.fp.read().decode() == whole
