"""How long news takes to the person: from an event's last byte on the socket until `Chat.show` is called.

A vendor in a process of its own plays v6 songs, an event every 20 ms, each with a new title, and notes the
time just before one leaves. Between the two stands all of Busker: client, worker, and a database on disk,
since a title is saved before it is shown. Both sides read the machine's one monotonic clock.
"""

import asyncio
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import quantiles

from bench.busker import at_work
from bench.row import Row
from bench.vendor import Plan, Times, delays, vendor
from bot.models import Card

FEWEST_SONGS = 5
PATIENCE_SECONDS = 60
PLAN = Plan(events=100, apart_seconds=0.02, has_titles=True)


async def measure(rounds: int) -> list[Row]:
    songs = max(FEWEST_SONGS, rounds)
    with tempfile.TemporaryDirectory() as folder, vendor(PLAN) as (url, times):
        found = await _delays(Path(folder), url, times, songs)
    cuts = quantiles(found, n=100)
    return [
        Row(name=f"event → shown, p50 of {len(found)}", unit="ms", ours=cuts[49], at_most=10),
        Row(name=f"event → shown, p99 of {len(found)}", unit="ms", ours=cuts[98], at_most=10),
    ]


async def _delays(folder: Path, base_url: str, times: Connection, songs: int) -> list[float]:
    """Milliseconds, one for each event of every song."""
    sent: Times = {}
    shown: Times = {}
    ended = asyncio.Queue[str]()

    def note(card: Card) -> None:
        shown.setdefault((card.title, card.percent), time.monotonic_ns())
        if card.is_last:  # and perhaps again: what is left of the quota changed
            ended.put_nowait(card.key)

    async with at_work(folder, base_url, note) as ask:
        for number in range(songs):
            job_id = await ask(f"song {number}")
            async with asyncio.timeout(PATIENCE_SECONDS):
                while await ended.get() != job_id:
                    pass
            assert times.poll(PATIENCE_SECONDS), "the vendor wasn't asked"
            sent |= times.recv()
    return delays(sent, shown)
