"""Who somebody is in the workspace, as Slack knows it, remembered for a while."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.failures import FAILED, error_of
from bot.ports import Clock

__all__ = ["People", "Profile"]

log = structlog.get_logger()

FRESH = timedelta(minutes=5)
"""So long an admin who was made one, or is one no longer, is taken for what they were."""

MOST = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What matters of a person here."""

    name: str = ""
    locale: str = "en"
    is_admin: bool = False
    is_guest: bool = False
    """Invited to some channels only, or of another organisation."""


class People:
    """Asks `users.info`, whose limit is a hundred a minute, once for a person and five minutes."""

    def __init__(self, client: AsyncWebClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._known: OrderedDict[str, tuple[datetime, Profile]] = OrderedDict()
        self._asking: dict[str, asyncio.Task[Profile | None]] = {}

    async def find(self, user: str, team: str) -> Profile | None:
        """Who they are in this workspace; what was known before when Slack doesn't say, else None."""
        known = self._known.get(user)
        if known and self._clock.now() - known[0] < FRESH:
            return known[1]
        if user not in self._asking:
            task = self._asking[user] = asyncio.create_task(self._ask(user, team))
            task.add_done_callback(lambda _: self._asking.pop(user, None))
        asked = await asyncio.shield(self._asking[user])
        return asked or (known[1] if known else None)

    async def _ask(self, user: str, team: str) -> Profile | None:
        try:
            said = await self._client.users_info(user=user, include_locale=True)
        except FAILED as error:
            log.warning("nobody says who a person is", why=error_of(error) or type(error).__name__)
            return None
        profile = _profile(said["user"], team)
        self._known[user] = (self._clock.now(), profile)
        self._known.move_to_end(user)
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return profile


def _profile(user: dict[str, Any], team: str) -> Profile:
    own_teams = {user.get("team_id"), *user.get("enterprise_user", {}).get("teams", ())}
    is_outsider = bool(user.get("is_stranger")) or team not in own_teams
    is_admin = bool(user.get("is_admin") or user.get("is_owner"))
    shown = user.get("profile", {})
    return Profile(
        name=shown.get("display_name") or shown.get("real_name") or user.get("name") or "",
        locale=user.get("locale") or "en",
        is_admin=is_admin and not is_outsider,
        is_guest=is_outsider or bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
    )
