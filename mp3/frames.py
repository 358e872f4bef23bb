"""Where the frames of an mp3 lie and what they say: MPEG 1, 2 and 2.5, Layer III.

The Info tag in the first frame: http://gabriel.mp3-tech.org/mp3infotag.html
"""

import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mp3.header import Header, header_from
from mp3.id3 import tag_size

__all__ = [
    "Data",
    "Facts",
    "Frame",
    "Info",
    "NotMp3",
    "check",
    "duration_seconds",
    "facts_of",
    "first_frame",
    "frames",
    "info_in",
]

Data = bytes | mmap.mmap


class NotMp3(Exception):
    """There are no Layer III frames where an mp3 would have them."""


class Frame(NamedTuple):
    """One frame and the byte at which it begins."""

    offset: int
    header: Header

    @property
    def end(self) -> int:
        """The byte after its last."""
        return self.offset + self.header.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """What an encoder left in the first frame, which itself holds no sound."""

    frames: int | None
    """How many follow this one."""
    delay: int
    """Samples the encoder put in front of the music; a decoder adds 529 of its own."""
    padding: int
    """Samples it put after the music, those 529 included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a whole file holds."""

    bitrate: int
    """Bits a second, the mean over all frames."""
    sample_rate: int
    channels: int
    frames: int
    samples: int
    """Samples of music a channel: without an encoder's delay and padding, where it says them."""
    truncated: bool
    """The last frame is cut off, or fewer are here than the Info header promises."""

    @property
    def duration_seconds(self) -> float:
        """How long it plays."""
        return self.samples / self.sample_rate


def check(path: Path) -> Facts:
    """Read what the file holds, or say `NotMp3`. Jumps from frame to frame, so it is fast.

    An OSError is passed on.
    """
    with path.open("rb") as file:
        if not path.stat().st_size:
            raise NotMp3("the file is empty")
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return facts_of(data)


def duration_seconds(path: Path) -> float:
    """How long the file plays, to the sample where its encoder said what it added."""
    return check(path).duration_seconds


def facts_of(data: Data) -> Facts:
    """Count what the bytes hold, or say `NotMp3`."""
    first, *sounding = frames(data)
    info = info_in(data, first)
    if info is None:
        info = Info(frames=None, delay=0, padding=0)
        sounding.insert(0, first)
    if not sounding:
        raise NotMp3("a header, and no sound after it")
    header = first.header
    samples = len(sounding) * header.samples
    return Facts(
        bitrate=sum(frame.header.bitrate for frame in sounding) // len(sounding),
        sample_rate=header.sample_rate,
        channels=header.channels,
        frames=len(sounding),
        samples=max(0, samples - info.delay - info.padding),
        truncated=len(sounding) < (info.frames or 0) or _is_cut(data, sounding[-1]),
    )


def frames(data: Data) -> Iterator[Frame]:
    """Every whole frame, in order; a first one with an Info tag is among them. Raises `NotMp3`."""
    frame: Frame | None = first_frame(data)
    while frame is not None:
        yield frame
        frame = _next_frame(data, frame)


def first_frame(data: Data) -> Frame:
    """Find the first frame, after any ID3v2 tags and a little junk. Raises `NotMp3`."""
    start = 0
    while size := tag_size(data[start : start + 10]):
        start += size
    frame = _search(data, start, like=None)
    if frame is None:
        raise NotMp3("no Layer III frame where the music should begin")
    return frame


def info_in(data: Data, frame: Frame) -> Info | None:
    """Read the Xing or Info tag of a first frame, if it has one."""
    tag = data[frame.offset + frame.header.side_end : frame.end]
    if tag[:4] not in (b"Xing", b"Info"):
        return None
    has_frames, has_bytes, has_toc, has_quality = (tag[7] >> bit & 1 for bit in range(4))
    encoder = 8 + 4 * has_frames + 4 * has_bytes + 100 * has_toc + 4 * has_quality
    delays = int.from_bytes(tag[encoder + 21 : encoder + 24])
    return Info(
        frames=int.from_bytes(tag[8:12]) if has_frames else None,
        delay=delays >> 12,
        padding=delays & 0xFFF,
    )


_STEADY = 0xFFFE0C00
"""The bits that are the same in all of a file: sync, version, layer, sample rate."""
_JUNK = 65_536
"""So many bytes that are no frame are passed over, before the first and between two."""


def _next_frame(data: Data, frame: Frame) -> Frame | None:
    """Return the frame that follows, past damage if need be, or None at the end of the music."""
    header = _header_at(data, frame.end, like=frame.header)
    if header is None:
        return _search(data, frame.end, like=frame.header)
    following = Frame(frame.end, header)
    return following if following.end <= len(data) else None


def _search(data: Data, start: int, *, like: Header | None) -> Frame | None:
    """Find a frame that another one, or the end of the music, confirms."""
    stop = min(start + _JUNK, len(data))
    offset = data.find(b"\xff", start, stop)
    while offset >= 0:
        header = _header_at(data, offset, like=like)
        if header and _confirmed(data, Frame(offset, header)):
            return Frame(offset, header)
        offset = data.find(b"\xff", offset + 1, stop)
    return None


def _confirmed(data: Data, frame: Frame) -> bool:
    at_end = frame.end == len(data) or data[frame.end : frame.end + 3] in (b"TAG", b"APE")
    return at_end or _header_at(data, frame.end, like=frame.header) is not None


def _header_at(data: Data, offset: int, *, like: Header | None) -> Header | None:
    header = header_from(int.from_bytes(data[offset : offset + 4]))
    fits = header and (like is None or (header.word ^ like.word) & _STEADY == 0)
    return header if fits else None


def _is_cut(data: Data, last: Frame) -> bool:
    return _header_at(data, last.end, like=last.header) is not None
