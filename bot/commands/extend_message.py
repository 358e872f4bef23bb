"""*Extend this track*, from the menu of a message: the form for its takes, or for audio attached to it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bot.cards import heading
from bot.commands.admission import admit, check_chance
from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec
from bot.commands.extend import EXTEND, extend_at_from, extended, words_to_sing
from bot.commands.forms import form_for
from bot.commands.options import LYRICS, checked_options
from bot.commands.pressed import at_home, song_for
from bot.commands.tracks import Track, track_id, tracks_of
from bot.errors import BadOption, NotFound
from bot.jobs import Ask, Job, Kind
from bot.models import Choice, Command, Form
from bot.phrases import shortened
from bot.words import Words, words_for

__all__ = ["EXTEND_MESSAGE", "EXTEND_THIS"]

LONGEST_TITLE = 50
"""Characters, so that a choice with its letter has at most 75, in every language."""


async def extend_message(command: Command, desk: Desk) -> Answer:
    """The form for the song in that message, or for its audio. Raises NotFound where there is neither."""
    given = checked_options(command, EXTEND_MESSAGE)
    job = await _song_in(command, given, desk)
    if job is not None:
        tracks = tracks_of([job])
        if not tracks:
            raise NotFound(what="take" if job.stage.is_final else "take-yet")
        await _check_chance(at_home(command, job), desk, is_private=job.ask.is_private)
        return _form_for_song(tracks, words_for(command.person.locale))
    if "audio-url" not in given:
        raise NotFound(what="audio")
    await _check_chance(command, desk)
    return _form_for_audio(given["audio-url"], words_for(command.person.locale))


async def extend_this(command: Command, desk: Desk) -> Answer:
    """What the form asks for, by the rights that the song's buttons have."""
    given = checked_options(command, EXTEND_THIS)
    if "track" in given:
        return await extended(command, await _track(command, given["track"], desk), given, desk)
    for needed, example in NEEDED.items():
        if needed not in given:
            raise BadOption(option=needed, problem="missing", example=example)
    ask = Ask(
        kind=Kind.EXTEND,
        version="v6",
        prompt=given.get("prompt"),
        lyrics=given["lyrics"],
        source_url=given["audio-url"],
        source_title=_title_of(given["audio-url"]),
        extend_at_ms=extend_at_from(given["at"], None),
    )
    return await admit(command, ask, desk)


async def _song_in(command: Command, given: Mapping[str, str], desk: Desk) -> Job | None:
    """The song that the message's buttons name, or whose card it is. Raises NotFound, NotYours."""
    if "song" in given:
        return await song_for(command.person, given["song"], desk)
    if "message" not in given:
        return None
    shown = await desk.jobs.shown(replace(command.place, message=given["message"]))
    return None if shown is None else await song_for(command.person, shown.id, desk)


async def _track(command: Command, name: str, desk: Desk) -> Track:
    song, _, letter = name.partition(":")
    job = await song_for(command.person, song, desk)
    for track in tracks_of([job]):
        if track[1].letter == letter:
            return track
    raise NotFound(what="take")


async def _check_chance(command: Command, desk: Desk, *, is_private: bool = False) -> None:
    bare = Ask(kind=Kind.EXTEND, version="v6", is_private=is_private)
    await check_chance(command, bare, desk)


def _form_for_song(tracks: list[Track], words: Words) -> Form:
    """Which take is asked where there are two, and words where some are unknown."""
    unknown = [words_to_sing(*track) is None for track in tracks]
    asked = (TRACK, AT, *([LYRICS] if any(unknown) else []), GO_ON)
    first, *others = [track_id(*track) for track in tracks]
    form = form_for(
        "extend-this",
        asked if others else asked[1:],
        words,
        filled={"track": first},
        needed="lyrics" if all(unknown) else None,
        kept={} if others else {"track": first},
        hints={"lyrics": words.say("extend-lyrics-hint")},
        making="extend",
    )
    if not others:
        return form
    choices = tuple(_choice(track, words) for track in tracks)
    which = replace(form.fields[0], choices=choices, is_required=True)
    return replace(form, fields=(which, *form.fields[1:]))


def _form_for_audio(url: str, words: Words) -> Form:
    """How long it is isn't known, nor what is sung in it, so both are asked for."""
    form = form_for(
        "extend-this",
        (AUDIO, AT, LYRICS, GO_ON),
        words,
        filled={"audio-url": url},
        needed="audio-url",
        kept={},
        hints={name: words.say(key) for name, key in NEEDED.items()},
        making="extend",
    )
    *needed, prompt = form.fields
    return replace(form, fields=(*(replace(each, is_required=True) for each in needed), prompt))


def _choice(track: Track, words: Words) -> Choice:
    job, take = track
    title = shortened(heading(job, words), LONGEST_TITLE)
    label = words.say("track-this", title=title, letter=take.letter)
    return Choice(value=track_id(job, take), label=label)


def _title_of(url: str) -> str | None:
    """The file's name without its ending, as far as it can be read."""
    with suppress(ValueError):  # no address at all, which is refused in its turn
        name = PurePosixPath(unquote(urlsplit(url).path)).stem
        return shortened("".join(filter(str.isprintable, name)), LONGEST_TITLE) or None
    return None


NEEDED = {
    "audio-url": "field-audio-url-hint",
    "at": "extend-audio-at-hint",
    "lyrics": "extend-audio-lyrics-hint",
}
"""What has to be said of audio, each with the sentence that says how."""

TRACK = Option(name="track")
AUDIO = Option(name="audio-url", most_characters=2000)
AT, GO_ON = (each for each in EXTEND.options if each.name in {"at", "prompt"})

EXTEND_MESSAGE = Spec(
    name="menu-extend",
    options=(
        Option(name="song", kind=OptionKind.HIDDEN),
        Option(name="message", kind=OptionKind.HIDDEN),
        Option(name="audio-url", kind=OptionKind.HIDDEN, most_characters=2000),
    ),
    answer=extend_message,
)

EXTEND_THIS = Spec(
    name="extend-this",
    options=(TRACK, AUDIO, AT, LYRICS, GO_ON),
    answer=extend_this,
)
