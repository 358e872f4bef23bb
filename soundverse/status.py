"""Answers about a song that was asked for before. No source shows one, so every likely shape is read.

Those are: the house band's own (`status` with `audio_data`), a `/sync` answer, the last chunk of a stream,
and `status` with `output.assets`; each alone, in a list, or inside `data`, `result`, `job` or `generation`.
"""

from collections.abc import Sequence
from urllib.parse import quote

from soundverse import fields
from soundverse.chunks import has_failed, read_chunk
from soundverse.complaints import is_complaint
from soundverse.errors import OK, Declined, FileRefused, Misshapen, TakeFailed, error_for
from soundverse.events import Ids
from soundverse.song import Song
from soundverse.sse import Document
from soundverse.sync import read_answer

__all__ = ["STATUS_PATHS", "paths_for", "read_status"]

STATUS_PATHS = (
    "/v7/status?job_id={job_id}",
    "/status/generation/{message_id}",
    "/status/generations/{message_id}",
    "/v1/generations/{job_id}",
)
"""Where to ask, in this order. The first two are documented, the third in an older page, the last is the
newer host's. `{job_id}` and `{message_id}` stand for the ids; a path whose id isn't known is left out."""

_WRAPPERS = ("data", "result", "job", "generation")
_TELLING = frozenset(
    {"status", "isComplete", "audio_data", "audio_url", "output", "job_id", "message_id", "task_id"}
)
_ID_NAMES = ("job_id", "message_id", "task_id", "id")
_JOB_PARTS = frozenset({"audio_data", "output", "detail"})
_FAILED_JOB = fields.FAILED - {"error"}
"""How a job may have failed. `error` is also what a request that went wrong is answered with."""
_DEPTH = 3


def paths_for(ids: Ids, templates: Sequence[str] = STATUS_PATHS) -> list[str]:
    """The paths that can be asked with the ids there are."""
    known = {"{job_id}": ids.job_id, "{message_id}": ids.message_id}
    paths = []
    for template in templates:
        needed = [name for name in known if name in template]
        if needed and all(known[name] for name in needed):
            paths.append(_filled(template, known))
    return paths


def read_status(answer: object, song: Song) -> None:
    """Tell the song what an answer says of it.

    Raises what the answer complains of, or Misshapen, when it says nothing of the song; and what went wrong
    when it says that the song failed, and no take has come. Only the latter finishes the song.
    """
    document = _unwrapped(answer)
    if not _TELLING & document.keys():
        raise error_for(OK, document) if is_complaint(document) else Misshapen(_shape_of(answer))
    if has_failed(document) and not _speaks_of(song.ids, document):
        raise error_for(OK, document)
    document = _with_ids(document)
    read_answer(document, song)
    read_chunk(document, song)
    is_done = _is_done(document, song)
    song.is_over = song.is_over or is_done
    # A chunk that says false ends one take of two in v7; v6 never says more.
    is_one_of_two = document.get("isComplete") is False and not song.has_settled_takes
    if song.failure or (is_done and song.takes and not is_one_of_two):
        song.conclude()


def _speaks_of(known: Ids, document: Document) -> bool:
    """Whether a failure is the song's own. Otherwise it was only the asking that went wrong.

    Without an id nobody asked for it: this is the answer to the request itself.
    """
    if known == Ids():
        return True
    named = {fields.identity(document.get(name)) for name in _ID_NAMES} - {None}
    if named & {known.job_id, known.message_id} or _has_files(document):
        return True
    is_failed_job = fields.status(document.get("status")) in _FAILED_JOB
    match error_for(OK, document):
        case Declined() | FileRefused():
            return True  # nobody asks what became of a song in words or files
        case TakeFailed():
            return is_failed_job  # and of nothing that could be wrong with the asking
        case _:
            return bool(named and is_failed_job and _JOB_PARTS & document.keys())


def _has_files(document: Document) -> bool:
    return bool(document.get("audio_data") or document.get("output"))


def _filled(template: str, known: dict[str, str | None]) -> str:
    for name, value in known.items():
        template = template.replace(name, quote(value or "", safe=""))
    return template


def _unwrapped(answer: object) -> Document:
    """The innermost object that tells something, with what was said around it."""
    document: Document = {}
    for _ in range(_DEPTH):
        if isinstance(answer, list):
            answer = _of_list(answer)
        if not isinstance(answer, dict):
            break
        document = {**document, **answer}
        answer = next((answer[name] for name in _WRAPPERS if answer.get(name)), None)
    return document


def _of_list(answers: list[object]) -> object:
    """A list of takes, or of songs, of which the first is meant."""
    objects = fields.items(answers)
    if any("audio_url" in each for each in objects):
        return {"audio_data": objects}
    return objects[0] if objects else None


def _with_ids(document: Document) -> Document:
    """The newer host calls its id differently; in v7 chunks `task_id` is something else."""
    if document.get("job_id") or document.get("message_id"):
        return document
    return {**document, "job_id": document.get("task_id") or document.get("id")}


def _is_done(document: Document, song: Song) -> bool:
    """Said in so many words, or by takes without a word."""
    if status := fields.status(document.get("status")):
        return status in fields.SUCCEEDED
    return "audio_data" in document or (bool(song.takes) and "isComplete" not in document)


def _shape_of(answer: object) -> str:
    """What an answer looks like, for the log: names only, since values may be somebody's words."""
    if isinstance(answer, dict):
        return "{" + ", ".join(sorted(str(key)[:40] for key in answer)[:20]) + "}"
    return type(answer).__name__
