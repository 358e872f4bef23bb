"""`/music`: an instrumental."""

from collections.abc import Iterator, Sequence

from bot.commands.admission import admit
from bot.commands.catalogue import MOST_SUGGESTED, Answer, Desk, Option, Spec
from bot.commands.options import PRIVATE, PROMPT, checked_options, is_on
from bot.commands.unprompted import form_without_prompt
from bot.errors import BadOption
from bot.jobs import Ask, Kind
from bot.models import Choice, Command

__all__ = ["MUSIC", "STYLE"]

PRESETS = (
    "lo-fi",
    "jazz",
    "acoustic folk",
    "synthwave",
    "orchestral",
    "house",
    "ambient",
    "hip hop",
    "funk",
    "rock",
    "bossa nova",
    "classical piano",
    "reggae",
    "country",
    "techno",
)
"""Styles to begin with. They go to the service as they stand, so they aren't translated."""

RECENT = 50
"""How many of a person's songs are looked through for their styles."""


async def ask_for_music(command: Command, desk: Desk) -> Answer:
    """Without a prompt, a form asks for it."""
    given = checked_options(command, MUSIC)
    if "prompt" not in command.options:
        return await form_without_prompt(command, MUSIC, given, given, desk)
    if "prompt" not in given:
        raise BadOption(option="prompt", problem="missing", example="example-music")
    ask = Ask(
        kind=Kind.MUSIC,
        version="v6",
        prompt=given["prompt"],
        style=given.get("style"),
        is_private=is_on(given, "private"),
    )
    return await admit(command, ask, desk)


async def suggest_styles(command: Command, desk: Desk) -> Sequence[Choice]:
    """The person's last ones, then the presets; those that fit what is written so far."""
    written = command.options.get("style", "").strip().casefold()
    songs = await desk.jobs.of(command.person, most=RECENT)
    styles = dict.fromkeys((*_styles_said([song.ask for song in songs]), *PRESETS))
    fitting = [style for style in styles if written in style.casefold()]
    return [Choice(value=style, label=style) for style in fitting[:MOST_SUGGESTED]]


def _styles_said(asks: Sequence[Ask]) -> Iterator[str]:
    """A jingle's style is its channel's, and nobody's last one."""
    return (ask.style for ask in asks if ask.style and ask.jingle_seconds is None)


STYLE = Option(name="style", suggest=suggest_styles)

MUSIC = Spec(name="music", options=(PROMPT, STYLE, PRIVATE), answer=ask_for_music)
