"""What every part of the store is: the statements of one protocol, on one database."""

from storage.database import Database

__all__ = ["Book"]


class Book:
    """Works on one SQLite file for a protocol of `bot.stores`."""

    def __init__(self, database: Database) -> None:
        self._database = database
