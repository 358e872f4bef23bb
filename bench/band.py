"""How fast the house band plays, how much memory that takes, and how soon something is heard of it.

CPU seconds are those of this process, threads and all, once it is warm, as the render processes are; each
round plays another song, since notes that were drawn for the last one come for nothing.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Final

import httpx

from bench.row import Row
from houseband import studio
from houseband.order import Order, TakeNumber
from tests.houseband.server.bands import RunningBand, document_in, running_band

BOTH: Final[tuple[TakeNumber, ...]] = (1, 2)

SONGS = {
    "lo-fi": Order(operation="music", prompt="60 s lo-fi with electric piano", seed=0),
    "pop, lyrics": Order(
        operation="song",
        prompt="60 s upbeat synth pop, 120 bpm",
        seed=0,
        lyrics="[Verse]\nThe lights are low\nThe night is long\n[Chorus]\nSing it again\nSing it all wrong",
    ),
    "cinematic": Order(
        operation="music", prompt="60 s epic cinematic orchestra in D minor", seed=0
    ),
}


MOST_MEGABYTES = {60: 400, 180: 600}
"""For a process that plays both takes of a song of so many seconds."""
STREAMED_SECONDS = 90


def measure(rounds: int) -> list[Row]:
    few = max(1, rounds // 3)
    studio.warm_up()
    return [
        *(
            Row(
                name=f"CPU, two takes of 60 s: {name}",
                unit="s",
                ours=median(_cpu(replace(order, seed=seed)) for seed in range(few)),
                at_most=3.0,
            )
            for name, order in SONGS.items()
        ),
        Row(
            name="CPU, 60 s and 40 s more of it",
            unit="s",
            ours=median(_cpu_of_more() for _ in range(few)),
            at_most=3.0,
        ),
        *(
            Row(
                name=f"peak memory, two takes of {seconds} s",
                unit="MB",
                ours=_peak(seconds),
                at_most=most,
            )
            for seconds, most in MOST_MEGABYTES.items()
        ),
        Row(
            name=f"first sound of {STREAMED_SECONDS} s, two takes",
            unit="s",
            ours=_first_sound(few),
            at_most=2.5,
        ),
    ]


def _cpu(order: Order) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        for take in BOTH:
            studio.record(order, take, Path(folder))
        return process_time() - start


def _cpu_of_more() -> float:
    with tempfile.TemporaryDirectory() as folder:
        source = studio.record(SONGS["pop, lyrics"], 1, Path(folder)).path
        start = process_time()
        more = Order(
            operation="extend",
            prompt="40 s",
            seed=4,
            lyrics="La la",
            source=source,
            extend_at_ms=50_000,
        )
        studio.record(more, 1, Path(folder))
        return process_time() - start


def _peak(seconds: int) -> float:
    """Play both takes in a process of their own, as the band has it, and return its largest size.

    Asked of Linux: what `resource` tells of a child begins with the size of its parent.
    """
    code = (
        "import pathlib, tempfile; from houseband import studio;"
        "from houseband.order import Order;"
        "studio.warm_up(); folder = pathlib.Path(tempfile.mkdtemp());"
        f"order = Order(operation='music', prompt='{seconds} s epic cinematic orchestra', seed=3);"
        "[studio.record(order, take, folder) for take in (1, 2)];"
        "print(pathlib.Path('/proc/self/status').read_text())"
    )
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "TMPDIR": folder},
            capture_output=True,
            text=True,
            check=True,
        )
    return int(done.stdout.partition("VmHWM:")[2].split()[0]) / 1024


def _first_sound(rounds: int) -> float:
    """Ask a warm band for songs, listen to both takes at once, and return how long the later one takes."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running_band(Path(folder) / "data", "houseband") as band,
    ):
        for _ in range(2):
            band.post("/v7/generate/song/sync", "pop, 10 s")
        return median(_heard_after(band, seed) for seed in range(rounds))


def _heard_after(band: RunningBand, seed: int) -> float:
    start = perf_counter()
    body = {"prompt": f"upbeat pop, {STREAMED_SECONDS} s seed:{seed}"}
    with (
        ThreadPoolExecutor(2) as listeners,
        httpx.Client(headers=band.http.headers, base_url=band.url, timeout=120) as http,
        http.stream("POST", "/v7/generate/song", json=body) as response,
    ):
        chunks = (document_in(line) for line in response.iter_lines() if line)
        urls = (chunk["stream_url"] for chunk in chunks if "stream_url" in chunk)
        heard = [listeners.submit(_listen, http, url) for url in urls]
        return max(each.result() for each in heard) - start


def _listen(http: httpx.Client, url: str) -> float:
    """Return when the first bytes come, and listen to the end."""
    with http.stream("GET", url) as response:
        pieces = response.iter_raw()
        next(pieces)
        first = perf_counter()
        for _ in pieces:
            pass
    return first
