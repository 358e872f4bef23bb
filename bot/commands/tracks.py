"""Finding what a person means by a track: a take of their own, by letter, id or title."""

import re
from collections.abc import Iterable, Sequence

from bot.commands.catalogue import Desk
from bot.errors import NotFound
from bot.jobs import Job, Kind, Take
from bot.models import Person, Place

__all__ = ["Track", "track_id", "track_meant", "tracks_of", "words_of"]

Track = tuple[Job, Take]

LONGEST_WORDS = 3000

RECENT = 100
"""How many of a person's songs are looked through."""

ID = re.compile(r"([\w-]{4,40}):([a-z])", re.ASCII | re.IGNORECASE)


async def track_meant(name: str, person: Person, place: Place, desk: Desk) -> Track:
    """The take that is meant: "B" is of the newest song, "id:B" of any, else the title decides.

    By its id it may be anybody's whose song is public on the same server. Raises NotFound.
    """
    if found := ID.fullmatch(name.strip()):
        job = await desk.jobs.get(found[1].lower())
        if job is not None and _may_be_used(job, person, place):
            for _, take in tracks_of([job]):
                if take.letter == found[2].upper():
                    return job, take
    return _track_named(name, await desk.jobs.of(person, most=RECENT))


def tracks_of(jobs: Iterable[Job]) -> list[Track]:
    """Every take that can be gone on from, newest song first, A before B."""
    return [
        (job, take)
        for job in jobs
        for take in job.takes
        if take.file is not None and take.audio_url and job.deleted_at is None
    ]


def track_id(job: Job, take: Take) -> str:
    """How a take is named so that no other can be meant."""
    return f"{job.id}:{take.letter}"


def words_of(job: Job, take: Take) -> str | None:
    """The words of a take in the form lyrics are written; None when none are known."""
    if job.ask.kind is Kind.MUSIC:
        return None
    passages = [*take.passages]
    while len("\n\n".join(passages)) > LONGEST_WORDS and len(passages) > 1:
        del passages[0]  # what comes next follows the last ones
    return "\n\n".join(passages) or job.ask.lyrics


def _may_be_used(job: Job, person: Person, place: Place) -> bool:
    is_here = (job.place.platform, job.place.server) == (place.platform, place.server)
    return job.is_of(person) or (is_here and not job.ask.is_private)


def _track_named(name: str, jobs: Sequence[Job]) -> Track:
    tracks = tracks_of(jobs)
    if not tracks:
        raise NotFound(what="track", name="none")
    wanted = name.strip().casefold()
    newest = [track for track in tracks if track[0] is tracks[0][0]]
    for candidates, fits in ((newest, _is_letter), (tracks, _is_id), (tracks, _is_title)):
        for job, take in candidates:
            if not wanted or fits(wanted, job, take):
                return job, take
    raise NotFound(what="track", name=name)


def _is_letter(wanted: str, _job: Job, take: Take) -> bool:
    return wanted in {take.letter.casefold(), f"take {take.letter.casefold()}"}


def _is_id(wanted: str, job: Job, take: Take) -> bool:
    return wanted == track_id(job, take).casefold() or (wanted == job.id and take.version == 1)


def _is_title(wanted: str, job: Job, take: Take) -> bool:
    title = (job.title or "").casefold()
    letter = take.letter.casefold()
    return wanted in {f"{title} - {letter}", f"{title} {letter}"} or (wanted in title)
