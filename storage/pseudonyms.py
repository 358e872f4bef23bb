"""What a person is called in rows that still count when their data has been deleted."""

import hashlib
import hmac

from bot.usage import PSEUDONYM
from storage.database import Database
from storage.notes import Notes

__all__ = ["Pseudonyms"]

SECRET = "pseudonyms"  # noqa: S105  # its name, not its value
LETTERS = 32


class Pseudonyms:
    """One for each person, that nobody can make without this database's secret."""

    def __init__(self, database: Database) -> None:
        self._notes = Notes(database)
        self._secret: bytes | None = None

    async def of(self, platform: str, person: str) -> str:
        """Always the same, so that deleting twice is no way to be a new person."""
        self._secret = self._secret or await self._notes.secret(SECRET)
        name = f"{platform}:{person}".encode()
        return PSEUDONYM + hmac.new(self._secret, name, hashlib.sha256).hexdigest()[:LETTERS]
