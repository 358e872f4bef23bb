"""The protocol `Drafts` on one SQLite file."""

import json

from bot.drafts import Draft
from storage.book import Book
from storage.rows import moment_of, stamp_for

__all__ = ["DraftBook"]


class DraftBook(Book):
    """Commands that wait for their Go, with their options as JSON."""

    async def keep_draft(self, draft: Draft) -> None:
        """See `bot.stores.Drafts`."""
        await self._database.write(
            "keep_draft",
            id=draft.id,
            platform=draft.platform,
            person=draft.person,
            command=draft.command,
            options=json.dumps(dict(draft.options), ensure_ascii=False),
            created_at=stamp_for(draft.created_at),
        )

    async def draft(self, draft_id: str) -> Draft | None:
        """See `bot.stores.Drafts`."""
        for row in await self._database.read("draft", id=draft_id):
            return Draft(
                id=row["id"],
                platform=row["platform"],
                person=row["person"],
                command=row["command"],
                options=json.loads(row["options"]),
                created_at=moment_of(row["created_at"]),
            )
        return None

    async def drop_draft(self, draft_id: str) -> None:
        """See `bot.stores.Drafts`."""
        await self._database.write("drop_draft", id=draft_id)
