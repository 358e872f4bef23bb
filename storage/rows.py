"""Jobs and takes to rows and back. The only place that knows both shapes."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.jobs import Ask, Charged, Job, Kind, Stage, Take
from bot.models import Person, Place
from bot.quotas import Limit
from bot.stores.jobs import Archived
from soundverse.events import Ids, LyricsSection

__all__ = [
    "Value",
    "archived_from",
    "job_from",
    "moment_from",
    "moment_of",
    "row_for_job",
    "row_for_take",
    "stamp_for",
    "take_from",
    "text_for_limits",
]

Value = str | int | float | bytes | None

ASKED = (
    "prompt",
    "lyrics",
    "style",
    "reference_url",
    "instrumental_url",
    "vocal_url",
    "melody_url",
    "source_job",
    "source_version",
    "source_url",
    "source_title",
    "extend_at_ms",
    "family",
    "jingle_seconds",
)


def job_from(row: sqlite3.Row, takes: Iterable[Take]) -> Job:
    """A job as it was saved, with its takes."""
    return Job(
        id=row["id"],
        request_key=row["request_key"],
        person=Person(
            platform=row["platform"],
            id=row["person"],
            locale=row["locale"] or "en",
            roles=tuple(json.loads(row["roles"])),
        ),
        place=Place(
            platform=row["platform"],
            server=row["server"],
            channel=row["channel"],
            message=row["card"],
        ),
        ask=Ask(
            kind=Kind(row["kind"]),
            version=row["version"],
            is_private=bool(row["is_private"]),
            **{name: row[name] for name in ASKED},
        ),
        created_at=moment_of(row["created_at"]),
        stage=Stage(row["stage"]),
        attempt=row["attempt"],
        counts=bool(row["counts"]),
        charged=Charged(row["charged"]),
        ids=Ids(job_id=row["provider_job"], message_id=row["provider_message"]),
        title=row["title"],
        cover_url=row["cover_url"],
        cover=_path(row["cover"]),
        percent=row["percent"],
        takes=tuple(takes),
        player=row["player"],
        early_version=row["early_version"],
        failure=row["failure"],
        submitted_at=moment_from(row["submitted_at"]),
        accepted_at=moment_from(row["accepted_at"]),
        finished_at=moment_from(row["finished_at"]),
        holds_until=moment_from(row["holds_until"]),
        deleted_at=moment_from(row["deleted_at"]),
    )


def row_for_job(job: Job) -> dict[str, Value]:
    """Every column of `jobs`, by name."""
    return {
        "id": job.id,
        "request_key": job.request_key,
        "platform": job.person.platform,
        "person": job.person.id,
        "roles": json.dumps(job.person.roles),
        "server": job.place.server,
        "channel": job.place.channel,
        "card": job.place.message,
        "kind": job.ask.kind,
        "version": job.ask.version,
        "is_private": int(job.ask.is_private),
        **{name: getattr(job.ask, name) for name in ASKED},
        "stage": job.stage,
        "attempt": job.attempt,
        "counts": int(job.counts),
        "charged": job.charged,
        "provider_job": job.ids.job_id,
        "provider_message": job.ids.message_id,
        "title": job.title,
        "cover_url": job.cover_url,
        "cover": _text(job.cover),
        "percent": job.percent,
        "player": job.player,
        "early_version": job.early_version,
        "failure": job.failure,
        "created_at": stamp_for(job.created_at),
        "submitted_at": job.submitted_at and stamp_for(job.submitted_at),
        "accepted_at": job.accepted_at and stamp_for(job.accepted_at),
        "finished_at": job.finished_at and stamp_for(job.finished_at),
        "holds_until": job.holds_until and stamp_for(job.holds_until),
        "deleted_at": job.deleted_at and stamp_for(job.deleted_at),
    }


def take_from(row: sqlite3.Row) -> Take:
    """A take as it was saved."""
    return Take(
        version=row["version"],
        audio_url=row["audio_url"],
        title=row["title"],
        audio_id=row["audio_id"],
        duration_seconds=row["duration_seconds"],
        bpm=row["bpm"],
        lyrics=tuple(
            LyricsSection(label=label, text=text, start_seconds=start, end_seconds=end)
            for label, text, start, end in json.loads(row["lyrics"])
        ),
        file=_path(row["file"]),
    )


def archived_from(row: sqlite3.Row) -> Archived:
    """A song of which there are files."""
    return Archived(
        id=row["id"],
        ended_at=moment_of(row["ended_at"]),
        stage=Stage(row["stage"]),
        failure=row["failure"],
        has_takes=bool(row["has_takes"]),
    )


def row_for_take(job: Job, take: Take) -> dict[str, Value]:
    """Every column of `takes`, by name."""
    sections = [
        [each.label, each.text, each.start_seconds, each.end_seconds] for each in take.lyrics
    ]
    return {
        "job": job.id,
        "version": take.version,
        "audio_url": take.audio_url,
        "title": take.title,
        "audio_id": take.audio_id,
        "duration_seconds": take.duration_seconds,
        "bpm": take.bpm,
        "lyrics": json.dumps(sections, ensure_ascii=False),
        "file": _text(take.file),
    }


def text_for_limits(limits: Sequence[Limit]) -> str:
    """Limits as statements read them: JSON."""
    return json.dumps(
        [
            {"scope": each.scope, "most": each.most, "since": each.since and stamp_for(each.since)}
            for each in limits
        ]
    )


def stamp_for(moment: datetime) -> int:
    """Milliseconds since 1970, UTC."""
    return round(moment.timestamp() * 1000)


def moment_from(stamp: int | None) -> datetime | None:
    """The moment a column holds, if it holds one."""
    return None if stamp is None else moment_of(stamp)


def moment_of(stamp: int) -> datetime:
    """The moment of a stamp."""
    return datetime.fromtimestamp(stamp / 1000, UTC)


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text)


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)
