"""`/song`: a song with vocals."""

from collections.abc import Mapping

from bot.commands.admission import admit, check_ask, check_chance
from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec
from bot.commands.forms import form_for, kept_switches
from bot.commands.options import AUDIO, LYRICS, PRIVATE, PROMPT, checked_options, is_on
from bot.commands.review import redone, reviewed
from bot.errors import BadOption
from bot.jobs import Ask, Kind
from bot.models import Command, Form
from bot.words import words_for
from soundverse.calls import Version

__all__ = ["SONG", "form_for_song", "song_from"]


async def ask_for_song(command: Command, desk: Desk) -> Answer:
    """With neither prompt nor audio, a form asks for it; with `review`, a look comes first."""
    given = checked_options(command, SONG)
    if "draft" in given:
        given = await redone(command.person, given, desk)
    elif "prompt" not in command.options and not _has_audio(given):
        return await form_for_song(command, given, desk)
    ask = song_from(given, desk.song_version)
    if not is_on(given, "review"):
        return await admit(command, ask, desk)
    await check_chance(command, ask, desk)
    check_ask(ask, desk.origins)
    return await reviewed(command, given, desk)


async def form_for_song(command: Command, given: Mapping[str, str], desk: Desk) -> Form:
    """The form, filled in with what was given, if a song has a chance at all."""
    await check_chance(
        command,
        Ask(kind=Kind.SONG, version=desk.song_version, is_private=is_on(given, "private")),
        desk,
    )
    return form_for(
        "song",
        (PROMPT, LYRICS, AUDIO[0]),
        words_for(command.person.locale),
        filled=given,
        needed="prompt",
        kept=kept_switches(SONG.options, given),
    )


def song_from(given: Mapping[str, str], version: Version) -> Ask:
    """The song that was asked for. It needs a prompt; v7 is content with audio instead.

    Raises BadOption.
    """
    if "prompt" not in given and not (_has_audio(given) and version == "v7"):
        raise BadOption(option="prompt", problem="missing", example="example-song")
    return Ask(
        kind=Kind.SONG,
        version=version,
        prompt=given.get("prompt"),
        lyrics=given.get("lyrics"),
        reference_url=given.get("reference-url"),
        instrumental_url=given.get("backing-url"),
        vocal_url=given.get("vocals-url"),
        melody_url=given.get("melody-url"),
        is_private=is_on(given, "private"),
    )


def _has_audio(given: Mapping[str, str]) -> bool:
    return any(option.name in given for option in AUDIO)


SONG = Spec(
    name="song",
    options=(
        PROMPT,
        LYRICS,
        *AUDIO,
        PRIVATE,
        Option(name="review", kind=OptionKind.SWITCH),
        Option(name="draft", kind=OptionKind.HIDDEN),
    ),
    answer=ask_for_song,
)
