"""`/jingle-sound`: how the jingles of a channel sound."""

from collections.abc import Iterator

from bot.commands.catalogue import Answer, Desk, Option, Spec
from bot.commands.options import checked_options
from bot.errors import BadOption
from bot.ground import Sound
from bot.models import Card, Command, Power, Told, Tone
from bot.quotas import Change
from bot.words import Words, words_for

__all__ = ["SOUNDS"]


async def set_sound(command: Command, desk: Desk) -> Answer:
    """What isn't named stays as it was."""
    given = checked_options(command, SET)
    if not given:
        raise BadOption(option="style", problem="missing", hint="/jingle-sound set style: ska")
    before = await desk.sounds.sound(command.place) or Sound()
    sound = Sound(
        style=given.get("style", before.style),
        tags=_listed(given["tags"]) if "tags" in given else before.tags,
        banned=_listed(given["banned"]) if "banned" in given else before.banned,
    )
    await desk.sounds.set_sound(_change(command, desk), command.place.channel, sound)
    return _told(sound, words_for(command.person.locale), tone=Tone.GOOD)


async def show_sound(command: Command, desk: Desk) -> Answer:
    """As it is."""
    checked_options(command, SHOW)
    sound = await desk.sounds.sound(command.place)
    return _told(sound, words_for(command.person.locale), tone=Tone.QUIET)


async def clear_sound(command: Command, desk: Desk) -> Answer:
    """Jingles sound as they are asked for; in a thread, as in its channel."""
    checked_options(command, CLEAR)
    await desk.sounds.set_sound(_change(command, desk), command.place.channel, None)
    left = await desk.sounds.sound(command.place)
    return _told(left, words_for(command.person.locale), tone=Tone.GOOD)


def _change(command: Command, desk: Desk) -> Change:
    return Change.by(command.person, command.place, desk.clock.now())


def _told(sound: Sound | None, words: Words, *, tone: Tone) -> Told:
    lines = tuple(_lines(sound, words)) if sound else (words.say("sound-none"),)
    return Told(card=Card(tone=tone, title=words.say("sound-title"), lines=lines))


def _lines(sound: Sound, words: Words) -> Iterator[str]:
    if sound.style:
        yield words.say("sound-style", style=sound.style)
    if sound.tags:
        yield words.say("sound-tags", tags=", ".join(sound.tags))
    if sound.banned:
        yield words.say("sound-banned", banned=", ".join(sound.banned))


def _listed(text: str) -> tuple[str, ...]:
    """Parts with commas between them, each once."""
    parts = (" ".join(part.split()) for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


SET = Spec(
    name="jingle-sound set",
    options=(
        Option(name="style", is_main=True),
        Option(name="tags", most_characters=200),
        Option(name="banned", most_characters=500),
    ),
    answer=set_sound,
    needs=Power.SET_CHANNELS,
)
SHOW = Spec(name="jingle-sound show", options=(), answer=show_sound, needs=Power.SET_CHANNELS)
CLEAR = Spec(name="jingle-sound clear", options=(), answer=clear_sound, needs=Power.SET_CHANNELS)

SOUNDS: tuple[Spec, ...] = (SET, SHOW, CLEAR)
