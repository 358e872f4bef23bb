"""How fast the house band plays: both takes of a minute, from the order to two mp3s and a cover.

Counted in CPU seconds of this process, threads and all, once it is warm, as the render processes are.
"""

import tempfile
from pathlib import Path
from statistics import median
from time import process_time

from bench.row import Row
from houseband import brief, cover, studio
from houseband.order import Order
from mp3.frames import duration_seconds

SONGS = {
    "lo-fi": Order(operation="music", prompt="60 s lo-fi with electric piano", seed=1),
    "pop, lyrics": Order(
        operation="song",
        prompt="60 s upbeat synth pop, 120 bpm",
        seed=2,
        lyrics="[Verse]\nThe lights are low\nThe night is long\n[Chorus]\nSing it again\nSing it all wrong",
    ),
    "cinematic": Order(
        operation="music", prompt="60 s epic cinematic orchestra in D minor", seed=3
    ),
}


def measure(rounds: int) -> list[Row]:
    studio.warm_up()
    return [
        Row(
            name=f"audio by CPU, two takes: {name}",
            unit="s/s",
            ours=median(_speed(order) for _ in range(max(1, rounds // 3))),
            at_least=30,
        )
        for name, order in SONGS.items()
    ]


def _speed(order: Order) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        paths = _make(order, Path(folder))
        spent = process_time() - start
        return sum(map(duration_seconds, paths)) / spent


def _make(order: Order, folder: Path) -> list[Path]:
    title, genre = studio.title_for(order), brief.brief_for(order).genre
    cover.draw_cover(title=title, genre=genre, seed=order.seed, path=folder / "cover.webp")
    return [studio.record(order, take, folder, lambda _: None).path for take in (1, 2)]
