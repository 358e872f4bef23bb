"""`/extend`: a longer version of one of the person's own takes."""

from bot.commands.admission import admit
from bot.commands.catalogue import Answer, Desk, Option, Spec
from bot.commands.options import checked_options, milliseconds_from
from bot.commands.tracks import Track, track_named, words_of
from bot.errors import BadOption
from bot.jobs import Ask, Kind
from bot.models import Command
from bot.requests import INSTRUMENTAL

__all__ = ["EXTEND"]

EARLIEST_MS = 8_000
LATEST_MS = 420_000
"""The API's bounds for `extend_at`."""

RECENT = 100
"""How many of a person's songs are looked through."""


async def ask_to_extend(command: Command, desk: Desk) -> Answer:
    """Without a track the newest take is meant; without a time, its end."""
    given = checked_options(command, EXTEND)
    songs = await desk.jobs.of(command.person, most=RECENT)
    track = track_named(given.get("track", ""), songs)
    job, take = track
    extend_at_ms = _extend_at(given.get("at"), take.duration_seconds)
    ask = Ask(
        kind=Kind.EXTEND,
        version="v6",
        prompt=given.get("prompt"),
        lyrics=given.get("lyrics") or _words(track),
        source_job=job.id,
        source_version=take.version,
        source_url=take.audio_url,
        source_title=job.title,
        extend_at_ms=extend_at_ms,
    )
    return await admit(command, ask, desk)


def _extend_at(given: str | None, duration_seconds: float | None) -> int:
    """Milliseconds from the start, kept inside the API's bounds and the take's length."""
    latest = min(LATEST_MS, int(duration_seconds * 1000)) if duration_seconds else LATEST_MS
    if latest < EARLIEST_MS:
        raise BadOption(option="track", problem="too-short")
    if given is None:
        if duration_seconds is None:
            raise BadOption(option="at", problem="missing", hint="at: 0:45")
        return latest
    at = milliseconds_from(given)
    if not EARLIEST_MS <= at <= latest:
        raise BadOption(
            option="at",
            problem="out-of-range",
            least=_minutes(EARLIEST_MS),
            most=_minutes(latest),
        )
    return at


def _words(track: Track) -> str:
    job, take = track
    known = words_of(job, take)
    if known:
        return known
    if _is_instrumental(track):
        return INSTRUMENTAL
    raise BadOption(option="lyrics", problem="no-words")


def _is_instrumental(track: Track) -> bool:
    job, _ = track
    return job.ask.kind is Kind.MUSIC or job.ask.lyrics == INSTRUMENTAL


def _minutes(milliseconds: int) -> str:
    return f"{milliseconds // 60_000}:{milliseconds // 1000 % 60:02}"


EXTEND = Spec(
    name="extend",
    options=(
        Option(name="track", most_characters=200, is_main=True),
        Option(name="at", most_characters=20),
        Option(name="lyrics", most_characters=3000),
        Option(name="prompt", most_characters=1024),
    ),
    answer=ask_to_extend,
)
