"""♥: takes to be found again, and kept longest."""

from bot.cards import heading
from bot.commands.catalogue import Answer, Desk
from bot.commands.library import card_of_song
from bot.commands.pressed import song_pressed
from bot.models import Card, Press, Told, Tone
from bot.words import words_for

__all__ = ["press_favourite"]


async def press_favourite(press: Press, desk: Desk) -> Answer:
    """Make a take a favourite, or no longer: said in private, or seen on the song's private card."""
    pressed = await song_pressed(press, desk)
    job, take = pressed.job, pressed.take
    is_liked = await desk.library.like_or_not(press.person, job, take.version, desk.clock.now())
    if pressed.view is not None:
        return Told(card=await card_of_song(pressed, press.person, desk), replaces=True)
    words = words_for(press.person.locale)
    key = "favourite-now" if is_liked else "favourite-no-more"
    line = words.say(key, title=heading(job, words), letter=take.letter)
    return Told(card=Card(tone=Tone.GOOD, title=words.say("library-favourites"), lines=(line,)))
