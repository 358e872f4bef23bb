"""Told to stop at random moments, and started again at once, while people go on asking for songs.

Now and then the platform or the database hangs just then: Busker is gone in ten seconds all the same.
"""

import asyncio
import random
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, closing, contextmanager
from time import monotonic, time
from typing import Any

from bot.words import words_for
from tests.torture.audit import outcomes
from tests.torture.kill import Lives, Street, a_slack_street, a_street, appears, asking, ended
from tests.torture.row import Row
from tests.torture.townsfolk import Asked

__all__ = ["on_discord", "on_slack"]

STOPS = 60
MOST_SECONDS = 10.0
HANGS = {"nothing": 0.7, "platform": 0.15, "database": 0.15}
"""How often, when Busker is told to stop."""
USUAL = Lives()
LAST_LINES = 2
UNFINISHED = "not everything could be brought to an end"
"""Where the platform has just hung, what is being posted may have to be looked for, which takes its time."""


async def on_discord(dice: random.Random, share: float) -> Row:
    return await _on("Discord", a_street(dice), share)


async def on_slack(dice: random.Random, share: float) -> Row:
    return await _on("Slack", a_slack_street(dice), share)


async def _on(platform: str, begun: AbstractAsyncContextManager[Street[Any]], share: float) -> Row:
    async with begun as street:
        dice = street.dice
        found, seconds = [], [0.0]
        stops, unfinished = list[tuple[int, str]](), 0
        for _ in range(round(STOPS * share)):
            await appears(street)
            length = dice.uniform(USUAL.shortest, USUAL.longest)
            people = asyncio.create_task(asking(street, length))
            await asyncio.sleep(length)
            hanging = dice.choices([*HANGS], [*HANGS.values()])[0]
            stops.append((round(time() * 1000), hanging))
            code, took = await _stopped(street, hanging)
            seconds.append(took)
            if took > MOST_SECONDS:
                found.append(f"with {hanging} hanging, it took {took:.1f} s")
            last_words = _last_words(street)
            unfinished += UNFINISHED in last_words
            if code and hanging == "nothing" and UNFINISHED not in last_words:
                found.append(f"it ended with {code}: {last_words}")
            await people
        town = street.town
        turned_away = [each for each in town.asked if _is_turned_away(each)]
        town.asked = [each for each in town.asked if each not in turned_away]
        found += await ended(street)
        rows = street.busker.rows("SELECT stage, submitted_at FROM jobs")
    found += _interrupted(rows, stops)
    measured = (
        f"{outcomes(rows)}; {len(turned_away)} asked to come again; "
        f"{unfinished} times something was left to the next start; {max(seconds):.1f} s at most"
    )
    return Row(
        tried=f"SIGTERM at random moments on {platform}, {len(rows)} songs",
        times=round(STOPS * share),
        unit="stops",
        found=tuple(found),
        measured=measured,
    )


def _interrupted(rows: Sequence[Mapping[str, Any]], stops: Sequence[tuple[int, str]]) -> list[str]:
    """Songs that a stop has cost, where it could have been helped: a database that hangs takes no name."""
    sent = [row["submitted_at"] for row in rows if row["stage"] == "interrupted"]
    during = [next(hanging for at, hanging in stops if at >= began) for began in sent]
    return [f"with {who} hanging, a song was interrupted" for who in during if who != "database"]


def _last_words(street: Street[Any]) -> str:
    return "\n".join(street.busker.log.read_text().splitlines()[-LAST_LINES:])


def _is_turned_away(asked: Asked) -> bool:
    """They have read that nothing was asked for."""
    return asked.is_acknowledged and any(
        words_for("en").say(key) in asked.said for key in ("refusal-restarting", "defect")
    )


async def _stopped(street: Street[Any], hanging: str) -> tuple[int, float]:
    """What it exits with, and after how long."""
    with _hangs(street, hanging):
        began = monotonic()
        code = await street.busker.stop()
        return code, monotonic() - began


@contextmanager
def _hangs(street: Street[Any], who: str) -> Iterator[None]:
    faults = street.town.faults
    with closing(sqlite3.connect(street.busker.database, isolation_level=None)) as other:
        if who == "platform":
            street.town.hang()
        if who == "database":
            other.execute("BEGIN IMMEDIATE")
        yield
    faults.rules.clear()
    faults.release()
