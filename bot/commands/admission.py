"""The last step of every command that makes something: check, take a place in the quota, or refuse."""

import secrets
from collections.abc import Collection

from bot.commands.catalogue import Desk
from bot.errors import BadOption, OverQuota, Refusal, TooManyRunning
from bot.jobs import Ask, Job
from bot.models import Command, Started
from bot.quotas import Allowance, Limit, Scope, first_used_up
from bot.requests import call_for
from bot.stores import Admission
from soundverse.calls import check
from soundverse.errors import BadCall

__all__ = ["admit"]

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Letters and digits that aren't taken for each other."""

TRIES = 5
"""Between a refusal and the question why, somebody may have freed a place."""

OPTION_FOR_FIELD = {
    "reference_url": "reference-url",
    "instrumental_url": "backing-url",
    "vocal_url": "vocals-url",
    "melody_url": "melody-url",
    "extend_at_ms": "at",
    "audio_url": "track",
}


async def admit(command: Command, ask: Ask, desk: Desk) -> Started:
    """Make the job, if every limit leaves room.

    Raises BadOption, NotAllowedHere, Blocked, Paused, OverQuota, TooManyRunning.
    """
    _check(ask, desk.origins)
    await desk.chat.check(command.place)
    job = Job(
        id="".join(secrets.choice(ALPHABET) for _ in range(12)),
        request_key=command.request_key,
        person=command.person,
        place=command.place,
        ask=ask,
        created_at=desk.clock.now(),
    )
    admission = await _admission(job, desk)
    return Started(job_id=admission.job_id)


async def _admission(job: Job, desk: Desk) -> Admission:
    person, server = job.person, job.place.server
    limits = await desk.limits.limits_for(person, server, job.created_at)
    for _ in range(TRIES):
        admission = await desk.jobs.admit(job, limits)
        if admission is not None:
            return admission
        used = await desk.jobs.usage(person, server, limits, job.created_at)
        limit = first_used_up(limits, used)
        if limit is not None:
            raise _refusal(limit, next(map(Allowance.of, limits, used)))
    raise RuntimeError("a song was refused again and again, and no limit was used up")


def _refusal(limit: Limit, own: Allowance) -> Refusal:
    if limit.scope is Scope.OPEN and limit.most is not None:
        return TooManyRunning(most=limit.most)
    return OverQuota(limit=limit, own=own if own.rule else None)


def _check(ask: Ask, origins: Collection[str]) -> None:
    try:
        check(call_for(ask), origins=origins)
    except BadCall as wrong:
        option = OPTION_FOR_FIELD.get(wrong.field or "", wrong.field or "prompt")
        problem = "not-url" if wrong.fault == "not-https" else "invalid"
        if option == "track":
            problem = "elsewhere"
        raise BadOption(option=option, problem=problem) from wrong
