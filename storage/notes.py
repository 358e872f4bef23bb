"""What the operator was told, secrets, and copies of the whole file: small things beside the songs."""

import asyncio
import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from storage.backup import back_up
from storage.book import Book
from storage.rows import moment_from, stamp_for

__all__ = ["Notes"]


class Notes(Book):
    """The protocols `Notices`, `Secrets` and `Copies`."""

    async def told_at(self, key: str) -> datetime | None:
        """See `bot.stores.Notices`."""
        rows = await self._database.read("told_at", key=key)
        return moment_from(rows[0]["told_at"]) if rows else None

    async def note_told(self, key: str, now: datetime) -> None:
        """See `bot.stores.Notices`."""
        await self._database.write("note_told", key=key, now=stamp_for(now))

    async def forget_told(self, keys: Sequence[str]) -> None:
        """See `bot.stores.Notices`."""
        await self._database.write("forget_told", keys=json.dumps(list(keys)))

    async def secret(self, name: str) -> bytes:
        """See `bot.stores.Secrets`."""
        await self._database.write("make_secret", name=name, value=secrets.token_bytes(32))
        [row] = await self._database.read("secret", name=name)
        return bytes(row["value"])

    async def copy_to(self, target: Path) -> None:
        """See `bot.stores.Copies`."""
        await asyncio.to_thread(back_up, self._database.path, target)
