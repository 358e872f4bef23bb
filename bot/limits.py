"""Which limits hold for a person, and what they leave: rules and usage from the store, in one place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.models import Person
from bot.ports import Clock
from bot.quotas import Allowance, Limit, Rule, Scope, Standing, Window
from bot.stores import Jobs, Rules

__all__ = ["UNLIMITED", "Limits", "Policy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The operator's limits besides the rule for each person. Without a value there is none."""

    server: Rule | None = None
    """For everybody on a server together, unless another is set for it."""
    budget: tuple[Rule, ...] = ()
    """Over all servers and platforms: what the service may bill."""
    most_open: int | None = None
    """Songs of one person on their way, running and waiting."""
    tries: Rule | None = None
    declines: Rule | None = None


UNLIMITED = Policy()

NOBODY = Person(platform="", id="")
"""Of no platform and no server: what holds for nobody in particular holds everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The rules as they stand. `default` holds for a person where none is set; None is no limit.

    `zone` is the operator's: what is counted over all servers begins anew at its midnight, and so does
    all else on a server whose admins have set no zone.
    """

    rules: Rules
    jobs: Jobs
    clock: Clock
    zone: tzinfo
    default: Rule | None
    policy: Policy = UNLIMITED

    def limits_for(self, standing: Standing, now: datetime) -> tuple[Limit, ...]:
        """All that a song asked for now must fit in, in the order of `Scope`."""
        return tuple(self._limits(standing, now))

    async def allowance(self, person: Person, server: str) -> Allowance:
        """What the person's rule leaves now; without one, what was used today."""
        own, _ = await self.allowances(person, server)
        return own

    async def allowances(self, person: Person, server: str) -> tuple[Allowance, Allowance | None]:
        """The person's, and the server's if it has a rule."""
        now = self.clock.now()
        standing = await self.rules.standing(person, server, now)
        limits = [self._own(standing, now), *self._server(standing, now)]
        used = await self.jobs.usage(person, server, limits, now)
        own, *others = map(Allowance.of, limits, used)
        own = replace(own, holder=standing.holder, grants=standing.grants)
        return own, next(iter(others), None)

    async def budget(self) -> Sequence[Allowance]:
        """What is left of the operator's own rules, over all servers and platforms."""
        now = self.clock.now()
        limits = [Limit.of(Scope.BUDGET, rule, now, self.zone) for rule in self.policy.budget]
        used = await self.jobs.usage(NOBODY, "", limits, now) if limits else ()
        return [*map(Allowance.of, limits, used)]

    async def is_paused(self) -> bool:
        """Nobody may ask anywhere."""
        return (await self.rules.standing(NOBODY, "", self.clock.now())).is_paused

    def _limits(self, standing: Standing, now: datetime) -> Iterator[Limit]:
        policy = self.policy
        yield self._own(standing, now)
        yield from self._server(standing, now)
        for rule in policy.budget:
            yield Limit.of(Scope.BUDGET, rule, now, self.zone)
        if policy.tries:
            yield Limit.of(Scope.TRIES, policy.tries, now, self.zone)
        if policy.declines:
            yield Limit.of(Scope.DECLINES, policy.declines, now, self.zone)
        if policy.most_open is not None:
            yield Limit(scope=Scope.OPEN, most=policy.most_open)

    def _own(self, standing: Standing, now: datetime) -> Limit:
        rule = standing.rule(self.default)
        zone = standing.zone or self.zone
        if rule is None:
            return Limit(scope=Scope.PERSON, most=None, since=Window.DAY.start(now, zone))
        return Limit.of(Scope.PERSON, rule, now, zone).begun_by(standing.reset_at)

    def _server(self, standing: Standing, now: datetime) -> Iterator[Limit]:
        rule = standing.server or self.policy.server
        if rule:
            yield Limit.of(Scope.SERVER, rule, now, standing.zone or self.zone)
