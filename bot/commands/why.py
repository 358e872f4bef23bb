"""Why a song was declined: told in private to whoever may know what was asked for."""

from bot.cards import heading
from bot.commands.catalogue import Answer, Desk
from bot.commands.pressed import song_pressed
from bot.errors import NotFound, NotYours
from bot.models import Card, Press, Told, Tone
from bot.words import words_for

__all__ = ["press_why"]


async def press_why(press: Press, desk: Desk) -> Answer:
    """The requester learns it, and the moderators of the server where it was asked for."""
    job = (await song_pressed(press, desk)).job
    if job.failure != "declined":
        raise NotFound(what="button")
    is_here = job.place.server == press.place.server
    may = is_here and desk.authority.may_moderate(press.person, press.place, job.place.channel)
    if not may and not job.is_of(press.person):
        raise NotYours
    words = words_for(press.person.locale)
    lines = (words.say("failure-declined"), words.say("why-hint"))
    return Told(card=Card(tone=Tone.QUIET, title=heading(job, words), lines=lines))
