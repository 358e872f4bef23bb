"""How whatever admins may change is changed: by a row in the audit, whose trigger makes the change."""

import json
from collections.abc import Sequence

from bot.quotas import Change
from storage.database import Database
from storage.rows import Value, stamp_for

__all__ = ["Ledger"]


class Ledger:
    """One statement a change, which also notes who made it."""

    def __init__(self, database: Database) -> None:
        self._database = database

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
