"""What a test lets go wrong, by rule."""

import re
from enum import Enum, auto

from tests.fakes.platform.faults import Rule, Rules


class Fault(Enum):
    TOO_FAST = auto()
    """429, whatever the bucket says."""
    BANNED = auto()
    """429 from further outside, without the header by which the library knows Discord's."""
    SERVER_ERROR = auto()
    """500, and nothing was done."""
    CUT_BEFORE = auto()
    """The connection ends, and nothing was done."""
    CUT_AFTER = auto()
    """It was done, and the connection ends before the answer."""
    HANG = auto()
    """Nothing is done and no answer comes, until `release`; then the connection ends."""
    SILENT = auto()
    """It was done, and no answer comes, until `release`; then the connection ends."""
    GATEWAY_DROP = auto()
    """The gateway's connection ends; the call itself is answered as always."""


class Faults(Rules[Fault]):
    def on(
        self,
        method: str,
        path: str,
        fault: Fault,
        *,
        nth: int = 1,
        times: int = 1,
        seconds: float = 0.05,
    ) -> Rule[Fault]:
        """`path` is a pattern for all of it, without the version; `nth` counts from now."""
        pattern = re.compile(f"{method} (?:{path})")
        return self.add(Rule(fault, pattern, nth, times, seconds))
