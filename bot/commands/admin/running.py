"""`/busker-admin jobs`, `pause` and `resume`: what is on its way, and whether more may come."""

from collections.abc import Sequence

from bot.commands.admin.where import EVERYWHERE, Asked, asked, done, spec
from bot.commands.cancel import can_be_cancelled, cancelled_now
from bot.commands.catalogue import MOST_SUGGESTED, Answer, Desk, Option
from bot.errors import NotFound
from bot.jobs import Job, Stage
from bot.models import Choice, Command, Person, Tone
from bot.phrases import duration, person_named

__all__ = ["JOBS", "PAUSE", "RESUME"]

MOST_LISTED = 40


async def tell_jobs(command: Command, desk: Desk) -> Answer:
    """All that are on their way, with their ids and without their words; or cancel one of them."""
    it = await asked(command, JOBS, desk)
    jobs = await _running(it, desk)
    if "cancel" in it.given:
        return await _cancel(it.given["cancel"].casefold(), jobs, it, desk)
    lines = [_line(job, it) for job in jobs[:MOST_LISTED]]
    if len(jobs) > MOST_LISTED:
        lines.append(it.words.say("admin-more", more=len(jobs) - MOST_LISTED))
    return done(it, *(lines or [it.words.say("jobs-none")]), title="jobs-title", tone=Tone.QUIET)


async def suggest_jobs(command: Command, desk: Desk) -> Sequence[Choice]:
    """Those that can be cancelled."""
    said = {name: text for name, text in command.options.items() if name != "cancel"}
    without = Command(
        name=command.name,
        options=said,
        person=command.person,
        place=command.place,
        request_key=command.request_key,
    )
    it = await asked(without, JOBS, desk)
    jobs = [job for job in await _running(it, desk) if can_be_cancelled(job)]
    return [Choice(value=job.id, label=_label(job, it)) for job in jobs[:MOST_SUGGESTED]]


async def pause(command: Command, desk: Desk) -> Answer:
    """What is on its way goes on; nobody can ask for more."""
    it = await asked(command, PAUSE, desk)
    await desk.rules.pause(it.change)
    return done(it, it.words.say("admin-paused-all" if it.is_everywhere else "admin-paused"))


async def resume(command: Command, desk: Desk) -> Answer:
    """Each pause ends by itself: that of the server, and that of all."""
    it = await asked(command, RESUME, desk)
    await desk.rules.resume(it.change)
    if it.is_everywhere:
        return done(it, it.words.say("admin-resumed-all"))
    nobody = Person(platform=it.platform, id="")
    standing = await desk.rules.standing(nobody, it.server, it.now)
    return done(it, it.words.say("admin-still-paused" if standing.is_paused else "admin-resumed"))


async def _cancel(job_id: str, jobs: Sequence[Job], it: Asked, desk: Desk) -> Answer:
    for job in jobs:
        if job.id == job_id:
            cancelled = await cancelled_now(job, desk)
            await desk.audits.note_cancel(it.change, job.id)
            who = person_named(job.person.platform, job.person.id)
            key = "job-cancelled-counts" if cancelled.counts else "job-cancelled"
            return done(it, it.words.say(key, id=job.id, who=who))
    raise NotFound(what="job-here", name=job_id)


async def _running(it: Asked, desk: Desk) -> list[Job]:
    where = (it.platform, it.server)
    return [
        job
        for job in await desk.jobs.unfinished()
        if it.is_everywhere or (job.place.platform, job.place.server) == where
    ]


def _line(job: Job, it: Asked) -> str:
    stages = {Stage.WORKING: "job-working", Stage.POSTING: "job-posting"}
    return it.words.say(
        stages.get(job.stage, "job-waiting"),
        id=job.id,
        who=person_named(job.person.platform, job.person.id),
        time=duration(job.created_at, it.now, it.words),
    )


def _label(job: Job, it: Asked) -> str:
    """Without its person, whom no platform calls by a name in a suggestion."""
    key = "job-choice-working" if job.stage is Stage.WORKING else "job-choice-waiting"
    return it.words.say(key, id=job.id, time=duration(job.created_at, it.now, it.words))


JOBS = spec("jobs", tell_jobs, Option(name="cancel", suggest=suggest_jobs), EVERYWHERE)
PAUSE = spec("pause", pause, EVERYWHERE)
RESUME = spec("resume", resume, EVERYWHERE)
