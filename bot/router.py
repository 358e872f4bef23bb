"""From a command or a press to its answer: the first of two places where errors become sentences."""

import asyncio
import re
from collections.abc import Awaitable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import structlog

from bot.clicks import Clicks
from bot.commands import Spec
from bot.commands.catalogue import Answer, Desk, Pressing, open_to
from bot.errors import BadOption, NotFound, Refusal, Restarting, UnknownCommand
from bot.models import Choice, Command, Person, Place, Press, Told
from bot.operating.metrics import Metrics
from bot.refusal_card import defect_card, refusal_card
from bot.words import kebab, words_for

__all__ = ["Router"]

log = structlog.get_logger()

LONGEST = 90
"""Characters of a button's action and subject together."""

BROKEN = re.compile(r"[\x00-\x1f\ud800-\udfff]")
"""What no subject of ours has in it, and no database takes."""


class Router:
    """Answers whatever is asked or pressed: with a job, with what was wanted, or with why not."""

    def __init__(
        self,
        commands: Sequence[Spec],
        buttons: Mapping[str, Pressing],
        desk: Desk,
        metrics: Metrics,
        *,
        forms: Sequence[Spec] = (),
    ) -> None:
        self._commands = {spec.name: spec for spec in commands}
        self._forms = {spec.name: spec for spec in forms}
        self._buttons = buttons
        self._desk = desk
        self._metrics = metrics
        self._clicks = Clicks()
        self._is_closed = False
        self._under_way = 0
        self._is_idle = asyncio.Event()

    async def answer(self, command: Command) -> Answer:
        """Never raises: what went wrong is told to the person who asked."""
        return await self._guarded(self._answer(command), command.name, command.person)

    async def press(self, press: Press) -> Answer:
        """What a button does. Never raises, either."""
        return await self._guarded(self._press(press), press.action, press.person)

    def refuse(self, refusal: Refusal, name: str, person: Person) -> Told:
        """Why a command isn't answered at all: what its platform finds wrong is said by it, too."""
        log.info("refused", command=name, why=type(refusal).__name__)
        self._metrics.refused(kebab(type(refusal).__name__))
        card = refusal_card(refusal, self._desk.clock.now(), words_for(person.locale))
        option = refusal.option if isinstance(refusal, BadOption) else ""
        return Told(card=card, is_refusal=True, option=option)

    async def close(self) -> None:
        """Busker is about to stop: refuse whatever comes now; return once all before it is answered."""
        self._is_closed = True
        if self._under_way:
            self._is_idle.clear()
            await self._is_idle.wait()

    def open_to(self, person: Person, place: Place) -> Sequence[Spec]:
        """The commands that the person may use there, with the options that they may say."""
        return open_to(person, place, self._commands.values(), self._desk.authority)

    async def suggest(self, command: Command, option: str) -> Sequence[Choice]:
        """What could be meant by an option, while the command is still being written. Never raises."""
        if self._is_closed:
            return ()
        try:
            self._check(command, self._spec(command))
            for each in self._spec(command).options:
                if each.name == option and each.suggest:
                    return await each.suggest(command, self._desk)
        except Refusal:
            return ()
        except Exception:
            log.exception("suggestions failed", command=command.name, option=option)
        return ()

    async def _answer(self, command: Command) -> Answer:
        self._check_open()
        spec = self._spec(command)
        self._check(command, spec)
        return await spec.answer(command, self._desk)

    async def _press(self, press: Press) -> Answer:
        self._check_open()
        pressing = self._buttons.get(press.action)
        is_ours = len(press.action + press.subject) <= LONGEST and not BROKEN.search(press.subject)
        if pressing is None or not is_ours:
            raise NotFound(what="button")
        return await pressing(self._clicks.one(press, self._desk.clock.now()), self._desk)

    async def _guarded(self, answer: Awaitable[Answer], name: str, person: Person) -> Answer:
        try:
            with self._counted():
                return await answer
        except Refusal as refusal:
            return self.refuse(refusal, name, person)
        except Exception:
            log.exception("a command failed", command=name)
            return Told(card=defect_card(words_for(person.locale)), is_refusal=True)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._is_idle.set()

    def _check_open(self) -> None:
        if self._is_closed:
            raise Restarting

    def _check(self, command: Command, spec: Spec) -> None:
        """Before anything else: the person may use the command, and say all that was said."""
        said = [option.needs for option in spec.options if option.name in command.options]
        for need in (spec.needs, *said):
            self._desk.authority.check(command.person, command.place, need)

    def _spec(self, command: Command) -> Spec:
        spec = self._commands.get(command.name) or self._forms.get(command.name)
        if spec is None:
            for each in self._commands.values():
                if each.name.startswith(f"{command.name} "):
                    self._check(command, each)
            raise UnknownCommand(name=command.name, known=self._known_to(command))
        return spec

    def _known_to(self, command: Command) -> tuple[str, ...]:
        """What the person may use; commands of one group by the group's name."""
        specs = self.open_to(command.person, command.place)
        return tuple(dict.fromkeys(each.name.split()[0] for each in specs))
