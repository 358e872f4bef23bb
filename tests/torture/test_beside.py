"""Parts run beside each other; one that breaks off or takes too long has found something."""

from dataclasses import replace
from math import nan

import pytest

from tests.torture.beside import Run, tortured
from tests.torture.parts import PARTS, parts_for

[FAIRLY] = parts_for(["soak.fairly"])


async def test_each_part_says_what_it_was_and_what_it_took() -> None:
    parts = [FAIRLY, *parts_for(["soak.at_once"])]
    outcomes = [each async for each in tortured(parts, Run(seed="7", share=0.01), beside=2)]
    assert {outcome.part.name for outcome in outcomes} == {"soak.fairly", "soak.at_once"}
    assert [row.found for outcome in outcomes for row in outcome.rows] == [(), ()]
    assert all(outcome.cpu_seconds for outcome in outcomes)


async def test_a_part_whose_time_is_over_is_ended_and_has_failed() -> None:
    hurried = replace(FAIRLY, minutes=0.001)
    [outcome] = [each async for each in tortured([hurried], Run(seed="7"), beside=1)]
    assert outcome.rows[0].found == ("soak.fairly took longer than 0.001 minutes",)


async def test_a_part_that_breaks_off_has_failed_and_says_where() -> None:
    [outcome] = [each async for each in tortured([FAIRLY], Run(seed="7", share=nan), beside=1)]
    [found] = outcome.rows[0].found
    assert found.startswith("soak.fairly broke off: ")
    assert "ValueError" in found


def test_a_part_is_named_by_its_torture_or_alone() -> None:
    assert [part.name for part in parts_for(["kill"])] == ["kill.on_discord", "kill.on_slack"]
    assert parts_for([]) == [*PARTS]
    with pytest.raises(LookupError, match=r"kill\.on_paper"):
        parts_for(["kill.on_paper"])
