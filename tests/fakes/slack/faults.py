"""What a test lets go wrong, by rule."""

import re
from enum import Enum, auto

from tests.fakes.platform.faults import Rule, Rules


class Fault(Enum):
    TOO_FAST = auto()
    """429, whatever the bucket says."""
    REFUSED = auto()
    """Nothing is done, and `reason` is answered: `internal_error`, `expired_trigger_id`, …"""
    SERVER_ERROR = auto()
    """503 without JSON, and nothing was done."""
    CUT_BEFORE = auto()
    """The connection ends, and nothing was done."""
    CUT_AFTER = auto()
    """It was done, and the connection ends before the answer."""
    HANG = auto()
    """Nothing is done and no answer comes, until `release`; then the connection ends."""
    SILENT = auto()
    """It was done, and no answer comes, until `release`; then the connection ends."""
    SOCKET_DROP = auto()
    """Every socket's connection ends; the call itself is answered as always."""
    SOCKET_REFRESH = auto()
    """The oldest socket is asked to come again; the call itself is answered as always."""
    DUPLICATE = auto()
    """Of a delivery: it comes a second time, though the first one was acked."""
    LOST = auto()
    """Of a delivery: it never arrives."""


class Faults(Rules[Fault]):
    def on(
        self,
        line: str,
        fault: Fault,
        *,
        nth: int = 1,
        times: int = 1,
        seconds: float = 1,
        reason: str = "internal_error",
    ) -> Rule[Fault]:
        """`line` is a pattern for all of a call's name; `nth` counts from now.

        It is the method (`chat.update`), `upload`, `download` or `response_url`, or `deliver` with
        what is delivered: `deliver /song`, `deliver block_actions`, `deliver app_mention`.
        """
        return self.add(Rule(fault, re.compile(line), nth, times, seconds, reason))
