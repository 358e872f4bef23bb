"""`/library`'s last row: take everything that is kept about oneself along, or have it deleted."""

from bot.ages import WINDOW
from bot.commands.catalogue import Answer, Desk
from bot.errors import NotAllowedHere
from bot.models import Button, Card, Press, Told, Tone
from bot.words import Words, words_for

__all__ = ["press_export", "press_forget", "press_forget_yes", "privacy_buttons"]

MOST_BYTES = 25 * 2**20
"""An export is made in memory."""
USUAL_BYTES = 8 * 2**20
"""Where nothing may be posted, an answer to one person still can be; every platform takes so much."""


def privacy_buttons(words: Words, row: int) -> tuple[Button, Button]:
    """For the row they are to stand in."""
    return (
        Button(action="export", label=words.say("button-export"), row=row),
        Button(action="forget-me", label=words.say("button-forget"), is_danger=True, row=row),
    )


async def press_export(press: Press, desk: Desk) -> Answer:
    """Everything as a file, for nobody else."""
    words = words_for(press.person.locale)
    export = await desk.privacy.exports.make(press.person, await _most_bytes(press, desk))
    lines = [words.say("export-made", songs=export.songs)]
    if export.left_out:
        lines.append(words.say("export-left-out", takes=export.left_out))
    card = Card(tone=Tone.GOOD, title=words.say("export-title"), lines=tuple(lines))
    return Told(card=card, files=(export.file,))


async def press_forget(press: Press, desk: Desk) -> Answer:
    """Ask once, with what goes and what stays."""
    words = words_for(press.person.locale)
    lines = [
        words.say("forget-goes"),
        words.say("forget-messages"),
        words.say("forget-counts", days=WINDOW.days),
    ]
    if desk.privacy.is_sent_away:
        lines.append(words.say("forget-elsewhere"))
    yes = Button(action="forget-me-yes", label=words.say("button-forget-yes"), is_danger=True)
    card = Card(tone=Tone.BAD, title=words.say("forget-title"), lines=tuple(lines), buttons=(yes,))
    return Told(card=card)


async def press_forget_yes(press: Press, desk: Desk) -> Answer:
    """Delete it, at once."""
    songs = await desk.privacy.forgetting.forget(press.person)
    words = words_for(press.person.locale)
    line = words.say("forgotten", songs=songs)
    card = Card(tone=Tone.QUIET, title=words.say("forgotten-title"), lines=(line,))
    return Told(card=card, replaces=True)


async def _most_bytes(press: Press, desk: Desk) -> int:
    try:
        most = await desk.chat.check(press.place)
    except NotAllowedHere:
        return USUAL_BYTES
    return MOST_BYTES if most is None else min(most, MOST_BYTES)
