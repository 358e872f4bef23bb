"""Told to stop at random moments, and started again at once, while people go on asking for songs.

Now and then Discord or the database hangs just then: Busker is gone in ten seconds all the same.
"""

import asyncio
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from time import monotonic

from bot.words import words_for
from tests.fakes.discord import Fault
from tests.torture.audit import outcomes
from tests.torture.kill import Lives, Street, a_street, appears, asking, ended
from tests.torture.row import Row
from tests.torture.town import Town
from tests.torture.townsfolk import Asked

__all__ = ["torture"]

STOPS = 60
MOST_SECONDS = 10.0
HANGS = {"nothing": 0.7, "discord": 0.15, "database": 0.15}
"""How often, when Busker is told to stop."""
USUAL = Lives()


async def torture(dice: random.Random, share: float) -> list[Row]:
    async with a_street(dice) as street:
        found, seconds = [], [0.0]
        for _ in range(round(STOPS * share)):
            await appears(street)
            length = dice.uniform(USUAL.shortest, USUAL.longest)
            people = asyncio.create_task(asking(street, length))
            await asyncio.sleep(length)
            hanging = dice.choices([*HANGS], [*HANGS.values()])[0]
            code, took = await _stopped(street, hanging)
            seconds.append(took)
            if took > MOST_SECONDS:
                found.append(f"with {hanging} hanging, it took {took:.1f} s")
            if code and hanging == "nothing":
                found.append(f"it ended with {code}")
            await people
        town = street.town
        turned_away = [each for each in town.asked if _is_turned_away(each)]
        town.asked = [each for each in town.asked if each not in turned_away]
        found += await ended(street)
        rows = street.busker.rows("SELECT stage, failure FROM jobs")
    found += ["a song was interrupted" for row in rows if row["stage"] == "interrupted"]
    return [
        Row(
            tried=f"SIGTERM at random moments on Discord, {len(rows)} songs",
            times=round(STOPS * share),
            unit="stops",
            found=tuple(found),
            measured=(
                f"{outcomes(rows)}; {len(turned_away)} asked to come again; {max(seconds):.1f} s at most"
            ),
        )
    ]


def _is_turned_away(asked: Asked) -> bool:
    """They have read that nothing was asked for."""
    return asked.is_acknowledged and any(
        words_for("en").say(key) in asked.said for key in ("refusal-restarting", "defect")
    )


async def _stopped(street: Street[Town], hanging: str) -> tuple[int, float]:
    """What it exits with, and after how long."""
    with _hangs(street, hanging):
        began = monotonic()
        code = await street.busker.stop()
        return code, monotonic() - began


@contextmanager
def _hangs(street: Street[Town], who: str) -> Iterator[None]:
    faults = street.town.discord.faults
    with closing(sqlite3.connect(street.busker.database, isolation_level=None)) as other:
        if who == "discord":
            faults.on(r"\w+", ".*", Fault.HANG, times=9999)
        if who == "database":
            other.execute("BEGIN IMMEDIATE")
        yield
    faults.rules.clear()
    faults.release()
