"""Killed at random moments, and started again at once, while people go on asking for songs.

On Discord and on Slack, with the composer in a process of its own. Some moments fall into the start itself.
"""

import asyncio
import random
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, Generic, TypeVar

from tests.torture.audit import found_by, found_in_quotas, outcomes
from tests.torture.book import Book
from tests.torture.composer import composing
from tests.torture.mortal_busker import Busker
from tests.torture.nursery import a_nursery
from tests.torture.row import Row
from tests.torture.slack_town import SlackTown, a_workspace
from tests.torture.town import Town, a_town
from tests.torture.townsfolk import Townsfolk

__all__ = [
    "Lives",
    "Street",
    "a_slack_street",
    "a_street",
    "appears",
    "asking",
    "ended",
    "kept",
    "lives",
    "on_discord",
    "on_slack",
]

KILLS, STREETS = 300, 3
"""In all, and how many Buskers live beside each other: a life is mostly waiting."""
START_SECONDS = 0.8
"""Until it is connected, once it was imported."""
SLOWEST = 4.0
SONGS_A_LIFE = 1.15
"""A little more than one, since some are asked for while nobody is there."""
MOST_AT_ONCE = 4
PATIENCE_SECONDS = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lives:
    """How they are."""

    shortest: float = 0.3
    longest: float = 3.0
    """Seconds, once it is connected."""
    stillborn: float = 0.15
    """So many are killed while they start."""


AnyTown = TypeVar("AnyTown", bound=Townsfolk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Street(Generic[AnyTown]):
    town: AnyTown
    book: Book
    busker: Busker
    dice: random.Random


USUAL = Lives()
NOTHING_MORE: Mapping[str, str] = {}


async def on_discord(dice: random.Random, share: float) -> Row:
    return await _on("Discord", lambda: a_street(random.Random(dice.random())), share)  # noqa: S311


async def on_slack(dice: random.Random, share: float) -> Row:
    return await _on("Slack", lambda: a_slack_street(random.Random(dice.random())), share)  # noqa: S311


async def _on(
    platform: str, street: Callable[[], AbstractAsyncContextManager[Street[Any]]], share: float
) -> Row:
    kills = round(KILLS * share / STREETS)
    ends = await asyncio.gather(*(_killed(street(), kills) for _ in range(STREETS)))
    rows = [row for _, rows in ends for row in rows]
    early = sum(row["early_version"] is not None for row in rows)
    return Row(
        tried=f"SIGKILL at random moments on {platform}, {len(rows)} songs",
        times=kills * STREETS,
        unit="kills",
        found=tuple(each for found, _ in ends for each in found),
        measured=f"{outcomes(rows)}; of {early} one take went ahead",
    )


async def _killed(
    begun: AbstractAsyncContextManager[Street[Any]], kills: int
) -> tuple[list[str], list[dict[str, Any]]]:
    """What was found on one street, and what became of its songs."""
    async with begun as street:
        await lives(street, kills)
        found = await ended(street)
        return found, street.busker.rows("SELECT stage, early_version FROM jobs")


@asynccontextmanager
async def a_street(
    dice: random.Random, more: Mapping[str, str] = NOTHING_MORE
) -> AsyncIterator[Street[Town]]:
    """Everything but Busker is up."""
    async with a_town(dice) as town, _around(town, dice, more) as street:
        yield street


@asynccontextmanager
async def a_slack_street(dice: random.Random) -> AsyncIterator[Street[SlackTown]]:
    """The same on Slack."""
    async with a_workspace(dice) as town, _around(town, dice, NOTHING_MORE) as street:
        yield street


@asynccontextmanager
async def _around(
    town: AnyTown, dice: random.Random, more: Mapping[str, str]
) -> AsyncIterator[Street[AnyTown]]:
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    async with composing(folder) as (url, book), a_nursery() as nursery:
        settings = {
            "SOUNDVERSE_BASE_URL": url,
            "SOUNDVERSE_API_KEY": "sksoundverse_torture",
            "BUSKER_COMPOSER": "soundverse",
            **town.settings,
            **more,
        }
        busker = Busker(folder, settings, nursery)
        try:
            yield Street(town=town, book=book, busker=busker, dice=dice)
        finally:
            if busker.process:
                await busker.kill()
    shutil.rmtree(folder)


async def lives(street: Street[Any], kills: int, wanted: Lives = USUAL) -> None:
    """So many, one after the other, each with a song or two."""
    dice, busker = street.dice, street.busker
    slowness = await appears(street)  # from here on there is a menu
    for _ in range(kills):
        length = slowness * dice.uniform(wanted.shortest, wanted.longest)
        people = asyncio.create_task(asking(street, length))
        await asyncio.sleep(length)
        await busker.kill()
        if dice.random() < wanted.stillborn:
            street.town.expect()
            await busker.start()
            await asyncio.sleep(slowness * dice.uniform(0, START_SECONDS))
        else:
            slowness = await appears(street)
        await people


async def appears(street: Street[Any]) -> float:
    """A Busker, until it is connected; how slow it was, where a machine with nothing else to do is 1.

    On a busy one people and killers take their time as well, or nothing would ever be finished.
    """
    before, began = street.town.expect(), monotonic()
    await street.busker.start()
    await street.town.connected(before)
    return min(SLOWEST, max(1.0, (monotonic() - began) / START_SECONDS))


async def asking(street: Street[Any], length: float) -> None:
    """At any moment of a life, or just after it. Who gets no answer asks again in a later one."""
    dice, town = street.dice, street.town
    missed = sum(not asked.is_acknowledged for asked in town.asked)
    have = len(town.asked) - missed
    wanted = round(SONGS_A_LIFE * (street.busker.starts + 1)) - have
    moments = sorted(
        dice.uniform(0, length + 0.2) for _ in range(max(0, min(wanted, MOST_AT_ONCE)))
    )
    at = 0.0
    for moment in moments:
        await asyncio.sleep(moment - at)
        at = moment
        town.ask()


async def ended(street: Street[Any]) -> list[str]:
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
    found += town.refusals()
    return found + kept(busker, found)


def kept(busker: Busker, found: Sequence[str]) -> list[str]:
    """Where all that is left lies, if there is something to be looked for in it."""
    if not found:
        return []
    folder = Path(tempfile.mkdtemp(prefix="torture-found-"))
    shutil.copytree(busker.folder, folder, dirs_exist_ok=True)
    return [f"all that is left lies in {folder}"]
