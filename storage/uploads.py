"""The protocol `Uploads` on one SQLite file."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.models import Person
from bot.stores import Upload
from storage.book import Book

__all__ = ["UploadBook"]


class UploadBook(Book):
    """Audio that people attached to their commands."""

    async def note_upload(self, upload: Upload) -> None:
        """See `bot.stores.Uploads`."""
        await self._database.write(
            "note_upload", job=upload.job_id, address=upload.address, file=str(upload.file)
        )

    async def uploads(self, job_id: str) -> Sequence[Upload]:
        """See `bot.stores.Uploads`."""
        return _uploads_in(await self._database.read("uploads", job=job_id))

    async def uploads_at(self, address: str, person: Person) -> Sequence[Upload]:
        """See `bot.stores.Uploads`."""
        rows = await self._database.read(
            "uploads_at", address=address, platform=person.platform, person=person.id
        )
        return _uploads_in(rows)


def _uploads_in(rows: Iterable[sqlite3.Row]) -> list[Upload]:
    return [
        Upload(job_id=row["job"], address=row["address"], file=Path(row["file"])) for row in rows
    ]
