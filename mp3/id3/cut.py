"""Where the frames of a tag begin and end, in each version."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

__all__ = ["PLAIN", "SHORT", "SYNCHSAFE", "Shape", "cut", "synchronised", "synchsafe", "well_cut"]


class Shape(NamedTuple):
    """What stands in front of each frame: a name, a size, and perhaps flags."""

    name: re.Pattern[bytes]
    head: int
    size: slice
    number: Callable[[bytes], int]


def cut(body: bytes, shape: Shape) -> Iterator[tuple[str, int, bytes]]:
    """Yield name, flags and content of each frame, up to padding or nonsense."""
    offset = 0
    while name := shape.name.match(body, offset):
        start = offset + shape.head
        head = body[offset:start]
        offset = start + shape.number(head[shape.size])
        if offset > len(body):
            return
        yield name[0].decode("ascii"), int.from_bytes(head[8:]), body[start:offset]


def well_cut(body: bytes, shape: Shape) -> bool:
    """Tell whether the sizes, read so, lead to the padding or the end."""
    used = sum(shape.head + len(content) for _, _, content in cut(body, shape))
    return body[used : used + 1] in (b"", b"\0")


def synchsafe(data: bytes) -> int:
    """Read a number of seven bits a byte."""
    number = 0
    for byte in data:
        number = number << 7 | byte & 0x7F
    return number


def synchronised(data: bytes) -> bytes:
    """Undo unsynchronisation, the zeros put in so that no decoder takes a tag for music."""
    return data.replace(b"\xff\0", b"\xff")


SHORT = Shape(re.compile(rb"[A-Z][A-Z0-9]{2}"), 6, slice(3, 6), int.from_bytes)
"""Version 2.2."""
PLAIN = Shape(re.compile(rb"[A-Z][A-Z0-9]{3}"), 10, slice(4, 8), int.from_bytes)
"""Version 2.3, and what some old programs called 2.4."""
SYNCHSAFE = PLAIN._replace(number=synchsafe)
"""Version 2.4."""
