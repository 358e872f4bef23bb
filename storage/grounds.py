"""The protocol `Grounds` on one SQLite file: channels, words and zones of servers."""

import json
from collections.abc import Mapping, Sequence

from bot.ground import Ground
from bot.models import Place
from bot.quotas import Change
from storage.ledger import Ledger

__all__ = ["GroundBook"]


class GroundBook(Ledger):
    """What admins set for the channels of their server and for all that is asked there."""

    async def ground(self, place: Place) -> Ground:
        """See `bot.stores.Grounds`."""
        [row] = await self._database.read(
            "ground",
            platform=place.platform,
            server=place.server,
            channels=json.dumps([place.channel, *place.within]),
        )
        is_allowed = row["is_allowed"]
        return Ground(
            is_open=not row["has_allowed"] if is_allowed is None else bool(is_allowed),
            banned=(*json.loads(row["words"]), *json.loads(row["sound_words"] or "[]")),
        )

    async def channels(self, platform: str, server: str) -> Mapping[str, bool]:
        """See `bot.stores.Grounds`."""
        rows = await self._database.read("channels", platform=platform, server=server)
        return {row["channel"]: bool(row["is_allowed"]) for row in rows}

    async def banned_words(self, platform: str, server: str) -> Sequence[str]:
        """See `bot.stores.Grounds`."""
        rows = await self._database.read("banned_words", platform=platform, server=server)
        return [row["word"] for row in rows]

    async def set_channel(self, change: Change, channel: str, *, is_allowed: bool | None) -> None:
        """See `bot.stores.Grounds`."""
        if is_allowed is None:
            await self._change(change, "clear-channel", channel)
        else:
            await self._change(change, "channel", channel, is_allowed=int(is_allowed))

    async def ban_word(self, change: Change, word: str) -> None:
        """See `bot.stores.Grounds`."""
        await self._change(change, "word", word)

    async def free_word(self, change: Change, word: str) -> None:
        """See `bot.stores.Grounds`."""
        await self._change(change, "clear-word", word)

    async def set_zone(self, change: Change, zone: str) -> None:
        """See `bot.stores.Grounds`."""
        await self._change(change, "zone", zone)
