"""`/extend`: a longer version of a take."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.cards import heading
from bot.commands.admission import admit, check_chance
from bot.commands.catalogue import MOST_SUGGESTED, Answer, Desk, Option, Spec
from bot.commands.forms import form_for
from bot.commands.options import LYRICS, PROMPT, checked_options, milliseconds_from
from bot.commands.pressed import at_home, song_pressed
from bot.commands.tracks import Track, track_id, track_meant, tracks_of, words_of
from bot.errors import BadOption, NotFound
from bot.jobs import INSTRUMENTAL, Ask, Job, Kind, Take, lineage
from bot.models import Choice, Command, Form, Press
from bot.phrases import ago, playing_time, shortened
from bot.words import words_for

__all__ = [
    "EXTEND",
    "extend_at_from",
    "extend_take",
    "extended",
    "press_extend",
    "words_to_sing",
]

EARLIEST_MS = 8_000
LATEST_MS = 420_000
"""The API's bounds for `extend_at`."""

RECENT = 40
"""How many of a person's songs are looked through for suggestions."""

LONGEST_TITLE = 60
"""Characters of a title in a suggestion."""


async def ask_to_extend(command: Command, desk: Desk) -> Answer:
    """Without a track the person's newest take is meant; without a time, its end."""
    given = checked_options(command, EXTEND)
    track = await track_meant(given.get("track", ""), command.person, command.place, desk)
    return await extended(command, track, given, desk)


async def extend_take(press: Press, job: Job, take: Take, desk: Desk) -> Answer:
    """Go on from that take: at its end, with its own words, on the quota of whoever pressed.

    A form asks for words where none are known. Raises what `admit` does.
    """
    command = Command(
        name="extend",
        person=press.person,
        place=press.place,
        request_key=press.request_key,
    )
    return await extended(command, (job, take), {}, desk)


async def press_extend(press: Press, desk: Desk) -> Answer:
    """A song's button; the take may have been forgotten since it was shown."""
    pressed = await song_pressed(press, desk)
    if not pressed.take.audio_url:
        raise NotFound(what="take")
    return await extend_take(press, pressed.job, pressed.take, desk)


async def suggest_tracks(command: Command, desk: Desk) -> Sequence[Choice]:
    """The person's own takes, newest first, that fit what is written so far."""
    written = command.options.get("track", "").strip().casefold()
    words, now = words_for(command.person.locale), desk.clock.now()
    choices = []
    for job, take in tracks_of(await desk.jobs.of(command.person, most=RECENT)):
        title = shortened(heading(job, words), LONGEST_TITLE)
        if family := lineage(job.ask):  # the song it began with has the same title
            title += f" › {family.rpartition(' › ')[2]}"
        age = ago(job.finished_at or job.created_at, now, words)
        label = words.say("track-choice", title=title, letter=take.letter, age=age)
        if written in label.casefold():
            choices.append(Choice(value=track_id(job, take), label=label))
    return choices[:MOST_SUGGESTED]


async def extended(command: Command, track: Track, given: Mapping[str, str], desk: Desk) -> Answer:
    """Go on from that take as it was said. Raises what `admit` does."""
    job, take = track
    extend_at_ms = extend_at_from(given.get("at"), take.duration_seconds)
    lyrics = given.get("lyrics") or words_to_sing(*track)
    if lyrics is None and "lyrics" in command.options:
        raise BadOption(option="lyrics", problem="missing", hint="/extend lyrics: …")
    # what was made in private goes on there, and counts where it was asked for
    command = at_home(command, job)
    ask = Ask(
        kind=Kind.EXTEND,
        version="v6",
        prompt=given.get("prompt"),
        lyrics=lyrics,
        source_job=job.id,
        source_version=take.version,
        source_url=take.audio_url,
        source_title=job.title,
        extend_at_ms=extend_at_ms,
        family=lineage(job.ask) or take.letter,
        is_private=job.ask.is_private,
    )
    if lyrics is None:
        await check_chance(command, ask, desk)
        return _form(command, track, given)
    return await admit(command, ask, desk)


def _form(command: Command, track: Track, given: Mapping[str, str]) -> Form:
    words = words_for(command.person.locale)
    kept = {"track": track_id(*track)}
    if "at" in given:
        kept["at"] = given["at"]
    return form_for(
        "extend",
        (LYRICS, PROMPT),
        words,
        filled=given,
        needed="lyrics",
        kept=kept,
        hints={"lyrics": words.say("extend-lyrics-hint")},
    )


def extend_at_from(given: str | None, duration_seconds: float | None) -> int:
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
            least=playing_time(EARLIEST_MS / 1000),
            most=playing_time(latest / 1000),
        )
    return at


def words_to_sing(job: Job, take: Take) -> str | None:
    """What is sung after it: its own words, or what stands for none; None when they aren't known."""
    return words_of(job, take) or (None if job.ask.has_words else INSTRUMENTAL)


EXTEND = Spec(
    name="extend",
    options=(
        Option(name="track", most_characters=200, is_main=True, suggest=suggest_tracks),
        Option(name="at", most_characters=20),
        LYRICS,
        replace(PROMPT, is_main=False),
    ),
    answer=ask_to_extend,
)
