"""What v6 and v7 streams have in common: a chunk is read by the fields it has, not by its place.

Stages and fields: https://help.soundverse.ai/enterprise-api/generate/ai-song-gen/ai-song-gen-v7
"""

from soundverse import fields
from soundverse.complaints import is_complaint
from soundverse.errors import OK, error_for
from soundverse.song import Facts, Song
from soundverse.sse import Document

__all__ = ["facts_in", "has_failed", "read_chunk"]

_BILLED = frozenset({"validated", "streaming", "running", "uploading"}) | fields.SUCCEEDED
"""Stages that come after the bill, so that a lost `validated` isn't missed."""


def read_chunk(document: Document, song: Song) -> None:
    """Tell the song what one chunk says, but for whether it was the last."""
    song.identify(fields.ids(document))
    if has_failed(document):
        _read_failure(document, song)
    else:
        _read_stage(document, song)
        _read_take(document, song)
    if fields.is_true(document.get("isComplete")):
        song.is_over = True


def has_failed(document: Document) -> bool:
    """Whether it reports a failure; no page shows one, so every way to say so is taken."""
    return fields.status(document.get("status")) in fields.FAILED or is_complaint(document)


def facts_in(item: Document) -> Facts:
    """What a chunk, or an item of a list, says of one take."""
    return Facts(
        title=fields.text(item.get("song_name")),
        audio_id=fields.identity(item.get("audio_id")),
        duration_seconds=fields.number(item.get("duration")),
        bpm=fields.number(item.get("bpm")),
        lyrics=fields.lyrics(item.get("lyrics_sections")),
    )


def _read_failure(document: Document, song: Song) -> None:
    error = error_for(OK, document)
    version = fields.version(document.get("version"))
    if version is None:
        song.fail(error)
    else:
        song.lose_take(version, error)


def _read_stage(document: Document, song: Song) -> None:
    status = fields.status(document.get("status"))
    title = fields.text(document.get("song_name"))
    cover_url = fields.url(document.get("album_art"))
    if status in _BILLED or title or cover_url:
        song.validate(title=title, cover_url=cover_url)
    percent = fields.percent(document.get("progress"))
    if percent is not None or (song.is_validated and status != "validated"):
        song.progress(percent)


def _read_take(document: Document, song: Song) -> None:
    version = fields.version(document.get("version"))
    if audio_url := fields.url(document.get("audio_url")):
        song.finish_take(version, audio_url, facts_in(document))
    elif stream_url := fields.url(document.get("stream_url")):
        song.start_take(version, stream_url)
    elif version and fields.status(document.get("status")) == "uploading":
        song.upload_take(version)
    elif version:
        song.describe_take(version, facts_in(document))
