"""Where cards appear: a terminal on which they change in place, or plain lines in a file."""

import os
import shutil
import sys
from collections.abc import Callable
from functools import lru_cache
from io import StringIO, TextIOWrapper
from typing import TYPE_CHECKING, Protocol

from rich.console import Console

from adapters.console.drawing import Sheet, drawn, in_a_line, plain

if TYPE_CHECKING:
    from bot.models import Card
    from bot.words import Words

__all__ = ["LiveScreen", "PlainScreen", "Screen"]

WIDEST = 100
NARROWEST = 20
"""Columns of a card."""

LINES_FOR_TYPING = 8
"""The line that is typed, the menu below it, and one to spare."""


class Screen(Protocol):
    """What the console's chat needs of either."""

    def put(self, sheet: Sheet) -> None:
        """Show a card that may still change."""
        ...

    def finish(self, sheet: Sheet) -> None:
        """Show a card that won't change any more."""
        ...

    def drop(self, key: str) -> bool:
        """Take away a card that may still change; False if there is none of that key."""
        ...


class PlainScreen:
    """For files, pipes and terminals that can only print: what is new about a card, line by line."""

    def __init__(self) -> None:
        if isinstance(sys.stdout, TextIOWrapper):  # a note sign is no reason to fall silent
            sys.stdout.reconfigure(errors="replace")
        self._seen: dict[str, Card] = {}
        self._last = ""

    def put(self, sheet: Sheet) -> None:
        """Print the lines that the last card of this song didn't have."""
        card = sheet.card
        before = self._seen.get(card.key)
        self._seen[card.key] = card
        known = before.lines if before else ()
        new = [line for line in card.lines if line not in known]
        is_renamed = before is None or before.title != card.title
        if is_renamed or (new and self._last != card.key):  # another song spoke in between
            self._print(f"♪ {card.title}")
        for line in new:
            self._print(f"  {line}")
        if before is None:
            self._print_below(sheet)
        if is_renamed or new:
            self._last = card.key

    def finish(self, sheet: Sheet) -> None:
        """Print the whole card."""
        self._seen.pop(sheet.card.key, None)
        self._last = ""
        page = StringIO()
        console = Console(file=page, force_terminal=sys.stdout.isatty(), width=_columns())
        console.print(drawn(sheet, width=_columns(), with_cover=False))
        self._write(page.getvalue())

    def drop(self, key: str) -> bool:
        """See `Screen`. What was printed stays."""
        return self._seen.pop(key, None) is not None

    def _print_below(self, sheet: Sheet) -> None:
        for each in sheet.buttons:
            self._print(f"  [{each.number}] {each.button.label}")
        if sheet.note:
            self._print(f"  {sheet.note}")

    def _print(self, line: str) -> None:
        self._write(f"{plain(line)}\n")

    def _write(self, text: str) -> None:
        try:
            print(text, end="", flush=True)  # noqa: T201  # what a script's reader reads
        except BrokenPipeError:  # nobody reads on: the song is made all the same, in silence
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class LiveScreen:
    """For a terminal: open cards stand above the prompt and change there; ended ones scroll away."""

    def __init__(
        self, print_above: Callable[[str], None], redraw: Callable[[], None], words: "Words"
    ) -> None:
        self._print_above = print_above
        self._redraw = redraw
        self._words = words
        self._open: dict[str, Sheet] = {}

    def put(self, sheet: Sheet) -> None:
        """Show the card where its song's last one stood."""
        self._open[sheet.card.key] = sheet
        self._redraw()

    def finish(self, sheet: Sheet) -> None:
        """Let the card leave the live part."""
        self._open.pop(sheet.card.key, None)
        self._print_above(_ansi(sheet, _columns(), with_cover=True))
        self._redraw()

    def drop(self, key: str) -> bool:
        """See `Screen`."""
        is_open = self._open.pop(key, None) is not None
        self._redraw()
        return is_open

    def live(self) -> str:
        """The first open card whole, the others in a line each, in as many lines as there are.

        What is longer than the terminal would be left behind in it, and never change again.
        """
        sheets = list(self._open.values())
        room = shutil.get_terminal_size().lines - LINES_FOR_TYPING
        for whole in self._first(sheets):
            height = whole.count("\n")
            if height + min(len(sheets) - 1, 1) <= room:
                return whole + self._in_lines(sheets[1:], room - height)
        return self._in_lines(sheets, room)

    def _first(self, sheets: list[Sheet]) -> list[str]:
        """The first card, with its cover or else without."""
        return [
            _ansi(sheet, _columns(), with_cover=with_cover)
            for sheet in sheets[:1]
            for with_cover in (True, False)
        ]

    def _in_lines(self, sheets: list[Sheet], room: int) -> str:
        """The last line says how many there are besides, where they are too many."""
        shown = sheets if len(sheets) <= room else sheets[: max(room - 1, 0)]
        lines = [in_a_line(sheet, width=_columns()) for sheet in shown]
        if len(shown) < len(sheets):
            lines.append(self._words.say("console-more", count=len(sheets) - len(shown)))
        return "".join(f"{line}\n" for line in lines)


def _columns() -> int:
    return max(min(shutil.get_terminal_size().columns - 1, WIDEST), NARROWEST)


@lru_cache(maxsize=64)
def _ansi(sheet: Sheet, width: int, *, with_cover: bool) -> str:
    """The live part is drawn at every key that is pressed, mostly from the same cards."""
    page = StringIO()
    console = Console(file=page, force_terminal=True, width=width)
    has_colours = console.color_system is not None and not console.no_color
    console.print(drawn(sheet, width=width, with_cover=with_cover and has_colours))
    return page.getvalue()
