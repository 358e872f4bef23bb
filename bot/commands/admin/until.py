"""Moments until which something holds, as admins write them."""

import re
from datetime import UTC, datetime, time, timedelta

from bot.commands.admin.where import Asked
from bot.commands.catalogue import Option
from bot.errors import BadOption
from bot.phrases import moment

__all__ = ["UNTIL", "until_said", "until_told"]

UNTIL = Option(name="until", most_characters=20)

SPAN = re.compile(r"(\d{1,4})\s*([hdw])", re.IGNORECASE)
UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def until_said(asked: Asked) -> datetime | None:
    """Read "12h", "7d", "2w" or a date, which is meant to its end; None is for good. Raises BadOption."""
    given = asked.given.get("until")
    if given is None:
        return None
    found = SPAN.fullmatch(given)
    until = asked.now + int(found[1]) * UNITS[found[2].lower()] if found else _end(given, asked)
    if until <= asked.now:
        raise BadOption(option="until", problem="past", given=given)
    return until


def until_told(until: datetime | None, asked: Asked) -> str:
    """For a sentence: until when, in the server's zone, or for good."""
    if until is None:
        return asked.words.say("until-ever")
    return asked.words.say("until-moment", moment=moment(until, asked.zone))


def _end(given: str, asked: Asked) -> datetime:
    try:
        day = datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=UTC).date() + timedelta(days=1)
    except (ValueError, OverflowError):
        raise BadOption(option="until", problem="not-until", given=given) from None
    return datetime.combine(day, time(), asked.zone)
