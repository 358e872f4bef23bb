"""What a test lets go wrong, by rule."""

import asyncio
import re
from dataclasses import dataclass
from enum import Enum, auto


class Fault(Enum):
    TOO_FAST = auto()
    """429, whatever the bucket says."""
    BANNED = auto()
    """429 from further outside, without the header by which the library knows Discord's."""
    SERVER_ERROR = auto()
    """500, and nothing was done."""
    CUT_BEFORE = auto()
    """The connection ends, and nothing was done."""
    CUT_AFTER = auto()
    """It was done, and the connection ends before the answer."""
    HANG = auto()
    """Nothing is done and no answer comes, until `release`; then the connection ends."""
    GATEWAY_DROP = auto()
    """The gateway's connection ends; the call itself is answered as always."""


@dataclass
class Rule:
    """The nth call that fits, and `times - 1` after it."""

    fault: Fault
    method: str
    pattern: re.Pattern[str]
    nth: int
    times: int
    seconds: float
    """After how long a client may come again, of a 429."""
    met: int = 0
    """How many calls fitted so far."""


class Faults:
    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self._released = asyncio.Event()

    def on(
        self,
        method: str,
        path: str,
        fault: Fault,
        *,
        nth: int = 1,
        times: int = 1,
        seconds: float = 0.05,
    ) -> Rule:
        """`path` is a pattern for all of it, without the version; `nth` counts from now."""
        rule = Rule(fault, method, re.compile(path), nth, times, seconds)
        self.rules.append(rule)
        return rule

    def due(self, method: str, path: str) -> Rule | None:
        """Every rule that fits counts the call; the first one that is due is applied."""
        due = None
        for rule in self.rules:
            if rule.method == method and rule.pattern.fullmatch(path):
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
