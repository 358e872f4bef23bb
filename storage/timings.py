"""The protocol `Timings` on one SQLite file."""

from bot.jobs import Kind
from soundverse.calls import Version
from storage.book import Book

__all__ = ["TimingBook"]


class TimingBook(Book):
    """How long songs took, from the rows of those that were made."""

    async def seconds_taken(
        self, kind: Kind, version: Version, player: str, *, most: int
    ) -> list[float]:
        """See `bot.stores.Timings`."""
        rows = await self._database.read(
            "seconds_taken", kind=kind, version=version, player=player, most=most
        )
        return [seconds for (seconds,) in rows]
