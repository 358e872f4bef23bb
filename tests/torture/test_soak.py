"""The short form of very many songs."""

import random

from tests.torture import soak


def dice() -> random.Random:
    return random.Random(7)  # noqa: S311  # the same dice every time


async def test_many_songs_at_once_leave_nothing_behind() -> None:
    row = await soak.at_once(dice(), 0.015)
    assert row.found == ()
    assert row.times == 15


async def test_many_songs_one_after_another_leave_nothing_behind() -> None:
    row = await soak.one_after_another(dice(), 0.015)
    assert row.found == ()
    assert row.times == 300


async def test_everybody_has_turns_whoever_asks_for_more() -> None:
    row = await soak.fairly(dice(), 0.015)
    assert row.found == ()
    assert row.times > 100
