"""A platform fails now and then, in each of its ways and at every call; and then Busker is killed besides.

`tests/adapters/*/test_faults.py` go through each call and each way by itself; here they meet.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tests.torture.audit import outcomes
from tests.torture.kill import Street, a_slack_street, a_street, appears, ended, lives
from tests.torture.row import Row

__all__ = ["on_discord", "on_slack"]

SONGS, KILLS = 80, 40
APART_SECONDS = 0.5
"""Between two songs, and at most so long between two faults."""
HANGS_SECONDS = 5.0
"""After which the connection ends."""


@dataclass
class Weather:
    """What failed so far."""

    met: int = 0


Begun = Callable[[], AbstractAsyncContextManager[Street[Any]]]


async def on_discord(dice: random.Random, share: float) -> list[Row]:
    return await _on("Discord", lambda: a_street(dice), share)


async def on_slack(dice: random.Random, share: float) -> list[Row]:
    return await _on("Slack", lambda: a_slack_street(dice), share)


async def _on(platform: str, begun: Begun, share: float) -> list[Row]:
    return [await _without_kills(platform, begun, share), await _with_kills(begun, share)]


async def _without_kills(platform: str, begun: Begun, share: float) -> Row:
    async with begun() as street:
        await appears(street)
        async with _bad_weather(street) as weather:
            for _ in range(round(SONGS * share)):
                street.town.ask()
                await asyncio.sleep(APART_SECONDS)
            await street.town.rest()
        found = await ended(street)
        rows = street.busker.rows("SELECT stage FROM jobs")
    return _row(f"{platform}'s calls fail in every way, {len(rows)} songs", weather, found, rows)


async def _with_kills(begun: Begun, share: float) -> Row:
    async with begun() as street:
        kills = round(KILLS * share)
        async with _bad_weather(street) as weather:
            await lives(street, kills)
        found = await ended(street)
        rows = street.busker.rows("SELECT stage FROM jobs")
    return _row(f"the same and {kills} SIGKILLs, {len(rows)} songs", weather, found, rows)


def _row(tried: str, weather: Weather, found: list[str], rows: list[dict[str, object]]) -> Row:
    measured = outcomes(rows)
    return Row(tried=tried, times=weather.met, unit="faults", found=tuple(found), measured=measured)


@asynccontextmanager
async def _bad_weather(street: Street[Any]) -> AsyncIterator[Weather]:
    """Some call fails in some way, and soon after another one, until the block is left."""
    weather, faults = Weather(), street.town.faults
    street.town.has_bad_weather = True
    raining = asyncio.create_task(_rain(street))
    clearing = asyncio.create_task(_clear(street))
    try:
        yield weather
    finally:
        raining.cancel()
        clearing.cancel()
        faults.release()
        weather.met = sum(rule.nth <= rule.met for rule in faults.rules)
        faults.rules.clear()


async def _rain(street: Street[Any]) -> None:
    dice = random.Random(street.dice.random())  # noqa: S311  # no secret
    while True:
        street.town.break_one(dice)
        await asyncio.sleep(dice.uniform(0, APART_SECONDS))


async def _clear(street: Street[Any]) -> None:
    """Let no call hang for ever."""
    while True:
        await asyncio.sleep(HANGS_SECONDS)
        street.town.faults.release()
