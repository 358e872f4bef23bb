"""Whether a write-ahead log has lost something that was acknowledged.

SQLite reads a log up to the first frame whose checksum is wrong, and takes the rest for what a power cut left
of the last transaction. Damage in the middle looks the same to it, and it would begin without a word where
the log breaks. But Busker syncs each transaction before the next one begins, so what a power cut leaves
behind a broken frame ends at most one. Where two end there, the disk has changed what was already safe.

https://www.sqlite.org/fileformat2.html#walformat
"""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

__all__ = ["broken_frame"]

HEADER, FRAME_HEADER = 32, 24
LITTLE_ENDIAN, BIG_ENDIAN = 0x377F0682, 0x377F0683
USUAL_PAGE = 4096
"""Of databases that Busker makes; for a log that doesn't say."""
UNTIL_32_BITS = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Frame:
    """One page of a transaction, as its header says."""

    number: int
    is_commit: bool
    salts: bytes
    is_whole: bool
    """All before it and all of it is as it was written."""


class Sum:
    """SQLite's checksum, which goes on from frame to frame."""

    def __init__(self, *, is_big_endian: bool) -> None:
        self._swaps = is_big_endian != (array("I", [1]).tobytes()[0] == 0)
        self._one = self._two = 0

    def add(self, data: bytes) -> Self:
        words = array("I", data)
        if self._swaps:
            words.byteswap()
        one, two = self._one, self._two
        pairs = iter(words)
        for first, second in zip(pairs, pairs, strict=True):
            one = (one + first + two) & UNTIL_32_BITS
            two = (two + second + one) & UNTIL_32_BITS
        self._one, self._two = one, two
        return self

    def is_(self, stored: bytes) -> bool:
        return struct.pack(">II", self._one, self._two) == stored


def broken_frame(log: Path) -> int | None:
    """The number of the frame where acknowledged transactions break off; None when nothing is lost.

    For a log that nobody writes to. Raises OSError.
    """
    if not log.is_file():
        return None
    broken = [each for each in _frames(log.read_bytes()) if not each.is_whole]
    commits: dict[bytes, int] = {}
    for frame in broken:
        if frame.is_commit:
            commits[frame.salts] = commits.get(frame.salts, 0) + 1
    return broken[0].number if max(commits.values(), default=0) > 1 else None


def _frames(content: bytes) -> Iterator[Frame]:
    """Those of this log; what a longer one before it has left behind has other salts."""
    if len(content) < HEADER:
        return
    magic, _, page, *_ = struct.unpack(">8I", content[:HEADER])
    salts = content[16:24]
    checksum = Sum(is_big_endian=magic == BIG_ENDIAN).add(content[:24])
    is_whole = magic in {LITTLE_ENDIAN, BIG_ENDIAN} and checksum.is_(content[24:HEADER])
    is_header_whole = is_whole
    size = FRAME_HEADER + (page if is_header_whole else USUAL_PAGE)
    for number, at in enumerate(range(HEADER, len(content) - size + 1, size), start=1):
        header = content[at : at + FRAME_HEADER]
        is_whole = is_whole and header[8:16] == salts
        if is_whole:
            checksum.add(header[:8]).add(content[at + FRAME_HEADER : at + size])
            is_whole = checksum.is_(header[16:])
        if is_whole or not is_header_whole or header[8:16] == salts:
            yield Frame(number, header[4:8] != bytes(4), header[8:16], is_whole)
