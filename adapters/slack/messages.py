"""Messages of ours: posted once each, and changed as often as they are to be."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

import structlog
from slack_sdk.errors import SlackApiError

from adapters.showing.recent import Recent
from adapters.slack.blocks import blocks_for, fallback_for, rich_blocks
from adapters.slack.calls import PAUSES_SECONDS, SETTLING_SECONDS, Calls, Unsure
from adapters.slack.covers import Covers
from adapters.slack.failures import NO_ROOM_BELOW, error_of, is_misdrawn, is_passing
from adapters.slack.pacing import Posts
from adapters.slack.plain import Json, cleaned, cut, escaped
from adapters.slack.posted import CARD, CantLook, Spot, about, keys_at, message_at
from bot.models import Card
from bot.ports import Clock

__all__ = ["Messages", "Stands", "said_in"]

log = structlog.get_logger()

QUIETLY = {"unfurl_links": False, "unfurl_media": False}
MOST_FALLBACK = 2000
MOST_KEPT = 500

Stands = tuple[str, str | None]
"""The time of a message, and the thread it really stands in."""

Send = Callable[[Json], Awaitable[Json]]


class Messages:
    """In all channels."""

    def __init__(self, calls: Calls, posts: Posts, covers: Covers, clock: Clock) -> None:
        self._calls = calls
        self._posts = posts
        self._covers = covers
        self._clock = clock
        self._reading = asyncio.Lock()
        self._read: Recent[dict[str, str]] = Recent(MOST_KEPT)

    async def post_card(self, spot: Spot, card: Card, since: datetime | None) -> Stands:
        """A card, unless the process before has posted it. `since`: when that may have been."""
        earlier = await self._earlier(spot, since) if since else {}
        if card.key in earlier:
            return earlier[card.key], spot[1]
        plain = replace(card, cover=None)  # it comes with the first change
        return await self.post(spot, [*self._drawn(plain)], about(CARD, card.key), None)

    async def post(
        self, spot: Spot, drawn: list[Json], metadata: Json, since: datetime | None
    ) -> Stands:
        """A new message, unless it is there since then.

        `drawn`: the same, plainer and plainer. `since`: from when on it may be there already.
        Raises CantLook when one may be there by now, and nobody can see it.
        """
        if since and (found := await self._found_before(spot, metadata, since)):
            return found
        begun = self._clock.now()
        for pause in (*PAUSES_SECONDS, None):
            try:
                return await self._post(spot, drawn, metadata)
            except Unsure:
                await self._clock.sleep(SETTLING_SECONDS)
                if found := await self._found(spot, metadata, begun):
                    return found
                if pause is None:
                    raise
            except Exception as error:
                if pause is None or not is_passing(error):
                    raise
            await self._clock.sleep(pause)
        raise AssertionError("the last try returns or raises")

    async def change(self, spot: Spot, time: str, card: Card) -> None:
        """Draw the card anew where it stands. One try."""
        metadata = about(CARD, card.key)

        async def send(said: Json) -> Json:
            return await self._calls.try_to(
                "chat.update", channel=spot[0], ts=time, metadata=metadata, **said
            )

        await _plainer(send, self._drawn(card))

    async def _earlier(self, spot: Spot, since: datetime) -> dict[str, str]:
        """Cards that stand there since before this process; read once, since no more will come."""
        async with self._reading:
            at = f"{spot[0]}/{spot[1] or ''}"
            if at not in self._read:
                try:
                    self._read[at] = await keys_at(self._calls, spot, CARD, since)
                except CantLook as unread:
                    log.warning("whether a card was posted can't be looked up", why=str(unread))
                    self._read[at] = {}
            return self._read[at]

    async def _found_before(self, spot: Spot, metadata: Json, since: datetime) -> Stands | None:
        """What may have been posted; where nobody can look it is posted anyway."""
        try:
            return await self._found(spot, metadata, since)
        except CantLook as unread:
            log.warning("whether a message was posted can't be looked up", why=str(unread))
            return None

    async def _found(self, spot: Spot, metadata: Json, since: datetime) -> Stands | None:
        time = await message_at(self._calls, spot, metadata, since)
        return (time, spot[1]) if time else None

    async def _post(self, spot: Spot, drawn: list[Json], metadata: Json) -> Stands:
        channel, thread = spot

        async def send(said: Json) -> Json:
            below = {"thread_ts": thread} if thread else {}
            await self._posts.wait(channel)
            return await self._calls.once(
                "chat.postMessage", channel=channel, metadata=metadata, **said, **below, **QUIETLY
            )

        try:
            return str((await _plainer(send, drawn))["ts"]), thread
        except SlackApiError as refused:
            if not thread or error_of(refused) not in NO_ROOM_BELOW:
                raise
        return await self._post((channel, None), drawn, metadata)

    def _drawn(self, card: Card) -> Iterator[Json]:
        """With its cover, without, and as words alone."""
        words = {"text": fallback_for(card)}
        if cover := self._covers.known(card.cover):
            yield words | {"blocks": blocks_for(card, cover=cover)}
            self._covers.forget(card.cover)  # since something plainer is asked for
        yield words | {"blocks": blocks_for(card)}
        yield words


def said_in(text: str) -> list[Json]:
    """A sentence as a message, and as words alone."""
    words = {"text": escaped(cut(cleaned(text), MOST_FALLBACK))}
    return [words | {"blocks": rich_blocks(text)}, words]


async def _plainer(send: Send, drawn: Iterable[Json]) -> Json:
    """What comes of the first form that Slack takes. Raises what the last one was refused with."""
    refusal: SlackApiError | None = None
    for said in drawn:
        try:
            return await send(said)
        except SlackApiError as refused:
            if not is_misdrawn(refused):
                raise
            log.warning("slack takes no such blocks", why=error_of(refused))
            refusal = refused
    assert refusal is not None  # noqa: S101  # there is one form at least
    raise refusal
