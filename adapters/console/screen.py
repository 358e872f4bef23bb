"""Where cards appear: a terminal on which they change in place, or plain lines in a file."""

import shutil
from collections.abc import Callable
from io import StringIO
from typing import Protocol

from rich.console import Console

from adapters.console.drawing import drawn, plain
from bot.models import Card

__all__ = ["LiveScreen", "PlainScreen", "Screen"]


class Screen(Protocol):
    """What the console's chat needs of either."""

    def put(self, card: Card) -> None:
        """Show a card that may still change."""
        ...

    def finish(self, card: Card, extra: tuple[str, ...] = ()) -> None:
        """Show a card that won't change any more."""
        ...


class PlainScreen:
    """For files and pipes: what is new about a card, line by line."""

    def __init__(self) -> None:
        self._console = Console()
        self._seen: dict[str, Card] = {}

    def put(self, card: Card) -> None:
        """Print the lines that the last card of this song didn't have."""
        before = self._seen.get(card.key)
        self._seen[card.key] = card
        if before is None or before.title != card.title:
            self._print(f"♪ {card.title}")
        for line in card.lines:
            if before is None or line not in before.lines:
                self._print(f"  {line}")

    def finish(self, card: Card, extra: tuple[str, ...] = ()) -> None:
        """Print the whole card."""
        self._seen.pop(card.key, None)
        self._console.print(drawn(card, with_cover=False, extra=extra))

    def _print(self, line: str) -> None:
        self._console.print(plain(line), markup=False, highlight=False, soft_wrap=True)


class LiveScreen:
    """For a terminal: open cards stand above the prompt and change there; ended ones scroll away."""

    def __init__(self, print_above: Callable[[str], None], redraw: Callable[[], None]) -> None:
        self._print_above = print_above
        self._redraw = redraw
        self._open: dict[str, Card] = {}

    def put(self, card: Card) -> None:
        """Show the card where its song's last one stood."""
        self._open[card.key] = card
        self._redraw()

    def finish(self, card: Card, extra: tuple[str, ...] = ()) -> None:
        """Let the card leave the live part."""
        self._open.pop(card.key, None)
        self._print_above(_ansi(card, with_cover=True, extra=extra))
        self._redraw()

    @property
    def live(self) -> str:
        """The first open card whole, the others in a line each, as a terminal understands them."""
        cards = list(self._open.values())
        whole = "".join(_ansi(card, with_cover=True) for card in cards[:1])
        return whole + "".join(f"♪ {_in_a_line(card)}\n" for card in cards[1:])


def _in_a_line(card: Card) -> str:
    """A terminal has few lines, and a person may have many songs."""
    percent = f", {card.percent} %" if card.percent is not None else ""
    told = card.lines[-1] if card.lines else ""
    return plain(f"{card.title}: {told}{percent}")[: _width()]


def _width() -> int:
    return min(shutil.get_terminal_size().columns - 1, 100)


def _ansi(card: Card, *, with_cover: bool, extra: tuple[str, ...] = ()) -> str:
    page = StringIO()
    Console(file=page, force_terminal=True, width=_width()).print(
        drawn(card, with_cover=with_cover, extra=extra)
    )
    return page.getvalue()
