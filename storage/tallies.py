"""The protocol `Tallies` on one SQLite file: how much was asked for."""

from collections.abc import Sequence
from datetime import datetime

from bot.usage import Tally, TopPerson, UsageRow
from storage.book import Book
from storage.rows import moment_of, stamp_for

__all__ = ["TallyBook"]


class TallyBook(Book):
    """Counts over the rows of a server; of no platform, over all."""

    async def tally(self, platform: str, server: str, since: datetime) -> Tally:
        """See `bot.stores.Tallies`."""
        [row] = await self._database.read(
            "tally", platform=platform, server=server, since=stamp_for(since)
        )
        return Tally(**dict(row))

    async def top_people(
        self, platform: str, server: str, since: datetime, *, most: int
    ) -> Sequence[TopPerson]:
        """See `bot.stores.Tallies`."""
        rows = await self._database.read(
            "top_people", platform=platform, server=server, since=stamp_for(since), most=most
        )
        return [TopPerson(**dict(row)) for row in rows]

    async def songs_since(
        self, platform: str, server: str, since: datetime, *, most: int
    ) -> Sequence[UsageRow]:
        """See `bot.stores.Tallies`."""
        rows = await self._database.read(
            "songs_since", platform=platform, server=server, since=stamp_for(since), most=most
        )
        return [
            UsageRow(**{**dict(row), "created_at": moment_of(row["created_at"])}) for row in rows
        ]
