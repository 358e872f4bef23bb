"""A job as the chunks of a v6 stream. Fields and order as documented for "Generate AI Song - v6".

No chunk ever says isComplete: the stream simply ends. The first one has no id. A take's address comes
without its version, its lyrics come with its version and without its address.
"""

from collections.abc import Iterator
from typing import assert_never

from houseband.order import TakeNumber
from houseband.server.answers import lyrics_sections, sounds_of
from houseband.server.events import (
    CoverDrawn,
    CoverLost,
    Failed,
    Finished,
    Lost,
    Playable,
    Progressed,
    Recorded,
    Started,
    Validated,
)
from houseband.server.job import Job
from houseband.server.links import Links

__all__ = ["told"]

Chunk = dict[str, object]


def told(job: Job, links: Links) -> Iterator[Chunk]:
    """Tell a job chunk by chunk."""
    yield {"isComplete": False, "status": "initializing"}
    for event, then in job.so_far():
        match event:
            case Validated():
                yield _named(then, links, "validated")
                yield _named(then, links, "streaming")
            case Started() if len(then.started) == 1:
                yield _named(then, links, "processing")
            case Progressed() if not then.takes:
                # A take's "completed" says 100, and nothing should fall back behind that.
                yield {**_named(then, links, "running"), "progress": then.percent}
            case Playable() | Recorded():
                yield from _heard(then, links, event)
            case Lost():
                yield {**_failed(then, event.detail), "version": event.version}
            case Failed():
                yield _failed(then, event.detail)
            case CoverDrawn() | CoverLost() | Started() | Progressed() | Finished():
                pass  # v6 has no word for these
            case _:
                assert_never(event)


def _named(job: Job, links: Links, status: str) -> Chunk:
    return {
        "message_id": job.message_id,
        "isComplete": False,
        "status": status,
        "album_art": links.cover(job),
        "song_name": job.title,
    }


def _playable(job: Job, links: Links, version: TakeNumber) -> Chunk:
    return {
        **_named(job, links, "streaming"),
        "stream_url": links.preview(job, version),
        "version": version,
        "streaming_ready": True,
    }


def _heard(job: Job, links: Links, event: Playable | Recorded) -> Iterator[Chunk]:
    """Tell of a take that can be heard as it grows, or, where nobody could do that, with its end."""
    if isinstance(event, Playable) or event.version not in job.playable:
        yield _playable(job, links, event.version)
    if isinstance(event, Playable):
        return
    yield {
        **_named(job, links, "completed"),
        "audio_url": links.file(job, event.take.name),
        "progress": 100,
        **sounds_of(event.take),
    }
    bare = {"message_id": job.message_id, "isComplete": False, "version": event.version}
    yield {**bare, "status": "uploading"}
    yield {**bare, "status": "completed", "lyrics_sections": lyrics_sections(event.take)}


def _failed(job: Job, detail: str) -> Chunk:
    return {
        "message_id": job.message_id,
        "isComplete": False,
        "status": "failed",
        "error": detail,
    }
