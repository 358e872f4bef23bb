"""Cards drawn for a terminal: a frame, the cover in half blocks, a bar where there are numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from adapters.console.numbers import Numbered
from bot.models import Card, Tone
from bot.moments import worded

__all__ = ["Sheet", "drawn", "in_a_line", "plain"]

COLOURS = {
    Tone.WAITING: "blue",
    Tone.WORKING: "dark_orange",
    Tone.GOOD: "green",
    Tone.BAD: "red",
    Tone.QUIET: "bright_black",
}

COVER_COLUMNS = 24
BAR_COLUMNS = 40
PERCENT_COLUMNS = 6

LEAST_BESIDE_COVER = 34
"""Columns that the lines need beside a cover; narrower terminals show none."""

FRAME_COLUMNS = 4
TITLE_COLUMNS = 6
"""What the frame takes of a line, and of the line that the title stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A card as it lies in the terminal."""

    card: Card
    extra: tuple[str, ...] = ()
    """Lines below its own."""
    note: str = ""
    """Who sees it, or where it stands, if that isn't the terminal for everybody."""
    buttons: tuple[Numbered, ...] = ()


def drawn(sheet: Sheet, *, width: int, with_cover: bool) -> RenderableType:
    """The sheet in its frame, at most `width` columns wide."""
    card, colour = sheet.card, COLOURS[sheet.card.tone]
    cover = _cover(card.cover) if with_cover and card.cover and _has_room(width) else None
    title = Text(plain(card.title), style="bold")
    is_long = cell_len(title.plain) > width - TITLE_COLUMNS
    parts = [*([title] if is_long else []), _body(sheet, cover, colour, width), *_below(sheet)]
    return Panel(
        Group(*parts),
        title=None if is_long else title,
        subtitle=Text(plain(card.footer)) if card.footer else None,
        title_align="left",
        subtitle_align="right",
        border_style=colour,
        padding=(0, 1),
        width=width,
    )


def in_a_line(sheet: Sheet, *, width: int) -> str:
    """A terminal has few lines, and a person may have many songs."""
    card = sheet.card
    percent = f", {card.percent} %" if card.percent is not None else ""
    told = card.lines[-1] if card.lines else ""
    keys = "".join(f"  [{each.number}] {each.button.label}" for each in sheet.buttons)
    line = Text(plain(f"♪ {card.title}: {told}{percent}"))
    line.truncate(width - cell_len(keys), overflow="ellipsis")
    return line.plain + plain(keys)


def plain(text: str) -> str:
    """Without what a terminal would obey instead of showing it: titles come from outside."""
    return "".join(each if each.isprintable() else " " for each in worded(text))


def _has_room(width: int) -> bool:
    return width >= COVER_COLUMNS + LEAST_BESIDE_COVER + FRAME_COLUMNS


def _body(sheet: Sheet, cover: Text | None, colour: str, width: int) -> RenderableType:
    parts: list[RenderableType] = [Text(line) for line in _lines(sheet)]
    if sheet.card.percent is not None:
        parts.append(_bar(sheet.card.percent, colour, width))
    body: RenderableType = Group(*parts)
    if cover is not None:
        grid = Table.grid(padding=(0, 2))
        grid.add_row(cover, body)
        body = grid
    return body


def _lines(sheet: Sheet) -> Iterator[str]:
    """A line of a card may hold several, such as lyrics."""
    for line in (*sheet.card.lines, *sheet.extra):
        yield from (plain(each) for each in line.split("\n"))


def _below(sheet: Sheet) -> Iterator[RenderableType]:
    if sheet.buttons:
        yield Text()
    for _, row in groupby(sheet.buttons, key=lambda each: each.button.row):
        yield Columns([_key(each) for each in row], padding=(0, 2))
    if sheet.note:
        yield Text(plain(sheet.note), style="dim italic")


def _key(numbered: Numbered) -> Text:
    style = "red" if numbered.button.is_danger else ""
    number = Text(f"[{numbered.number}]", style="bold", no_wrap=True)
    return number.append(f" {plain(numbered.button.label)}", style=style)


def _bar(percent: int, colour: str, width: int) -> RenderableType:
    columns = min(BAR_COLUMNS, width - FRAME_COLUMNS - PERCENT_COLUMNS)
    bar = ProgressBar(total=100, completed=percent, width=columns, complete_style=colour)
    return Columns([bar, Text(f"{percent} %")])


@lru_cache(maxsize=16)
def _cover(path: Path) -> Text | None:
    """Two pixels a character: the upper one in the letter's colour, the lower one behind it."""
    from PIL import Image  # noqa: PLC0415  # slow to import, and only covers need it

    try:
        with Image.open(path) as image:
            size = (COVER_COLUMNS, COVER_COLUMNS)
            pixels = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    except OSError:
        return None
    text = Text(no_wrap=True)
    for y in range(0, COVER_COLUMNS, 2):
        for x in range(COVER_COLUMNS):
            upper, lower = _hex(pixels.getpixel((x, y))), _hex(pixels.getpixel((x, y + 1)))
            text.append("▀", style=f"{upper} on {lower}")
        text.append("\n")
    text.rstrip()
    return text


def _hex(pixel: object) -> str:
    red, green, blue = pixel if isinstance(pixel, tuple) else (0, 0, 0)
    return f"#{red:02x}{green:02x}{blue:02x}"
