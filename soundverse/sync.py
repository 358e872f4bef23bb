"""Whole answers: what the `/sync` endpoints give, and what a status gives once it is done.

v7 has `job_id` and no title of its own, v6 extend has `licenses` and `ai_reply`; all have `audio_data`, which
may hold one take, or none. The newer host keeps files in `output.assets`.
"""

import json
from typing import Any

from soundverse import fields
from soundverse.chunks import facts_in
from soundverse.song import Facts, Song
from soundverse.sse import Document

__all__ = ["read_answer"]


def read_answer(document: Document, song: Song) -> None:
    """Tell the song which takes are listed, and whose they are."""
    song.identify(fields.ids(document))
    title = fields.text(document.get("song_name"))
    cover_url = fields.url(document.get("album_art"))
    if title or cover_url:
        song.validate(title=title, cover_url=cover_url)
    for place, item in enumerate(fields.items(document.get("audio_data")), start=1):
        _read_item(item, place, song)
    for place, asset in enumerate(_assets(document), start=1):
        _read_asset(asset, place, song)


def _read_item(item: Document, place: int, song: Song) -> None:
    if url := fields.url(item.get("audio_url")):
        song.validate()
        song.finish_take(fields.version(item.get("version")), url, facts_in(item), place=place)


def _assets(document: Document) -> list[dict[str, Any]]:
    output = document.get("output")
    return fields.items(output.get("assets")) if isinstance(output, dict) else []


def _read_asset(asset: Document, place: int, song: Song) -> None:
    url = fields.url(asset.get("url"))
    media = fields.text(asset.get("mime_type")) or "audio/"
    if url and media.startswith("image/"):
        song.validate(cover_url=url)
    elif url and media.startswith("audio/"):
        song.validate()
        song.finish_take(fields.version(asset.get("version")), url, _facts_of(asset), place=place)


def _facts_of(asset: Document) -> Facts:
    """An asset's facts are JSON inside a string, with the length in milliseconds."""
    metadata = _unpacked(asset.get("metadata_json"))
    milliseconds = fields.number(metadata.get("duration_ms"))
    return Facts(
        title=fields.text(metadata.get("song_name")),
        audio_id=fields.identity(asset.get("file_id")),
        duration_seconds=milliseconds / 1000 if milliseconds else None,
        bpm=fields.number(metadata.get("bpm")),
    )


def _unpacked(text: object) -> Document:
    try:
        metadata = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return {}
    return metadata if isinstance(metadata, dict) else {}
