"""`/jingle`: a short instrumental in the sound of the channel."""

import re
from dataclasses import replace

from bot.commands.admission import admit
from bot.commands.catalogue import Answer, Desk, Option, Spec
from bot.commands.options import PRIVATE, PROMPT, checked_options, is_on
from bot.commands.unprompted import form_without_prompt
from bot.errors import BadOption
from bot.ground import Sound, first_banned
from bot.jobs import Ask, Kind
from bot.models import Command, Place

__all__ = ["JINGLE", "sound_for"]

SHORTEST_SECONDS, LONGEST_SECONDS = 5, 60
USUAL_SECONDS = 15
LENGTH = re.compile(r"(\d{1,4})\s*(?:s|sec|seconds)?", re.IGNORECASE)


async def ask_for_jingle(command: Command, desk: Desk) -> Answer:
    """Without a prompt, a form asks for it."""
    given = checked_options(command, JINGLE)
    if "prompt" not in command.options:
        filled = {"length": str(USUAL_SECONDS), **given}
        return await form_without_prompt(command, JINGLE, given, filled, desk)
    if "prompt" not in given:
        raise BadOption(option="prompt", problem="missing", example="example-jingle")
    sound = await sound_for(given["prompt"], command.place, desk)
    ask = Ask(
        kind=Kind.MUSIC,
        version="v6",
        prompt=given["prompt"],
        style=", ".join(filter(None, (sound.style, *sound.tags))) or None,
        jingle_seconds=_length(given.get("length")),
        is_private=is_on(given, "private"),
    )
    return await admit(command, ask, desk)


async def sound_for(prompt: str, place: Place, desk: Desk) -> Sound:
    """The sound of the channel, if it lets the prompt be asked for. Raises BadOption."""
    sound = await desk.sounds.sound(place) or Sound()
    word = first_banned([prompt], sound.banned)
    if word is not None:
        raise BadOption(option="prompt", problem="off-sound", word=word)
    return sound


def _length(given: str | None) -> int:
    if given is None:
        return USUAL_SECONDS
    found = LENGTH.fullmatch(given)
    if not found:
        raise BadOption(option="length", problem="not-seconds", given=given)
    if not SHORTEST_SECONDS <= int(found[1]) <= LONGEST_SECONDS:
        least, most = f"{SHORTEST_SECONDS} s", f"{LONGEST_SECONDS} s"
        raise BadOption(option="length", problem="out-of-range", least=least, most=most)
    return int(found[1])


JINGLE = Spec(
    name="jingle",
    options=(
        replace(
            PROMPT, most_characters=900
        ),  # the rest of the API's bound says that it is a jingle
        Option(name="length", most_characters=20),
        PRIVATE,
    ),
    answer=ask_for_jingle,
)
