"""What a file really is, by its bytes: names and Content-Type headers are only claims."""
# ruff: noqa: PLR2004  # the formats are full of numbers that mean themselves

import re
from typing import BinaryIO, Literal

__all__ = ["Kind", "media_type"]

Kind = Literal["audio", "image"]

_HEAD = 64
_STRAY = 4096
"""Bytes of padding or garbage that may lie around the mp3 frames."""
_ROW = 3
"""So many mp3 frames in a row are no accident."""
_SYNC = re.compile(rb"\xff[\xe0-\xff]")
_INFO = re.compile(rb"(?:Xing|Info)(.{12})", re.DOTALL)
_UNKNOWN_LENGTHS = (0, 0xFFFF_FFFF)
"""What a wav says whose writer couldn't go back to fill in its length."""
_PICTURE_BRANDS = (b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1")
_ENDLESS = 1 << 62

# Tables of ISO 11172-3 and 13818-3, layer III: by the header's version bits.
_KILOBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KILOBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_KILOBITS = {3: _KILOBITS_1, 2: _KILOBITS_2, 0: _KILOBITS_2}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def media_type(file: BinaryIO, *, whole: bool = True) -> str | None:
    """Such as `audio/mpeg` or `image/webp`; None for anything else, and for a file that was cut short.

    With `whole` false the beginning of a file is enough.
    """
    length = file.seek(0, 2)
    size = length if whole else _ENDLESS
    head = _at(file, 0, _HEAD)
    if head[:4] == b"RIFF":
        return _riff(head, size)
    if head[4:8] == b"ftyp" and head[8:12] not in _PICTURE_BRANDS:
        return "audio/mp4" if not whole or _boxes_fill(file, size) else None
    if head[:4] == b"OggS":
        return "audio/ogg"
    if not whole and _end_of_tag(head) >= length:
        return "audio/mpeg"
    return _picture(head) or _framed(file, size)


def _picture(head: bytes) -> str | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    return "image/jpeg" if head.startswith(b"\xff\xd8\xff") else None


def _riff(head: bytes, size: int) -> str | None:
    """A wav or a WebP: both say how long they are."""
    media = {b"WAVE": "audio/wav", b"WEBP": "image/webp"}.get(head[8:12])
    length = int.from_bytes(head[4:8], "little")
    return media if length in _UNKNOWN_LENGTHS or length + 8 <= size else None


def _boxes_fill(file: BinaryIO, size: int) -> bool:
    """An mp4 is a row of boxes; a whole one has its index (`moov`) and breaks off nowhere."""
    at, names = 0, set[bytes]()
    while at + 8 <= size:
        head = _at(file, at, 16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        names.add(head[4:8])
        at = at + length if length else size
        if 0 < length < 8:
            return False
    return at == size and b"moov" in names


def _framed(file: BinaryIO, size: int) -> str | None:
    """Flac and mp3, either of which may follow an ID3v2 tag."""
    start = _end_of_tag(_at(file, 0, 10))
    if _at(file, start, 4) == b"fLaC":
        return "audio/flac"
    first = _first_frame(file, start)
    if first is None:
        return None
    info = _INFO.search(_at(file, first, _HEAD))
    return "audio/mpeg" if not info or _promised(info[1]) <= size - first + _STRAY else None


def _end_of_tag(head: bytes) -> int:
    """Where an ID3v2 tag ends, 0 if there is none. Its length is four bytes of seven bits each."""
    if head[:3] != b"ID3" or len(head) < 10:
        return 0
    length = sum((byte & 0x7F) << 7 * place for place, byte in enumerate(reversed(head[6:10])))
    footer = 10 if head[5] & 0x10 else 0
    return 10 + length + footer


def _first_frame(file: BinaryIO, start: int) -> int | None:
    for sync in _SYNC.finditer(_at(file, start, _STRAY)):
        if _has_frames(file, start + sync.start()):
            return start + sync.start()
    return None


def _has_frames(file: BinaryIO, at: int) -> bool:
    for _ in range(_ROW):
        length = _frame_length(_at(file, at, 4))
        if not length:
            return False
        at += length
    return True


def _frame_length(head: bytes) -> int:
    """Bytes of the layer III frame that begins here, 0 if none does."""
    if len(head) < 4 or not _SYNC.match(head):
        return 0
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, sampling, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if version == 1 or layer != 1 or rate in (0, 15) or sampling == 3:
        return 0
    samples = 144 if version == 3 else 72
    return samples * _KILOBITS[version][rate] * 1000 // _RATES[version][sampling] + padding


def _promised(info: bytes) -> int:
    """How many bytes an Info header says there are, 0 if it doesn't."""
    flags = int.from_bytes(info[:4], "big")
    at = 8 if flags & 1 else 4
    return int.from_bytes(info[at : at + 4], "big") if flags & 2 else 0


def _at(file: BinaryIO, at: int, length: int) -> bytes:
    file.seek(at)
    return file.read(length)
