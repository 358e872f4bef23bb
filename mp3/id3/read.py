"""Find the tag in front of the music and read it, whatever its version."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from mp3.id3.cut import PLAIN, cut, synchronised, synchsafe
from mp3.id3.tag import BadTag, Tag, TagFrame
from mp3.id3.version_2_2 import renamed
from mp3.id3.version_2_4 import downgraded

__all__ = ["read_tag", "tag_in", "tag_size"]


def read_tag(source: Path | bytes) -> Tag:
    """Read the tag of a file, or of its bytes; one without a tag has an empty one.

    Frames are read up to the first that makes no sense. Raises `BadTag` when the tag is longer than
    the file or of an unknown version. An OSError is passed on.
    """
    if isinstance(source, bytes):
        return _tag_from(source[: tag_size(source[:_HEAD])])
    with source.open("rb") as file:
        return tag_in(file)


def tag_in(file: BinaryIO) -> Tag:
    """Read the tag of an open file and leave the position where the music begins."""
    size = tag_size(file.read(_HEAD))
    file.seek(0)
    return _tag_from(file.read(size))


def tag_size(head: bytes) -> int:
    """Return how many bytes the tag takes that these ten begin, 0 if they begin none."""
    if len(head) < _HEAD or head[:3] != b"ID3" or max(head[6:_HEAD]) > _SEVEN_BITS:
        return 0
    return _HEAD + synchsafe(head[6:_HEAD]) + (_HEAD if head[5] & _FOOTER else 0)


_HEAD = 10
"""Bytes in front of the frames: three letters, version, flags, size."""
_SEVEN_BITS = 0x7F
_UNSYNCHRONISED, _EXTENDED, _FOOTER = 0x80, 0x40, 0x10


def _tag_from(data: bytes) -> Tag:
    if not data:
        return Tag()
    if len(data) < tag_size(data[:_HEAD]):
        raise BadTag("the tag is longer than the file")
    body = data[_HEAD : _HEAD + synchsafe(data[6:_HEAD])]
    return Tag(frames=tuple(_frames(data[3], data[5], body)))


def _frames(version: int, flags: int, body: bytes) -> Iterable[TagFrame]:
    """Undo what was done to the tag as a whole and read it as its version asks."""
    unsynchronised, extended = bool(flags & _UNSYNCHRONISED), bool(flags & _EXTENDED)
    whole = synchronised(body) if unsynchronised else body
    match version:
        case 2:  # where the second bit says "compressed", by a method that was never set
            return () if extended else renamed(whole)
        case 3:
            skipped = 4 + int.from_bytes(whole[:4]) if extended else 0
            found = cut(whole[skipped:], PLAIN)
            return (TagFrame(name=name, body=body, flags=flags) for name, flags, body in found)
        case 4:
            skipped = synchsafe(body[:4]) if extended else 0
            return downgraded(body[skipped:], unsynchronised=unsynchronised)
    raise BadTag("a tag of an unknown version")
