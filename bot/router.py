"""From a command or a press to its answer: the first of two places where errors become sentences."""

from collections.abc import Awaitable, Mapping, Sequence

import structlog

from bot.cards import defect_card, refusal_card
from bot.commands import Spec
from bot.commands.catalogue import Answer, Desk, Pressing
from bot.errors import NotFound, Refusal, UnknownCommand
from bot.models import Choice, Command, Person, Press, Told
from bot.words import words_for

__all__ = ["Router"]

log = structlog.get_logger()


class Router:
    """Answers whatever is asked or pressed: with a job, with what was wanted, or with why not."""

    def __init__(
        self, commands: Sequence[Spec], buttons: Mapping[str, Pressing], desk: Desk
    ) -> None:
        self._commands = {spec.name: spec for spec in commands}
        self._buttons = buttons
        self._desk = desk

    async def answer(self, command: Command) -> Answer:
        """Never raises: what went wrong is told to the person who asked."""
        return await self._guarded(self._answer(command), command.name, command.person)

    async def press(self, press: Press) -> Answer:
        """What a button does. Never raises, either."""
        return await self._guarded(self._press(press), press.action, press.person)

    async def suggest(self, command: Command, option: str) -> Sequence[Choice]:
        """What could be meant by an option, while the command is still being written. Never raises."""
        try:
            for each in self._spec(command.name).options:
                if each.name == option and each.suggest:
                    return await each.suggest(command, self._desk)
        except Exception:
            log.exception("suggestions failed", command=command.name, option=option)
        return ()

    async def _answer(self, command: Command) -> Answer:
        return await self._spec(command.name).answer(command, self._desk)

    async def _press(self, press: Press) -> Answer:
        pressing = self._buttons.get(press.action)
        if pressing is None:
            raise NotFound(what="button")
        return await pressing(press, self._desk)

    async def _guarded(self, answer: Awaitable[Answer], name: str, person: Person) -> Answer:
        words = words_for(person.locale)
        try:
            return await answer
        except Refusal as refusal:
            log.info("refused", command=name, why=type(refusal).__name__)
            card = refusal_card(refusal, self._desk.clock.now(), words)
            return Told(card=card, is_refusal=True)
        except Exception:
            log.exception("a command failed", command=name)
            return Told(card=defect_card(words), is_refusal=True)

    def _spec(self, name: str) -> Spec:
        spec = self._commands.get(name)
        if spec is None:
            raise UnknownCommand(name=name, known=tuple(self._commands))
        return spec
