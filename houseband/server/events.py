"""What can happen to a job, one record each: a closed union, as it is kept on disk."""

from dataclasses import dataclass
from typing import Literal

from houseband.order import Recording, Section, TakeNumber

__all__ = [
    "CoverDrawn",
    "CoverLost",
    "Event",
    "Failed",
    "Finished",
    "Lost",
    "Playable",
    "Progressed",
    "Recorded",
    "Started",
    "Take",
    "Validated",
    "take_from",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One finished version, as it lies in the job's folder."""

    name: str
    audio_id: str
    duration_seconds: float
    bpm: float
    sections: tuple[Section, ...] = ()
    soundfont: str | None = None
    """The file that some of its sounds come from, by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validated:
    """The song has a title. Its cover has an address, and is drawn when a process is free."""

    kind: Literal["validated"] = "validated"
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverDrawn:
    """The cover lies in the job's folder."""

    kind: Literal["cover-drawn"] = "cover-drawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLost:
    """The cover couldn't be drawn; the song goes on without one."""

    kind: Literal["cover-lost"] = "cover-lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A render process has begun with one take."""

    kind: Literal["started"] = "started"
    version: TakeNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Progressed:
    """One take is rendered this far, 0 to 100."""

    kind: Literal["progressed"] = "progressed"
    version: TakeNumber
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Playable:
    """The beginning of one take can be heard, and the rest follows."""

    kind: Literal["playable"] = "playable"
    version: TakeNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One take is finished."""

    kind: Literal["recorded"] = "recorded"
    version: TakeNumber
    take: Take


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """One take failed; the other may still come."""

    kind: Literal["lost"] = "lost"
    version: TakeNumber
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """Nothing more will come; at least one take is there."""

    kind: Literal["finished"] = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Nothing more will come, and the job as a whole went wrong."""

    kind: Literal["failed"] = "failed"
    detail: str


Event = (
    Validated
    | CoverDrawn
    | CoverLost
    | Started
    | Progressed
    | Playable
    | Recorded
    | Lost
    | Finished
    | Failed
)


def take_from(recording: Recording, audio_id: str) -> Take:
    """Return what the server keeps of a recording."""
    return Take(
        name=recording.path.name,
        audio_id=audio_id,
        duration_seconds=float(recording.duration_seconds),
        bpm=float(recording.bpm),
        sections=recording.sections,
        soundfont=recording.soundfont,
    )
