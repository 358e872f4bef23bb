"""How long `busker --help` takes as a whole process; beside it, Python that does nothing."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from bench.row import Row, in_turns

BUSKER = [str(Path(sys.executable).with_name("busker")), "--help"]
NOTHING = [sys.executable, "-c", "pass"]


def measure(rounds: int) -> list[Row]:
    _seconds(BUSKER)  # the first start compiles
    ours, theirs = in_turns(lambda: _seconds(BUSKER), lambda: _seconds(NOTHING), rounds)
    return [Row(name="busker --help / python", unit="s", ours=ours, theirs=theirs, at_most=0.3)]


def _seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - start
