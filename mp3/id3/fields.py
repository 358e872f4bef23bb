"""The frames that we write, each from what it says."""

from collections.abc import Iterable
from urllib.parse import quote

from mp3.id3.tag import TagFrame
from mp3.id3.text import encoded, encoding_for, terminated

__all__ = [
    "album",
    "artist",
    "comment",
    "cover",
    "length",
    "lyrics",
    "private",
    "source_url",
    "tempo",
    "timed_lyrics",
    "title",
    "user_text",
    "user_url",
]


def title(text: str) -> TagFrame:
    """Say what the song is called."""
    return _text("TIT2", text)


def artist(text: str) -> TagFrame:
    """Say who plays."""
    return _text("TPE1", text)


def album(text: str) -> TagFrame:
    """Say which record it is on."""
    return _text("TALB", text)


def length(seconds: float) -> TagFrame:
    """Say how long it plays; stored in milliseconds."""
    return _text("TLEN", str(round(seconds * 1000)))


def tempo(bpm: float) -> TagFrame:
    """Say how fast it is in beats a minute; stored as a whole number, since the standard has no other."""
    return _text("TBPM", str(round(bpm)))


def user_text(description: str, text: str) -> TagFrame:
    """Keep any text under a name of our own."""
    encoding = encoding_for(description, text)
    body = terminated(description, encoding) + encoded(text, encoding)
    return TagFrame(name="TXXX", body=bytes([encoding]) + body)


def user_url(description: str, url: str) -> TagFrame:
    """Keep any address under a name of our own."""
    encoding = encoding_for(description)
    body = terminated(description, encoding) + _url(url)
    return TagFrame(name="WXXX", body=bytes([encoding]) + body)


def source_url(url: str) -> TagFrame:
    """Say where the song came from."""
    return TagFrame(name="WOAS", body=_url(url))


def private(owner: str, data: bytes) -> TagFrame:
    """Keep what only one program understands. `owner` is its name, in ASCII."""
    return TagFrame(name="PRIV", body=owner.encode("ascii") + b"\0" + data)


def comment(text: str, *, language: str = "und", description: str = "") -> TagFrame:
    """Add a remark. `language` is three letters of ISO 639-2."""
    return _words("COMM", text, language, description)


def lyrics(text: str, *, language: str = "und", description: str = "") -> TagFrame:
    """Add the words, lines ended by newlines. `language` is three letters of ISO 639-2."""
    return _words("USLT", text, language, description)


def timed_lyrics(
    lines: Iterable[tuple[float, str]], *, language: str = "und", description: str = ""
) -> TagFrame:
    """Add the words, each line with the second at which it begins."""
    timed = [(max(0, round(seconds * 1000)), text) for seconds, text in lines]
    encoding = encoding_for(description, *(text for _, text in timed))
    body = b"".join(
        terminated(text, encoding) + min(milliseconds, _LATEST).to_bytes(4)
        for milliseconds, text in sorted(timed, key=lambda line: line[0])
    )
    head = bytes([encoding]) + _language(language) + bytes([_MILLISECONDS, _LYRICS])
    return TagFrame(name="SYLT", body=head + terminated(description, encoding) + body)


def cover(image: bytes, *, description: str = "") -> TagFrame:
    """Add the front cover, a JPEG or a PNG. Raises ValueError for anything else."""
    kinds = [kind for start, kind in _PICTURES.items() if image.startswith(start)]
    if not kinds:
        raise ValueError("a cover is a JPEG or a PNG")
    encoding = encoding_for(description)
    head = bytes([encoding]) + kinds[0] + bytes([0, _FRONT_COVER])
    return TagFrame(name="APIC", body=head + terminated(description, encoding) + image)


_FRONT_COVER = 3
_MILLISECONDS, _LYRICS = 2, 1
_LATEST = 0xFFFFFFFF
_PICTURES = {b"\xff\xd8\xff": b"image/jpeg", b"\x89PNG\r\n\x1a\n": b"image/png"}


def _text(name: str, text: str) -> TagFrame:
    line = " ".join(text.split())
    encoding = encoding_for(line)
    return TagFrame(name=name, body=bytes([encoding]) + encoded(line, encoding))


def _words(name: str, text: str, language: str, description: str) -> TagFrame:
    encoding = encoding_for(description, text)
    body = _language(language) + terminated(description, encoding) + encoded(text, encoding)
    return TagFrame(name=name, body=bytes([encoding]) + body)


def _language(code: str) -> bytes:
    if len(code) != len("und") or not (code.isascii() and code.isalpha()):
        raise ValueError("a language is three letters, such as eng")
    return code.lower().encode("ascii")


def _url(url: str) -> bytes:
    return quote(url, safe="%!#$&'()*+,/:;=?@[]~").encode("ascii")
