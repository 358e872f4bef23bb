"""Looks now and then at what the operator has to know before people notice: the budget and the disk."""

import structlog

from bot.limits import Limits
from bot.operating.alarms import Alarms
from bot.operating.room import MIB, Room
from bot.phrases import when
from bot.ports import Clock
from bot.quotas import Allowance, Rule
from bot.words import own_words

__all__ = ["Watch"]

log = structlog.get_logger()

EVERY_SECONDS = 300
NEARLY = 0.8
"""So much of a budget is used, and the operator is told; once more when all of it is."""
SPARE = 1.25
"""So many times a mark have to be free before a disk counts as well again."""


class Watch:
    """Tells budget and disk. `price` is what a song costs, for an estimate."""

    def __init__(
        self, alarms: Alarms, limits: Limits, room: Room, clock: Clock, *, price: float | None
    ) -> None:
        self._alarms = alarms
        self._limits = limits
        self._room = room
        self._clock = clock
        self._price = price
        self._is_well = False

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("a look at budget and disk failed")
            await self._clock.sleep(EVERY_SECONDS)

    async def look(self) -> None:
        """Look once."""
        for allowance in await self._limits.budget():
            if allowance.rule:
                await self._tell_budget(allowance, allowance.rule)
        await self._tell_disk()

    async def _tell_budget(self, allowance: Allowance, rule: Rule) -> None:
        """Once a window at each mark; a budget that is used up at once is told once."""
        since = rule.window.start(self._clock.now(), self._limits.zone)
        if allowance.used >= rule.most:
            await self._alarms.tell(
                f"budget-100:{rule}", self._sentence("alarm-budget-used-up", allowance), since=since
            )
        elif allowance.used >= NEARLY * rule.most:
            await self._alarms.tell(
                f"budget-80:{rule}", self._sentence("alarm-budget", allowance), since=since
            )

    def _sentence(self, key: str, allowance: Allowance) -> str:
        words, rule, resets_at = own_words(), allowance.rule, allowance.resets_at
        if rule is None or resets_at is None:
            raise ValueError("a budget has a rule")
        facts: dict[str, str | int] = {
            "most": rule.most,
            "unit": words.say(f"unit-{rule.window}"),
            "when": when(self._clock.now(), resets_at, words),
            "used": allowance.used,
            "percent": 100 * allowance.used // max(1, rule.most),
        }
        sentence = words.say(key, **facts)
        if self._price is None:
            return sentence
        cost = f"{allowance.used * self._price:.2f}"
        return f"{sentence} {words.say('alarm-budget-cost', cost=cost, price=f'{self._price:g}')}"

    async def _tell_disk(self) -> None:
        room, words = self._room, own_words()
        free = room.free_bytes
        facts = {"free": free // MIB, "least": room.least_bytes // MIB}
        if free < room.least_bytes:
            self._is_well = False
            await self._alarms.tell("disk-full", words.say("alarm-disk-full", **facts))
        elif free < room.scarce_bytes:
            self._is_well = False
            await self._alarms.tell("disk-low", words.say("alarm-disk-low", **facts))
            if free > SPARE * room.least_bytes:
                await self._alarms.end("disk-full")
        elif free > SPARE * room.scarce_bytes and not self._is_well:
            self._is_well = await self._alarms.end("disk-low", "disk-full")
