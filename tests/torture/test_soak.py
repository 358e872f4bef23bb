"""The short form of very many songs."""

import random

from tests.torture import soak


async def test_many_songs_leave_nothing_behind_and_everybody_has_turns() -> None:
    rows = await soak.torture(random.Random(7), 0.015)  # noqa: S311  # the same dice every time
    assert [fault for row in rows for fault in row.found] == []
    at_once, fair, on_end = [row.times for row in rows]
    assert (at_once, on_end) == (15, 300)
    assert fair > 100
