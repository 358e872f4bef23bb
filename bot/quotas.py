"""What a person may still ask for, and why: rules, windows and what they leave. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

__all__ = ["Allowance", "Rule", "Window", "rule_from", "rules_from"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What one rule leaves a person at one moment. Without a rule only the use is told."""

    rule: Rule | None
    used: int
    resets_at: datetime | None

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
