"""Killed at every step that a song has: just before it, and just after it, before anybody is told.

A step is a statement that changes the database, a card or a result that is shown, the request to the
composer, or a file that is fetched. Which there are, a song that nobody disturbs tells. Each next Busker
brings what the one before has left to its end before it is asked for the song that it dies of.
"""

import asyncio
import random
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from tests.torture.audit import found_on_shelf, outcomes
from tests.torture.kill import Street, a_slack_street, a_street, ended, kept
from tests.torture.plans import prompt_for
from tests.torture.row import Row

__all__ = ["LEAST_STEPS", "in_terminal", "on_discord", "on_slack"]

MORTAL = ("-m", "tests.torture.mortal")
LEAST_STEPS = 40
"""Fewer would mean that something isn't watched any more."""
PATIENCE_SECONDS = 60.0


async def on_discord(dice: random.Random, share: float) -> Row:
    """A song from a slash command to the result that answers it."""
    return await _on("Discord", a_street(dice), dice, share)


async def on_slack(dice: random.Random, share: float) -> Row:
    """The same, to the files in the card's thread."""
    return await _on("Slack", a_slack_street(dice), dice, share)


async def _on(
    platform: str,
    begun: AbstractAsyncContextManager[Street[Any]],
    dice: random.Random,
    share: float,
) -> Row:
    async with begun as street:
        log = street.busker.folder / "steps"
        await _connected(street)
        for _ in range(2):  # at their first song people are also told what is kept about them
            log.unlink(missing_ok=True)
            street.town.ask_for("swift")
            await _settled(street)
        steps = _some(log, dice, share)
        missed = 0
        for step in steps:
            await street.busker.kill()
            await _connected(street, step)
            await _settled(street)
            street.town.ask_for("swift")
            missed += not await _has_died(street)
        await street.busker.kill()
        found = [*await ended(street), *_unwatched(log)]
        rows = street.busker.rows("SELECT stage FROM jobs")
    return _row(f"on {platform}", len(steps) - missed, found, outcomes(rows))


async def in_terminal(dice: random.Random, share: float) -> Row:
    """The same by `busker try`, whose lines come from a script."""
    async with a_street(dice) as street:
        busker, log = street.busker, street.busker.folder / "steps"
        numbers = iter(range(1, 1000))

        async def sing(step: str = "") -> bool:
            log.unlink(missing_ok=not step)
            line = f"/song {prompt_for(next(numbers), 'swift')}"
            await busker.start(*MORTAL, "try", line, MORTAL_STEP=step, MORTAL_STEPS=str(log))
            assert busker.process
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await busker.process.wait() < 0

        await sing()
        steps, missed = _some(log, dice, share), 0
        found = list(_unwatched(log))
        for step in steps:
            missed += not await sing(step)
        await busker.start("-m", "bot", "try", f"/song {prompt_for(next(numbers))}")
        assert busker.process
        async with asyncio.timeout(PATIENCE_SECONDS):
            if code := await busker.process.wait():
                found.append(f"Busker ended with {code}")
        found += found_on_shelf(street.book, busker)
        found += kept(busker, found)
        rows = busker.rows("SELECT stage FROM jobs")
    return _row("in the terminal", len(steps) - missed, found, outcomes(rows))


async def _connected(street: Street[Any], step: str = "") -> None:
    before = street.town.expect()
    log = street.busker.folder / "steps"
    await street.busker.start(
        *MORTAL, "run", MORTAL_STEP=step, MORTAL_STEPS="" if step else str(log)
    )
    await street.town.connected(before)


async def _settled(street: Street[Any]) -> None:
    """Once everything so far is over, if anything was admitted at all."""
    await asyncio.sleep(0.3)
    assert await street.busker.settled(PATIENCE_SECONDS), street.busker.log.read_text()


async def _has_died(street: Street[Any]) -> bool:
    """Of the last song; False if that has come to its end without the step."""
    assert street.busker.process
    dying = asyncio.create_task(street.busker.process.wait())
    asked = street.town.asked[-1]
    done = f"SELECT 1 FROM jobs WHERE request_key = '{asked.request_key}' AND closed_at IS NOT NULL"  # noqa: S608
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not dying.done():
            if street.busker.rows(done):
                await asyncio.sleep(0.5)  # to close it is a step, too
                return dying.done()
            await asyncio.wait([dying], timeout=0.2)
    return True


def _some(log: Path, dice: random.Random, share: float) -> Sequence[str]:
    """All steps, or a share of them, in their order."""
    steps = log.read_text().splitlines()
    some = {*dice.sample(steps, min(len(steps), round(len(steps) * share)))}
    return [step for step in steps if step in some]


def _unwatched(log: Path) -> list[str]:
    steps = log.read_text().splitlines()
    return [] if len(steps) >= LEAST_STEPS else [f"only {len(steps)} steps are known: {steps}"]


def _row(where: str, times: int, found: Sequence[str], measured: str) -> Row:
    tried = f"SIGKILL before and after each step of a song {where}"
    return Row(tried=tried, times=times, unit="kills", found=tuple(found), measured=measured)
