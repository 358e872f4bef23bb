"""Who is named on cards that others read: by name, since a mention would call them."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from adapters.showing.recent import Recent
from adapters.slack.calls import Calls
from adapters.slack.failures import FAILED
from bot.models import Card
from bot.ports import Clock

__all__ = ["Names"]

log = structlog.get_logger()

MENTION = re.compile(r"<@([UW][A-Z0-9]+)>")

FRESH = timedelta(hours=1)
MOST_KEPT = 5000


class Names:
    """Asks `users.info` once a person and hour."""

    def __init__(self, calls: Calls, clock: Clock) -> None:
        self._calls = calls
        self._clock = clock
        self._known: Recent[tuple[datetime, str]] = Recent(MOST_KEPT)

    async def on(self, card: Card) -> Card:
        """The card with names in place of mentions. Where Slack doesn't say one, the id stays."""
        people = {one for line in card.lines for one in MENTION.findall(line)}
        if not people:
            return card
        names = {one: await self._name(one) for one in people}
        lines = [MENTION.sub(lambda said: f"@{names[said[1]]}", line) for line in card.lines]
        return replace(card, lines=tuple(lines))

    async def _name(self, person: str) -> str:
        known = self._known.get(person)
        if known and self._clock.now() - known[0] < FRESH:
            return known[1]
        try:
            user = (await self._calls.ask("users.info", user=person))["user"]
        except FAILED as error:
            log.warning("nobody says who a person is", kind=type(error).__name__)
            return known[1] if known else person
        shown = user.get("profile") or {}
        name = shown.get("display_name") or shown.get("real_name") or user.get("name") or person
        self._known[person] = (self._clock.now(), str(name))
        return str(name)
