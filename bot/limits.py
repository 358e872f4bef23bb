"""Which rule holds for a person, and what it leaves: rules and usage from the store, in one place."""

from dataclasses import dataclass
from datetime import tzinfo

from bot.models import Person
from bot.ports import Clock, Jobs, Rules
from bot.quotas import Allowance, Rule, Window

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The rules as they stand. `default` holds where none is set; None is no limit."""

    rules: Rules
    jobs: Jobs
    clock: Clock
    zone: tzinfo
    default: Rule | None

    async def rule_for(self, person: Person, server: str) -> Rule | None:
        """The person's own rule, or the server's, or the default."""
        return await self.rules.rule_for(person, server) or self.default

    async def allowance(self, person: Person, server: str) -> Allowance:
        """What the rule leaves now; without one, what was used today."""
        rule = await self.rule_for(person, server)
        window = rule.window if rule else Window.DAY
        now = self.clock.now()
        used = await self.jobs.used(person, server, window.start(now, self.zone))
        resets_at = window.end(now, self.zone) if rule else None
        return Allowance(rule=rule, used=used, resets_at=resets_at)
