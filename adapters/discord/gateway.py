"""Where the gateway is, and when a session may be begun there: in buckets, five seconds apart.

Source: https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
"""

import asyncio
import random
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import discord
import structlog
import yarl

from bot.ports import Clock

if TYPE_CHECKING:
    from discord.types.gateway import SessionStartLimit

__all__ = ["Sessions", "SessionsUsedUp", "StartLimit"]

log = structlog.get_logger()

APART_SECONDS = 5.0
DAY_SECONDS = 24 * 3600
AGAIN_SECONDS = (1.0, 5.0)
"""A session that has ended is begun anew after some time between these."""


class SessionsUsedUp(Exception):  # named for what happened
    """No session may be begun before some time has passed; who tries all the same loses the token."""

    def __init__(self, limit: "StartLimit") -> None:
        super().__init__(f"{limit.left} of {limit.total} left")
        self.limit = limit


@dataclass(frozen=True, slots=True, kw_only=True)
class StartLimit:
    """How many sessions may be begun, and how many of them in one five seconds."""

    total: int
    left: int
    reset_seconds: float
    at_once: int

    @classmethod
    def read(cls, said: "SessionStartLimit") -> Self:
        """As Discord says it."""
        return cls(
            total=said["total"],
            left=said["remaining"],
            reset_seconds=said["reset_after"] / 1000,
            at_once=max(1, said["max_concurrency"]),
        )


class Sessions:
    """Those of one process. Everything that connects asks for its turn here."""

    def __init__(self, clock: Clock, gateway_url: str | None) -> None:
        self._clock = clock
        self._own_url = yarl.URL(gateway_url) if gateway_url else None
        self._at_once = 1
        self._limit: StartLimit | None = None
        self._left = 0
        self._resets_at = 0.0
        self._begun_at: dict[int, float] = {}
        self._buckets: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._begun: set[int] = set()

    def open(self, url: str, shards: int, limit: StartLimit) -> None:
        """Go by what Discord said. Raises SessionsUsedUp when not even each shard could begin once."""
        if limit.left < shards:
            raise SessionsUsedUp(limit)
        self._at_once = limit.at_once
        self._limit, self._left = limit, limit.left
        self._resets_at = self._clock.now().timestamp() + limit.reset_seconds
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = self._own_url or yarl.URL(url)

    def lead_back(self, socket: discord.gateway.DiscordWebSocket) -> None:
        """A session is resumed where Discord says, unless the operator has named another address."""
        if self._own_url:
            socket.gateway = self._own_url

    async def turn(self, shard: int) -> None:
        """Wait until this shard may begin a session."""
        bucket = shard % self._at_once
        async with self._buckets[bucket]:
            if shard in self._begun:
                await self._clock.sleep(random.uniform(*AGAIN_SECONDS))  # noqa: S311  # no secret
            await self._spare()
            await self._rest(bucket)
            self._begun.add(shard)
            self._begun_at[bucket] = self._clock.now().timestamp()

    async def _spare(self) -> None:
        """Take one of those that are left; when there is none, wait: one too many costs the token."""
        seconds = self._resets_at - self._clock.now().timestamp()
        if self._left <= 0 and seconds > 0:
            log.error("no session may be begun", seconds=round(seconds))
            await self._clock.sleep(seconds)
        if self._limit and self._clock.now().timestamp() >= self._resets_at:
            self._left = self._limit.total
            self._resets_at = self._clock.now().timestamp() + DAY_SECONDS
        self._left -= 1

    async def _rest(self, bucket: int) -> None:
        begun_at = self._begun_at.get(bucket)
        if begun_at is None:
            return
        passed = self._clock.now().timestamp() - begun_at
        if passed < APART_SECONDS:
            await self._clock.sleep(min(APART_SECONDS - passed, APART_SECONDS))
