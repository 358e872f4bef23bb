"""The short form of what is done to the database, and to its disk."""

import random

import pytest

from tests.torture import cut, damage, full

DICE = random.Random(7)  # noqa: S311  # the same dice every time


async def test_a_power_cut_takes_nothing_that_was_acknowledged() -> None:
    row = await cut.at_frames(DICE, 0.1)
    assert row.found == ()
    assert row.times > 50


async def test_a_damaged_file_is_never_started_on_without_a_word() -> None:
    pages, log = await damage.of_database(DICE, 0.05)
    assert (pages.found, log.found) == ((), ())
    assert "refused" in pages.measured
    assert "refused" in log.measured


async def test_a_disk_that_is_full_for_a_while_loses_and_doubles_nothing() -> None:
    [row] = await full.at_steps(DICE, 0.2)
    if not row.times:
        pytest.skip("only a user who may mount can have a small disk")
    assert row.found == ()


async def test_what_is_written_besides_songs_is_whole_or_not_there_on_a_full_disk() -> None:
    rows = await full.while_asked(DICE, 0.1)
    assert [fault for row in rows for fault in row.found] == []
    assert rows[0].times == 3
