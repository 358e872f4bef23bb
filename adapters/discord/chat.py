"""The port `Chat` on Discord: cards as messages that are edited by address, results as new messages."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import discord
import structlog

from adapters.discord.addresses import ANSWER, DIRECT, PLATFORM
from adapters.discord.cdn import is_attachment
from adapters.discord.drawing.embeds import NOBODY, Buttons, embed_for
from adapters.discord.drawing.files import bears, cover_files
from adapters.discord.drawing.naming import as_seen, card_as_seen
from adapters.discord.failures import FAILED, Code, is_gone, meaning
from adapters.discord.interactions.leases import LeasedMessage, Leases
from adapters.discord.interactions.pending import Pending
from adapters.discord.patience import patiently
from adapters.discord.permissions import missing_for, missing_in
from adapters.discord.sending import first_card, people, results
from adapters.discord.sending.beside import Beside
from adapters.discord.sending.edits import Edits
from adapters.discord.sending.pacing import Paces, Turn
from adapters.discord.sending.parts import others_of
from adapters.discord.sending.posting import Spot
from adapters.showing.recent import Recent
from adapters.showing.turns import Rank
from bot.errors import NotAllowedHere
from bot.models import Card, Person, Place, Result
from bot.operating.metrics import Metrics
from bot.ports import Clock

__all__ = ["DiscordChat"]

log = structlog.get_logger()

PLAIN_LIMIT = 10 * 2**20
"""Bytes a file may have where no server allows more."""

MOST_KEPT = 5000
"""Messages whose edits are looked after; of others nothing is known, as after a restart."""


class DiscordChat:
    """Speaks with the bot's token, which doesn't run out; with an interaction's where nothing else helps."""

    def __init__(
        self,
        client: discord.Client,
        pending: Pending,
        leases: Leases,
        clock: Clock,
        metrics: Metrics,
    ) -> None:
        self._client = client
        self._pending = pending
        self._leases = leases
        self._clock = clock
        self._metrics = metrics
        self._edits: Recent[Edits] = Recent(MOST_KEPT)
        self._paces = Paces(clock)
        self._too_large: Recent[int] = Recent(MOST_KEPT)
        """Channels that took less than they said, and how much is tried there since."""
        self._asked: Recent[asyncio.Task[bool]] = Recent(MOST_KEPT)
        """Whether channels are a server's, where that had to be asked."""
        self._beside = Beside()

    def speak_through(self, client: discord.Client) -> None:
        """Take a new client, after the one before was closed."""
        self._client = client

    async def show(self, place: Place, card: Card) -> Place:
        """See `bot.ports.Chat`. The first card answers the interaction, if that is still open."""
        card = card_as_seen(card, card.locale)
        if place.message is None or place.message.startswith(ANSWER):
            with meaning():
                posted = await self._post(place, card)
            self._edits_of(posted, was_before=False).begin_with(card)
            self._beside.begin(posted)
            return posted
        if not card.is_last:
            await self._edits_of(place).put(card)
            return place
        last = await self._in_a_line(card, card.result) if card.result else card
        edits = self._edits_of(place)
        await patiently(lambda: edits.put(last), self._clock)
        if edits.is_idle:
            self._edits.pop(str(place.message), None)
        return place

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        """See `bot.ports.Chat`. A new message, since an edit would notify nobody."""
        result = replace(result, card=card_as_seen(result.card, result.card.locale))
        with meaning():
            try:
                return await self._deliver(place, result, key, tried_at)
            except discord.HTTPException as refused:
                if refused.code == Code.TOO_LARGE:
                    self._note_too_large(place)
                raise

    async def tell(self, person: Person, text: str) -> None:
        """See `bot.ports.Chat`."""
        text = as_seen(text, person.locale)
        await self._paces.people().wait_for(Turn(rank=Rank.CHANGED))
        try:
            await patiently(lambda: people.say(self._client, person, text), self._clock)
        except NotAllowedHere:
            await self._pending.asides.say(person, text)

    async def check(self, place: Place) -> int | None:
        """See `bot.ports.Chat`. Raises NotAllowedHere."""
        lease = self._leases.find(place)
        if lease:
            return lease.check()
        asked = self._pending.find(place.message)
        channel = self._client.get_channel(int(place.channel))
        known = channel if isinstance(channel, discord.abc.GuildChannel | discord.Thread) else None
        missing = missing_for(asked) if asked else missing_in(known) if known else ()
        if missing:
            raise NotAllowedHere(missing=missing)
        guild = known.guild if known else asked.guild if asked else None
        return self._too_large.get(place.channel, guild.filesize_limit if guild else PLAIN_LIMIT)

    async def direct(self, person: Person) -> Place:
        """See `bot.ports.Chat`."""
        await self._paces.people().wait_for(Turn(rank=Rank.LAST))
        channel = await patiently(lambda: people.opened(self._client, person), self._clock)
        return Place(platform=PLATFORM, server=DIRECT, channel=str(channel.id))

    async def link(self, place: Place, filename: str) -> str | None:
        """See `bot.ports.Chat`. An attachment's address is good for a day; the message has a fresh one."""
        with suppress(discord.NotFound, discord.Forbidden, NotAllowedHere):
            first = self._message(place)
            if url := _url_in(await patiently(first.fetch, self._clock), filename):
                return url
            for part in await self._others(first):
                if url := _url_in(part, filename):
                    return url
        return None

    async def remove(self, place: Place) -> None:
        """See `bot.ports.Chat`."""
        first = self._message(place)
        for message in (first, *await self._others(first)):
            with suppress(discord.NotFound):
                await patiently(message.delete, self._clock)

    def expires(self, place: Place, url: str) -> bool:  # noqa: ARG002  # one place is like another
        """See `bot.ports.Chat`."""
        return is_attachment(url)

    async def attach(self, place: Place, files: Sequence[Path]) -> None:
        """See `bot.ports.Chat`."""
        was_before = place.message not in self._edits

        async def turn() -> None:
            turn = Turn(rank=Rank.CHANGED, message=place.message, was_before=was_before)
            await self._paces.edits(place.channel).wait_for(turn)

        await self._beside.put(place, self._message(place), files, turn)

    async def shown(self) -> None:
        """Wait until every card that was to be shown was sent."""
        await asyncio.gather(*(each.sent() for each in self._edits.values()))

    async def _post(self, place: Place, card: Card) -> Place:
        lease = self._leases.find(place)
        asked = self._pending.take(place.message)
        if lease:
            await lease.post(card)
            return replace(place, message=lease.address)
        spot = self._spot(place, Rank.CHANGED)
        return await first_card.post(spot, place, card, asked, self._clock)

    async def _deliver(
        self, place: Place, result: Result, key: str, tried_at: datetime | None
    ) -> Place:
        first = result.follows
        if first and first.message:
            turn = Turn(rank=Rank.LAST, message=first.message)
            await self._paces.edits(first.channel).wait_for(turn)
            try:
                await results.add(self._message(first), result)
            except discord.NotFound:
                if not result.takes:
                    return first  # nobody sees what it would have said
            else:
                return first
        lease = self._leases.find(place)
        if lease:
            return await lease.deliver(place, result, key)
        was_before = place.message is not None and place.message not in self._edits
        spot = self._spot(place, Rank.LAST, was_before=was_before)
        return await results.deliver(spot, place, result, key, tried_at=tried_at)

    def _note_too_large(self, place: Place) -> None:
        """What is known of the limit isn't true any more: ask for less the next time.

        Raises NotAllowedHere when even the least was too much.
        """
        if place.channel in self._too_large:
            raise NotAllowedHere
        self._too_large[place.channel] = PLAIN_LIMIT

    async def _edit(self, place: Place, card: Card) -> None:
        message = self._message(place)
        try:
            async with self._beside.alone(place):
                files = cover_files(card)
                kept = await self._beside.kept(place, message, files, is_last=card.is_last)
                await message.edit(
                    embed=embed_for(card),
                    view=Buttons(card.buttons),
                    allowed_mentions=NOBODY,
                    **kept,
                )
        except discord.HTTPException as refused:
            if not is_gone(refused):
                raise
            log.info("a card is gone", job=card.key, why=refused.code)
        except NotAllowedHere:
            log.info("a card is out of reach", job=card.key)

    def _edits_of(self, place: Place, *, was_before: bool = True) -> Edits:
        assert place.message is not None  # noqa: S101  # shown before, so it has an address
        edits = self._edits.pop(place.message, None) or Edits(
            place.message,
            lambda card: self._edit(place, card),
            lambda: self._paces.edits(place.channel),
            self._clock,
            lambda fate: self._metrics.edit(PLATFORM, fate),
            was_before=was_before,
        )
        self._edits[place.message] = edits  # the latest to be used is the last to be forgotten
        return edits

    @property
    def _me(self) -> int:
        assert self._client.user is not None  # noqa: S101  # logged in before anything is shown
        return self._client.user.id

    def _message(self, place: Place) -> discord.PartialMessage | LeasedMessage:
        leased = self._leases.message(place)
        return leased or self._channel(place).get_partial_message(int(place.message or 0))

    async def _others(self, first: discord.PartialMessage | LeasedMessage) -> list[discord.Message]:
        """Further parts of a result, where they can be looked for."""
        if isinstance(first, discord.PartialMessage):
            with suppress(discord.NotFound, discord.Forbidden):
                return [part async for part in others_of(first, self._me)]
        return []

    def _channel(self, place: Place) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(int(place.channel))

    def _spot(self, place: Place, rank: Rank, *, was_before: bool = False) -> Spot:
        paces, channel = self._paces, place.channel
        return Spot(
            channel=self._channel(place),
            me=self._me,
            turn=lambda: paces.posts(channel).wait_for(Turn(rank=rank, was_before=was_before)),
            look=lambda: paces.looks(channel).wait_for(Turn(rank=rank)),
        )

    async def _in_a_line(self, card: Card, result: Place) -> Card:
        """What is left of a card once its result has a message of its own."""
        lease = None
        with suppress(NotAllowedHere):
            lease = self._leases.find(result)
        link = lease.link(result) if lease else await self._link_to(result)
        return replace(card, lines=(link,), cover=None, buttons=(), footer=None, percent=None)

    async def _link_to(self, message: Place) -> str:
        server = message.server if await self._is_on_server(message) else "@me"
        return f"https://discord.com/channels/{server}/{message.channel}/{message.message}"

    async def _is_on_server(self, place: Place) -> bool:
        """A private song belongs to a server, and stands elsewhere."""
        if place.server == DIRECT:
            return False
        guild, channel = self._client.get_guild(int(place.server)), int(place.channel)
        if guild is not None and not guild.unavailable:
            return guild.get_channel_or_thread(channel) is not None
        asked = self._asked.get(place.channel)  # right after a start nobody has told yet
        if asked is None:
            asked = asyncio.create_task(self._has_server(channel))
            self._asked[place.channel] = asked
        return await asyncio.shield(asked)

    async def _has_server(self, channel: int) -> bool:
        with suppress(*FAILED):
            await self._paces.looks(str(channel)).wait_for(Turn(rank=Rank.LAST))
            found = await patiently(lambda: self._client.fetch_channel(channel), self._clock)
            return isinstance(found, discord.abc.GuildChannel | discord.Thread)
        return True  # as most of them


def _url_in(message: discord.Message, filename: str) -> str | None:
    return next((each.url for each in message.attachments if bears(each, filename)), None)
