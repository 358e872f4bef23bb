"""A render process stays small, however long its songs are."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

RENDERED = """
import sys
from pathlib import Path
from houseband.order import Order
from houseband.studio import record

for length in ("60 s", "180 s"):
    for take in (1, 2):
        record(Order(operation="music", prompt=f"epic orchestral, {length}", seed=2), take, Path.cwd())
    print(Path("/proc/self/status").read_text())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel as Linux answers")
def test_both_takes_of_three_minutes_fit_into_600_mb_and_of_one_into_400(tmp_path: Path) -> None:
    here = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", RENDERED],
        cwd=tmp_path,
        env={"PYTHONPATH": str(here), "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    one, three = (int(peak) / 1000 for peak in re.findall(r"VmHWM:\s+(\d+) kB", done.stdout))
    assert one <= 400
    assert three <= 600
