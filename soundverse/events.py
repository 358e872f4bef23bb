"""What Soundverse reports while it makes a song: one closed union, the same for every version.

The decoders in `v6`, `v7`, `sync` and `status` turn wire documents into these; nobody else reads the wire.
A `match` over `Event` is ended with `assert_never`.
"""

from dataclasses import dataclass

__all__ = [
    "Accepted",
    "Event",
    "Finished",
    "Ids",
    "LyricsSection",
    "Progressed",
    "RemoteTake",
    "TakeLost",
    "TakeReady",
    "TakeStarted",
    "TakeUploading",
    "Validated",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids:
    """What a generation can be asked for by, later. Opaque; each is None until the service said it."""

    job_id: str | None = None
    message_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LyricsSection:
    """One labelled part of the words, such as a verse. Times are seconds from the start, if known."""

    label: str
    text: str
    start_seconds: float | None = None
    end_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteTake:
    """One of the two versions, as a file that can be fetched from `audio_url`."""

    version: int
    """1 or 2, as the service numbers them (more are possible, none was ever seen)."""
    audio_url: str
    title: str | None = None
    audio_id: str | None = None
    duration_seconds: float | None = None
    bpm: float | None = None
    lyrics: tuple[LyricsSection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The service has the request. Comes again when a further id becomes known; `ids` holds all so far."""

    ids: Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Validated:
    """Checked and billed, from here on it is paid for. Comes again if title or cover become known later."""

    title: str | None = None
    cover_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progressed:
    """The service is at work. `percent` is 0 to 100, never falls, and is None where it sends no numbers."""

    percent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeStarted:
    """A preview of one take can be heard. Never handed to people: the address may need the key."""

    version: int
    stream_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUploading:
    """One take is rendered and moves to where it can be fetched."""

    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeReady:
    """One take can be fetched. Comes again, for the same version, when more about it becomes known."""

    take: RemoteTake


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeLost:
    """One take failed while the other goes on. `detail` is the service's own words, for the log only."""

    version: int | None
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """Nothing more will come; what is ready by now is all there is."""


Event = (
    Accepted
    | Validated
    | Progressed
    | TakeStarted
    | TakeUploading
    | TakeReady
    | TakeLost
    | Finished
)
