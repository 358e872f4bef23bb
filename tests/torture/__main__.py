"""Break all there is to break, and see that nothing is lost: `make torture`, `python -m tests.torture NAME`.

Each module has a function `torture(dice, share)`, plain or async, that returns rows. All chance comes from
`dice`; `share` of the whole is done, which is 1 unless somebody is in a hurry. The seed is printed, and
`SEED=… make torture` rolls the same dice again; how busy the machine is, no seed repeats.
"""

import argparse
import asyncio
import importlib
import inspect
import os
import random
import secrets
import sys
from time import monotonic

from rich.console import Console
from rich.table import Table

from tests.torture.row import Row

TORTURES = {
    "kill": "tests.torture.kill",
    "terminal": "tests.torture.terminal",
    "steps": "tests.torture.steps",
    "band": "tests.torture.band",
    "platform": "tests.torture.platform",
    "stop": "tests.torture.stop",
    "cut": "tests.torture.cut",
    "damage": "tests.torture.damage",
    "full": "tests.torture.full",
    "soak": "tests.torture.soak",
}
"""Names to ask for, and the module of each: imported only then."""

MOST_TOLD = 20
"""Of what one row has found."""


def main() -> int:
    parser = _parser()
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(TORTURES):
        parser.error(f"no such torture: {', '.join(sorted(unknown))}")
    seed = os.environ.get("SEED") or str(secrets.randbelow(1_000_000))
    console = Console()
    console.print(f"SEED={seed}")
    rows = []
    began = monotonic()
    for name in arguments.names or TORTURES:
        with console.status(f"torturing: {name}"):
            rows += _tortured(name, seed, arguments.share)
    console.print(_table(rows, seed, monotonic() - began))
    for row in rows:
        for each in row.found[:MOST_TOLD]:
            console.print(each, markup=False, highlight=False, soft_wrap=True)
    return int(any(row.found for row in rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    names = f"some of {', '.join(TORTURES)}"
    parser.add_argument("names", nargs="*", metavar="NAME", help=names)
    parser.add_argument("--share", type=float, default=1, help="0.1 does a tenth")
    return parser


def _tortured(name: str, seed: str, share: float) -> list[Row]:
    dice = random.Random(f"{seed} {name}")  # noqa: S311  # no secret
    found = importlib.import_module(TORTURES[name]).torture(dice, share)
    rows: list[Row] = asyncio.run(found) if inspect.iscoroutine(found) else found
    return rows


def _table(rows: list[Row], seed: str, seconds: float) -> Table:
    caption = f"{seconds / 60:.1f} minutes; the same again: SEED={seed} make torture"
    table = Table(title="Busker, tortured", caption=caption)
    table.add_column("tried")
    table.add_column("times", justify="right")
    for heading in ("", "found", "measured"):
        table.add_column(heading)
    for row in rows:
        verdict = f"[red]{len(row.found)} not as promised[/]" if row.found else "[green]nothing[/]"
        table.add_row(row.tried, f"{row.times:,}", row.unit, verdict, row.measured)
    return table


if __name__ == "__main__":
    sys.exit(main())
