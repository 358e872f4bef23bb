"""What one part is yet to sound: laid down ahead of time, taken off block by block."""

import numpy as np

from houseband.sound.blocks import BLOCK
from houseband.sound.wave import Audio

__all__ = ["Tape"]


class Tape:
    """Both channels from now on. A sound that is laid down rings over as many blocks as it needs."""

    def __init__(self) -> None:
        self._blocks: dict[int, Audio] = {}
        self._now = 0

    def lay(self, sound: Audio, start: int) -> None:
        """Add a sound whose first sample is the song's sample `start`; what is past is left out."""
        begin, end = max(start, self._now), start + sound.shape[1]
        for number in range(begin // BLOCK, -(-end // BLOCK)):
            block = self._blocks.get(number)
            if block is None:
                block = self._blocks[number] = np.zeros((2, BLOCK), np.float32)
            first, last = max(begin, number * BLOCK), min(end, (number + 1) * BLOCK)
            place = slice(first - number * BLOCK, last - number * BLOCK)
            block[:, place] += sound[:, first - start : last - start]

    def take(self, span: slice) -> Audio | None:
        """Take off the block that comes next, or None where nothing sounds."""
        self._now = span.start + BLOCK
        block = self._blocks.pop(span.start // BLOCK, None)
        return None if block is None else block[:, : span.stop - span.start]
