"""Finding what a person means by a track: a take of their own, by letter, id or title."""

from collections.abc import Iterable, Sequence

from bot.errors import NotFound
from bot.jobs import Job, Kind, Take

__all__ = ["Track", "track_named", "tracks_of"]

Track = tuple[Job, Take]

LONGEST_WORDS = 3000


def tracks_of(jobs: Iterable[Job]) -> list[Track]:
    """Every take that can be gone on from, newest song first, A before B."""
    return [(job, take) for job in jobs for take in job.takes if take.file is not None]


def track_named(name: str, jobs: Sequence[Job]) -> Track:
    """The take that is meant: "B" is of the newest song, "id:B" of any, else the title decides.

    Raises NotFound.
    """
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


def words_of(job: Job, take: Take) -> str | None:
    """The words of a take in the form lyrics are written; None when none are known."""
    if job.ask.kind is Kind.MUSIC:
        return None
    sections = [f"[{each.label}]\n{each.text}" for each in take.lyrics if each.text.strip()]
    while len("\n\n".join(sections)) > LONGEST_WORDS and len(sections) > 1:
        del sections[0]  # what comes next follows the last ones
    return "\n\n".join(sections) or job.ask.lyrics


def _is_letter(wanted: str, _job: Job, take: Take) -> bool:
    return wanted in {take.letter.casefold(), f"take {take.letter.casefold()}"}


def _is_id(wanted: str, job: Job, take: Take) -> bool:
    return wanted == f"{job.id}:{take.letter.casefold()}" or (
        wanted == job.id and take.version == 1
    )


def _is_title(wanted: str, job: Job, take: Take) -> bool:
    title = (job.title or "").casefold()
    letter = take.letter.casefold()
    return wanted in {f"{title} - {letter}", f"{title} {letter}"} or (wanted in title)
