"""The last step of every command that makes something: check, take a place in the quota, or refuse."""

import secrets
from collections.abc import Collection

from bot.commands.catalogue import Desk
from bot.errors import BadOption, OverQuota
from bot.jobs import Ask, Job
from bot.models import Command, Started
from bot.requests import call_for
from soundverse.calls import check
from soundverse.errors import BadCall

__all__ = ["admit"]

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Letters and digits that aren't taken for each other."""

OPTION_FOR_FIELD = {
    "reference_url": "reference-url",
    "instrumental_url": "backing-url",
    "vocal_url": "vocals-url",
    "melody_url": "melody-url",
    "extend_at_ms": "at",
    "audio_url": "track",
}


async def admit(command: Command, ask: Ask, desk: Desk) -> Started:
    """Make the job, unless a rule's number is used up. Raises BadOption, NotAllowedHere, OverQuota."""
    _check(ask, desk.origins)
    await desk.chat.check(command.place)
    now = desk.clock.now()
    job = Job(
        id="".join(secrets.choice(ALPHABET) for _ in range(12)),
        request_key=command.request_key,
        person=command.person,
        place=command.place,
        ask=ask,
        created_at=now,
    )
    rule = await desk.limits.rule_for(command.person, command.place.server)
    since = rule.window.start(now, desk.limits.zone) if rule else None
    admission = await desk.jobs.admit(job, rule, since)
    if admission is None and rule is not None:
        resets_at = rule.window.end(now, desk.limits.zone)
        raise OverQuota(rule=rule, resets_at=resets_at)
    return Started(job_id=admission.job_id if admission else job.id)


def _check(ask: Ask, origins: Collection[str]) -> None:
    try:
        check(call_for(ask), origins=origins)
    except BadCall as wrong:
        option = OPTION_FOR_FIELD.get(wrong.field or "", wrong.field or "prompt")
        problem = "not-url" if wrong.fault == "not-https" else "invalid"
        raise BadOption(option=option, problem=problem) from wrong
