"""The conversation: with a person at a terminal, or with a script through a pipe."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from adapters.console.chat import ConsoleChat
from adapters.console.inbound import command_from
from adapters.console.prompt import Prompt
from adapters.console.screen import Screen
from bot.commands import Spec
from bot.commands.catalogue import Answer
from bot.commands.help import help_card
from bot.models import Card, Person, Place, Started, Told, Tone
from bot.router import Router
from bot.words import words_for

__all__ = ["Terminal"]

LEAVING = ("/quit", "/exit", "quit", "exit")
HELP = ("/help", "help", "?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """One person at one terminal."""

    router: Router
    specs: Sequence[Spec]
    chat: ConsoleChat
    screen: Screen
    person: Person
    place: Place

    async def script(self, lines: Iterable[str], pending: Iterable[str]) -> bool:
        """Wait for what a restart left, then answer line by line; whether all went well."""
        outcomes = [await self.chat.ended(job_id) for job_id in pending]
        asked = itertools.takewhile(lambda line: line.strip().lower() not in LEAVING, lines)
        outcomes += [await self._outcome(line) for line in asked if line.strip()]
        return Tone.BAD not in outcomes

    async def converse(self, prompt: Prompt, first: str | None, pending: Sequence[str]) -> None:
        """Answer what is typed until the person leaves. Songs on their way go on at the next start."""
        words = words_for(self.person.locale)
        self._note(words.say("console-welcome"), words.say("console-hints"))
        if pending:
            self._note(words.say("console-goes-on"))
        if first:
            await self._answer(first)
        async for line in prompt.lines():
            if line.strip().lower() in LEAVING:
                break
            if line.strip():
                await self._answer(line)
        if not self.chat.is_idle:
            self._note(words.say("console-unfinished"))

    def _note(self, *lines: str) -> None:
        title = words_for(self.person.locale).say("console-title")
        self.screen.finish(Card(tone=Tone.QUIET, title=title, lines=lines))

    async def _outcome(self, line: str) -> Tone:
        """Answer one line, and wait for the song that it started."""
        answer = await self._answer(line)
        if isinstance(answer, Started):
            return await self.chat.ended(answer.job_id)
        is_told = isinstance(answer, Told) and not answer.is_refusal
        return Tone.GOOD if is_told else Tone.BAD

    async def _answer(self, line: str) -> Answer:
        answer = await self._answer_to(line)
        if isinstance(answer, Told):
            self.screen.finish(answer.card)
        return answer

    async def _answer_to(self, line: str) -> Answer:
        if line.strip().lower() in HELP:
            return Told(card=help_card(self.specs, words_for(self.person.locale)))
        specs = {spec.name: spec for spec in self.specs}
        return await self.router.answer(command_from(line, specs, self.person, self.place))
