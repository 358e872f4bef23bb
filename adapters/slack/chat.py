"""The port `Chat` on Slack: cards that are edited by address, results in the threads below them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2s
from pathlib import Path

import structlog
from slack_sdk.errors import SlackApiError

from adapters.showing.recent import Recent
from adapters.slack.addresses import PLATFORM, message_for, thread_and_time
from adapters.slack.calls import Calls
from adapters.slack.covers import Covers
from adapters.slack.edits import Edits
from adapters.slack.failures import error_of, is_absent, is_gone, meaning
from adapters.slack.messages import Messages, said_in
from adapters.slack.names import Names
from adapters.slack.pacing import Posts, updates
from adapters.slack.posted import RESULT, WORD, CantLook, Spot, about, files_in, one_at
from adapters.slack.prefix import Prefix
from adapters.slack.results import Results, drawn_alone
from adapters.slack.rooms import Rooms
from adapters.slack.uploads import Uploads
from bot.errors import NotAllowedHere
from bot.models import Card, Person, Place, Result
from bot.operating.metrics import Metrics
from bot.ports import Clock

__all__ = ["SlackChat"]

log = structlog.get_logger()

MOST_BYTES = 1 << 30
"""Of one file."""

MOST_KEPT = 5000
"""Messages whose edits are looked after."""

AFTER_START = timedelta(minutes=2)
"""So long first cards may be there already, posted by the process before,"""
BEFORE = timedelta(minutes=15)
"""this long ago at most."""


class SlackChat:
    """Speaks with the bot's token, in one workspace."""

    def __init__(self, calls: Calls, clock: Clock, metrics: Metrics, prefix: Prefix) -> None:
        self._calls = calls
        self._clock = clock
        self._metrics = metrics
        self._began_at = clock.now()
        self._updates = updates(clock)
        self._prefix = prefix
        self._names = Names(calls, clock)
        self._rooms = Rooms(calls, clock)
        self._uploads = Uploads(calls, clock)
        self._covers = Covers(self._uploads, clock)
        self._messages = Messages(calls, Posts(clock), self._covers, clock)
        self._results = Results(calls, self._uploads, clock)
        self._edits: Recent[Edits] = Recent(MOST_KEPT)

    async def show(self, place: Place, card: Card) -> Place:
        """See `bot.ports.Chat`."""
        card = self._prefix.on(await self._names.on(card))
        thread, time = thread_and_time(place.message)
        if time is None:
            return await self._post(place, (place.channel, thread), card)
        edits = self._edits_of(place)
        if card.cover and not card.is_last:
            self._covers.fetch(card.cover, edits.draw_anew)
        if not card.is_last:
            await edits.put(card)
            return place
        if card.cover:
            await self._covers.wait_for(card.cover)
        await self._calls.patiently(lambda: edits.put(card))
        if edits.is_idle:
            self._edits.pop(_at(place), None)
        return place

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        """See `bot.ports.Chat`. A later take follows in a message of its own."""
        named = await self._names.on(result.card)
        result = replace(result, card=self._prefix.on(named))
        if result.follows and not result.takes:
            return await self._end(place, result.follows, result.card)
        thread, card = thread_and_time(place.message)
        spot = (place.channel, thread or card)
        is_below_card = card is not None
        try:
            with meaning():
                if result.takes:
                    lies = await self._results.hand_over(
                        spot, result, key, is_below_card=is_below_card, tried_at=tried_at
                    )
                else:
                    lies = await self._tell_of(spot, result, key, tried_at)
        except NotAllowedHere:
            self._rooms.forget(place.channel)
            raise
        return replace(place, message=lies or (f"{spot[1]}/" if spot[1] else None))

    async def tell(self, person: Person, text: str) -> None:
        """See `bot.ports.Chat`."""
        place = await self._rooms.direct(person)
        word = blake2s(text.encode(), digest_size=12).hexdigest()
        try:
            with meaning():
                await self._messages.post(
                    (place.channel, None),
                    said_in(self._prefix.named(text)),
                    about(WORD, word),
                    None,
                )
        except CantLook:
            log.warning("whether a message was posted can't be looked up")

    async def check(self, place: Place) -> int | None:
        """See `bot.ports.Chat`. Raises NotAllowedHere."""
        await self._rooms.enter(place.channel)
        return MOST_BYTES

    async def direct(self, person: Person) -> Place:
        """See `bot.ports.Chat`."""
        return await self._rooms.direct(person)

    async def link(self, place: Place, filename: str) -> str | None:  # noqa: ARG002  # the port's
        """See `bot.ports.Chat`. Slack gives its files to nobody without a token."""
        return None

    async def remove(self, place: Place) -> None:
        """See `bot.ports.Chat`. Its files go first, since by the message they are found."""
        thread, time = thread_and_time(place.message)
        if time is None:
            return
        for file in await self._files_of((place.channel, thread), time):
            await self._take_away(partial(self._uploads.delete, file))
        await self._take_away(lambda: self._calls.do("chat.delete", channel=place.channel, ts=time))

    def expires(self, place: Place, url: str) -> bool:  # noqa: ARG002  # the port's
        """See `bot.ports.Chat`. Audio is named by public addresses only."""
        return False

    async def attach(self, place: Place, files: Sequence[Path]) -> None:
        """See `bot.ports.Chat`. Where no file can be linked to, none has to lie anywhere."""

    async def close(self) -> None:
        """End all connections; they are opened anew when something is said."""
        await self._calls.close()

    async def _post(self, place: Place, spot: Spot, card: Card) -> Place:
        now = self._clock.now()
        may_be_there = bool(card.key) and now - self._began_at < AFTER_START
        since = now - BEFORE if may_be_there else None
        try:
            with meaning():
                time, thread = await self._messages.post_card(spot, card, since)
        except NotAllowedHere:
            self._rooms.forget(place.channel)
            raise
        posted = replace(place, message=message_for(time, thread))
        self._edits_of(posted).begin_with(card)
        return posted

    async def _edit(self, place: Place, card: Card) -> None:
        thread, time = thread_and_time(place.message)
        try:
            await self._messages.change((place.channel, thread), time or "", card)
        except SlackApiError as refused:
            if not is_gone(refused):
                raise
            log.info("a card is gone", job=card.key, why=error_of(refused))

    async def shown(self) -> None:
        """Wait until every card that was to be shown was sent."""
        await asyncio.gather(*(each.sent() for each in self._edits.values()))

    def _edits_of(self, place: Place) -> Edits:
        at = _at(place)
        edits = self._edits.pop(at, None) or Edits(
            lambda card: self._edit(place, card),
            self._updates,
            self._clock,
            lambda fate: self._metrics.edit(PLATFORM, fate),
        )
        self._edits[at] = edits  # the latest to be used is the last to be forgotten
        return edits

    async def _end(self, place: Place, lies: Place, card: Card) -> Place:
        """No other take comes: only what has no card above it has promised one."""
        _, above = thread_and_time(place.message)
        _, time = thread_and_time(lies.message)
        if above is None and time:
            await self._calls.patiently(lambda: self._edit(lies, card))
        return lies

    async def _tell_of(
        self, spot: Spot, result: Result, key: str, tried_at: datetime | None
    ) -> str | None:
        """Of a song whose files can't be posted: where they are, if anywhere, its lines say."""
        drawn = drawn_alone(result)
        time, thread = await self._messages.post(spot, drawn, about(RESULT, key), tried_at)
        return message_for(time, thread)

    async def _files_of(self, spot: Spot, time: str) -> list[str]:
        """Those that were shared with a message, and those that its blocks show."""
        try:
            message = await one_at(self._calls, spot, time)
        except CantLook as unread:
            log.warning("files of a message can't be looked up", why=str(unread))
            return []
        return files_in(message or {})

    async def _take_away(self, call: Callable[[], Awaitable[object]]) -> None:
        with meaning():
            try:
                await call()
            except SlackApiError as refused:
                if not is_absent(refused):
                    raise


def _at(place: Place) -> str:
    return f"{place.channel}/{place.message}"
