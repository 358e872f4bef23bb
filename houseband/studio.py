"""Where a take is made: from an order to an mp3 that carries the notes for going on from it later.

One take is one call in one process, on one core: run it with `OPENBLAS_NUM_THREADS=1`, or the matrix
products of the instruments wake threads that cost more than they bring. What an order needs besides
itself is in its arguments; the process keeps nothing but caches.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from houseband.brief import brief_for, title_for
from houseband.compose import score_for
from houseband.extend import extended
from houseband.listening import clear, preview_path, stream_path, wanted_path
from houseband.order import Order, Recording, Section, TakeNumber
from houseband.score import Score
from houseband.sidecar import BadSource, Sidecar, sidecar_frame, sidecar_of
from houseband.titles import slug_of
from mp3.id3 import tag_bytes
from mp3.info import settle_header

__all__ = ["BadSource", "brief_for", "record", "title_for", "warm_up"]


def record(
    order: Order, take: TakeNumber, folder: Path, report: Callable[[int], None] = lambda _: None
) -> Recording:
    """Make one take: `<title>_v1.mp3` or `_v2.mp3` in `folder`, which `extend` can go on from.

    How it can be heard before that is in `listening`. `report` is told percents that only grow. Raises
    `BadSource` when there is nothing to extend.
    """
    report(1)
    clear(folder, take)
    source = _source(order)
    score = score_for(brief_for(order), take) if source is None else extended(source, order, take)
    report(4)
    path = folder / f"{slug_of(score.title)}_v{take}.mp3"
    _perform(score, source, order, take, path, report)
    wanted_path(folder, take).unlink(missing_ok=True)
    report(100)
    return _recording(path, score)


def warm_up() -> None:
    """Make a short song and throw it away, so that the first real one isn't slow."""
    with TemporaryDirectory() as folder:
        for prompt in ("pop, 10 s", "lo-fi, 10 s"):
            record(Order(operation="song", prompt=prompt, seed=1), 1, Path(folder))


def _source(order: Order) -> Sidecar | None:
    """Read what an old song is gone on from; None for a new one."""
    if order.operation != "extend":
        return None
    if order.source is None:
        raise BadSource("there is no take to go on from")
    return sidecar_of(order.source)


def _perform(
    score: Score,
    source: Sidecar | None,
    order: Order,
    take: TakeNumber,
    path: Path,
    report: Callable[[int], None],
) -> None:
    """Mix, master, encode. The libraries load here, so that titles come without them."""
    from houseband.sound.take import Preview, played  # noqa: PLC0415

    folder, kept = path.parent, source.desk if source else None
    preview = Preview(preview_path(folder, take), wanted_path(folder, take).exists)
    mixing, encoding = (partial(_between, report, *share) for share in ((4, 65), (65, 99)))
    with played(score, kept, folder, preview, mixing) as sound:
        sidecar = (
            replace(source, score=score, desk=sound.desk)  # the first order stays with the song
            if source
            else Sidecar(order=order, take=take, score=score, desk=sound.desk)
        )
        head = tag_bytes([sidecar_frame(sidecar)])
        with _growing(stream_path(folder, take), path) as file:
            for done, piece in sound.encoded():
                file.write(head + piece)
                file.flush()
                head = b""
                encoding(done)
            settle_header(file, samples=sound.samples)


def _between(report: Callable[[int], None], first: int, last: int, done: float) -> None:
    report(first + int((last - first) * done))


@contextmanager
def _growing(part: Path, path: Path) -> Iterator[BinaryIO]:
    """Have a file that can be read while it grows, and has its name once it is whole."""
    try:
        with part.open("w+b") as file:
            yield file
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _recording(path: Path, score: Score) -> Recording:
    return Recording(
        path=path,
        duration_seconds=round(score.seconds, 3),
        bpm=float(score.tempo),
        key=score.key.name,
        genre=score.genre,
        sections=_sections(score),
        soundfont=_soundfont(score),
    )


def _soundfont(score: Score) -> str | None:
    """Name the soundfont, if anybody in this score played from it."""
    from houseband.sound.bank import BANK  # noqa: PLC0415

    recorded = any(part.instrument in BANK.recorded for part in score.parts)
    return BANK.soundfont if recorded else None


def _sections(score: Score) -> tuple[Section, ...]:
    rate = score.seconds_per_tick
    return tuple(
        Section(
            label=passage.label,
            text=passage.text,
            start_seconds=round(passage.start * rate, 3),
            end_seconds=round((passage.start + passage.length) * rate, 3),
        )
        for passage in score.passages
        if passage.text
    )
