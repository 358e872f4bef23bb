"""A job as one document: what the sync routes and the status routes answer."""

from houseband.order import TakeNumber
from houseband.server.events import Take
from houseband.server.job import Job
from houseband.server.links import Links

__all__ = ["lyrics_sections", "sounds_of", "status_of", "sync_answer"]

Answer = dict[str, object]


def lyrics_sections(take: Take) -> list[Answer]:
    """Return the words of a take part by part. Times are seconds from the start of the song."""
    return [
        {
            "label": section.label,
            "text": section.text,
            "start": round(section.start_seconds, 3),
            "end": round(section.end_seconds, 3),
        }
        for section in take.sections
    ]


def sounds_of(take: Take) -> Answer:
    """Name the soundfont that was played from, if any was: a field of the band's own."""
    return {"soundfont": take.soundfont} if take.soundfont else {}


def status_of(job: Job, links: Links) -> Answer:
    """Return how far a job is. The vendor shows no sample; the fields are those of a stream."""
    failed: Answer = {"error": True, "detail": job.failure} if job.failure is not None else {}
    return {
        "job_id": job.job_id,
        "message_id": job.message_id,
        "status": job.state,
        "progress": job.percent,
        "album_art": links.cover(job),
        "song_name": job.title,
        "audio_data": [_version(job, links, *found) for found in job.takes.items()],
        **failed,
    }


def sync_answer(job: Job, links: Links) -> Answer:
    """Return the finished job in the shape that its own sync route is documented with."""
    head: Answer = {"message_id": job.message_id, "album_art": links.cover(job)}
    takes = [_bare(job, links, take) for take in job.takes.values()]
    match job.call.version, job.call.operation:
        case "v7", _:
            return {"job_id": job.job_id, **head, "audio_data": takes}
        case _, "extend":
            licensed = [{**take, "licenses": {"licenses": "Royalty Free"}} for take in takes]
            reply = "Your song has been extended successfully."
            return {**head, "audio_data": licensed, "ai_reply": reply}
        case _:
            return {**head, "song_name": job.title, "audio_data": takes}


def _bare(job: Job, links: Links, take: Take) -> Answer:
    return {"audio_url": links.file(job, take.name), "song_name": job.title, **sounds_of(take)}


def _version(job: Job, links: Links, version: TakeNumber, take: Take) -> Answer:
    return {
        "version": version,
        **_bare(job, links, take),
        "audio_id": take.audio_id,
        "duration": round(take.duration_seconds, 3),
        "bpm": round(take.bpm),
        "lyrics_sections": lyrics_sections(take),
    }
