"""How long news takes to the person: from an event's last byte on the socket until `Chat.show` is called.

A vendor in a process of its own plays v6 songs, an event every 20 ms, each with a higher number, and notes
the time just before one leaves. Between the two stands all of Busker: client, worker, and a database on disk,
since every event is saved before it is shown. Both sides read the machine's one monotonic clock.
"""

import asyncio
import multiprocessing
import tempfile
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import quantiles

from bench import vendor
from bench.row import Row
from bot.assembly import Busker, assembled
from bot.clock import SystemClock
from bot.logs import log_to
from bot.models import Card, Command, Person, Place, Started
from soundverse.client import Soundverse
from storage.database import open_database
from storage.store import Store
from tests.fakes.chat import RecordingChat

FEWEST_SONGS = 5
PATIENCE_SECONDS = 60
HERE = Place(platform="bench", server="bench", channel="bench")
ANA = Person(platform="bench", id="ana")


async def measure(rounds: int) -> list[Row]:
    songs = max(FEWEST_SONGS, rounds)
    with tempfile.TemporaryDirectory() as folder, _vendor() as (port, times):
        delays = await _delays(Path(folder), f"http://127.0.0.1:{port}", times, songs)
    cuts = quantiles(delays, n=100)
    return [
        Row(name=f"event → shown, p50 of {len(delays)}", unit="ms", ours=cuts[49], at_most=10),
        Row(name=f"event → shown, p99 of {len(delays)}", unit="ms", ours=cuts[98], at_most=10),
    ]


async def _delays(folder: Path, base_url: str, times: Connection, songs: int) -> list[float]:
    """Milliseconds, one for each event of every song."""
    chat, sent = _Chat(), list[int]()
    async with _busker(folder, base_url, chat) as busker:
        for number in range(songs):
            command = Command(
                name="song",
                options={"prompt": "rain"},
                person=ANA,
                place=HERE,
                request_key=f"song {number}",
            )
            answer = await busker.router.answer(command)
            assert isinstance(answer, Started)
            async with asyncio.timeout(PATIENCE_SECONDS):
                await chat.end_of(answer.job_id)
            assert times.poll(), "the vendor wasn't asked"
            sent += times.recv()
    return [(shown - left) / 1e6 for shown, left in zip(chat.shown.values(), sent, strict=True)]


class _Chat(RecordingChat):
    """Notes when each number was first to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[tuple[str, int], int] = {}
        self._ended = asyncio.Queue[str]()

    async def show(self, place: Place, card: Card) -> Place:
        now = time.monotonic_ns()
        if card.percent is not None:
            self.shown.setdefault((card.key, card.percent), now)
        if card.is_last:
            self._ended.put_nowait(card.key)
        return await super().show(place, card)

    async def end_of(self, job_id: str) -> None:
        """Wait for its last card. One may be shown twice: what is left of the quota changed."""
        while await self._ended.get() != job_id:
            pass


@asynccontextmanager
async def _busker(folder: Path, base_url: str, chat: _Chat) -> AsyncGenerator[Busker]:
    with (folder / "busker.log").open("w") as log:
        log_to(log, "INFO")
        async with (
            open_database(folder / "busker.db") as database,
            Soundverse(base_url=base_url, key="bench") as composer,
        ):
            store = Store(database)
            busker = assembled(
                jobs=store,
                rules=store,
                chat=chat,
                composer=composer,
                clock=SystemClock(),
                folder=folder / "archive",
                zone=UTC,
                default_rule=None,
                song_version="v6",
                player="soundverse",
                songs_at_once=1,
            )
            work = asyncio.create_task(busker.worker.run())
            try:
                yield busker
            finally:
                work.cancel()
                with suppress(asyncio.CancelledError):
                    await work


@contextmanager
def _vendor() -> Iterator[tuple[int, Connection]]:
    """Start it: its port, and where the times come from."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=vendor.play, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv(), ours
    finally:
        process.terminate()
        process.join()
