"""Again: the same song once more, with new takes, from the quota of whoever pressed."""

from bot.commands.admission import admit
from bot.commands.catalogue import Answer, Desk
from bot.commands.pressed import at_home, check_words, song_pressed
from bot.commands.remix import is_forgotten, remix_form
from bot.models import Command, Press
from bot.words import words_for

__all__ = ["press_again"]


async def press_again(press: Press, desk: Desk) -> Answer:
    """However often one press comes, it is one song. What was forgotten is asked for anew."""
    job = (await song_pressed(press, desk, is_deleted_too=True)).job
    check_words(job, press.person)
    if is_forgotten(job):
        return remix_form(job, "again", words_for(press.person.locale))
    command = Command(
        name="again",
        person=press.person,
        place=press.place,
        request_key=press.request_key,
    )
    return await admit(at_home(command, job), job.ask, desk)
