"""`/cancel`: stop waiting for a song, and say whether it counts."""

from collections.abc import Sequence

from bot.cards import cancelled_card, heading
from bot.commands.catalogue import MOST_SUGGESTED, Answer, Desk, Option, Spec
from bot.commands.options import checked_options
from bot.errors import NotFound, NotYours
from bot.jobs import Job, Stage, cancelled
from bot.models import Choice, Command, Person, Place, Press, Told
from bot.quotas import Change
from bot.words import words_for

__all__ = ["CANCEL", "can_be_cancelled", "cancel_as", "cancelled_now", "press_cancel"]


async def cancel(command: Command, desk: Desk) -> Answer:
    """By id or title, one's own first; one's newest that is on its way when none is named."""
    given = checked_options(command, CANCEL)
    own, others = await _running(command.person, command.place, desk)
    job = _meant(given.get("job", ""), own, others)
    job = await cancel_as(command.person, command.place, job, desk)
    return Told(card=cancelled_card(job, words_for(command.person.locale)))


async def press_cancel(press: Press, desk: Desk) -> Answer:
    """The card's own button."""
    job = await desk.jobs.get(press.subject)
    if job is None or not can_be_cancelled(job):
        raise NotFound(what="running")
    job = await cancel_as(press.person, press.place, job, desk)
    return Told(card=cancelled_card(job, words_for(press.person.locale)))


async def suggest_running(command: Command, desk: Desk) -> Sequence[Choice]:
    """What could be cancelled and fits what is written so far: one's own, then what others may be stopped."""
    written = command.options.get("job", "").strip().casefold()
    words = words_for(command.person.locale)
    own, others = await _running(command.person, command.place, desk)
    choices = [Choice(value=job.id, label=heading(job, words)) for job in (*own, *others)]
    fitting = [choice for choice in choices if written in choice.label.casefold()]
    return fitting[:MOST_SUGGESTED]


async def cancel_as(person: Person, place: Place, job: Job, desk: Desk) -> Job:
    """Cancel it if it is theirs, or if they moderate where it was asked for, which is written down.

    Raises NotYours, NotFound when there is nothing to cancel any more.
    """
    if job.is_of(person):
        return await cancelled_now(job, desk)
    if not _may_moderate(job, person, place, desk):
        raise NotYours
    job = await cancelled_now(job, desk)
    await desk.audits.note_cancel(Change.by(person, place, desk.clock.now()), job.id)
    return job


async def _running(person: Person, place: Place, desk: Desk) -> tuple[Sequence[Job], Sequence[Job]]:
    """What can be cancelled, newest first: one's own, and what one may stop of others."""
    running = [job for job in reversed(await desk.jobs.unfinished()) if can_be_cancelled(job)]
    own = [job for job in running if job.is_of(person)]
    others = [
        job for job in running if not job.is_of(person) and _may_moderate(job, person, place, desk)
    ]
    return own, others


def _meant(name: str, own: Sequence[Job], others: Sequence[Job]) -> Job:
    """Somebody else's is only meant when its id is given, as suggestions do."""
    wanted = name.casefold()
    for job in others:
        if wanted == job.id:
            return job
    if not own:
        raise NotFound(what="running")
    for job in own:
        named = (job.id, job.title or "", job.ask.prompt or "")
        if not wanted or any(wanted in text.casefold() for text in named):
            return job
    raise NotFound(what="job", name=name)


def _may_moderate(job: Job, person: Person, place: Place, desk: Desk) -> bool:
    """What is private is its person's own business."""
    is_here = (job.place.platform, job.place.server) == (place.platform, place.server)
    may = desk.authority.may_moderate(person, place, job.place.channel)
    return is_here and may and not job.ask.is_private


def can_be_cancelled(job: Job) -> bool:
    """What is being handed over is done."""
    return not job.stage.is_final and job.stage is not Stage.POSTING


async def cancelled_now(job: Job, desk: Desk) -> Job:
    """Cancel the row as it is now: whoever plays it may have moved it on since it was read.

    Raises NotFound when it has ended, or is being handed over.
    """
    current: Job | None = job
    while current is not None and can_be_cancelled(current):
        after = cancelled(current, desk.clock.now())
        if await desk.jobs.save(current, after):
            return after
        current = await desk.jobs.get(job.id)
    raise NotFound(what="running")


CANCEL = Spec(
    name="cancel",
    options=(Option(name="job", is_main=True, suggest=suggest_running),),
    answer=cancel,
)
