"""The conversation: with a person at a terminal, or with a script through a pipe."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from adapters.console.chat import ConsoleChat
from adapters.console.completion import Completions
from adapters.console.drawing import Sheet
from adapters.console.forms import Asker, ScriptAsker, form_card
from adapters.console.inbound import command_from, command_of_form, press_of
from adapters.console.screen import Screen
from bot.commands import Spec
from bot.commands.catalogue import Answer
from bot.commands.help import help_card
from bot.commands.text import spec_named, specs_of_group
from bot.models import Button, Card, Form, Person, Place, Started, Told, Tone
from bot.router import Router
from bot.words import Words, words_for

if TYPE_CHECKING:
    from adapters.console.prompt import Prompt

__all__ = ["Terminal"]

LEAVING = ("/quit", "/exit", "quit", "exit")
HELP = ("/help", "help", "?")
MOST_DIGITS = 9
"""No session has more buttons; a longer number is cut where it is told."""

AGAIN = "console-form"
"""The action of the terminal's own button: a form that was left or refused, once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """One person at one terminal."""

    router: Router
    specs: Sequence[Spec]
    chat: ConsoleChat
    screen: Screen
    person: Person
    place: Place
    is_oneself: bool = True
    """Not somebody else who is played."""
    forms: list[Form] = field(default_factory=list)
    """Those that can be filled in once more."""

    async def script(self, lines: Iterable[str], pending: Iterable[str]) -> bool:
        """Wait for what a restart left, then answer line by line; whether all went well."""
        outcomes = [await self.chat.ended(job_id) for job_id in pending]
        rest = iter(lines)
        asker = ScriptAsker(rest)
        asked = itertools.takewhile(lambda line: line.strip().lower() not in LEAVING, rest)
        outcomes += [await self._outcome(line, asker) for line in asked if line.strip()]
        return Tone.BAD not in outcomes

    async def converse(self, prompt: "Prompt", first: str | None, pending: Sequence[str]) -> None:
        """Answer what is typed until the person leaves. Songs on their way go on at the next start."""
        self._welcome(is_going_on=bool(pending))
        completions = Completions(
            router=self.router, specs=self._open, person=self.person, place=self.place
        )
        async for line in prompt.lines(completions, first):
            if line.strip().lower() in LEAVING:
                break
            if line.strip():
                await self._answer(line, prompt)
        if not self.chat.is_idle:
            self._note(self._words.say("console-unfinished"))

    @property
    def _words(self) -> Words:
        return words_for(self.person.locale)

    @property
    def _open(self) -> Sequence[Spec]:
        """What the person may use: the rest is refused when it is asked for."""
        return self.router.open_to(self.person, self.place)

    def _welcome(self, *, is_going_on: bool) -> None:
        self._note(self._words.say("console-welcome"), self._words.say("console-hints"))
        if not self.is_oneself:
            self._note(self._words.say("console-as", name=self.person.id))
        if is_going_on:
            self._note(self._words.say("console-goes-on"))

    def _note(self, *lines: str) -> None:
        self._print(Card(tone=Tone.QUIET, title=self._words.say("console-title"), lines=lines))

    def _print(self, card: Card) -> None:
        self.screen.finish(Sheet(card=card))

    async def _outcome(self, line: str, asker: Asker) -> Tone:
        """Answer one line, and wait for the song that it started."""
        answer = await self._answer(line, asker)
        if isinstance(answer, Started):
            return await self.chat.ended(answer.job_id)
        is_told = isinstance(answer, Told) and not answer.is_refusal
        return Tone.GOOD if is_told else Tone.BAD

    async def _answer(self, line: str, asker: Asker) -> Answer:
        answer, place = await self._first_answer(line)
        while isinstance(answer, Form):
            answer = await self._fill(answer, asker, place)
        told = answer.aside if isinstance(answer, Started) else answer
        if told is not None:
            await self.chat.answer(told, place)
        return answer

    async def _first_answer(self, line: str) -> tuple[Answer, Place]:
        """Before any form is filled in; and where it was asked."""
        written = line.strip()
        if written.isdecimal():
            return await self._press(written)
        own = self._own_answer(written)
        if own is not None:
            return own, self.place
        command = command_from(line, self.specs, self.person, self.place)
        return await self.router.answer(command), self.place

    def _own_answer(self, written: str) -> Told | None:
        """What the terminal itself knows: all that can be asked, or what belongs to a group."""
        if written.lower() in HELP:
            return Told(card=help_card(self._open, self._words))
        if not written.startswith("/") or spec_named(written[1:], self.specs)[0]:
            return None
        group = specs_of_group(written[1:], self._open)
        return Told(card=help_card(group, self._words)) if group else None

    async def _press(self, written: str) -> tuple[Answer, Place]:
        found = self.chat.numbers.find(int(written[:MOST_DIGITS]))
        if found is None:
            line = self._words.say("console-no-number", number=written[:MOST_DIGITS])
            return self._refused(line), self.place
        if found.button.action == AGAIN:
            return self.forms[int(found.button.subject)], found.place
        press = press_of(found.button, self.person, found.place)
        return await self.router.press(press), found.place

    async def _fill(self, form: Form, asker: Asker, place: Place) -> Answer:
        """Have the form filled in, and ask for what it becomes."""
        self._print(form_card(form, self._words.say(asker.how)))
        filled = await asker.fill(form)
        if filled is None:
            return self._with_again(self._refused(self._words.say("console-form-left")), form)
        answer = await self.router.answer(command_of_form(form, filled, self.person, place))
        if isinstance(answer, Told) and answer.is_refusal:
            fields = tuple(replace(each, value=filled[each.name]) for each in form.fields)
            return self._with_again(answer, replace(form, fields=fields))
        return answer

    def _with_again(self, told: Told, form: Form) -> Told:
        """Nothing that was written is lost."""
        self.forms.append(form)
        label = self._words.say("console-form-again")
        again = Button(action=AGAIN, subject=str(len(self.forms) - 1), label=label, row=9)
        return replace(told, card=replace(told.card, buttons=(*told.card.buttons, again)))

    def _refused(self, line: str) -> Told:
        title = self._words.say("refused-title")
        return Told(card=Card(tone=Tone.BAD, title=title, lines=(line,)), is_refusal=True)
