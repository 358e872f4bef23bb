"""The bench of Discord: what left and what arrived are brought together."""

from bench.discord import _milliseconds, _while_calm
from bench.vendor import Plan

PLAN = Plan(songs=2, events=3, rest_seconds=0.5, apart_seconds=1.2, has_titles=True)


async def test_every_event_is_brought_together_with_its_edit() -> None:
    found = await _while_calm(PLAN)
    assert len(found.milliseconds) == 2 * 3
    assert min(found.milliseconds) > 0
    assert found.too_fast == 0


def test_ways_are_in_milliseconds() -> None:
    assert _milliseconds({"a": 1_000_000}, {"a": 3_500_000, "b": 0}) == [2.5]
