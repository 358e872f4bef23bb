"""Cards drawn for a terminal: a frame, the cover in half blocks, a bar where there are numbers."""

from functools import lru_cache
from pathlib import Path

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from bot.models import Card, Tone

__all__ = ["drawn", "plain"]

COLOURS = {
    Tone.WAITING: "blue",
    Tone.WORKING: "dark_orange",
    Tone.GOOD: "green",
    Tone.BAD: "red",
    Tone.QUIET: "bright_black",
}

COVER_COLUMNS = 24
BAR_COLUMNS = 40


def drawn(card: Card, *, with_cover: bool, extra: tuple[str, ...] = ()) -> RenderableType:
    """The card in its frame; `extra` lines stand below its own."""
    colour = COLOURS[card.tone]
    parts: list[RenderableType] = [Text(plain(line)) for line in (*card.lines, *extra)]
    if card.percent is not None:
        parts.append(_bar(card.percent, colour))
    body: RenderableType = Group(*parts)
    if with_cover and card.cover is not None and (cover := _cover(card.cover)) is not None:
        grid = Table.grid(padding=(0, 2))
        grid.add_row(cover, body)
        body = grid
    footer = Text(plain(card.footer)) if card.footer else None
    title = Text(plain(card.title), style="bold")
    return Panel(
        body, title=title, subtitle=footer, title_align="left", subtitle_align="right",
        border_style=colour, padding=(0, 1),
    )  # fmt: skip


def plain(text: str) -> str:
    """Without what a terminal would obey instead of showing it: titles come from outside."""
    return "".join(each if each.isprintable() else " " for each in text)


def _bar(percent: int, colour: str) -> RenderableType:
    bar = ProgressBar(total=100, completed=percent, width=BAR_COLUMNS, complete_style=colour)
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
