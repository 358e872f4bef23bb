"""The sound of an mp3, block by block."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

__all__ = ["Block", "Sound", "Unreadable", "opened"]

Block = NDArray[np.float32]
"""Samples by channels; full scale is 1."""

BLOCK_SECONDS = 1


class Unreadable(Exception):
    """No decoder makes sense of the file."""


class Sound:
    """An open file, read from wherever it stands."""

    def __init__(self, file: soundfile.SoundFile) -> None:
        self._file = file
        self.sample_rate: int = file.samplerate
        self.channels: int = file.channels

    @property
    def samples(self) -> int:
        """How many there are a channel."""
        return int(self._file.frames)

    def seek(self, sample: int) -> None:
        """Stand there."""
        self._file.seek(sample)

    def blocks(self) -> Iterator[Block]:
        """All that follows, at most a second at a time. Raises Unreadable."""
        length = BLOCK_SECONDS * self.sample_rate
        try:
            while len(block := self._file.read(length, dtype="float32", always_2d=True)):
                yield block
        except soundfile.LibsndfileError as error:
            raise Unreadable(str(error)) from error


@contextmanager
def opened(path: Path) -> Iterator[Sound]:
    """The sound in a file. Raises Unreadable. An OSError is passed on."""
    with path.open("rb") as raw:
        try:
            file = soundfile.SoundFile(raw.fileno(), closefd=False)
        except soundfile.LibsndfileError as error:
            raise Unreadable(str(error)) from error
        with file:
            yield Sound(file)
