"""The chat platforms that `busker run` serves: every one whose token is set."""

import asyncio
from typing import Protocol

import structlog

from bot.operating.metrics import Metrics
from bot.ports import Chat, Clock
from bot.router import Router
from bot.settings import Settings

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

    async def serve(self, router: Router) -> None:
        """Stay connected until cancelled. Raises CantStart; may be called again after it ended."""
        ...

    async def connected(self) -> None:
        """Wait until songs can be shown."""
        ...


def platforms_for(settings: Settings, metrics: Metrics) -> dict[str, Platform]:
    """By the names that places and people bear. None of them is connected yet."""
    found: dict[str, Platform] = {}
    if settings.discord_token is not None:
        from adapters.discord.platform import Discord  # noqa: PLC0415  # slow, and only needed here

        found["discord"] = Discord(settings, metrics)
    return found


async def keep(name: str, platform: Platform, router: Router, clock: Clock) -> None:
    """Serve it until cancelled. One that never connected ends the start; one that did is tried again."""
    first = asyncio.create_task(platform.connected())
    seconds = FIRST_SECONDS
    try:
        while True:
            began_at = clock.now()
            try:
                await platform.serve(router)
            except Exception:
                if not first.done():
                    raise
                log.exception("a platform broke off", platform=name)
            if (clock.now() - began_at).total_seconds() > LONGEST_SECONDS:
                seconds = FIRST_SECONDS
            await clock.sleep(seconds)
            seconds = min(seconds * 2, LONGEST_SECONDS)
    finally:
        first.cancel()
