"""What can be asked of Soundverse, with the limits that can be checked before anything is sent."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Call", "ExtendSong", "GenerateMusic", "GenerateSong", "Version"]

Version = Literal["v6", "v7"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateSong:
    """A song with vocals: `POST /v7/generate/song` or `/v6/generate/song`."""

    version: Version = "v7"
    prompt: str | None = None
    lyrics: str | None = None
    reference_url: str | None = None
    instrumental_url: str | None = None
    vocal_url: str | None = None
    melody_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateMusic:
    """An instrumental: `POST /v6/generate/music`."""

    prompt: str
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendSong:
    """A longer version of a song: `POST /v6/extend/song`."""

    audio_url: str
    lyrics: str
    extend_at_ms: int
    prompt: str | None = None


Call = GenerateSong | GenerateMusic | ExtendSong
