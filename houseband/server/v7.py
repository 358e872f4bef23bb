"""A job as the chunks of a v7 stream. Fields and order as documented for "Generate Song (v7)"."""

from collections.abc import Iterator
from typing import assert_never

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

OPERATION = "song_generate"
TOKENS = 100
"""What one take is said to consume. A number only because the field is documented."""


def told(job: Job, links: Links) -> Iterator[Chunk]:
    """Tell a job chunk by chunk. Only the last one of an ended job says isComplete."""
    yield {
        "type": "job_created",
        "job_id": job.job_id,
        "message_id": job.message_id,
        "status": "processing",
        "isComplete": False,
    }
    for event, then in job.so_far():
        match event:
            case Validated():
                yield _validated(then, links)
            case Started():
                yield _streaming(then, links, event)
            case Recorded():
                yield _uploading(then, event)
                yield _completed(then, links, event)
            case Lost():
                yield _lost(then, event)
            case Finished():
                yield _final(then, links)
            case Failed():
                yield _failed(then, event)
            case CoverDrawn() | CoverLost() | Progressed() | Playable():
                pass  # v7 has no word for these
            case _:
                assert_never(event)


def _validated(job: Job, links: Links) -> Chunk:
    return {
        "message_id": job.message_id,
        "status": "validated",
        "isComplete": False,
        "album_art": links.cover(job),
        "song_name": job.title,
        "operation": OPERATION,
        "content": "Request validated",
    }


def _streaming(job: Job, links: Links, event: Started) -> Chunk:
    return {
        "message_id": job.message_id,
        "status": "streaming",
        "isComplete": False,
        "version": event.version,
        "task_id": f"{job.message_id}-{event.version}",
        "stream_url": links.preview(job, event.version),
        "streaming_ready": True,
        "content": "Streaming audio...",
    }


def _uploading(job: Job, event: Recorded) -> Chunk:
    return {
        "message_id": job.message_id,
        "status": "uploading",
        "isComplete": False,
        "version": event.version,
        "content": "Uploading audio...",
    }


def _completed(job: Job, links: Links, event: Recorded) -> Chunk:
    return {
        "message_id": job.message_id,
        "status": "completed",
        "isComplete": False,
        "version": event.version,
        "audio_url": links.file(job, event.take.name),
        "audio_id": event.take.audio_id,
        "audio_ready": True,
        "duration": round(event.take.duration_seconds, 3),
        "bpm": round(event.take.bpm),
        "lyrics_sections": lyrics_sections(event.take),
        "tokens": TOKENS,
        "totalTokens": TOKENS * len(job.takes),
        **sounds_of(event.take),
        "content": "Audio ready",
    }


def _final(job: Job, links: Links) -> Chunk:
    return {
        "message_id": job.message_id,
        "status": "completed",
        "isComplete": True,
        "operation": OPERATION,
        "total_versions": len(job.takes),
        "album_art": links.cover(job),
        "song_name": job.title,
        "content": "Generation complete",
    }


def _lost(job: Job, event: Lost) -> Chunk:
    return {
        "message_id": job.message_id,
        "status": "failed",
        "isComplete": False,
        "version": event.version,
        "error": True,
        "detail": event.detail,
        "content": "Version failed",
    }


def _failed(job: Job, event: Failed) -> Chunk:
    return {
        "message_id": job.message_id,
        "status": "failed",
        "isComplete": True,
        "operation": OPERATION,
        "error": True,
        "detail": event.detail,
        "content": "Generation failed",
    }
