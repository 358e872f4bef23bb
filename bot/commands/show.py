"""Show again: a finished song with its files, where it is wanted now."""

from dataclasses import replace

import structlog

from bot.buttons import heard, result_buttons
from bot.cards import heading, take_line
from bot.commands.admission import place_to_show
from bot.commands.catalogue import Answer, Desk
from bot.commands.pressed import place_for, song_pressed
from bot.errors import NotFound, NotPosted, Refusal
from bot.jobs import Job
from bot.models import Card, Place, Press, Told, Tone
from bot.words import Words, words_for

__all__ = ["press_show"]

log = structlog.get_logger()


async def press_show(press: Press, desk: Desk) -> Answer:
    """Hand it over once a press; a private song only to its owner alone."""
    job = (await song_pressed(press, desk)).job
    if not await desk.shelf.has(job):
        raise NotFound(what="files")
    words = words_for(press.person.locale)
    place = await _place(press, job, desk)
    wanted = replace(job, person=press.person, place=place)

    async def card_with(failure: str | None) -> Card:
        return _card(job, failure, words)

    try:
        lies = await desk.shelf.show_again(wanted, card_with, f"{job.id}:{press.request_key}")
        await _check_still_there(job, lies, desk)
    except Refusal:
        raise
    except Exception as error:
        log.exception("a song can't be shown again", job=job.id)
        raise NotPosted from error
    is_here = place.channel == press.place.channel
    key = "show-done" if is_here else "show-done-alone"
    card = Card(tone=Tone.QUIET, title=heading(job, words), lines=(words.say(key),))
    return Told(card=card)


async def _place(press: Press, job: Job, desk: Desk) -> Place:
    """Where it is posted, if a song could be asked for there. Raises what `admit` does about places."""
    asked = place_for(job, press.place)
    await desk.gate.enter(press.person, asked, job.ask, desk.clock.now())
    return await place_to_show(press.person, asked, job.ask, desk)


async def _check_still_there(job: Job, lies: Place | None, desk: Desk) -> None:
    """What was deleted while it was posted is taken away again. Raises NotFound."""
    now = await desk.jobs.get(job.id)
    if now is None or now.deleted_at:
        if lies:
            await desk.chat.remove(lies)
        raise NotFound(what="deleted")


def _card(job: Job, failure: str | None, words: Words) -> Card:
    lines = [take_line(job, take, words) for take in heard(job)]
    if failure:
        lines.append(words.say(f"failure-{failure}"))
    return Card(
        key=job.id,
        locale=words.locale,
        is_last=True,
        tone=Tone.GOOD,
        title=heading(job, words),
        lines=tuple(lines),
        buttons=tuple(result_buttons(job, words)),
    )
