"""A thousand songs at once in one process, beside a bare loop that does nothing but read the same streams.

The vendor sends each song an event a second, to all of them in step. Busker hears them with its real
client, worker and database, and shows cards; the loop has one httpx client, reads lines and parses them.
Every run has a process of its own, so that no side finds memory that the other has left. Memory is what the
songs have added to the process when the last event is there, CPU what all events took. Needs Linux, which
tells how large a process is.
"""

import asyncio
import json
import multiprocessing
import resource
import tempfile
from collections.abc import Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import monotonic_ns, process_time

import httpx

from bench.busker import at_work
from bench.row import Row, alternately
from bench.vendor import Plan, Times, delays, vendor

SONGS = 1000
MOST_EVENTS = 10
MOST_ROUNDS = 3
"""Each takes half a minute, and has thousands of events."""
PATIENCE_SECONDS = 120
OPEN_FILES = 4096
"""More than the streams need; the usual limit is 1,024."""


def measure(rounds: int) -> list[Row]:
    plan = Plan(songs=SONGS, events=min(rounds + 1, MOST_EVENTS), rest_seconds=3, apart_seconds=1)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as processes:

        def found(side: Side) -> Found:
            return processes.submit(_found, side, plan).result()

        rounds_found = alternately(
            partial(found, _busker), partial(found, _bare_loop), min(rounds, MOST_ROUNDS)
        )
    return _rows(*map(_medians, rounds_found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one run of one side comes to."""

    p50: float
    p99: float
    """Milliseconds from an event's leaving until it is known, in half and in all but a hundredth of cases."""
    memory: float
    """Kilobytes a song."""
    cpu: float
    """Milliseconds an event."""


class Watch:
    """Looks on while a side works: when each event came, and what all took."""

    def __init__(self, plan: Plan) -> None:
        self.songs = [f"song {number}" for number in range(plan.songs)]
        """What to ask for."""
        self._events = plan.songs * plan.events
        self._bytes_before = self._bytes_after = 0
        self._cpu_before = self._cpu_after = 0.0
        self._times: Times = {}
        self.has_all = asyncio.Event()

    def start(self) -> None:
        """Everything is open, nothing was asked."""
        self._bytes_before = _bytes_in_memory()

    def note(self, title: str, percent: int | None) -> None:
        """Something is known of a song: before its events, without a number, that it has begun."""
        now = monotonic_ns()
        if percent is not None:
            self._times.setdefault((title, percent), now)
            self._end_if_complete()
        elif not self._times:
            self._cpu_before = process_time()

    def found(self, sent: Times) -> Found:
        """What it comes to, once all events are there."""
        cuts = quantiles(delays(sent, self._times), n=100)
        return Found(
            p50=cuts[49],
            p99=cuts[98],
            memory=(self._bytes_after - self._bytes_before) / len(self.songs) / 1000,
            cpu=(self._cpu_after - self._cpu_before) / self._events * 1000,
        )

    def _end_if_complete(self) -> None:
        if len(self._times) == self._events and not self.has_all.is_set():
            self._cpu_after = process_time()
            self._bytes_after = _bytes_in_memory()
            self.has_all.set()


Side = Callable[[str, Watch], Awaitable[None]]
"""Listens to all songs of the vendor at this URL until the watch has all their events."""


async def _busker(url: str, watch: Watch) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with at_work(
            Path(folder),
            url,
            lambda card: watch.note(card.title, card.percent),
            songs_at_once=len(watch.songs),
        ) as ask:
            watch.start()
            for name in watch.songs:
                await ask(name)
            await watch.has_all.wait()


async def _bare_loop(url: str, watch: Watch) -> None:
    no_limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=url, timeout=None, limits=no_limits) as client:  # noqa: S113  # it waits

        async def listen(name: str) -> None:
            async with client.stream("POST", "/", json={"prompt": name}) as response:
                async for line in response.aiter_lines():
                    if line.startswith("data:"):
                        event = json.loads(line[5:])
                        watch.note(event["song_name"], event.get("progress"))

        watch.start()
        listeners = [asyncio.create_task(listen(name)) for name in watch.songs]
        await watch.has_all.wait()
        for listener in listeners:
            listener.cancel()
        await asyncio.wait(listeners)


def _found(side: Side, plan: Plan) -> Found:
    """Run one side in this process."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(now, OPEN_FILES), most))
    with vendor(plan) as (url, times):
        watch = asyncio.run(_watched(side, url, plan))
        return watch.found(times.recv())


async def _watched(side: Side, url: str, plan: Plan) -> Watch:
    watch = Watch(plan)
    async with asyncio.timeout(PATIENCE_SECONDS):
        await side(url, watch)
    return watch


def _bytes_in_memory() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()


def _medians(found: list[Found]) -> Found:
    return Found(
        p50=median(each.p50 for each in found),
        p99=median(each.p99 for each in found),
        memory=median(each.memory for each in found),
        cpu=median(each.cpu for each in found),
    )


def _rows(ours: Found, theirs: Found) -> list[Row]:
    name = f"{SONGS:,} streams / bare loop"
    p50 = Row(name=f"{name}, p50", unit="ms", ours=ours.p50, theirs=theirs.p50, ratio_at_most=1.5)
    return [
        p50,
        replace(p50, name=f"{name}, p99", ours=ours.p99, theirs=theirs.p99),
        Row(
            name=f"{name}, memory a song",
            unit="kB",
            ours=ours.memory,
            theirs=theirs.memory,
            at_most=100,
        ),
        Row(
            name=f"{name}, CPU an event",
            unit="ms",
            ours=ours.cpu,
            theirs=theirs.cpu,
            ratio_at_most=2.5,
        ),
    ]
