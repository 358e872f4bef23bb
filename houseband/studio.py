"""Where a take is made: from an order to an mp3 and, beside it, the notes for going on from it later.

One take is one call in one process, on one core: run it with `OPENBLAS_NUM_THREADS=1`, or the matrix
products of the instruments wake threads that cost more than they bring. What an order needs besides
itself is in its arguments; the process keeps nothing but caches.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from houseband.brief import brief_for, title_for
from houseband.compose import score_for
from houseband.extend import extended
from houseband.order import Order, Recording, Section, TakeNumber
from houseband.score import Score
from houseband.sidecar import BadSource, Sidecar, sidecar_of, sidecar_text
from houseband.titles import slug_of

__all__ = ["BadSource", "brief_for", "record", "title_for", "warm_up"]


def record(
    order: Order, take: TakeNumber, folder: Path, report: Callable[[int], None] = lambda _: None
) -> Recording:
    """Make one take: `<title>_v1.mp3` or `_v2.mp3` in `folder`, with a sidecar for `extend`.

    `report` is told percents that only grow. Raises `BadSource` when there is nothing to extend.
    """
    report(1)
    written = _written(order, take)
    report(4)
    path = folder / f"{slug_of(written.score.title)}_v{take}.mp3"
    mp3 = _performed(written.score, report)
    _save(path.with_suffix(".json"), sidecar_text(written).encode())
    _save(path, mp3)
    report(100)
    return _recording(path, written.score)


def warm_up() -> None:
    """Make a short song and throw it away, so that the first real one isn't slow."""
    with TemporaryDirectory() as folder:
        for prompt in ("pop, 10 s", "lo-fi, 10 s"):
            record(Order(operation="song", prompt=prompt, seed=1), 1, Path(folder))


def _written(order: Order, take: TakeNumber) -> Sidecar:
    """Write a new song, or go on from an old one; that one's first order stays with it."""
    if order.operation != "extend":
        return Sidecar(order=order, take=take, score=score_for(brief_for(order), take))
    if order.source is None:
        raise BadSource("there is no take to go on from")
    source = sidecar_of(order.source)
    return replace(source, score=extended(source, order, take))


def _performed(score: Score, report: Callable[[int], None]) -> bytes:
    """Mix, master, encode. The libraries load here, so that titles come without them."""
    from houseband.sound.encode import mp3_from  # noqa: PLC0415
    from houseband.sound.master import mastered  # noqa: PLC0415
    from houseband.sound.mix import mixed  # noqa: PLC0415

    mix = mixed(score, lambda done: report(4 + int(56 * done)))
    master = mastered(mix, score.genre, score.brightness)
    report(72)
    return mp3_from(master, lambda done: report(72 + int(27 * done)))


def _save(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _recording(path: Path, score: Score) -> Recording:
    return Recording(
        path=path,
        duration_seconds=round(score.seconds, 3),
        bpm=float(score.tempo),
        key=score.key.name,
        genre=score.genre,
        sections=_sections(score),
    )


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
