"""A copy knows that it is one, until Busker has worked on it: it was gone back to, and the world went on.

What was on its way when the copy was made may have been asked for, made and posted since. Nobody knows, so
none of it is asked for or posted again by itself. The mark is SQLite's application id, which no table needs.

https://www.sqlite.org/pragma.html#pragma_application_id
"""

import sqlite3
from time import time

import aiosqlite

from storage.queries import query

__all__ = ["LIVE", "end_what_was_on_its_way", "mark"]

NAME = int.from_bytes(b"copy")
LIVE = 0


def mark(copy: sqlite3.Connection) -> None:
    """Write into a copy that it is one."""
    copy.execute(f"PRAGMA application_id = {NAME}")


async def end_what_was_on_its_way(writer: aiosqlite.Connection) -> int | None:
    """In a copy that was gone back to, end all songs that hadn't; how many. None where there is no mark.

    The mark goes in the same transaction.
    """
    [(name,)] = await writer.execute_fetchall("PRAGMA application_id")
    if name != NAME:
        return None
    await writer.execute("BEGIN IMMEDIATE")
    try:
        ended = await writer.execute_fetchall(query("end_restored"), {"now": round(time() * 1000)})
        await writer.execute(f"PRAGMA application_id = {LIVE}")
        await writer.execute("COMMIT")
    except BaseException:
        await writer.execute("ROLLBACK")
        raise
    return len(list(ended))
