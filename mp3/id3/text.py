"""How ID3 writes words: four encodings, strings ended by a NUL of the encoding's width."""

__all__ = [
    "LATIN_1",
    "UTF_8",
    "UTF_16",
    "UTF_16_BE",
    "decoded",
    "encoding_for",
    "split",
    "terminated",
]

LATIN_1, UTF_16, UTF_16_BE, UTF_8 = range(4)
"""The encoding bytes. Version 2.3 knows the first two only."""

_CODECS = {LATIN_1: "latin-1", UTF_16: "utf-16", UTF_16_BE: "utf-16-be", UTF_8: "utf-8"}
_NULS = {LATIN_1: b"\0", UTF_16: b"\0\0", UTF_16_BE: b"\0\0", UTF_8: b"\0"}


def encoding_for(*texts: str) -> int:
    """Choose Latin-1 where it can hold all of these, else UTF-16."""
    return LATIN_1 if all(character <= "\xff" for text in texts for character in text) else UTF_16


def encoded(text: str, encoding: int) -> bytes:
    """Write a string without its end. UTF-16 begins with a byte order mark."""
    clean = text.replace("\0", "")
    if encoding == UTF_16:
        return b"\xff\xfe" + clean.encode("utf-16-le", "replace")
    return clean.encode(_CODECS[encoding], "replace")


def terminated(text: str, encoding: int) -> bytes:
    """Write a string with its end, for fields that others follow."""
    return encoded(text, encoding) + _NULS[encoding]


def decoded(data: bytes, encoding: int) -> str:
    """Read a string. What can't be read becomes a replacement character; an odd encoding, Latin-1."""
    return data.decode(_CODECS.get(encoding, "latin-1"), "replace")


def split(data: bytes, encoding: int) -> tuple[bytes, bytes]:
    """Cut at the end of the first string: the string, and what follows its NUL."""
    nul = _NULS.get(encoding, b"\0")
    end = data.find(nul)
    while end >= 0 and end % len(nul):  # half of one character and half of the next
        end = data.find(nul, end + 1)
    return (data, b"") if end < 0 else (data[:end], data[end + len(nul) :])
