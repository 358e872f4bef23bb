"""The line at the bottom of a terminal: typing goes on while the cards above it change."""

import shutil
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.patch_stdout import patch_stdout
from prompt_toolkit.utils import is_dumb_terminal
from prompt_toolkit.validation import ValidationError, Validator

from adapters.console.completion import Completions
from adapters.console.drawing import plain
from adapters.console.forms import problem_with, value_of
from adapters.console.screen import LiveScreen, PlainScreen, Screen
from bot.models import Field, Form
from bot.words import Words

__all__ = ["Prompt"]

MENU_LINES = 6
"""At most a third of the terminal."""


class Prompt:
    """Reads lines; `screen` is what stands above the line."""

    how = "console-form-typed"

    def __init__(self, words: Words) -> None:
        self._words = words
        self._live = None if is_dumb_terminal() else LiveScreen(print, self._redraw, words)
        self.screen: Screen = self._live or PlainScreen()
        self._commands: PromptSession[str] = PromptSession()
        self._fields: PromptSession[str] = PromptSession()
        self._now = self._commands

    async def lines(self, completions: Completions, first: str | None) -> AsyncIterator[str]:
        """The first line if there is one, and what is typed, until Ctrl-C or the end of the input."""
        completer = _Completer(completions)
        # raw all the time, so that what is typed between two prompts isn't echoed by the terminal
        with self._commands.input.raw_mode(), patch_stdout(raw=True):
            if first:
                yield first
            while True:
                self._now = self._commands
                try:
                    yield await self._commands.prompt_async(
                        self._above("busker> "),
                        completer=completer,
                        reserve_space_for_menu=_menu_lines(),
                    )
                except (EOFError, KeyboardInterrupt):
                    return

    async def fill(self, form: Form) -> Mapping[str, str] | None:
        """See `adapters.console.forms.Asker`. Ctrl-C leaves the form."""
        self._now = self._fields
        filled: dict[str, str] = {}
        try:
            for field in form.fields:
                filled[field.name] = value_of(field, await self._value(field))
        except (EOFError, KeyboardInterrupt):
            return None
        return filled

    async def _value(self, field: Field) -> str:
        hint = self._words.say("console-form-several-lines")
        self._fields.bottom_toolbar = hint if field.is_long else None
        return await self._fields.prompt_async(
            self._above(f"{plain(field.label)}> "),
            default=_shown(field),
            multiline=field.is_long,
            validator=_Checked(field, self._words),
            validate_while_typing=False,
        )

    def _above(self, label: str) -> Callable[[], ANSI]:
        """The open cards and the label. Of a line that is done only the label stays behind."""

        def message() -> ANSI:
            live = "" if self._live is None or get_app().is_done else self._live.live()
            return ANSI(f"{live}\x1b[1m{label}\x1b[0m")

        return message

    def _redraw(self) -> None:
        self._now.app.invalidate()


class _Completer(Completer):
    """The library's own form of what could come next."""

    def __init__(self, completions: Completions) -> None:
        self._completions = completions

    def get_completions(
        self,
        document: Document,  # noqa: ARG002  # the library's signature
        complete_event: CompleteEvent,  # noqa: ARG002
    ) -> Iterable[Completion]:
        return ()

    async def get_completions_async(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002  # as above
    ) -> AsyncGenerator[Completion]:
        async for each in self._completions.after(document.text_before_cursor):
            yield Completion(
                each.text,
                start_position=-each.replaces,
                display=plain(each.label or each.text),
                display_meta=plain(each.about),
            )


class _Checked(Validator):
    """Lets nothing be sent that the field can't take."""

    def __init__(self, field: Field, words: Words) -> None:
        self._field = field
        self._words = words

    def validate(self, document: Document) -> None:
        problem = problem_with(self._field, document.text, self._words)
        if problem:
            raise ValidationError(message=problem, cursor_position=len(document.text))


def _shown(field: Field) -> str:
    """The present value, as it would be typed."""
    labels = {choice.value: choice.label for choice in field.choices}
    return labels.get(field.value, field.value)


def _menu_lines() -> int:
    return min(MENU_LINES, shutil.get_terminal_size().lines // 3)
