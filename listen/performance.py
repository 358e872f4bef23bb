"""One piece, played as the band plays it: both takes in one fresh process, warm, and what that cost."""

import re
import resource
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import process_time

from houseband.brief import brief_for
from houseband.compose import score_for
from houseband.cover import draw_cover
from houseband.order import Order, TakeNumber
from houseband.score import Score
from houseband.studio import record, warm_up
from listen.programme import Piece

__all__ = ["Performance", "Take", "performed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One of the two, as a file and as notes."""

    path: Path
    score: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """Both takes of a piece, its cover, and what they cost."""

    piece: Piece
    takes: tuple[Take, Take]
    cover: Path
    cpu_seconds: float
    """For both takes, without the cover."""
    cover_seconds: float
    peak_megabytes: float
    """Of the process that played both takes, libraries and all."""


def performed(piece: Piece, folder: Path) -> Performance:
    """Play a piece in a process of its own. Its files lie in `folder` then."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_played, piece, folder).result()


def _played(piece: Piece, folder: Path) -> Performance:
    warm_up()
    start = process_time()
    paths = [record(piece.order, take, folder).path for take in _TAKES]
    played, peak = process_time(), _peak_megabytes()
    cover = folder / "cover.webp"
    _draw(piece.order, cover)
    brief = brief_for(piece.order)
    takes = [
        Take(path=path, score=score_for(brief, take))
        for path, take in zip(paths, _TAKES, strict=True)
    ]
    return Performance(
        piece=piece,
        takes=(takes[0], takes[1]),
        cover=cover,
        cpu_seconds=played - start,
        cover_seconds=process_time() - played,
        peak_megabytes=peak,
    )


_TAKES: tuple[TakeNumber, TakeNumber] = (1, 2)


def _draw(order: Order, path: Path) -> None:
    brief = brief_for(order)
    draw_cover(
        title=brief.title,
        genre=brief.genre,
        valence=brief.valence,
        energy=brief.energy,
        seed=order.seed,
        path=path,
    )


def _peak_megabytes() -> float:
    """Since this process began: `getrusage` alone would, on Linux, count what its parent had before."""
    status = Path("/proc/self/status")
    if status.exists():
        [peak] = re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())
        return int(peak) / (1 << 10)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
