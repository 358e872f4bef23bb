"""What becomes of a song, which its prompt says: `rain 17`, `rain 18 cut-after`."""

import random
import re
from dataclasses import dataclass

__all__ = ["FATES", "Plan", "number_in", "plan_for", "prompt_for", "title_for"]

FATES = {
    "well": 0.75,
    "cut-before": 0.03,
    "cut-after": 0.03,
    "cut-midway": 0.05,
    "one-take": 0.03,
    "fails": 0.02,
    "declined": 0.01,
    "late-b": 0.08,
    "swift": 0,
}
"""How often each comes up. The cuts end the line before the song was accepted, after it without a word, and
after its names; `late-b` makes take A go ahead."""

LATE_SECONDS = 33.0
SWIFT, SHORTEST, LONGEST = 0.4, 0.6, 3.0
"""Seconds to make a song."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Seconds after acceptance, and what comes of it."""

    number: int
    fate: str
    validated: float
    first: float
    second: float
    """Take A, and take B."""

    def versions(self, seconds: float) -> list[int]:
        """The takes there are by then."""
        if self.fate == "fails":
            return []
        ready = [1] if seconds >= self.first else []
        return ready + ([2] if seconds >= self.second and self.fate != "one-take" else [])

    def is_over(self, seconds: float) -> bool:
        return seconds >= self.second


def prompt_for(number: int, fate: str = "well") -> str:
    return f"rain {number}" if fate == "well" else f"rain {number} {fate}"


def title_for(number: int) -> str:
    """Of four digits, so that none is found in another."""
    return f"Rain {number:04}"


def number_in(prompt: str) -> int:
    found = re.match(r"rain (\d+)", prompt)
    assert found, prompt
    return int(found[1])


def plan_for(prompt: str) -> Plan:
    """The same for the same prompt."""
    number = number_in(prompt)
    fate = next((each for each in FATES if prompt.endswith(f" {each}")), "well")
    dice = random.Random(prompt)  # noqa: S311  # no secret
    length = SWIFT if fate == "swift" else dice.uniform(SHORTEST, LONGEST)
    first, last = sorted((dice.uniform(0.3, 1) * length, length))
    second = LATE_SECONDS + first if fate == "late-b" else last
    return Plan(
        number=number, fate=fate, validated=dice.uniform(0, first), first=first, second=second
    )
