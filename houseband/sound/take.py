"""A take from its score to its sound: one pass mixes and measures, another one limits.

Between the two the mix lies on the disk, in a file without a name.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

import numpy as np

from houseband.desk import Desk
from houseband.score import Score
from houseband.sound.blocks import shape, spans
from houseband.sound.limiter import gain_for, limited
from houseband.sound.master import Master
from houseband.sound.meter import PEAK_BLOCK
from houseband.sound.mix import mixed
from houseband.sound.rehearsal import desk_for
from houseband.sound.tracks import Player
from houseband.sound.wave import Audio, gain, samples_in

__all__ = ["Take", "played"]

_MOST_CHANGE = 0.4
"""Decibels by which a song that goes on may be louder or quieter than it was: as a whole, and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """A take that was played."""

    desk: Desk
    samples: int
    _file: BinaryIO
    _gains: Audio

    def blocks(self) -> Iterator[Audio]:
        """Return the finished sound, block by block: -14 LUFS, nothing above the ceiling."""
        self._file.seek(0)
        for span in spans(self.samples):
            block = np.empty((2, span.stop - span.start), np.float32)
            self._file.readinto(block)  # type: ignore[attr-defined]
            shape(block, self._gains, PEAK_BLOCK, span.start)
            yield block


@contextmanager
def played(
    score: Score, kept: Desk | None, folder: Path, report: Callable[[float], None]
) -> Iterator[Take]:
    """Have a take for as long as the block lasts. `kept` is the desk of the song that it goes on from.

    `report` is told how much is done, 0 to 1. What lies on the disk meanwhile lies in `folder`.
    """
    samples = samples_in(score.seconds)
    players = [Player(part, score) for part in score.parts]
    desk = desk_for(score, players, kept)
    master = Master(desk)
    with TemporaryFile(dir=folder) as file:
        for span, mix in zip(spans(samples), mixed(score, players, desk), strict=True):
            file.write(master(mix).tobytes())
            report(span.stop / samples)
        peaks = master.peaks.peaks
        level = gain_for(peaks, master.powers.powers)
        if kept:
            most = gain(_MOST_CHANGE)
            level = min(max(level, kept.gain / most), kept.gain * most)
        yield Take(
            desk=replace(desk, gain=level),
            samples=samples,
            _file=file,
            _gains=limited(peaks, level),
        )
