"""The same with the house band, which is killed as well: now with Busker, now alone.

The band's own book is its folder of jobs. It renders real music, so its songs are few at a time.
"""

import asyncio
import json
import os
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL
from typing import Any

from tests.fakes.discord import Message
from tests.ports import free_port
from tests.torture.audit import ENDS, WORKING, outcomes
from tests.torture.kill import a_street, appears, kept
from tests.torture.mortal_busker import Busker
from tests.torture.plans import number_in
from tests.torture.row import Row
from tests.torture.town import Town

__all__ = ["with_band"]

KILLS = 100
SHORTEST, LONGEST = 0.5, 4.0
"""Seconds between two kills."""
SECONDS = 10
"""The shortest song that the band plays."""
MOST_OPEN = 5
PATIENCE_SECONDS = 240.0


async def with_band(dice: random.Random, share: float) -> Row:
    async with a_street(dice, _its_settings()) as street:
        busker, town = street.busker, street.town
        kills = round(KILLS * share)
        deaths = Counter[str]()
        slowness = await appears(street)
        for _ in range(kills):
            if len(busker.rows("SELECT 1 FROM jobs WHERE is_open = 1")) < MOST_OPEN:
                town.ask_for(
                    f"{SECONDS} s",
                    person=dice.choice(town.people),
                    channel=dice.choice(town.channels),
                )
            await asyncio.sleep(slowness * dice.uniform(SHORTEST, LONGEST))
            band = _band_of(busker)
            deaths[await _killed(street.busker, band, dice.choice(("both", "band", "Busker")))] += 1
            if busker.process and busker.process.returncode is not None:
                slowness = await appears(street)
        found = []
        if not await busker.settled(PATIENCE_SECONDS):
            found.append(f"not everything came to an end within {PATIENCE_SECONDS:g} s")
        found += _found_by(town, busker)
        if code := await busker.stop():
            found.append(f"Busker ended with {code}")
        found += kept(busker, found)
        rows = busker.rows("SELECT stage FROM jobs")
    whom = ", ".join(f"{whom} {times}" for whom, times in sorted(deaths.items()))
    return Row(
        tried=f"SIGKILL with the house band ({whom}), {len(rows)} songs",
        times=kills,
        unit="kills",
        found=tuple(found),
        measured=outcomes(rows),
    )


def _its_settings() -> dict[str, str]:
    return {
        "SOUNDVERSE_BASE_URL": "",
        "BUSKER_COMPOSER": "houseband",
        "HOUSEBAND_ADDRESS": f"127.0.0.1:{free_port()}",
        "BUSKER_CONCURRENCY": "2",
    }


async def _killed(busker: Busker, band: int | None, whom: str) -> str:
    """Whom it met."""
    if whom != "band":
        await busker.kill()
    if band is not None and whom != "Busker":
        with suppress(ProcessLookupError):
            os.kill(band, SIGKILL)
    return whom


def _band_of(busker: Busker) -> int | None:
    """Its process, while it has one."""
    assert busker.process
    pid = busker.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return next((int(child) for child in children if _is_band(child)), None)


def _is_band(pid: str) -> bool:
    with suppress(OSError):
        return b"houseband" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def _found_by(town: Town, busker: Busker) -> Iterator[str]:
    rows = busker.rows("SELECT * FROM jobs")
    by_request = {row["request_key"]: row for row in rows}
    for asked in town.asked:
        if asked.is_acknowledged and asked.request_key not in by_request:
            yield f"song {asked.number} was acknowledged and is lost"
    played = Counter(number_in(prompt) for prompt in _book(busker))
    messages = {
        message.id: message
        for channel in town.discord.channels()
        for message in channel.messages
        if message.author.is_bot and not message.is_deleted and not message.is_ephemeral
    }
    for row in rows:
        number = number_in(row["prompt"])
        results = [
            message
            for message in messages.values()
            if message.reply_to and message.reply_to.id == row["card"]
        ]
        for fault in _in_song(row, messages.get(row["card"]), results, played[number]):
            yield f"song {number} ({row['stage']}, {row['failure']}): {fault}"
    known = {row["card"] for row in rows}
    for message in messages.values():
        if "Cancel" in message.buttons and message.id not in known:
            yield f"a card of no song stands there: {message.text!r}"


def _book(busker: Busker) -> Iterator[str]:
    """What the band was asked for."""
    for path in (busker.folder / "data" / "houseband").glob("jobs/*/job.json"):
        yield json.loads(path.read_bytes())["call"]["prompt"]


def _in_song(
    row: dict[str, Any], card: Message | None, results: list[Message], played: int
) -> Iterator[str]:
    is_there = row["stage"] in {"done", "partial"}
    if row["stage"] not in ENDS or row["closed_at"] is None:
        yield "it has no end, or nobody has seen it"
    if bool(row["counts"]) is not is_there:
        yield f"counts is {row['counts']}"
    if played > 1 or (is_there and not played):
        yield f"the band played it {played} times"
    if card is None or WORKING.search(card.text) or "Cancel" in card.buttons:
        yield f"its card says that it goes on: {card and card.text!r}"
    if len(results) != is_there:
        yield f"it was posted {len(results)} times"
    for result in results:
        takes = result.files_of("mp3")
        if len({*takes}) != (2 if row["stage"] == "done" else 1):
            yield f"its result has other files: {result.filenames}"
        if card and result.link not in card.text:
            yield f"its card leads to no result: {card.text!r}"
