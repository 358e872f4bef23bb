"""Jobs with their takes, read for whoever found their rows."""

import json
import sqlite3
from collections.abc import Sequence

from bot.jobs import Job, Take
from storage.database import Database
from storage.rows import job_from, take_from

__all__ = ["jobs_in"]


async def jobs_in(database: Database, rows: Sequence[sqlite3.Row]) -> list[Job]:
    """The jobs, whole, in the order of their rows."""
    takes = await _takes(database, [row["id"] for row in rows]) if rows else {}
    return [job_from(row, takes.get(row["id"], ())) for row in rows]


async def _takes(database: Database, job_ids: list[str]) -> dict[str, list[Take]]:
    by_job: dict[str, list[Take]] = {}
    for row in await database.read("takes", jobs=json.dumps(job_ids)):
        by_job.setdefault(row["job"], []).append(take_from(row))
    return by_job
