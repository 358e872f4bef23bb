"""The two sides of the bench of many streams."""

import pytest

from bench.streams import Side, _bare_loop, _busker, _watched
from bench.vendor import Plan, vendor

PLAN = Plan(songs=3, events=4, apart_seconds=0.05)


@pytest.mark.parametrize("side", [_busker, _bare_loop])
async def test_each_side_hears_every_event_of_every_song(side: Side) -> None:
    with vendor(PLAN) as (url, times):
        watch = await _watched(side, url, PLAN)
        sent = times.recv()
    assert len(sent) == 3 * 4
    found = watch.found(sent)
    assert 0 < found.p50 <= found.p99
    assert found.cpu > 0
