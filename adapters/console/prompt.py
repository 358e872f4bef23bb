"""The line at the bottom of a terminal: typing goes on while the cards above it change."""

from collections.abc import AsyncIterator, Sequence

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.patch_stdout import patch_stdout

from adapters.console.screen import LiveScreen
from bot.commands import Spec

__all__ = ["Prompt"]


class Prompt:
    """Reads lines; `screen` is what stands above the line."""

    def __init__(self, specs: Sequence[Spec]) -> None:
        names = [f"/{spec.name}" for spec in specs] + ["/help", "/quit"]
        self.screen = LiveScreen(print, self._redraw)
        self._session: PromptSession[str] = PromptSession(
            lambda: ANSI(f"{self.screen.live}\x1b[1mbusker>\x1b[0m "),
            completer=WordCompleter(names, sentence=True),
        )

    async def lines(self) -> AsyncIterator[str]:
        """What is typed, until Ctrl-C or the end of the input."""
        with patch_stdout(raw=True):
            while True:
                try:
                    yield await self._session.prompt_async()
                except (EOFError, KeyboardInterrupt):
                    return

    def _redraw(self) -> None:
        self._session.app.invalidate()
