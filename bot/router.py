"""From a command to its answer: the first of two places where errors become sentences."""

from collections.abc import Sequence

import structlog

from bot.cards import defect_card, refusal_card
from bot.commands import Spec
from bot.commands.catalogue import Answer, Desk
from bot.errors import Refusal, UnknownCommand
from bot.models import Command, Told
from bot.words import words_for

__all__ = ["Router"]

log = structlog.get_logger()


class Router:
    """Answers every command, whatever happens: with a job, with what was asked, or with why not."""

    def __init__(self, commands: Sequence[Spec], desk: Desk) -> None:
        self._commands = {spec.name: spec for spec in commands}
        self._desk = desk

    async def answer(self, command: Command) -> Answer:
        """Never raises: what went wrong is told to the person who asked."""
        words = words_for(command.person.locale)
        try:
            return await self._spec(command.name).answer(command, self._desk)
        except Refusal as refusal:
            log.info("refused", command=command.name, why=type(refusal).__name__)
            card = refusal_card(refusal, self._desk.clock.now(), words)
            return Told(card=card, is_refusal=True)
        except Exception:
            log.exception("a command failed", command=command.name)
            return Told(card=defect_card(words), is_refusal=True)

    def _spec(self, name: str) -> Spec:
        spec = self._commands.get(name)
        if spec is None:
            raise UnknownCommand(name=name, known=tuple(self._commands))
        return spec
