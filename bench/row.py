"""One measured thing, and whether it is as good as it should be."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

__all__ = ["Row", "in_turns"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table. Of the three goals one is set."""

    name: str
    unit: str
    ours: float
    theirs: float | None = None
    """What the other side reached, in the same unit."""
    ratio_at_least: float | None = None
    at_least: float | None = None
    at_most: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours, as a multiple of theirs."""
        return None if self.theirs is None else self.ours / self.theirs

    @property
    def goal(self) -> str:
        """The goal in words."""
        if self.ratio_at_least is not None:
            return f"ratio ≥ {self.ratio_at_least:g}"
        if self.at_least is not None:
            return f"≥ {self.at_least:g} {self.unit}"
        return "" if self.at_most is None else f"≤ {self.at_most:g} {self.unit}"

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        if self.ratio_at_least is not None:
            return self.ratio is not None and self.ratio >= self.ratio_at_least
        if self.at_least is not None:
            return self.ours >= self.at_least
        return self.at_most is not None and self.ours <= self.at_most


def in_turns(
    ours: Callable[[], float], theirs: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """Measure both sides alternately, each first every other time, and return their medians."""
    found: dict[Callable[[], float], list[float]] = {ours: [], theirs: []}
    for number in range(rounds):
        for side in (ours, theirs) if number % 2 else (theirs, ours):
            found[side].append(side())
    return median(found[ours]), median(found[theirs])
