"""How whatever admins may change is changed: by a row in the audit, whose trigger makes the change."""

import json
from collections.abc import Sequence

from bot.quotas import Change
from storage.book import Book
from storage.rows import Value, stamp_for

__all__ = ["Ledger"]


class Ledger(Book):
    """One statement a change, which also notes who made it."""

    async def _change(
        self, change: Change, what: str, subject: str = "", /, **detail: Value | Sequence[str]
    ) -> None:
        await self._database.write(
            "change",
            at=stamp_for(change.at),
            actor=change.actor,
            platform=change.platform,
            server=change.server,
            what=what,
            subject=subject,
            detail=json.dumps(detail, ensure_ascii=False),
        )
