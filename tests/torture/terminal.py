"""Killed at random moments in a terminal: `busker try`, which is given a line by a script each time."""

import asyncio
import random

from tests.torture.audit import found_on_shelf, outcomes
from tests.torture.kill import a_street, kept
from tests.torture.mortal_busker import Busker
from tests.torture.plans import prompt_for
from tests.torture.row import Row

__all__ = ["in_terminal"]

KILLS = 100
LONGEST = 3.0
"""Seconds of a life, from its first words on. What is unfinished comes before the line that is read."""
STILLBORN, START_SECONDS = 0.1, 0.8
"""So many are killed while they start."""
FATES = ("swift", "well", "well", "one-take", "cut-after", "cut-midway", "fails")
PATIENCE_SECONDS = 120.0


async def in_terminal(dice: random.Random, share: float) -> Row:
    async with a_street(dice) as street:
        busker, kills = street.busker, round(KILLS * share)
        for number in range(1, kills + 1):
            await _sing(busker, number, dice.choice(FATES))
            if dice.random() < STILLBORN:
                await asyncio.sleep(dice.uniform(0, START_SECONDS))
            else:
                await busker.speaks()
                await asyncio.sleep(dice.uniform(0, LONGEST))
            await busker.kill()
        await _sing(busker, kills + 1, "well")
        found = list[str]()
        assert busker.process
        async with asyncio.timeout(PATIENCE_SECONDS):
            await busker.process.wait()
        found += found_on_shelf(street.book, busker)
        found += kept(busker, found)
        rows = busker.rows("SELECT stage FROM jobs")
    return Row(
        tried=f"SIGKILL at random moments in the terminal, {len(rows)} songs",
        times=kills,
        unit="kills",
        found=tuple(found),
        measured=outcomes(rows),
    )


async def _sing(busker: Busker, number: int, fate: str) -> None:
    await busker.start("-m", "bot", "try", f"/song {prompt_for(number, fate)}")
