"""The protocol `Audits` on one SQLite file."""

import json
import sqlite3
from collections.abc import Sequence

from bot.quotas import Change
from bot.usage import Entry
from storage.ledger import Ledger
from storage.rows import moment_from, moment_of

__all__ = ["AuditBook"]

NEWEST = 2**62
"""Above every id there will be."""


class AuditBook(Ledger):
    """What was changed, newest first."""

    async def changes(
        self, platform: str, server: str, *, before: int | None, most: int
    ) -> Sequence[Entry]:
        """See `bot.stores.Audits`."""
        rows = await self._database.read(
            "changes", platform=platform, server=server, before=before or NEWEST, most=most
        )
        return [_entry(row) for row in rows]

    async def note_cancel(self, change: Change, job_id: str) -> None:
        """See `bot.stores.Audits`."""
        await self._change(change, "cancel", job_id)


def _entry(row: sqlite3.Row) -> Entry:
    detail = json.loads(row["detail"])
    return Entry(
        id=row["id"],
        change=Change(
            actor=row["actor"],
            at=moment_of(row["at"]),
            platform=row["platform"],
            server=row["server"],
        ),
        what=row["what"],
        subject=row["subject"],
        detail=detail,
        until=moment_from(detail.get("until")),
    )
