"""Whose turn it is on Discord: what is urgent goes first, and no limit is ever met."""

import asyncio
from bisect import bisect_left
from datetime import timedelta
from itertools import pairwise

import discord
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord.sending.pacing import Turn, Window
from adapters.showing.turns import Rank
from tests.adapters.discord.conftest import Traffic
from tests.makers import NOON

OLD = str(discord.utils.time_snowflake(NOON - timedelta(hours=2)))
YOUNG = str(discord.utils.time_snowflake(NOON - timedelta(minutes=2)))


async def test_five_go_at_once_and_the_next_when_there_is_room(traffic: Traffic) -> None:
    for number in range(7):
        traffic.ask(str(number))
    await traffic.settle()
    assert traffic.new() == ["0", "1", "2", "3", "4"]
    await traffic.clock.move(5)
    assert traffic.new() == []
    await traffic.clock.move(0.3)
    assert traffic.new() == ["5", "6"]


async def test_a_last_card_passes_all_that_waits_and_changes_pass_numbers(traffic: Traffic) -> None:
    for number in range(5):
        traffic.ask(str(number))
    await traffic.settle()
    traffic.new()
    traffic.ask("number", Rank.NUMBER)
    traffic.ask("changed", Rank.CHANGED)
    traffic.ask("last", Rank.LAST)
    await traffic.settle()
    await traffic.clock.move(6)
    assert traffic.new() == ["last", "changed", "number"]


async def test_a_turn_that_becomes_urgent_while_it_waits_goes_first(traffic: Traffic) -> None:
    pace = traffic.paces.edits("1")
    for number in range(10):
        traffic.ask(str(number))
    turn = Turn(rank=Rank.NUMBER)
    waiting = asyncio.create_task(pace.wait_for(turn))
    await traffic.settle()
    turn.rank = Rank.LAST
    pace.look()
    await traffic.settle()
    waiting.add_done_callback(lambda _: traffic.gone.append("last"))
    traffic.new()
    await traffic.clock.move(5.3)
    assert "last" in traffic.new()


async def test_numbers_wait_long_but_not_for_ever(traffic: Traffic) -> None:
    for number in range(5):
        traffic.ask(f"first {number}", Rank.LAST)
    await traffic.settle()
    waiting = traffic.ask("number", Rank.NUMBER)
    for number in range(100):
        traffic.ask(str(number))
        traffic.ask(f"{number}, too")
        await traffic.clock.move(1)
    assert waiting.done()
    assert len(traffic.gone) < 150, "changes would have taken all the room there was"


async def test_old_messages_have_a_limit_of_their_own_that_young_ones_pass(
    traffic: Traffic,
) -> None:
    for number in range(4):
        traffic.ask(f"old {number}", message=OLD)
    traffic.ask("young", message=YOUNG)
    await traffic.settle()
    assert traffic.new() == ["old 0", "old 1", "old 2", "young"]
    await traffic.clock.move(6)
    assert traffic.new() == []
    await traffic.clock.move(0.3)
    assert traffic.new() == ["old 3"]


async def test_what_the_process_before_may_have_used_is_left_alone(traffic: Traffic) -> None:
    traffic.ask("before", was_before=True)
    traffic.ask("ours")
    await traffic.settle()
    assert traffic.new() == ["ours"]
    await traffic.clock.move(5.3)
    assert traffic.new() == ["before"]
    traffic.ask("before, later", was_before=True)
    await traffic.settle()
    assert traffic.new() == ["before, later"]


async def test_a_turn_that_nobody_wants_any_more_takes_no_room(traffic: Traffic) -> None:
    turns = [traffic.ask(str(number)) for number in range(12)]
    await traffic.settle()
    for turn in turns[5:10]:
        turn.cancel()
    await traffic.settle()
    traffic.new()
    await traffic.clock.move(5.3)
    assert traffic.new() == ["10", "11"]


async def test_all_channels_together_have_a_limit_and_the_urgent_go_first(traffic: Traffic) -> None:
    for number in range(60):
        traffic.ask(str(number), channel=str(number))
    await traffic.settle()
    assert traffic.new() == list("01234")
    traffic.ask("last", Rank.LAST, channel="elsewhere")
    await traffic.settle()
    assert traffic.new() == []
    await traffic.clock.move(0.125)
    assert traffic.new() == ["last", *"5678"]
    await traffic.clock.move(1)
    assert len(traffic.new()) == 40


async def test_channels_where_nothing_happens_are_forgotten(traffic: Traffic) -> None:
    for number in range(2000):
        traffic.ask(str(number), channel=str(number))
        await traffic.clock.move(0.1)
    assert len(traffic.gone) == 2000
    assert len(traffic.paces) <= 257


def test_a_clock_that_is_put_back_holds_nobody_longer_than_the_window() -> None:
    window = Window(1, 5.2)
    window.take(10_000)
    assert window.wait(6400) == 5.2
    assert window.is_empty(6400)


asked = st.lists(
    st.tuples(
        st.floats(0, 1.5),
        st.sampled_from(list(Rank)),
        st.sampled_from(["1", "1", "1", "2", "3"]),
        st.sampled_from([OLD, YOUNG, None]),
        st.booleans(),
    ),
    max_size=60,
)


@settings(max_examples=30)
@given(asked)
def test_whatever_is_asked_all_go_and_no_window_has_too_many(
    wishes: list[tuple[float, Rank, str, str | None, bool]],
) -> None:
    asyncio.run(_play(wishes))


async def _play(wishes: list[tuple[float, Rank, str, str | None, bool]]) -> None:
    traffic = Traffic()
    kept = []
    for number, (pause, rank, channel, message, is_given_up) in enumerate(wishes):
        facts = {"message": message} if message else {}
        task = traffic.ask(f"{channel} {message} {number}", rank, channel=channel, **facts)
        await traffic.clock.move(pause)
        if is_given_up:
            task.cancel()
        else:
            kept.append(task)
    await traffic.clock.move(200)
    assert all(task.done() for task in kept)
    gone = list(zip(traffic.gone, traffic.times, strict=True))
    for channel in "123":
        here = [moment for name, moment in gone if name[0] == channel]
        assert _most(here, 5) <= 5
        old = [moment for name, moment in gone if name.startswith(f"{channel} {OLD}")]
        assert _most(old, 6) <= 3
    assert all(before <= after for (_, before), (_, after) in pairwise(gone))


def _most(moments: list[float], seconds: float) -> int:
    """How many there are at most in any such window."""
    return max(
        (bisect_left(moments, each + seconds) - at for at, each in enumerate(moments)), default=0
    )
