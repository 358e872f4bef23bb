"""How statements find their rows, before there are so many that it is felt."""

import re
import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from storage.database import folded, open_database
from storage.queries import _queries, query

WHOLE = frozenset(["kept", "tally", "top_people", "songs_since"])
"""Asked by an admin, or once an hour: they go through all songs."""


def statements() -> list[str]:
    """Those that touch songs, without what is only a part of others."""
    parts = set(re.findall(r"\{(\w+)\}", (files("storage") / "queries.sql").read_text("utf-8")))
    of_songs = [name for name in _queries() if re.search(r"\b(jobs|takes)\b", query(name))]
    return [name for name in of_songs if name not in parts | WHOLE]


@pytest.mark.parametrize("name", statements())
async def test_only_what_may_take_its_time_goes_through_all_songs(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "busker.db"
    async with open_database(path):
        pass
    with closing(sqlite3.connect(path)) as file:
        file.create_function("folded", 1, folded, deterministic=True)
        values = dict.fromkeys(re.findall(r":(\w+)", query(name)), "")
        plan = [row[3] for row in file.execute(f"EXPLAIN QUERY PLAN {query(name)}", values)]
    assert [step for step in plan if re.match(r"SCAN (jobs|takes)$", step)] == []
    assert plan
