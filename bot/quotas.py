"""What a person may still ask for, and why: rules, windows, limits and what they leave. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from bot.models import Person, Place

__all__ = [
    "Allowance",
    "Block",
    "Change",
    "Grant",
    "Holder",
    "Limit",
    "Register",
    "Rule",
    "Scope",
    "SetRule",
    "Standing",
    "Window",
    "actor_named",
    "best_of",
    "first_used_up",
    "rule_from",
    "rules_from",
]


class Window(StrEnum):
    """A calendar window. It begins at its zone's midnight (an hour: at the full hour)."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def start(self, now: datetime, zone: tzinfo) -> datetime:
        """The moment at or before `now` when this window began."""
        local = now.astimezone(zone).replace(minute=0, second=0, microsecond=0)
        match self:
            case Window.HOUR:
                # in UTC, so that the doubled hour of autumn is two windows
                return now.replace(minute=0, second=0, microsecond=0)
            case Window.DAY:
                return local.replace(hour=0, fold=0)
            case Window.WEEK:
                return (local - timedelta(days=local.weekday())).replace(hour=0, fold=0)
            case Window.MONTH:
                return local.replace(day=1, hour=0, fold=0)

    def end(self, now: datetime, zone: tzinfo) -> datetime:
        """The first moment after `now` that no longer belongs to this window."""
        start = self.start(now, zone)
        match self:
            case Window.HOUR:
                return start + timedelta(hours=1)
            case Window.DAY:
                return start + timedelta(
                    days=1
                )  # wall-clock arithmetic: 23 or 25 hours on some days
            case Window.WEEK:
                return start + timedelta(days=7)
            case Window.MONTH:
                return (start + timedelta(days=32)).replace(day=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """So many songs a window."""

    most: int
    window: Window

    def __str__(self) -> str:
        """As it is written in settings: "5/day"."""
        return f"{self.most}/{self.window}"

    @property
    def songs_a_day(self) -> float:
        """By which rules with different windows are compared."""
        return self.most / DAYS[self.window]


DAYS = {Window.HOUR: 1 / 24, Window.DAY: 1, Window.WEEK: 7, Window.MONTH: 30}


class Scope(StrEnum):
    """What a limit counts. The order is that in which people are told: what waiting mends comes last."""

    PERSON = "person"  # songs that count, of the person on the server
    SERVER = "server"  # songs that count, of everybody on the server
    BUDGET = "budget"  # songs that were billed, may have been or may be yet, wherever they were asked for
    TRIES = "tries"  # songs of the person that the service was asked for and that failed
    DECLINES = "declines"  # those of them whose words the service declined
    OPEN = "open"  # songs of the person that are on their way, or hold a place though cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A number that isn't to be exceeded, at one moment."""

    scope: Scope
    most: int | None
    """None only counts."""
    rule: Rule | None = None
    since: datetime | None = None
    """When the rule's window began, or was begun anew by a reset."""
    resets_at: datetime | None = None

    @classmethod
    def of(cls, scope: Scope, rule: Rule, now: datetime, zone: tzinfo) -> "Limit":
        """The rule as it stands now."""
        return cls(
            scope=scope,
            most=rule.most,
            rule=rule,
            since=rule.window.start(now, zone),
            resets_at=rule.window.end(now, zone),
        )

    def begun_by(self, reset_at: datetime | None) -> "Limit":
        """Counting from the reset, if that was within the window."""
        if reset_at is None or self.since is None:
            return self
        return replace(self, since=max(self.since, reset_at))


def first_used_up(limits: Iterable[Limit], used: Sequence[int]) -> Limit | None:
    """The first limit that leaves no room. `used` has what each of them counts."""
    each = zip(limits, used, strict=True)
    return next((limit for limit, n in each if limit.most is not None and n >= limit.most), None)


class Holder(StrEnum):
    """Whom a rule is set for."""

    PERSON = "person"
    ROLE = "role"
    EVERYONE = "everyone"  # each person on the server
    SERVER = "server"  # all of them together


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Songs on top of a person's rule, in every window until it ends; None is for good."""

    songs: int
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What was set for a person on a server, and holds now."""

    person: Rule | None = None
    roles: tuple[Rule, ...] = ()
    everyone: Rule | None = None
    server: Rule | None = None
    grants: tuple[Grant, ...] = ()
    reset_at: datetime | None = None
    """What was asked for before doesn't count against the person's rule."""
    is_paused: bool = False
    is_blocked: bool = False
    blocked_until: datetime | None = None
    """None for good."""
    zone: tzinfo | None = None
    """Whose midnight begins a day on the server; None is the operator's."""

    @property
    def granted(self) -> int:
        """Songs on top of the person's rule."""
        return sum(grant.songs for grant in self.grants)

    @property
    def holder(self) -> Holder | None:
        """For whom the rule was set that holds: the person, a role, everybody; None, if none was."""
        if self.person:
            return Holder.PERSON
        if self.roles:
            return Holder.ROLE
        return Holder.EVERYONE if self.everyone else None

    def rule(self, default: Rule | None) -> Rule | None:
        """The one that holds: the person's own, the best of the roles, everybody's, the default."""
        rule = self.person or best_of(self.roles) or self.everyone or default
        return rule and Rule(most=rule.most + self.granted, window=rule.window)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who changes what is allowed, when, and on which server; without one, everywhere."""

    actor: str
    """With the platform, as "discord:<id>": the operator may come from another one."""
    at: datetime
    platform: str = ""
    server: str = ""

    @classmethod
    def by(cls, person: Person, place: Place, at: datetime) -> "Change":
        """By that person, on the server of that place."""
        return cls(actor=actor_named(person), at=at, platform=place.platform, server=place.server)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRule:
    """A rule as it was set; `subject` is the person's or the role's id."""

    holder: Holder
    subject: str
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Who may ask for nothing; until None is for good."""

    person: str
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All that was set for a server, and holds now."""

    rules: tuple[SetRule, ...] = ()
    grants: tuple[tuple[str, Grant], ...] = ()
    """Each with the person's id."""
    blocks: tuple[Block, ...] = ()
    is_paused: bool = False
    """There; a pause everywhere isn't told of one server."""
    zone: tzinfo | None = None


def actor_named(person: Person) -> str:
    """What whoever changes something is called."""
    return f"{person.platform}:{person.id}"


def best_of(rules: Iterable[Rule]) -> Rule | None:
    """The one that allows the most songs a day."""
    return max(rules, key=lambda rule: rule.songs_a_day, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What one rule leaves a person at one moment. Without a rule only the use is told."""

    rule: Rule | None
    """Its number with what was granted."""
    used: int
    resets_at: datetime | None
    holder: Holder | None = None
    """For whom the rule was set; None is the default rule."""
    grants: tuple[Grant, ...] = ()

    @classmethod
    def of(cls, limit: Limit, used: int) -> "Allowance":
        """What the limit leaves when so much is used."""
        return cls(rule=limit.rule, used=used, resets_at=limit.resets_at)

    @property
    def left(self) -> int | None:
        """How many songs may still be asked for; None means any number."""
        return None if self.rule is None else max(0, self.rule.most - self.used)


def rule_from(text: str) -> Rule:
    """Read "5/day". Raises ValueError with a sentence that says the form."""
    number, _, window = (part.strip().lower() for part in text.partition("/"))
    if not number.isdecimal() or len(number) > 9 or window not in set(Window):  # noqa: PLR2004  # fits SQLite
        raise ValueError(f'"{text}" is no rule; write a number and hour, day, week or month: 5/day')
    return Rule(most=int(number), window=Window(window))


def rules_from(text: str) -> tuple[Rule, ...]:
    """Read "60/day,1500/month"; an empty text is no rule at all."""
    return tuple(rule_from(part) for part in text.split(",") if part.strip())
