"""`/song`: a song with vocals."""

from bot.commands.admission import admit
from bot.commands.catalogue import Answer, Desk, Option, Spec
from bot.commands.options import checked_options
from bot.errors import BadOption
from bot.jobs import Ask, Kind
from bot.models import Command

__all__ = ["SONG"]

URLS = ("reference-url", "backing-url", "vocals-url", "melody-url")


async def ask_for_song(command: Command, desk: Desk) -> Answer:
    """Needs a prompt; v7 is content with audio instead."""
    given = checked_options(command, SONG)
    has_audio = any(name in given for name in URLS)
    if "prompt" not in given and not (has_audio and desk.song_version == "v7"):
        raise BadOption(option="prompt", problem="missing", hint="/song a birthday song for Ana")
    ask = Ask(
        kind=Kind.SONG,
        version=desk.song_version,
        prompt=given.get("prompt"),
        lyrics=given.get("lyrics"),
        reference_url=given.get("reference-url"),
        instrumental_url=given.get("backing-url"),
        vocal_url=given.get("vocals-url"),
        melody_url=given.get("melody-url"),
    )
    return await admit(command, ask, desk)


SONG = Spec(
    name="song",
    options=(
        Option(name="prompt", most_characters=1024, is_main=True),
        Option(name="lyrics", most_characters=3000),
        *(Option(name=name, most_characters=2000) for name in URLS),
    ),
    answer=ask_for_song,
)
