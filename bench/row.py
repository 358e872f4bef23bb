"""One measured thing, and whether it is as good as it should be."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

__all__ = ["Row", "alternately", "in_turns"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table. Of the four goals one is set."""

    name: str
    unit: str
    ours: float
    theirs: float | None = None
    """What the other side reached, in the same unit."""
    ratio_at_least: float | None = None
    ratio_at_most: float | None = None
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
        if self.ratio_at_most is not None:
            return f"ratio ≤ {self.ratio_at_most:g}"
        if self.at_least is not None:
            return f"≥ {self.at_least:g} {self.unit}"
        return "" if self.at_most is None else f"≤ {self.at_most:g} {self.unit}"

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        if self.ratio_at_least is not None:
            return self.ratio is not None and self.ratio >= self.ratio_at_least
        if self.ratio_at_most is not None:
            return self.ratio is not None and self.ratio <= self.ratio_at_most
        if self.at_least is not None:
            return self.ours >= self.at_least
        return self.at_most is not None and self.ours <= self.at_most


def in_turns(
    ours: Callable[[], float], theirs: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """Measure both sides alternately, and return their medians."""
    ours_found, theirs_found = alternately(ours, theirs, rounds)
    return median(ours_found), median(theirs_found)


def alternately(
    ours: Callable[[], T], theirs: Callable[[], T], rounds: int
) -> tuple[list[T], list[T]]:
    """What both sides find, in turns, each first every other time."""
    found: dict[Callable[[], T], list[T]] = {ours: [], theirs: []}
    for number in range(rounds):
        for side in (ours, theirs) if number % 2 else (theirs, ours):
            found[side].append(side())
    return found[ours], found[theirs]
