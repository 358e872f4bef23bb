"""The bench of Slack: what people do and its acks, edits and their cards, songs and their files."""

from bench.slack import _acks, _evening, _most_in_a_minute, _sharing
from bench.vendor import Plan


async def test_every_ack_is_brought_together_with_what_was_done() -> None:
    plan = Plan(songs=2, events=20, rest_seconds=0.5, apart_seconds=0.5)
    found = await _acks(plan, asked=4)
    assert len(found) == 4
    assert min(found) > 0


async def test_edits_of_all_cards_are_counted_and_the_longest_wait_is_found() -> None:
    found = await _evening(Plan(songs=2, events=6, rest_seconds=0.5, apart_seconds=1))
    assert found.a_minute > 0
    assert 0 < found.oldest_seconds <= 6
    assert found.too_fast == 0


async def test_every_song_is_brought_together_with_its_files() -> None:
    plan = Plan(songs=2, events=3, rest_seconds=0.5, apart_seconds=0.5, has_takes=True)
    assert len(await _sharing(plan)) == 2


def test_the_fullest_minute_is_counted() -> None:
    second = 10**9
    assert _most_in_a_minute([0, 59 * second, 61 * second, 62 * second]) == 3
