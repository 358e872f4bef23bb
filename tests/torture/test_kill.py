"""The short form of `make torture`: some kills, and a few of the steps."""

import random

from tests.torture.kill import Lives, a_street, ended, lives
from tests.torture.steps import in_terminal

KILLS = 5
STEPS = 0.08
"""A share of all of them."""


async def test_songs_asked_for_between_kills_are_made_once_and_posted_once() -> None:
    async with a_street(random.Random(12)) as street:  # noqa: S311  # the same dice every time
        await lives(street, KILLS, Lives(longest=1.2, stillborn=0))
        last = street.town.ask_for(
            "well"
        )  # how many there were before, only a fast machine can say
        await last.interaction.shown()
        assert await ended(street) == []
        assert street.busker.rows("SELECT 1 FROM jobs WHERE stage = 'done'")


async def test_a_song_in_terminal_survives_its_steps() -> None:
    row = await in_terminal(random.Random(12), STEPS)  # noqa: S311
    assert row.found == ()
    assert row.times >= 4
