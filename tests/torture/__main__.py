"""Break all there is to break, and see that nothing is lost: `make torture`, `python -m tests.torture NAME`.

The parts that `parts.py` names run beside each other, each in a process of its own. All chance comes from
dice of their own; `--share` of the whole is done, which is 1 unless somebody is in a hurry. The seed is
printed, and `SEED=… make torture` rolls the same dice again; how busy the machine is, no seed repeats.
"""

import argparse
import asyncio
import importlib
import inspect
import os
import random
import resource
import secrets
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from pydantic import TypeAdapter
from rich.console import Console
from rich.table import Table

from tests.torture.beside import Outcome, Report, Run, tortured
from tests.torture.parts import PARTS, Part, parts_for
from tests.torture.row import Row

BESIDE = 2 * (os.cpu_count() or 1)
"""Parts at a time: most of what they do is waiting."""
WIDE = 160
"""Columns of a file."""
MOST_TOLD = 20
"""Of what one row has found."""


def main() -> int:
    parser = _parser()
    arguments = parser.parse_args()
    try:
        parts = parts_for(arguments.names)
    except LookupError as error:
        parser.error(f"no such torture: {error}")
    seed = os.environ.get("SEED") or str(secrets.randbelow(1_000_000))
    if arguments.report:
        _report(parts, seed, arguments.share, arguments.report)
        return 0
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whatever was started ends, too
    console = Console()
    if not console.is_terminal:
        console.width = WIDE
    console.print(f"SEED={seed}")
    began = monotonic()
    run = Run(seed=seed, share=arguments.share, patience=arguments.patience)
    outcomes = asyncio.run(_all(console, parts, run))
    outcomes.sort(key=lambda outcome: parts.index(outcome.part))
    console.print(_table(outcomes, seed, monotonic() - began))
    for outcome in outcomes:
        _tell(console, outcome)
    return int(any(row.found for outcome in outcomes for row in outcome.rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    names = f"some of {', '.join(dict.fromkeys(part.torture for part in PARTS))}"
    parser.add_argument("names", nargs="*", metavar="NAME", help=names)
    parser.add_argument("--share", type=float, default=1, help="0.1 does a tenth")
    parser.add_argument(
        "--patience", type=float, default=1, help="3 lets parts take thrice as long"
    )
    parser.add_argument(
        "--report", type=Path, help="do it in this process, and write the rows here"
    )
    return parser


def _report(parts: Sequence[Part], seed: str, share: float, path: Path) -> None:
    """Do it here."""
    rows = [row for part in parts for row in _rows(part, seed, share)]
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu_seconds = sum(each.ru_utime + each.ru_stime for each in used)
    path.write_bytes(TypeAdapter(Report).dump_json(Report(rows=rows, cpu_seconds=cpu_seconds)))


def _rows(part: Part, seed: str, share: float) -> list[Row]:
    dice = random.Random(f"{seed} {part.name}")  # noqa: S311  # no secret
    module = importlib.import_module(f"tests.torture.{part.torture}")
    found = getattr(module, part.function)(dice, share)
    rows: Row | list[Row] = asyncio.run(found) if inspect.iscoroutine(found) else found
    return [rows] if isinstance(rows, Row) else rows


async def _all(console: Console, parts: Sequence[Part], run: Run) -> list[Outcome]:
    outcomes: list[Outcome] = []
    with console.status("torturing") as status:
        async for outcome in tortured(parts, run, beside=BESIDE):
            outcomes.append(outcome)
            found = sum(len(row.found) for row in outcome.rows)
            console.print(f"{outcome.part.name}: {outcome.seconds:.0f} s, found {found}")
            _tell(console, outcome)
            status.update(f"torturing; {len(parts) - len(outcomes)} parts left")
    return outcomes


def _tell(console: Console, outcome: Outcome) -> None:
    """What was found, as soon as it is, and below the table."""
    for row in outcome.rows:
        for each in row.found[:MOST_TOLD]:
            console.print(each, markup=False, highlight=False, soft_wrap=True)


def _table(outcomes: Sequence[Outcome], seed: str, seconds: float) -> Table:
    caption = f"{seconds / 60:.1f} minutes; the same again: SEED={seed} make torture"
    table = Table(title="Busker, tortured", caption=caption)
    table.add_column("tried")
    table.add_column("times", justify="right")
    for heading in ("", "found", "measured"):
        table.add_column(heading)
    for heading in ("s", "CPU s"):
        table.add_column(heading, justify="right")
    for outcome in outcomes:
        cpu = "" if outcome.cpu_seconds is None else f"{outcome.cpu_seconds:,.0f}"
        took = [f"{outcome.seconds:,.0f}", cpu]
        for row in outcome.rows:
            number = len(row.found)
            verdict = f"[red]{number} not as promised[/]" if number else "[green]nothing[/]"
            table.add_row(row.tried, f"{row.times:,}", row.unit, verdict, row.measured, *took)
            took = ["", ""]
    return table


if __name__ == "__main__":
    sys.exit(main())
