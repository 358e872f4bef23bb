"""What a person is called in rows that still count when their data has been deleted."""

import hashlib
import hmac
import secrets

from storage.database import Database

__all__ = ["PREFIX", "Pseudonyms"]

PREFIX = "deleted:"
"""No platform's id begins so; statements know it, too."""

SECRET = "pseudonyms"  # noqa: S105  # its name, not its value
LETTERS = 32


class Pseudonyms:
    """One for each person, that nobody can make without this database's secret."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._secret: bytes | None = None

    async def of(self, platform: str, person: str) -> str:
        """Always the same, so that deleting twice is no way to be a new person."""
        secret = self._secret or await self._read()
        name = f"{platform}:{person}".encode()
        return PREFIX + hmac.new(secret, name, hashlib.sha256).hexdigest()[:LETTERS]

    async def _read(self) -> bytes:
        await self._database.write("make_secret", name=SECRET, value=secrets.token_bytes(32))
        [row] = await self._database.read("secret", name=SECRET)
        self._secret = bytes(row["value"])
        return self._secret
