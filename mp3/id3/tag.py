"""A tag in hand: frames, each four letters and a body."""

from dataclasses import dataclass

from mp3.id3.text import decoded, split

__all__ = ["BadTag", "Tag", "TagFrame"]


class BadTag(Exception):
    """A tag that can't be read or written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagFrame:
    """One fact about the song, as the bytes that version 2.3 stores."""

    name: str
    """Four capitals or digits, such as TIT2."""
    body: bytes
    flags: int = 0

    @property
    def key(self) -> tuple[str, bytes]:
        """What there may be only one of in a tag.

        The name, and with it the description of a user's own field, the language and description of
        words, the kind of a picture, the owner of private data. Other frames may come again with
        another body.
        """
        encoding = self.body[:1]
        match self.name:
            case "TXXX" | "WXXX":
                mark = _letters(self.body[1:], encoding)
            case "COMM" | "USLT":
                mark = self.body[1:4] + _letters(self.body[4:], encoding)
            case "SYLT":
                mark = self.body[1:4] + _letters(self.body[6:], encoding)
            case "APIC":
                mark = split(self.body[1:], 0)[1][:1]
            case "PRIV":
                mark = split(self.body, 0)[0]
            case name if name[:1] == "T" or name in _ONCE:
                mark = b""
            case _:
                mark = self.body
        return self.name, mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """All that a tag says, in its order. Without frames when a file has no tag."""

    frames: tuple[TagFrame, ...] = ()

    def text(self, name: str) -> str | None:
        """Return what a text frame such as TIT2 says, or None when there is none."""
        for frame in self.frames:
            if frame.name == name and frame.body:
                return _text(frame.body[1:], frame.body[0])
        return None

    def user_text(self, description: str) -> str | None:
        """Return what the user's text of that description says, or None when there is none."""
        for frame in self.frames:
            if frame.name == "TXXX" and frame.body:
                found, text = split(frame.body[1:], frame.body[0])
                if _text(found, frame.body[0]) == description:
                    return _text(text, frame.body[0])
        return None

    def private(self, owner: str) -> bytes | None:
        """Return what the program of that name has kept, or None when it has kept nothing."""
        for frame in self.frames:
            if frame.name == "PRIV":
                found, data = split(frame.body, 0)
                if found == owner.encode("ascii"):
                    return data
        return None


_ONCE = {"MCDI", "PCNT", "ETCO", "MLLT", "SYTC", "RVAD", "EQUA", "RVRB", "RBUF", "OWNE", "POSS"}


def _letters(data: bytes, encoding: bytes) -> bytes:
    return _text(data, encoding[0]).encode("utf-8", "replace") if encoding else b""


def _text(data: bytes, encoding: int) -> str:
    return decoded(split(data, encoding)[0], encoding)
