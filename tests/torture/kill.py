"""Killed at random moments, and started again at once, while people go on asking for songs.

On Discord, with the composer in a process of its own. Some moments fall into the start itself.
"""

import asyncio
import random
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.torture.audit import found_by, found_in_quotas, outcomes
from tests.torture.book import Book
from tests.torture.composer import composing
from tests.torture.mortal_busker import Busker
from tests.torture.row import Row
from tests.torture.town import Town, a_town

__all__ = ["Lives", "Street", "a_street", "appears", "asking", "ended", "kept", "lives", "torture"]

KILLS, STREETS = 300, 3
"""In all, and how many Buskers live beside each other: a life is mostly waiting."""
START_SECONDS = 1.6
TOO_FAST = 429
"""After a restart nobody knows what the process before has used."""
ANSWERED = 40060
"""Whoever hears nothing of an answer sends it again; Discord takes one."""
SONGS_A_LIFE = 1.15
"""A little more than one, since some are asked for while nobody is there."""
PATIENCE_SECONDS = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lives:
    """How they are."""

    shortest: float = 0.3
    longest: float = 3.0
    """Seconds, once it is connected."""
    stillborn: float = 0.15
    """So many are killed while they start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    town: Town
    book: Book
    busker: Busker
    dice: random.Random


USUAL = Lives()
NOTHING_MORE: Mapping[str, str] = {}


async def torture(dice: random.Random, share: float) -> list[Row]:
    kills = round(KILLS * share / STREETS)
    streets = [_killed(random.Random(dice.random()), kills) for _ in range(STREETS)]  # noqa: S311
    ends = await asyncio.gather(*streets)
    rows = [row for _, rows in ends for row in rows]
    return [
        Row(
            tried=f"SIGKILL at random moments on Discord, {len(rows)} songs",
            times=kills * STREETS,
            unit="kills",
            found=tuple(each for found, _ in ends for each in found),
            measured=outcomes(rows),
        )
    ]


async def _killed(dice: random.Random, kills: int) -> tuple[list[str], list[dict[str, Any]]]:
    """What was found on one street, and what became of its songs."""
    async with a_street(dice) as street:
        await lives(street, kills)
        found = await ended(street)
        return found, street.busker.rows("SELECT stage FROM jobs")


@asynccontextmanager
async def a_street(
    dice: random.Random, more: Mapping[str, str] = NOTHING_MORE
) -> AsyncIterator[Street]:
    """Everything but Busker is up."""
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    async with composing(folder) as (url, book), a_town(dice) as town:
        settings = {
            "SOUNDVERSE_BASE_URL": url,
            "SOUNDVERSE_API_KEY": "sksoundverse_torture",
            "BUSKER_COMPOSER": "soundverse",
            "DISCORD_TOKEN": town.discord.token,
            "DISCORD_API_BASE": town.discord.api,
            **more,
        }
        busker = Busker(folder, settings)
        try:
            yield Street(town=town, book=book, busker=busker, dice=dice)
        finally:
            if busker.process:
                await busker.kill()
    shutil.rmtree(folder)


async def lives(street: Street, kills: int, wanted: Lives = USUAL) -> None:
    """So many, one after the other, each with a song or two."""
    dice, busker, town = street.dice, street.busker, street.town
    await appears(street)  # from here on there is a menu
    for _ in range(kills):
        length = dice.uniform(wanted.shortest, wanted.longest)
        people = asyncio.create_task(asking(street, length))
        await asyncio.sleep(length)
        await busker.kill()
        before = town.discord.gateway.identified
        await busker.start()
        if dice.random() < wanted.stillborn:
            await asyncio.sleep(dice.uniform(0, START_SECONDS))
        else:
            await town.connected(before)
        await people


async def appears(street: Street) -> None:
    """A Busker, until it is connected."""
    before = street.town.discord.gateway.identified
    await street.busker.start()
    await street.town.connected(before)


async def asking(street: Street, length: float) -> None:
    """At any moment of a life, or just after it. Who gets no answer asks again in a later one."""
    dice, town = street.dice, street.town
    missed = sum(not asked.is_acknowledged for asked in town.asked)
    have = len(town.asked) - missed
    wanted = round(SONGS_A_LIFE * (street.busker.starts + 1)) - have
    moments = sorted(dice.uniform(0, length + 0.2) for _ in range(max(0, min(wanted, 3))))
    at = 0.0
    for moment in moments:
        await asyncio.sleep(moment - at)
        at = moment
        town.ask()


async def ended(street: Street) -> list[str]:
    """Let the last Busker bring everything to its end; what isn't as promised then."""
    busker, town = street.busker, street.town
    if busker.process and busker.process.returncode is not None:
        await appears(street)
    found = []
    await town.rest()
    if not await busker.settled(PATIENCE_SECONDS):
        found.append(f"not everything came to an end within {PATIENCE_SECONDS:g} s")
    found += await found_in_quotas(town, busker)
    found += found_by(town, street.book, busker)
    if code := await busker.stop():
        found.append(f"Busker ended with {code}")
    found += [
        f"Discord refused {call}"
        for call in town.discord.refused
        if call.status != TOO_FAST and call.code != ANSWERED
    ]
    return found + kept(busker, found)


def kept(busker: Busker, found: Sequence[str]) -> list[str]:
    """Where all that is left lies, if there is something to be looked for in it."""
    if not found:
        return []
    folder = Path(tempfile.mkdtemp(prefix="torture-found-"))
    shutil.copytree(busker.folder, folder, dirs_exist_ok=True)
    return [f"all that is left lies in {folder}"]
