"""Handing a finished song over: once, tried again when it fails, and kept when nothing helps.

::

    the song's place, tried for some minutes -> a direct message, tried once -> kept

A song whose first take went ahead is handed over in two parts, each under a key of its own.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace

import structlog

from bot.errors import NotAllowedHere, NotFound
from bot.jobs import Job, Take
from bot.models import Card, Place, Result
from bot.playing.parcel import Parcels, filename_for
from bot.ports import Chat, Clock
from bot.stores import Jobs

__all__ = ["CardWith", "Delivery"]

log = structlog.get_logger()

CardWith = Callable[[str | None], Awaitable[Card]]
"""The card to hand over; it says what was wrong, if anything was: `failure-<this>`."""

PAUSES_SECONDS = (2.0, 10.0, 30.0, 120.0)
"""Between one try and the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one message is to hold."""

    key: str
    takes: tuple[Take, ...]
    follows: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What became of a part: where it lies, and what was wrong."""

    place: Place | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Posting never fails a finished song: what can't be posted is kept."""

    jobs: Jobs
    chat: Chat
    parcels: Parcels
    clock: Clock

    async def deliver(self, job: Job, card_with: CardWith) -> str | None:
        """Hand over what hasn't been yet; what went wrong with it, as the card says it."""
        first = await self._send(job, _first_part(job), card_with)
        if job.early_version is None:
            return first.failure
        takes = tuple(take for take in job.takes if take.version != job.early_version and take.file)
        if not takes and first.place is None:
            return first.failure
        rest = Part(key=_rest_of(job), takes=takes, follows=first.place)
        second = await self._send(job, rest, card_with)
        return first.failure or second.failure

    async def lies(self, job: Job) -> Place | None:
        """Where its first message is, if it was handed over."""
        return await self.jobs.handed_over(_result_of(job))

    async def deliver_early(self, job: Job, card_with: CardWith) -> None:
        """Hand over the take that went ahead. Where that fails, it is left to the end."""
        try:
            await self._send_to(job.place, job, _first_part(job), card_with)
        except Exception:
            log.exception("a take can't be posted early", job=job.id)

    async def show_again(self, job: Job, card_with: CardWith, key: str) -> Place | None:
        """Hand over all takes there are at the job's place, once per key; where they lie.

        One try: whoever wants them sees what comes of it. Raises what the platform raises.
        """
        takes = tuple(take for take in job.takes if take.file)
        sent = await self._send_to(job.place, job, Part(key=key, takes=takes), card_with)
        return sent.place

    async def end_early(self, job: Job, card: Card) -> None:
        """Let the message of the take that went ahead promise nothing more: the song was cancelled."""

        async def card_with(_: str | None) -> Card:
            return card

        try:
            before = await self.jobs.begin_delivery(_first_part(job).key, job, self.clock.now())
            if before.lies is not None:
                part = Part(key=_rest_of(job), takes=(), follows=before.lies)
                await self._send_to(_place_of(part, job), job, part, card_with)
        except Exception:
            log.exception("an early take's card can't be changed", job=job.id)

    async def _send(self, job: Job, part: Part, card_with: CardWith) -> Sent:
        place = _place_of(part, job)
        for pause in (*PAUSES_SECONDS, None):
            try:
                return await self._send_to(place, job, part, card_with)
            except NotFound:
                return Sent()
            except NotAllowedHere:
                log.warning("a song may no longer be posted", job=job.id)
                break
            except Exception:
                log.exception("a song can't be posted", job=job.id)
            if pause is not None:
                await self.clock.sleep(pause)
        return await self._send_directly(place, job, part, card_with)

    async def _send_directly(self, tried: Place, job: Job, part: Part, card_with: CardWith) -> Sent:
        try:
            place = await self.chat.direct(job.person)
            if _is_elsewhere(place, tried):
                return await self._send_to(place, job, replace(part, follows=None), card_with)
        except NotAllowedHere:
            log.warning("a song can't be sent directly either", job=job.id)
        except Exception:
            log.exception("a song can't be sent directly either", job=job.id)
        return Sent(failure="undelivered")

    async def _send_to(self, place: Place, job: Job, part: Part, card_with: CardWith) -> Sent:
        """Hand a part over here, unless it lies somewhere already. Raises what the platform raises."""
        before = await self.jobs.begin_delivery(part.key, job, self.clock.now())
        if before.lies is not None:
            failure = await self._what_was_wrong(before.lies, job, part)
            return Sent(place=before.lies, failure=failure)
        parcel = await self.parcels.packed(job, part.takes, await self.chat.check(place))
        failure = parcel.failure or _sent_direct(place, job)
        card = await card_with(failure)
        result = Result(
            card=replace(card, lines=(*card.lines, *parcel.notes)),
            takes=parcel.takes,
            cover=parcel.cover,
            name=filename_for(job.title or ""),
            person=job.person,
            follows=part.follows,
        )
        lies = await self.chat.deliver(place, result, part.key, tried_at=before.since)
        if not await self.jobs.end_delivery(part.key, lies, self.clock.now()):
            await self._take_away(lies, job)
        return Sent(place=lies, failure=failure)

    async def _take_away(self, lies: Place, job: Job) -> None:
        """Its person has had everything deleted while it was posted."""
        try:
            await self.chat.remove(lies)
        except Exception:
            log.exception("a message can't be removed", job=job.id)

    async def _what_was_wrong(self, lies: Place, job: Job, part: Part) -> str | None:
        """With a part that was handed over before: what was made for it then is still there."""
        with suppress(Exception):
            parcel = await self.parcels.packed(job, part.takes, await self.chat.check(lies))
            return parcel.failure or _sent_direct(lies, job)
        return _sent_direct(lies, job)


def _first_part(job: Job) -> Part:
    """All takes, or the one that went ahead: the row says which, so that it is always the same."""
    early = job.early_version
    takes = tuple(take for take in job.takes if early is None or take.version == early)
    return Part(key=_result_of(job), takes=takes)


def _result_of(job: Job) -> str:
    return f"{job.id}:result"


def _rest_of(job: Job) -> str:
    return f"{job.id}:rest"


def _place_of(part: Part, job: Job) -> Place:
    """The song's own, unless the first part had to go elsewhere."""
    if part.follows and _is_elsewhere(part.follows, job.place):
        return replace(part.follows, message=None)
    return job.place


def _sent_direct(place: Place, job: Job) -> str | None:
    return "sent-direct" if _is_elsewhere(place, job.place) else None


def _is_elsewhere(one: Place, other: Place) -> bool:
    return (one.server, one.channel) != (other.server, other.channel)
