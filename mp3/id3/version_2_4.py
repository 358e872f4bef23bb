"""The frames of a tag of version 2.4, as version 2.3 stores them.

These can't be carried over and are dropped:

- encrypted ones, since their method's number stands in a frame of its own form;
- compressed ones that don't unpack, or unpack to more than 16 MiB;
- ASPI, SEEK and SIGN, which speak of the file as it was, EQU2 and RVA2, which 2.3 doesn't know;
- OWNE and COMR in an encoding that 2.3 doesn't know.
"""

import zlib
from collections.abc import Iterator
from itertools import chain, cycle

from mp3.id3.cut import PLAIN, SYNCHSAFE, cut, synchronised, well_cut
from mp3.id3.tag import TagFrame
from mp3.id3.text import LATIN_1, UTF_8, UTF_16, UTF_16_BE, decoded, encoded, split, terminated

__all__ = ["downgraded"]


def downgraded(body: bytes, *, unsynchronised: bool) -> Iterator[TagFrame]:
    """Undo what 2.3 has no flags for, and write the words in an encoding that it knows."""
    shape = PLAIN if not well_cut(body, SYNCHSAFE) and well_cut(body, PLAIN) else SYNCHSAFE
    for name, flags, content in cut(body, shape):
        plain = _plain(content, flags, unsynchronised=unsynchronised)
        known = None if plain is None or name in _ONLY_HERE else _known_encoding(name, plain)
        if known is not None:
            yield TagFrame(name=name, body=known, flags=(flags & _STATUS) << 1)


_STATUS, _GROUPED, _COMPRESSED, _ENCRYPTED, _UNSYNCHRONISED, _LENGTH = 0x7000, 0x40, 8, 4, 2, 1
_ONLY_HERE = {"ASPI", "SEEK", "SIGN", "EQU2", "RVA2"}
_MOST_BYTES = 16 * 1024 * 1024


def _plain(content: bytes, flags: int, *, unsynchronised: bool) -> bytes | None:
    """Take off what the flags say was put on. None when that can't be done."""
    if flags & _ENCRYPTED:
        return None
    content = content[bool(flags & _GROUPED) + 4 * (flags & _LENGTH) :]
    if unsynchronised or flags & _UNSYNCHRONISED:
        content = synchronised(content)
    return _unpacked(content) if flags & _COMPRESSED else content


def _unpacked(content: bytes) -> bytes | None:
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(content, _MOST_BYTES)
    except zlib.error:
        return None
    return plain if unpacker.eof else None


def _known_encoding(name: str, body: bytes) -> bytes | None:
    """Turn UTF-8 and bare UTF-16 into UTF-16 with its mark. None when the layout isn't known."""
    layout = _LAYOUTS.get(name, "v" if name[0] == "T" else "")
    if not layout or not body or body[0] not in (UTF_16_BE, UTF_8):
        return body
    if layout == "?":
        return None
    return bytes([UTF_16]) + b"".join(_fields(body[1:], body[0], layout))


_LAYOUTS = {
    "TXXX": "sv",
    "WXXX": "s.",
    "COMM": "3sv",
    "USLT": "3sv",
    "USER": "3v",
    "SYLT": "32s*s4",
    "APIC": "l1s.",
    "GEOB": "lss.",
    "OWNE": "?",
    "COMR": "?",
}
"""What follows the encoding byte. s: words with an end; v: one value or several, to the end; l: Latin-1
with an end; a number: so many bytes; a full stop: the rest. What follows a star comes again and again."""


def _fields(data: bytes, encoding: int, layout: str) -> Iterator[bytes]:
    """Carry the fields over, one by one."""
    once, _, again = layout.partition("*")
    for field in chain(once, cycle(again)):
        if not data:
            return
        carried, data = _field(field, data, encoding)
        yield carried


def _field(field: str, data: bytes, encoding: int) -> tuple[bytes, bytes]:
    """Return one field as 2.3 has it, and the data after it."""
    match field:
        case "s":
            text, rest = split(data, encoding)
            return terminated(decoded(text, encoding), UTF_16), rest
        case "v":  # where 2.4 has ends between values, 2.3 has strokes
            values = decoded(data, encoding).rstrip("\0").split("\0")
            return encoded("/".join(values), UTF_16), b""
        case "l":
            text, rest = split(data, LATIN_1)
            return text + b"\0", rest
        case ".":
            return data, b""
        case count:
            return data[: int(count)], data[int(count) :]
