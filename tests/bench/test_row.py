"""The table's verdicts."""

import pytest

from bench.row import Row, in_turns


@pytest.mark.parametrize(
    ("row", "goal", "is_met"),
    [
        (Row(name="x", unit="s", ours=2, theirs=1, ratio_at_least=2), "ratio ≥ 2", True),
        (Row(name="x", unit="s", ours=1.9, theirs=1, ratio_at_least=2), "ratio ≥ 2", False),
        (Row(name="x", unit="s", ours=9, ratio_at_least=2), "ratio ≥ 2", False),
        (Row(name="x", unit="s", ours=3, theirs=2, ratio_at_most=1.5), "ratio ≤ 1.5", True),
        (Row(name="x", unit="s", ours=3.1, theirs=2, ratio_at_most=1.5), "ratio ≤ 1.5", False),
        (Row(name="x", unit="s", ours=1, ratio_at_most=1.5), "ratio ≤ 1.5", False),
        (Row(name="x", unit="×", ours=30, at_least=30), "≥ 30 ×", True),  # noqa: RUF001
        (Row(name="x", unit="×", ours=29, at_least=30), "≥ 30 ×", False),  # noqa: RUF001
        (Row(name="x", unit="s", ours=0.3, theirs=9, at_most=0.3), "≤ 0.3 s", True),
        (Row(name="x", unit="s", ours=0.4, theirs=9, at_most=0.3), "≤ 0.3 s", False),
        (Row(name="no goal", unit="s", ours=1), "", False),
    ],
)
def test_a_row_says_whether_its_goal_is_met(row: Row, goal: str, is_met: bool) -> None:
    assert (row.goal, row.is_met) == (goal, is_met)


def test_sides_take_turns_and_each_goes_first() -> None:
    turns: list[str] = []

    def side(name: str, values: list[float]) -> float:
        turns.append(name)
        return values.pop()

    ours, theirs = [3.0, 9.0, 1.0], [5.0, 4.0, 60.0]
    assert in_turns(lambda: side("o", ours), lambda: side("t", theirs), 3) == (3.0, 5.0)
    assert "".join(turns) == "tootto"
