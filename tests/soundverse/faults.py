"""What can go wrong between us and the service, and what must come of it: one row a fault.

Each is tried on every endpoint that can show it, over a real socket.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from soundverse.calls import Call, ExtendSong, GenerateMusic, GenerateSong, Mode, Version
from soundverse.errors import (
    BadCall,
    Busy,
    Charged,
    ConnectionLost,
    Declined,
    FileRefused,
    KeyRejected,
    Misshapen,
    OutOfCredit,
    Overdue,
    SoundverseError,
    TakeFailed,
    Unavailable,
)
from soundverse.sse import Document
from tests.soundverse.samples import refusal
from tests.soundverse.vendor import Answer, says, streams, writes

__all__ = ["CALLS", "FAULTS", "Fault", "Outcome"]

A = "https://storage.soundverse.ai/audio/a_v1.mp3"
B = "https://storage.soundverse.ai/audio/a_v2.mp3"

CALLS: dict[str, Call] = {
    "v7 song": GenerateSong(prompt="rain"),
    "v6 song": GenerateSong(version="v6", prompt="rain"),
    "v6 music": GenerateMusic(prompt="rain"),
    "v6 extend": ExtendSong(audio_url=A, lyrics="la", extend_at_ms=60_000),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Takes that came, or the error that ended the song; whether an id, and the bill, were reported."""

    takes: int = 0
    error: type[SoundverseError] | None = None
    named: bool = False
    validated: bool = False

    @property
    def charged(self) -> Charged:
        """What the operator's account must be held to have paid."""
        if self.validated or self.error is None:
            return Charged.YES
        return self.error.charged

    @property
    def is_sent_again(self) -> bool:
        """Only what was surely refused may be sent again: nothing with a name or a bill."""
        surely_refused = self.error is not None and self.error.resend
        return surely_refused and not (self.named or self.validated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What the service does, and what must come of it."""

    name: str
    answer: Callable[[Version], Answer]
    outcome: Outcome
    statuses: Sequence[object] = ()
    modes: tuple[Mode, ...] = ("stream", "sync")
    versions: tuple[Version, ...] = ("v6", "v7")

    @property
    def idle_seconds(self) -> float:
        """How long to wait for what never comes; for anything else there is time."""
        return 0.5 if self.name.startswith("silence") else 30.0


def events(*documents: Document, then: str = "end") -> Answer:
    return streams(
        b"".join(f"data: {json.dumps(each)}\n\n".encode() for each in documents), then=then
    )


def created(version: Version) -> Document:
    if version == "v6":
        return {"isComplete": False, "status": "initializing", "chunkIndex": 0}
    ids = {"job_id": "j", "message_id": "m"}
    return {"type": "job_created", **ids, "status": "processing", "isComplete": False}


def validated(version: Version) -> Document:
    del version
    facts = {"album_art": "https://storage.soundverse.ai/a.webp", "song_name": "Rain"}
    return {"message_id": "m", "status": "validated", "isComplete": False, **facts}


def take(number: int, url: str | None = None, **more: object) -> Document:
    place = url or (A, B)[number - 1]
    return {
        "status": "completed",
        "isComplete": False,
        "version": number,
        "audio_url": place,
        **more,
    }


def last(**more: object) -> Document:
    return {"status": "completed", "isComplete": True, "total_versions": 2, **more}


def started(*documents: Document, then: str = "end") -> Callable[[Version], Answer]:
    """A stream that was accepted and billed, and goes on with these."""
    return lambda version: events(created(version), validated(version), *documents, then=then)


def always(answer: Answer) -> Callable[[Version], Answer]:
    return lambda _: answer


DONE = {"status": "completed", "audio_data": [{"audio_url": A}, {"audio_url": B}]}
ONE = {"status": "completed", "audio_data": [{"audio_url": B, "version": 2}]}
WORKING = {"status": "processing"}
FAILED = {"message_id": "m", "status": "failed", "error": True, "detail": "no luck"}
BOTH = Outcome(takes=2, validated=True)
PARTIAL = Outcome(takes=1, validated=True)
BILLED_FAILURE = Outcome(error=TakeFailed, validated=True)


_VERSIONS: tuple[Version, ...] = ("v6", "v7")


def _refusals() -> list[Fault]:
    kinds: dict[str, type[SoundverseError]] = {
        "nothing_to_go_on": BadCall,
        "prompt_too_long": BadCall,
        "empty_prompt": BadCall,
        "file_too_large": FileRefused,
        "rate_limit": Busy,
        "balance": OutOfCredit,
        "nsfw": Declined,
        "unavailable": Unavailable,
    }
    return [
        fault
        for name, kind in kinds.items()
        for fault in (
            Fault(
                name=f"{name} with HTTP 400",
                answer=always(says(refusal(name), status=400)),
                outcome=Outcome(error=kind),
            ),
            Fault(
                name=f"{name} with HTTP 200",
                answer=always(says(refusal(name))),
                outcome=Outcome(error=kind),
            ),
            *(
                Fault(
                    name=f"{name} inside the stream",
                    answer=lambda version, name=name: events(  # type: ignore[misc]
                        created(version), _object(refusal(name))
                    ),
                    outcome=Outcome(error=kind, named=version == "v7"),
                    modes=("stream",),
                    versions=(version,),
                )
                for version in _VERSIONS
            ),
            Fault(
                name=f"{name} after the bill",
                answer=lambda version, name=name: events(  # type: ignore[misc]
                    created(version), validated(version), _object(refusal(name))
                ),
                outcome=Outcome(error=TakeFailed if kind.resend else kind, validated=True),
                modes=("stream",),
            ),
        )
    ]


def _object(document: object) -> Document:
    assert isinstance(document, dict)
    return document


def _statuses() -> list[Fault]:
    kinds: dict[int, type[SoundverseError]] = {
        400: BadCall,
        401: KeyRejected,
        402: OutOfCredit,
        403: KeyRejected,
        404: Unavailable,
        413: FileRefused,
        422: BadCall,
        429: Busy,
        500: Unavailable,
        502: Unavailable,
        503: Unavailable,
        504: Unavailable,
    }
    return [
        Fault(
            name=f"a page with HTTP {status}",
            answer=always(writes("<html>oh</html>", status=status)),
            outcome=Outcome(error=kind),
        )
        for status, kind in kinds.items()
    ]


_ENDS = ("cut", "end", "silence")

_BREAKS = [
    fault
    for then in _ENDS
    for fault in (
        Fault(
            name=f"{then} before anything",
            answer=lambda _, then=then: streams(b": hello\n\n", then=then),  # type: ignore[misc]
            outcome=Outcome(error=ConnectionLost),
            modes=("stream",),
        ),
        Fault(
            name=f"{then} after the bill, and asking finds both",
            answer=started(then=then),
            statuses=[WORKING, DONE],
            outcome=BOTH,
            modes=("stream",),
        ),
        Fault(
            name=f"{then} after the bill, and asking finds one",
            answer=started(then=then),
            statuses=[WORKING, ONE],
            outcome=PARTIAL,
            modes=("stream",),
        ),
        Fault(
            name=f"{then} after the bill, and asking finds a failure",
            answer=started(then=then),
            statuses=[WORKING, FAILED],
            outcome=BILLED_FAILURE,
            modes=("stream",),
        ),
        Fault(
            name=f"{then} after the bill, and asking finds nothing",
            answer=started(then=then),
            outcome=Outcome(error=Overdue, validated=True),
            modes=("stream",),
        ),
        Fault(
            name=f"{then} after the bill, and it never ends",
            answer=started(then=then),
            statuses=[WORKING],
            outcome=Outcome(error=Overdue, validated=True),
            modes=("stream",),
        ),
        Fault(
            name=f"{then} after both takes",
            answer=started(take(1), take(2), then=then),
            outcome=BOTH,
            modes=("stream",),
        ),
        Fault(
            name=f"{then} after one take, and asking finds the other",
            answer=started(
                {"status": "streaming", "version": 2, "stream_url": "https://api.soundverse.ai/2"},
                take(1),
                then=then,
            ),
            statuses=[WORKING, DONE],
            outcome=BOTH,
            modes=("stream",),
        ),
        Fault(
            name=f"{then} after one take, and asking finds nothing",
            answer=started(take(1), then=then),
            outcome=PARTIAL,
            modes=("stream",),
        ),
    )
]

_STREAMS = [
    Fault(name="takes interleave", answer=started(take(2), take(1), last()), outcome=BOTH),
    Fault(
        name="everything twice",
        answer=started(take(1), take(1), take(2), take(2), last()),
        outcome=BOTH,
    ),
    Fault(
        name="no versions, told apart by the files' names",
        answer=started(take(1, version=None), take(2, version=None), last()),
        outcome=BOTH,
    ),
    Fault(
        name="no versions and no names",
        answer=started(
            take(1, "https://storage.soundverse.ai/x", version=None),
            take(2, "https://storage.soundverse.ai/y", version=None),
            last(),
        ),
        outcome=BOTH,
    ),
    Fault(name="only one take", answer=started(take(1), last(total_versions=1)), outcome=PARTIAL),
    Fault(
        name="one take, and a failure of the other",
        answer=started(take(1), {**FAILED, "version": 2}, last()),
        outcome=PARTIAL,
    ),
    Fault(
        name="one take, and a failure of it all",
        answer=started(take(1), {**FAILED, "isComplete": True}),
        outcome=PARTIAL,
    ),
    Fault(
        name="a failure, and then a take", answer=started(FAILED, take(1), last()), outcome=PARTIAL
    ),
    Fault(
        name="a late failure",
        answer=started({"status": "uploading", "version": 1}, FAILED),
        outcome=BILLED_FAILURE,
    ),
    Fault(
        name="both takes fail",
        answer=started({**FAILED, "version": 1}, {**FAILED, "version": 2}, last()),
        outcome=BILLED_FAILURE,
    ),
    Fault(
        name="a last chunk without takes, and asking finds them",
        answer=started(last()),
        statuses=[DONE],
        outcome=BOTH,
    ),
    Fault(
        name="a last chunk with one take lost on the way, and asking finds it",
        answer=started(take(1), last()),
        statuses=[DONE],
        outcome=BOTH,
        versions=("v7",),
    ),
    Fault(
        name="odd types: numbers as text, nulls, ids that are numbers, fields nobody knows",
        answer=started(
            {"status": None, "version": None, "message_id": 17, "progress": "7", "new": {"a": []}},
            {"status": "RUNNING", "progress": 3, "lyrics_sections": "none", "album_art": 5},
            take(1, version="1", duration="60.5", bpm="fast", error=False),
            take(2, version=2.0, duration=None, bpm=None, error="", lyrics_sections=[None, 3]),
            last(total_versions="2", error=None),
        ),
        outcome=BOTH,
    ),
]
_STREAM_FAULTS = [
    Fault(
        name=each.name,
        answer=each.answer,
        statuses=each.statuses,
        outcome=each.outcome,
        versions=each.versions,
        modes=("stream",),
    )
    for each in _STREAMS
]

_WHOLES = [
    Fault(
        name="a page with HTTP 200",
        answer=always(writes("<html>oh</html>")),
        outcome=Outcome(error=Misshapen),
    ),
    Fault(
        name="nothing with HTTP 200",
        answer=always(writes("")),
        outcome=Outcome(error=ConnectionLost),
    ),
    Fault(
        name="JSON that says nothing",
        answer=always(says({"hi": 1})),
        outcome=Outcome(error=Misshapen),
    ),
    Fault(
        name="JSON cut short",
        answer=always(writes('{"job_id": "j", "st', content_type="application/json")),
        outcome=Outcome(error=Misshapen),
    ),
    Fault(
        name="a job to ask for",
        answer=always(says({"job_id": "j", "message_id": "m", "status": "queued"}, status=202)),
        statuses=[WORKING, DONE],
        outcome=BOTH,
    ),
    Fault(
        name="the newer host's job to ask for",
        answer=always(says({"task_id": "t", "status": "queued"})),
        statuses=[
            WORKING,
            {"status": "completed", "output": {"assets": [{"url": A}, {"url": B}]}},
        ],
        outcome=BOTH,
    ),
    Fault(name="a whole song as JSON", answer=always(says(DONE)), outcome=BOTH),
    Fault(
        name="one take as JSON",
        answer=always(says({"message_id": "m", "audio_data": [{"audio_url": A}]})),
        outcome=PARTIAL,
    ),
    Fault(
        name="no take as JSON",
        answer=always(says({"album_art": None, "audio_data": []})),
        outcome=Outcome(error=TakeFailed),
    ),
    Fault(name="a failure as JSON", answer=always(says(FAILED)), outcome=Outcome(error=TakeFailed)),
    Fault(
        name="busy when asked, once",
        answer=always(says({"job_id": "j", "message_id": "m", "status": "queued"})),
        statuses=[
            says({"message": "slow down"}, status=429, headers={"Retry-After": "30"}),
            says(refusal("unavailable"), status=503),
            writes("<html>"),
            DONE,
        ],
        outcome=BOTH,
    ),
]

_COMPLAINTS: dict[str, tuple[str, type[SoundverseError]]] = {
    "rate limit": ("Rate limit exceeded", Busy),
    "balance": ("Insufficient balance", OutOfCredit),
    "unavailable": ("Service temporarily unavailable", Unavailable),
}


def _cut(*, billed: bool) -> Callable[[Version], Answer]:
    """A stream that breaks off once the song can be asked for, or once it is billed too."""
    named = {"message_id": "m", "status": "initializing", "isComplete": False}
    more = (validated,) if billed else ()
    return lambda version: events(
        created(version), named, *(make(version) for make in more), then="cut"
    )


def _complaints(text: str, name: str, kind: type[SoundverseError]) -> list[Fault]:
    """The status endpoint complains with HTTP 200: about the asking, or, with the id, about the song."""
    complaint = {"status": "error", "message": text}
    of_song = {"status": "failed", "message_id": "m", "error": text}
    return [
        fault
        for billed in (False, True)
        for fault in (
            Fault(
                name=f"{name} when asked {'after the bill' if billed else 'by id'}, then both",
                answer=_cut(billed=billed),
                statuses=[complaint, WORKING, {**complaint, "id": "request-1"}, DONE],
                outcome=BOTH,
                modes=("stream",),
            ),
            Fault(
                name=f"{name} when asked {'after the bill' if billed else 'by id'}, for ever",
                answer=_cut(billed=billed),
                statuses=[complaint],
                outcome=Outcome(error=Overdue, named=True, validated=billed),
                modes=("stream",),
            ),
            Fault(
                name=f"{name} of this song when asked {'after the bill' if billed else 'by id'}",
                answer=_cut(billed=billed),
                statuses=[of_song],
                outcome=Outcome(
                    error=TakeFailed if billed and kind.resend else kind,
                    named=True,
                    validated=billed,
                ),
                modes=("stream",),
            ),
        )
    ]


_ASKED = [
    fault for name, (text, kind) in _COMPLAINTS.items() for fault in _complaints(text, name, kind)
]

FAULTS = [*_refusals(), *_statuses(), *_BREAKS, *_STREAM_FAULTS, *_WHOLES, *_ASKED]
