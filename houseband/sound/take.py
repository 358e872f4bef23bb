"""A take from its score to its sound: one pass mixes and measures, another one limits.

Between the two the mix lies on the disk, in a file without a name.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from houseband.desk import Desk
from houseband.score import Score
from houseband.sound.blocks import BLOCK, shape
from houseband.sound.encode import Encoder
from houseband.sound.fader import fader_at, ride_for
from houseband.sound.limiter import gain_for, limited
from houseband.sound.master import Master
from houseband.sound.meter import PEAK_BLOCK, TENTH
from houseband.sound.mix import mixed
from houseband.sound.rehearsal import desk_for
from houseband.sound.tracks import Player
from houseband.sound.wave import SAMPLE_RATE, Audio, gain, samples_in

__all__ = ["Preview", "Take", "played"]

_MOST_CHANGE = 0.4
"""Decibels by which a song that goes on may be louder or quieter than it was: as a whole, and no more."""
_AROUND = 256
"""Blocks of peaks, more than the limiter sees to either side."""


class Take:
    """A take that is played: its mix on the disk, how loud it is meant to be, and its peaks so far."""

    def __init__(self, file: BinaryIO, samples: int, desk: Desk, joins: Sequence[float]) -> None:
        self._file = file
        self.samples = samples
        self.joins = joins
        """Seconds at which somebody had the song gone on from."""
        self.desk = desk
        self.peaks = np.zeros(0, np.float32)
        self.mixed = 0
        """Blocks that lie on the disk."""

    def add(self, block: Audio, peaks: Audio) -> None:
        """Put the next block of the mix down."""
        self._file.write(block.tobytes())
        self._file.flush()
        self.peaks = np.concatenate([self.peaks, peaks])
        self.mixed += 1

    def block(self, number: int) -> Audio:
        """Return a block as it is heard at the desk's gain: nothing above the ceiling."""
        start = number * BLOCK
        samples = min(self.samples - start, BLOCK)
        block = np.empty((2, samples), np.float32)
        os.preadv(self._file.fileno(), [block.data.cast("B")], start * block.itemsize * 2)
        first = max(start // PEAK_BLOCK - _AROUND, 0)
        last = -(-(start + samples) // PEAK_BLOCK) + _AROUND
        peaks = self.peaks[first:last]
        fader = self.fader(len(peaks), PEAK_BLOCK, first)
        gains = limited(peaks * fader, self.desk.gain) * fader
        shape(block, gains, PEAK_BLOCK, start - first * PEAK_BLOCK)
        return block

    def fader(self, count: int, spacing: int, first: int = 0) -> Audio:
        """Return where the fader stands at the middle of so many stretches of `spacing` samples."""
        times = np.arange(first, first + count, dtype=np.float64) + 0.5
        return fader_at(times * (spacing / SAMPLE_RATE), self.joins, self.desk.rides)

    @property
    def blocks(self) -> int:
        """How many there will be."""
        return -(-self.samples // BLOCK)

    def encoded(self) -> Iterator[tuple[float, bytes]]:
        """Encode the whole: how much is done, 0 to 1, and what has come of it since."""
        encoder = Encoder(self.samples)
        for number in range(self.blocks):
            yield (number + 1) / self.blocks, encoder.encode(self.block(number))


class Preview:
    """Writes a take down as it is mixed, for those who listen already; only once somebody wants it."""

    def __init__(self, path: Path, wanted: Callable[[], bool]) -> None:
        self._path = path
        self._wanted = wanted
        self._encoder: Encoder | None = None
        self._written = 0

    def go_on(self, take: Take) -> None:
        """Write what there is of a take, all but its latest block, since the limiter looks ahead."""
        ended = take.mixed == take.blocks
        with self._path.open("ab") as file:
            if self._encoder is None and self._wanted():
                self._encoder = Encoder(take.samples)
            while self._encoder and self._written < take.mixed - (not ended):
                file.write(self._encoder.encode(take.block(self._written)))
                self._written += 1
        if ended and self._encoder:
            self._path.replace(self._path.with_suffix(".mp3"))
        elif ended:
            self._path.unlink()


@contextmanager
def played(
    score: Score,
    kept: Desk | None,
    folder: Path,
    preview: Preview,
    report: Callable[[float], None],
) -> Iterator[Take]:
    """Have a take for as long as the block lasts. `kept` is the desk of the song that it goes on from.

    `report` is told how much is done, 0 to 1. What lies on the disk meanwhile lies in `folder`.
    """
    samples = samples_in(score.seconds)
    players = [Player(part, score) for part in score.parts]
    desk = desk_for(score, players, kept)
    joins = [tick * score.seconds_per_tick for tick in score.joins]
    master = Master(desk)
    with TemporaryFile(dir=folder) as file:
        take = Take(file, samples, desk, joins)
        for mix in mixed(score, players, desk):
            block = master(mix)
            take.add(block, master.peaks.latest)
            preview.go_on(take)
            report(take.mixed / take.blocks)
        _settle(take, master.powers.powers, kept)
        yield take


def _settle(take: Take, powers: NDArray[np.float64], kept: Desk | None) -> None:
    """Set what only the whole mix tells: the fader at a new join, then the gain."""
    if kept:
        ride = ride_for(powers * take.fader(len(powers), TENTH) ** 2, take.joins[-1])
        take.desk = replace(take.desk, rides=(*take.desk.rides, ride))
    peaks = take.peaks * take.fader(len(take.peaks), PEAK_BLOCK)
    level = gain_for(peaks, powers * take.fader(len(powers), TENTH) ** 2)
    if kept:
        most = gain(_MOST_CHANGE)
        level = min(max(level, kept.gain / most), kept.gain * most)
    take.desk = replace(take.desk, gain=level)
