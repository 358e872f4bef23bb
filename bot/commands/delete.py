"""Delete: a song's messages, files and words go; that it was asked for stays."""

from collections.abc import Iterator
from dataclasses import replace

import structlog

from bot.cards import heading
from bot.commands.catalogue import Answer, Desk
from bot.commands.pressed import Pressed, song_pressed
from bot.errors import NotFound, NotYours, OnItsWay
from bot.jobs import Job
from bot.models import Button, Card, Place, Press, Told, Tone
from bot.quotas import Change
from bot.words import Words, words_for

__all__ = ["press_delete", "press_delete_yes"]

log = structlog.get_logger()


async def press_delete(press: Press, desk: Desk) -> Answer:
    """Ask once."""
    pressed = await _to_delete(press, desk)
    words = words_for(press.person.locale)
    card = Card(
        tone=Tone.BAD,
        title=words.say("delete-title", title=heading(pressed.job, words)),
        lines=(words.say("delete-what"),),
        buttons=tuple(_yes_and_no(pressed, words)),
    )
    return Told(card=card, replaces=pressed.view is not None)


async def press_delete_yes(press: Press, desk: Desk) -> Answer:
    """Do it: the row first, so that nothing is shown of it while the rest goes."""
    job = (await _to_delete(press, desk)).job
    messages = await desk.library.messages(job)
    if not await _delete(press, job, desk):
        raise NotFound(what="deleted")
    await desk.shelf.remove(job.id)
    places = dict.fromkeys([*messages, job.place] if job.place.message else messages)
    gone = [await _remove(place, job, desk) for place in places]
    words = words_for(press.person.locale)
    line = words.say("delete-done" if all(gone) else "delete-messages-stay")
    card = Card(
        tone=Tone.QUIET,
        title=words.say("delete-done-title", title=heading(job, words)),
        lines=(line,),
    )
    return Told(card=card, replaces=True)


def _yes_and_no(pressed: Pressed, words: Words) -> Iterator[Button]:
    yes = Button(action="delete-yes", subject=pressed.subject, label=words.say("button-delete"))
    yield replace(yes, is_danger=True)
    if pressed.view is not None:  # else there is no card to go back to
        yield Button(action="pick", subject=pressed.subject, label=words.say("button-keep"))


async def _to_delete(press: Press, desk: Desk) -> Pressed:
    pressed = await song_pressed(press, desk)
    if not pressed.job.is_of(press.person) and not _may_moderate(press, pressed.job, desk):
        raise NotYours
    if not pressed.job.stage.is_final:
        raise OnItsWay
    return pressed


def _may_moderate(press: Press, job: Job, desk: Desk) -> bool:
    """Powers hold on the server where they are shown; the operator's everywhere."""
    person, place = press.person, press.place
    if job.place.server != place.server:
        return desk.authority.is_operator(person, place)
    return desk.authority.may_moderate(person, place, job.place.channel)


async def _delete(press: Press, job: Job, desk: Desk) -> bool:
    now = desk.clock.now()
    if job.is_of(press.person):
        return await desk.library.delete(job, now)
    return await desk.library.delete_as_moderator(job, Change.by(press.person, job.place, now))


async def _remove(place: Place, job: Job, desk: Desk) -> bool:
    """One message that can't be removed doesn't keep the others."""
    try:
        await desk.chat.remove(place)
    except Exception:
        log.exception("a message can't be removed", job=job.id)
        return False
    return True
