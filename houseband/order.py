"""What the band was asked to play: all that is needed to make the same song again."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["Operation", "Order", "Recording", "Section", "TakeNumber"]

Operation = Literal["song", "music", "extend"]
TakeNumber = Literal[1, 2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One request, after the server has checked it. JSON-serialisable but for `source`, a path."""

    operation: Operation
    prompt: str
    seed: int
    """The same order with the same seed is the same score, on every machine."""
    lyrics: str | None = None
    style: str | None = None
    source: Path | None = None
    """For `extend`: the band's own mp3 to go on from, which carries its order and take."""
    extend_at_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of the song, with the words that belong to it, if any. Times are seconds from the start."""

    label: str
    text: str
    start_seconds: float
    end_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One take as it lies on disk."""

    path: Path
    duration_seconds: float
    bpm: float
    key: str
    genre: str
    sections: tuple[Section, ...]
    soundfont: str | None = None
    """The file that some of its sounds come from, by its name: another machine wouldn't play it the same."""
