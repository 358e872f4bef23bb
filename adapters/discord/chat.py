"""The port `Chat` on Discord: cards as messages that are edited by address, results as new messages."""

import hashlib
from contextlib import suppress
from dataclasses import replace
from typing import Any

import discord

from adapters.discord.addresses import ANSWER, DIRECT, PLATFORM
from adapters.discord.edits import Edits
from adapters.discord.embeds import COVER, NOBODY, Buttons, embed_for
from adapters.discord.escaping import fitted
from adapters.discord.files import cover_files, parcels, safe, take_file
from adapters.discord.pacing import Paces, Rank, Turn
from adapters.discord.pending import Pending
from adapters.discord.recent import Recent
from bot.errors import NotAllowedHere
from bot.models import Card, Person, Place, Result
from bot.operating.metrics import Metrics
from bot.ports import Clock

__all__ = ["DiscordChat"]

PLAIN_LIMIT = 10 * 2**20
"""Bytes a file may have where no server allows more."""

MOST_CONTENT = 2000

MOST_KEPT = 5000
"""Messages whose edits are looked after; of others nothing is known, as after a restart."""


class DiscordChat:
    """Speaks with the bot's token, which unlike an interaction's doesn't run out."""

    def __init__(
        self, client: discord.Client, pending: Pending, clock: Clock, metrics: Metrics
    ) -> None:
        self._client = client
        self._pending = pending
        self._clock = clock
        self._metrics = metrics
        self._edits: Recent[Edits] = Recent(MOST_KEPT)
        self._paces = Paces(clock)
        self._results: Recent[Place] = Recent(MOST_KEPT)

    def speak_through(self, client: discord.Client) -> None:
        """Take a new client, after the one before was closed."""
        self._client = client

    async def show(self, place: Place, card: Card) -> Place:
        """See `bot.ports.Chat`. The first card answers the interaction, if that is still open."""
        if place.message is None or place.message.startswith(ANSWER):
            posted = await self._post(place, card)
            self._edits_of(posted, was_before=False).begin_with(card)
            return posted
        result = self._results.get(card.key)
        if card.is_last and result:
            card = _in_a_line(card, result)
        edits = self._edits_of(place)
        await edits.put(card)
        if card.is_last and edits.is_idle:
            self._edits.pop(str(place.message), None)
        return place

    async def deliver(self, place: Place, result: Result, key: str) -> Place:
        """See `bot.ports.Chat`. A new message, since an edit would notify nobody."""
        if result.follows and result.follows.message:
            delivered = await self._add(result.follows, result)
        else:
            delivered = await self._deliver(place, result, key)
        self._results[result.card.key] = delivered
        return delivered

    async def tell(self, person: Person, text: str) -> None:
        """See `bot.ports.Chat`."""
        channel = await self._direct(person)
        await channel.send(fitted(text, MOST_CONTENT), allowed_mentions=NOBODY)

    async def check(self, place: Place) -> int | None:
        """See `bot.ports.Chat`. Raises NotAllowedHere."""
        channel = self._client.get_channel(int(place.channel))
        if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return PLAIN_LIMIT
        may = channel.permissions_for(channel.guild.me)
        is_thread = isinstance(channel, discord.Thread)
        may_send = may.send_messages_in_threads if is_thread else may.send_messages
        if not (may.view_channel and may_send and may.attach_files and may.embed_links):
            raise NotAllowedHere
        return channel.guild.filesize_limit

    async def direct(self, person: Person) -> Place:
        """See `bot.ports.Chat`."""
        try:
            channel = await self._direct(person)
        except discord.Forbidden as closed:
            raise NotAllowedHere from closed
        return Place(platform=PLATFORM, server=DIRECT, channel=str(channel.id))

    async def link(self, place: Place, filename: str) -> str | None:
        """See `bot.ports.Chat`. An attachment's address is good for a day; the message has a fresh one."""
        with suppress(discord.NotFound, discord.Forbidden):
            message = await self._message(place).fetch()
            for each in message.attachments:
                if each.filename == safe(filename):
                    return each.url
        return None

    async def remove(self, place: Place) -> None:
        """See `bot.ports.Chat`."""
        with suppress(discord.NotFound):
            await self._message(place).delete()

    async def _post(self, place: Place, card: Card) -> Place:
        interaction = self._pending.take(place.message)
        if interaction:
            answer = await interaction.response.send_message(
                embed=embed_for(card),
                view=Buttons(card.buttons),
                files=cover_files(card),
                allowed_mentions=NOBODY,
            )
            return replace(place, message=str(answer.message_id))
        channel = self._client.get_partial_messageable(int(place.channel))
        await self._paces.posts(place.channel).wait_for(Turn(rank=Rank.CHANGED))
        message = await channel.send(
            embed=embed_for(card),
            view=Buttons(card.buttons),
            files=cover_files(card),
            allowed_mentions=NOBODY,
            nonce=_nonce(card.key or f"{place.message}"),
        )
        return replace(place, message=str(message.id))

    async def _deliver(self, place: Place, result: Result, key: str) -> Place:
        channel = self._client.get_partial_messageable(int(place.channel))
        card = replace(result.card, cover=result.cover)
        first, *more = parcels(result.takes)
        pace = self._paces.posts(place.channel)
        was_before = place.message is not None and place.message not in self._edits
        await pace.wait_for(Turn(rank=Rank.LAST, was_before=was_before))
        message = await channel.send(
            f"<@{result.person.id}>",
            embed=embed_for(card),
            view=Buttons(card.buttons),
            files=[*cover_files(card), *map(take_file, first)],
            allowed_mentions=discord.AllowedMentions(
                everyone=False, roles=False, users=[discord.Object(int(result.person.id))]
            ),
            nonce=_nonce(key),
            **_reply_to(place),
        )
        for number, parcel in enumerate(more, start=2):
            await pace.wait_for(Turn(rank=Rank.LAST))
            await channel.send(
                files=[*map(take_file, parcel)],
                allowed_mentions=NOBODY,
                nonce=_nonce(f"{key}:{number}"),
            )
        return replace(place, message=str(message.id))

    async def _add(self, first: Place, result: Result) -> Place:
        """Put the take that came later to the one that is there; the cover has to go along again."""
        message = await self._message(first).fetch()
        there = [each for each in message.attachments if each.filename != COVER]
        names = {each.filename for each in there}
        new = [take_file(take) for take in result.takes if safe(take.filename) not in names]
        card = replace(result.card, cover=result.cover)
        turn = Turn(rank=Rank.LAST, message=first.message)
        await self._paces.edits(first.channel).wait_for(turn)
        await self._message(first).edit(
            embed=embed_for(card),
            view=Buttons(card.buttons),
            attachments=[*cover_files(card), *there, *new],
            allowed_mentions=NOBODY,
        )
        return first

    async def _edit(self, place: Place, card: Card) -> None:
        files = cover_files(card)
        extra = {"attachments": files} if files or card.is_last else {}
        await self._message(place).edit(
            embed=embed_for(card),
            view=Buttons(card.buttons),
            allowed_mentions=NOBODY,
            **extra,  # type: ignore[arg-type]  # one of edit's own
        )

    def _edits_of(self, place: Place, *, was_before: bool = True) -> Edits:
        assert place.message is not None  # noqa: S101  # shown before, so it has an address
        edits = self._edits.pop(place.message, None) or Edits(
            place.message,
            lambda card: self._edit(place, card),
            self._paces.edits(place.channel),
            self._clock,
            lambda fate: self._metrics.edit(PLATFORM, fate),
            was_before=was_before,
        )
        self._edits[place.message] = edits  # the latest to be used is the last to be forgotten
        return edits

    def _message(self, place: Place) -> discord.PartialMessage:
        channel = self._client.get_partial_messageable(int(place.channel))
        return channel.get_partial_message(int(place.message or 0))

    async def _direct(self, person: Person) -> discord.DMChannel:
        user = self._client.get_user(int(person.id)) or await self._client.fetch_user(
            int(person.id)
        )
        return user.dm_channel or await user.create_dm()


def _in_a_line(card: Card, result: Place) -> Card:
    """What is left of a card once its result has a message of its own."""
    server = "@me" if result.server == DIRECT else result.server
    link = f"https://discord.com/channels/{server}/{result.channel}/{result.message}"
    return replace(card, lines=(link,), cover=None, buttons=(), footer=None, percent=None)


def _reply_to(place: Place) -> dict[str, Any]:
    """The card that the result belongs to, if it stands there still."""
    if place.message is None or place.message.startswith(ANSWER):
        return {}
    reference = discord.MessageReference(
        message_id=int(place.message), channel_id=int(place.channel), fail_if_not_exists=False
    )
    return {"reference": reference}


def _nonce(key: str) -> str:
    """At most 25 characters; the same for one message however often it is sent."""
    return hashlib.blake2s(key.encode(), digest_size=12).hexdigest()
