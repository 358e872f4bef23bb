"""Parts of sentences that several answers share: rules, moments, spans of time and people."""

import math
from datetime import datetime, tzinfo

from bot.moments import Shown, written
from bot.quotas import Holder, Rule
from bot.words import Words

__all__ = [
    "ago",
    "channel_named",
    "duration",
    "holder_named",
    "is_marked",
    "moment",
    "person_named",
    "playing_time",
    "role_named",
    "shortened",
    "songs_a_window",
    "when",
]

HOUR = 60
DAY = 24 * HOUR
"""In minutes."""

MARKED = frozenset({"discord", "slack"})
"""Platforms that show a name for an id in angle brackets; nobody is called by it in an answer."""


def duration(now: datetime, then: datetime, words: Words) -> str:
    """How long it is until then, rounded up to minutes."""
    minutes = max(1, math.ceil((then - now).total_seconds() / 60))
    if minutes < HOUR:
        return words.say("time-minutes", minutes=minutes)
    if minutes < 2 * DAY:
        return words.say("time-hours", hours=minutes // HOUR, minutes=minutes % HOUR)
    return words.say("time-days", days=minutes // DAY)


def when(now: datetime, then: datetime, words: Words) -> str:
    """When something will be, for a sentence: "in 3 h 5 min", or as the platform shows moments."""
    minutes = max(1, math.ceil((then - now).total_seconds() / 60))
    if minutes < HOUR:
        return written(then, Shown.SOON, words.say("time-in-minutes", minutes=minutes))
    if minutes < 2 * DAY:
        hours, minutes = divmod(minutes, HOUR)
        said = words.say("time-in-hours", hours=hours, minutes=minutes)
        return written(then, Shown.SOON, said)
    return written(then, Shown.FAR, words.say("time-in-days", days=minutes // DAY))


def ago(then: datetime, now: datetime, words: Words) -> str:
    """How long it has been, roughly."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    if minutes < HOUR:
        return words.say("ago-minutes", minutes=minutes)
    if minutes < 2 * DAY:
        return words.say("ago-hours", hours=minutes // HOUR)
    return words.say("ago-days", days=minutes // DAY)


def moment(at: datetime, zone: tzinfo) -> str:
    """A date and a time, for a sentence: 2026-11-20 12:00, or as the platform shows moments."""
    return written(at, Shown.DATE, f"{at.astimezone(zone):%Y-%m-%d %H:%M}")


def songs_a_window(rule: Rule, words: Words) -> str:
    """A rule in words: "5 songs a day"."""
    return words.say("songs-a-window", most=rule.most, unit=words.say(f"unit-{rule.window}"))


def playing_time(seconds: float) -> str:
    """Minutes and seconds, as players show them: 3:05."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def shortened(text: str, most: int) -> str:
    """The text in at most so many characters; where something is missing, it says so."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def holder_named(holder: Holder, platform: str, subject: str) -> str:
    """Whom a rule is for, as the platform shows it."""
    named = role_named if holder is Holder.ROLE else person_named
    return named(platform, subject)


def person_named(platform: str, person: str) -> str:
    """Who it is, as the platform shows it."""
    return _marked("@", platform, person)


def role_named(platform: str, role: str) -> str:
    """Which role it is, as the platform shows it."""
    return _marked("@&", platform, role)


def channel_named(platform: str, channel: str) -> str:
    """Which channel it is, as the platform shows it."""
    return _marked("#", platform, channel)


def is_marked(platform: str) -> bool:
    """Whether the platform shows people by their names where they are named by their ids."""
    return platform in MARKED


def _marked(sign: str, platform: str, name: str) -> str:
    return f"<{sign}{name}>" if is_marked(platform) else name
