"""The chat platforms that `busker run` serves: every one whose token is set."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import structlog

from bot.opening import CantStart
from bot.operating.alarms import Alarms
from bot.operating.metrics import Metrics
from bot.ports import Chat, Clock
from bot.router import Router
from bot.settings import Settings

if TYPE_CHECKING:
    from adapters.web.listener import Route

__all__ = ["Platform", "keep", "platforms_for"]

log = structlog.get_logger()

FIRST_SECONDS = 5.0
LONGEST_SECONDS = 300.0


class Platform(Protocol):
    """One of them: what people do there comes in, and what Busker says goes out."""

    @property
    def chat(self) -> Chat:
        """What speaks there. Before `connected` it may fail."""
        ...

    @property
    def routes(self) -> Sequence["Route"]:
        """What it answers at the one listener, if it is told something that way."""
        ...

    async def serve(self, router: Router) -> None:
        """Stay connected until cancelled. Raises CantStart; may be called again after it ended."""
        ...

    async def connected(self) -> None:
        """Wait until songs can be shown."""
        ...


async def platforms_for(settings: Settings, metrics: Metrics) -> dict[str, Platform]:
    """By the names that places and people bear. None of them is connected yet.

    Raises CantStart when it is known already that one of them won't be.
    """
    found: dict[str, Platform] = {}
    if settings.discord_token is not None:
        from adapters.discord.platform import Discord  # noqa: PLC0415  # slow, and only needed here

        found["discord"] = Discord(settings, metrics)
    if settings.has_slack:
        from adapters.slack.platform import Slack  # noqa: PLC0415  # the same

        found["slack"] = await Slack.entered(settings, metrics)
    return found


async def keep(name: str, platform: Platform, router: Router, clock: Clock, alarms: Alarms) -> None:
    """Serve it until cancelled. One that never connected ends the start; one that did is tried again.

    When it gives a reason, the operator is told.
    """
    first = asyncio.create_task(platform.connected())
    seconds = FIRST_SECONDS
    try:
        while True:
            began_at, reason = clock.now(), ""
            try:
                await platform.serve(router)
            except Exception as error:
                if not first.done():
                    raise
                log.exception("a platform broke off", platform=name)
                if isinstance(error, CantStart):
                    reason = str(error)
            if (clock.now() - began_at).total_seconds() > LONGEST_SECONDS:
                seconds = FIRST_SECONDS
                await alarms.end(f"{name}-closed")
            if reason:
                await alarms.tell(f"{name}-closed", reason)
            await clock.sleep(seconds)
            seconds = min(seconds * 2, LONGEST_SECONDS)
    finally:
        first.cancel()
