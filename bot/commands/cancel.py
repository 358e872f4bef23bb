"""`/cancel`: stop waiting for a song, and say whether it counts."""

from collections.abc import Sequence

from bot.cards import cancelled_card
from bot.commands.catalogue import Answer, Desk, Option, Spec
from bot.commands.options import checked_options
from bot.errors import NotFound, NotYours
from bot.jobs import Job, Stage, cancelled
from bot.models import Command, Press, Told
from bot.words import words_for

__all__ = ["CANCEL", "press_cancel"]


async def cancel(command: Command, desk: Desk) -> Answer:
    """One of the person's own, by id or title; the newest that is on its way when none is named."""
    given = checked_options(command, CANCEL)
    running = [
        job
        for job in await desk.jobs.unfinished()
        if job.person.platform == command.person.platform and job.person.id == command.person.id
    ]
    job = await _cancelled(_meant(given.get("job", ""), running), desk)
    return Told(card=cancelled_card(job, words_for(command.person.locale)))


async def press_cancel(press: Press, desk: Desk) -> Answer:
    """The card's own button; it is the requester's."""
    job = await desk.jobs.get(press.subject)
    if job is None or not _can_be_cancelled(job):
        raise NotFound(what="running")
    if (job.person.platform, job.person.id) != (press.person.platform, press.person.id):
        raise NotYours
    job = await _cancelled(job, desk)
    return Told(card=cancelled_card(job, words_for(press.person.locale)))


def _meant(name: str, running: Sequence[Job]) -> Job:
    can_be = [job for job in running if _can_be_cancelled(job)]
    if not can_be:
        raise NotFound(what="running")
    wanted = name.casefold()
    for job in reversed(can_be):
        named = (job.id, job.title or "", job.ask.prompt or "")
        if not wanted or any(wanted in text.casefold() for text in named):
            return job
    raise NotFound(what="job", name=name)


def _can_be_cancelled(job: Job) -> bool:
    """What is being handed over is done."""
    return not job.stage.is_final and job.stage is not Stage.POSTING


async def _cancelled(job: Job, desk: Desk) -> Job:
    """Cancel the row as it is now: whoever plays it may have moved it on since it was read."""
    current: Job | None = job
    while current is not None and _can_be_cancelled(current):
        after = cancelled(current, desk.clock.now())
        if await desk.jobs.save(current, after):
            return after
        current = await desk.jobs.get(job.id)
    raise NotFound(what="running")


CANCEL = Spec(name="cancel", options=(Option(name="job", is_main=True),), answer=cancel)
