"""Places that only an interaction's token serves: conversations without the bot, servers it isn't on.

A token is lent for 15 minutes, and for five messages besides the answer. It is kept in memory only:
after a restart nothing can be said or changed there any more.
Source: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import discord

from adapters.discord.addresses import ANSWER, LEASED
from adapters.discord.drawing.embeds import NOBODY, Buttons, embed_for
from adapters.discord.drawing.files import cover_files, parcels, take_file
from adapters.discord.failures import USED_UP
from adapters.discord.interactions.deferring import claim, defer
from adapters.discord.patience import answered
from adapters.discord.permissions import missing_for
from adapters.showing.recent import Recent
from bot.errors import NotAllowedHere
from bot.models import Card, Place, Result
from bot.ports import Clock

__all__ = ["Lease", "LeasedMessage", "Leases", "needs_lease"]

Interaction = discord.Interaction[Any]

LASTS = timedelta(minutes=14)
"""A minute less than Discord says: what is begun has to arrive, too."""

MOST_MESSAGES = 5
MOST_KEPT = 1000


def needs_lease(interaction: Interaction) -> bool:
    """Whether the bot's own token reaches nothing there."""
    if interaction.guild_id is None:
        return not interaction.context.dm_channel
    return interaction.client.get_guild(interaction.guild_id) is None


class Lease:
    """One interaction in such a place."""

    def __init__(self, interaction: Interaction, ends_at: datetime) -> None:
        self._interaction = interaction
        self.ends_at = ends_at
        self._card: int | None = None
        """The message that is the card; None for the answer itself."""
        self._sent: dict[str, int] = {}
        """Messages besides the answer by key, so that none is sent twice."""
        self._tries = 0
        self.answering = asyncio.Lock()
        """Only one gives the first answer."""

    @property
    def address(self) -> str:
        """Of the card."""
        return f"{LEASED}{self._interaction.id}"

    def check(self) -> int:
        """How many bytes a file may have. Raises NotAllowedHere."""
        missing = missing_for(self._interaction, is_leased=True)
        if missing:
            raise NotAllowedHere(missing=missing)
        return self._interaction.filesize_limit

    async def defer(self) -> None:
        """Say that an answer will come, unless there is one."""
        async with self.answering:
            if not self._interaction.response.is_done():
                await defer(self._interaction)

    async def post(self, card: Card) -> None:
        """Let the first card be the answer, or a message of its own where another one was given."""
        said: dict[str, Any] = {
            "embed": embed_for(card), "view": Buttons(card.buttons), "allowed_mentions": NOBODY,
        }  # fmt: skip
        async with self.answering:
            response = self._interaction.response
            if not response.is_done():
                await answered(lambda: response.send_message(files=cover_files(card), **said))
                return
        if claim(self._interaction):
            await self._interaction.edit_original_response(attachments=cover_files(card), **said)
        else:
            self._card = await self.send(f"{self.address}:card", files=cover_files(card), **said)

    async def deliver(self, place: Place, result: Result, key: str) -> Place:
        """Hand the result over in messages of their own; where the first one lies."""
        card = replace(result.card, cover=result.cover)
        first, *more = parcels(result.takes)
        message = await self.send(
            key,
            content=f"<@{result.person.id}>",
            embed=embed_for(card),
            view=Buttons(card.buttons),
            files=[*cover_files(card), *map(take_file, first)],
            allowed_mentions=discord.AllowedMentions(
                everyone=False, roles=False, users=[discord.Object(int(result.person.id))]
            ),
        )
        for number, parcel in enumerate(more, start=2):
            files = [*map(take_file, parcel)]
            await self.send(f"{key}:{number}", files=files, allowed_mentions=NOBODY)
        return replace(place, message=f"{self.address}:{message}")

    async def send(self, key: str, **said: Any) -> int:  # noqa: ANN401  # the library's own
        """One of the five messages, once a key; its id. Raises NotAllowedHere."""
        if key in self._sent:
            return self._sent[key]
        if self._tries >= MOST_MESSAGES:
            raise NotAllowedHere
        await self.defer()
        self._tries += 1
        with _used_up():
            message = await self._interaction.followup.send(wait=True, **said)
        self._sent[key] = message.id
        return message.id

    async def fetch(self, message: int | None) -> discord.Message:
        """As it stands there now. Raises NotAllowedHere."""
        id_ = message or self._card
        with _used_up():
            if id_ is None:
                return await self._interaction.original_response()
            return await self._interaction.followup.fetch_message(id_)

    async def edit(
        self,
        message: int | None,
        **said: Any,  # noqa: ANN401  # the library's own
    ) -> discord.Message:
        """As it stands there then. Raises NotAllowedHere."""
        id_ = message or self._card
        with _used_up():
            if id_ is None:
                return await self._interaction.edit_original_response(**said)
            return await self._interaction.followup.edit_message(id_, **said)

    async def delete(self, message: int | None) -> None:
        """Raises NotAllowedHere."""
        id_ = message or self._card
        with _used_up():
            if id_ is None:
                await self._interaction.delete_original_response()
            else:
                await self._interaction.followup.delete_message(id_)

    def link(self, place: Place) -> str:
        """To the message that stands at a place."""
        server = self._interaction.guild_id or "@me"
        message = (place.message or "").rpartition(":")[2]
        return f"https://discord.com/channels/{server}/{place.channel}/{message}"


class Leases:
    """Those that last still, by interaction."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: Recent[Lease] = Recent(MOST_KEPT)

    def take(self, interaction: Interaction) -> Lease | None:
        """Keep it if only its token serves its place."""
        if not needs_lease(interaction):
            return None
        lease = Lease(interaction, self._clock.now() + LASTS)
        self._kept[str(interaction.id)] = lease
        return lease

    def find(self, place: Place) -> Lease | None:
        """The one that serves this place, as long as it lasts. Raises NotAllowedHere when it is over."""
        address = place.message or ""
        interaction = address.removeprefix(ANSWER).removeprefix(LEASED).partition(":")[0]
        lease = self._kept.get(interaction)
        if lease and lease.ends_at > self._clock.now():
            return lease
        if lease or address.startswith(LEASED):
            self._kept.pop(interaction, None)
            raise NotAllowedHere
        return None

    def message(self, place: Place) -> "LeasedMessage | None":
        """The message that stands there; None where the bot's own token serves."""
        if place.message is None or not place.message.startswith(LEASED):
            return None
        return LeasedMessage(self, place)


class LeasedMessage:
    """Like the library's `PartialMessage`, by an interaction's token. Raises NotAllowedHere."""

    def __init__(self, leases: Leases, place: Place) -> None:
        self._leases = leases
        self._place = place
        own = (place.message or "").removeprefix(LEASED).partition(":")[2]
        self._id = int(own) if own else None

    async def fetch(self) -> discord.Message:
        """As it stands there now."""
        return await self._lease().fetch(self._id)

    async def edit(self, **said: Any) -> discord.Message:  # noqa: ANN401  # the library's own
        """Change it; as it stands there then."""
        return await self._lease().edit(self._id, **said)

    async def delete(self) -> None:
        """Take it away."""
        await self._lease().delete(self._id)

    def _lease(self) -> Lease:
        lease = self._leases.find(self._place)
        if lease is None:
            raise NotAllowedHere
        return lease


@contextmanager
def _used_up() -> Iterator[None]:
    """Discord's clock is the one that counts: what ends sooner than ours ends all the same."""
    try:
        yield
    except discord.HTTPException as over:
        if over.code in USED_UP:
            raise NotAllowedHere from over
        raise
