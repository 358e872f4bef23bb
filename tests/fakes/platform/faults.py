"""What a test lets go wrong, by rule."""

import asyncio
import re
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

AnyFault = TypeVar("AnyFault", bound=Enum)


@dataclass
class Rule(Generic[AnyFault]):
    """The nth call that fits, and `times - 1` after it."""

    fault: AnyFault
    pattern: re.Pattern[str]
    nth: int
    times: int
    seconds: float
    """After how long a client may come again, of a 429."""
    reason: str = ""
    """The platform's own word for it, where a fault has one."""
    met: int = 0
    """How many calls fitted so far."""


class Rules(Generic[AnyFault]):
    """A call is a line of text; what it looks like is each platform's own."""

    def __init__(self) -> None:
        self.rules: list[Rule[AnyFault]] = []
        self._released = asyncio.Event()

    def add(self, rule: Rule[AnyFault]) -> Rule[AnyFault]:
        self.rules.append(rule)
        return rule

    def due(self, line: str) -> Rule[AnyFault] | None:
        """Every rule that fits counts the call; the first one that is due is applied."""
        due = None
        for rule in self.rules:
            if rule.pattern.fullmatch(line):
                rule.met += 1
                if due is None and rule.nth <= rule.met < rule.nth + rule.times:
                    due = rule
        return due

    async def hang(self) -> None:
        await self._released.wait()

    def release(self) -> None:
        """End every call that hangs."""
        self._released.set()
        self._released = asyncio.Event()
