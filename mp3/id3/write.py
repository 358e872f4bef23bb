"""Put a tag in front of a file's music."""

from collections.abc import Iterable
from pathlib import Path

from mp3.id3.read import tag_in
from mp3.id3.tag import BadTag, Tag, TagFrame
from mp3.whole import put

__all__ = ["tag_bytes", "write_tag"]


def write_tag(source: Path, target: Path, frames: Iterable[TagFrame], *, keep: bool = True) -> None:
    """Write `source` with these frames to `target`, which may be the same file.

    With `keep` the frames that are there stay as they are, but for those that ours replace (see
    `TagFrame.key`); without, the old tag goes. The music is streamed and not changed. The target
    appears whole or not at all. Raises `BadTag` when the old tag can't be read, or the new one is
    too large. An OSError is passed on.
    """
    with source.open("rb") as music:
        old = tag_in(music)
        head = tag_bytes(merged(old if keep else Tag(), frames))
        put(target, head, music)


def tag_bytes(frames: Iterable[TagFrame]) -> bytes:
    """Lay a tag of version 2.3 out, with room behind the frames. Raises `BadTag` over 256 MiB."""
    body = b"".join(_frame_bytes(frame) for frame in frames) + bytes(_PADDING)
    if len(body) >> 28:
        raise BadTag("a tag can't be larger than 256 MiB")
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + body


def merged(old: Tag, frames: Iterable[TagFrame]) -> list[TagFrame]:
    """Return ours, then those of the old ones that ours don't replace."""
    ours = list({frame.key: frame for frame in frames}.values())
    keys = {frame.key for frame in ours}
    return ours + [frame for frame in old.frames if frame.key not in keys]


_PADDING = 1024
"""So that another program can add a word without moving the music."""


def _frame_bytes(frame: TagFrame) -> bytes:
    head = frame.name.encode("ascii") + len(frame.body).to_bytes(4) + frame.flags.to_bytes(2)
    return head + frame.body
