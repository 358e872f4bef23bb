"""The last step of every command that makes something: check, take a place in the quota, or refuse."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.commands.catalogue import Desk
from bot.commands.ids import new_id
from bot.commands.options import PRIVATE
from bot.drafts import Draft
from bot.errors import (
    BadOption,
    NoDirectMessages,
    NoRoom,
    NotAllowedHere,
    OverQuota,
    Refusal,
    TooManyRunning,
)
from bot.jobs import Ask, Job
from bot.models import Card, Command, Person, Place, Started, Told, Tone
from bot.quotas import Allowance, Limit, Scope, first_used_up
from bot.requests import call_for
from bot.stores import Admission
from bot.words import words_for
from soundverse.calls import check
from soundverse.errors import BadCall

__all__ = ["admit", "check_ask", "check_chance", "place_to_show"]

TRIES = 5
"""Between a refusal and the question why, somebody may have freed a place."""

SENT_DIRECTLY = {"song", "music", "jingle"}
"""Commands that can be asked to be private."""

LOOKED_AT = {"review", "draft"}
"""What was looked at once isn't looked at again."""

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

    Raises BadOption, NoRoom, NotAllowedHere, NoDirectMessages, OverQuota, TooManyRunning, and what the
    gate does.
    """
    limits = await _entered(command, ask, desk)
    check_ask(ask, desk.origins)
    job = Job(
        id=new_id(),
        request_key=command.request_key,
        person=command.person,
        place=await _place(command, ask, desk),
        ask=ask,
        created_at=desk.clock.now(),
    )
    admission = await _admission(job, limits, desk)
    if admission.is_new:
        desk.privacy.notice.offer(command.person)
    return Started(job_id=admission.job_id, aside=_aside(command, job))


async def check_chance(command: Command, ask: Ask, desk: Desk) -> None:
    """Refuse before a form or a look what would be refused after it, so that nobody writes in vain.

    Raises NoRoom, OverQuota, TooManyRunning, and what the gate does.
    """
    limits = await _entered(command, ask, desk)
    now, server = desk.clock.now(), command.place.server
    used = await desk.jobs.usage(command.person, server, limits, now)
    limit = first_used_up(limits, used)
    if limit is not None:
        raise _refusal(limit, next(map(Allowance.of, limits, used)))


def check_ask(ask: Ask, origins: Collection[str]) -> None:
    """Refuse what the API's documented limits forbid. Raises BadOption."""
    try:
        check(call_for(ask), origins=origins)
    except BadCall as wrong:
        option = OPTION_FOR_FIELD.get(wrong.field or "", wrong.field or "prompt")
        problem = "not-url" if wrong.fault == "not-https" else "invalid"
        if option == "track" and ask.source_job is None:  # somebody's own audio
            option = "audio-url"
        elif option == "track":
            problem = "elsewhere"
        raise BadOption(option=option, problem=problem) from wrong


async def place_to_show(person: Person, asked: Place, ask: Ask, desk: Desk) -> Place:
    """Where it is shown and posted. What is private counts where it was asked for all the same.

    Raises NotAllowedHere, NoDirectMessages.
    """
    if not ask.is_private:
        await desk.chat.check(asked)
        return asked
    try:
        direct = await desk.chat.direct(person)
        await desk.chat.check(direct)
    except NotAllowedHere as closed:
        raise NoDirectMessages from closed
    # asked for there already: the card can be the answer
    return asked if direct.channel == asked.channel else replace(direct, server=asked.server)


async def _entered(command: Command, ask: Ask, desk: Desk) -> Sequence[Limit]:
    """The limits that the song must fit in, once nothing else forbids it."""
    now = desk.clock.now()
    standing = await desk.gate.enter(command.person, command.place, ask, now)
    if desk.room and desk.room.is_full:
        raise NoRoom
    return desk.limits.limits_for(standing, now)


async def _place(command: Command, ask: Ask, desk: Desk) -> Place:
    """Where it is shown. What can't be posted there, and could be sent directly, is kept for that."""
    try:
        return await place_to_show(command.person, command.place, ask, desk)
    except NotAllowedHere as closed:
        if ask.is_private or command.name not in SENT_DIRECTLY:
            raise
        draft = await _kept(command, desk)
        raise NotAllowedHere(missing=closed.missing, draft=draft) from closed


async def _kept(command: Command, desk: Desk) -> str:
    """What was asked for, as its person would ask for it alone; the draft's id."""
    said = {name: text for name, text in command.options.items() if name not in LOOKED_AT}
    draft = Draft(
        id=new_id(),
        platform=command.person.platform,
        person=command.person.id,
        command=command.name,
        options={**said, PRIVATE.name: "on"},
        created_at=desk.clock.now(),
    )
    await desk.drafts.keep_draft(draft)
    return draft.id


def _aside(command: Command, job: Job) -> Told | None:
    """Where it was asked, only the person learns that it comes elsewhere."""
    if job.place.channel == command.place.channel:
        return None
    words = words_for(command.person.locale)
    lines = (words.say("private-comes"),)
    return Told(card=Card(tone=Tone.QUIET, title=words.say("private-title"), lines=lines))


async def _admission(job: Job, limits: Sequence[Limit], desk: Desk) -> Admission:
    for _ in range(TRIES):
        admission = await desk.jobs.admit(job, limits)
        if admission is not None:
            return admission
        used = await desk.jobs.usage(job.person, job.place.server, limits, job.created_at)
        limit = first_used_up(limits, used)
        if limit is not None:
            raise _refusal(limit, next(map(Allowance.of, limits, used)))
    raise RuntimeError("a song was refused again and again, and no limit was used up")


def _refusal(limit: Limit, own: Allowance) -> Refusal:
    if limit.scope is Scope.OPEN and limit.most is not None:
        return TooManyRunning(most=limit.most)
    return OverQuota(limit=limit, own=own if own.rule else None)
