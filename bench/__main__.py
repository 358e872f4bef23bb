"""Measure all that is asked for, or everything, and print one table."""

import argparse
import asyncio
import importlib
import inspect
import os
import platform

from rich.console import Console
from rich.table import Table

from bench.row import Row

BENCHES = {
    "sse": "bench.sse",
    "cli": "bench.cli",
    "admissions": "bench.admissions",
    "show": "bench.show",
    "streams": "bench.streams",
    "discord": "bench.discord",
    "slack": "bench.slack",
    "band": "bench.band",
}
"""Names to ask for, and the module that measures each: imported only then."""

ROUNDS, QUICK_ROUNDS = 9, 3


def main() -> None:
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # as where the band renders; before numpy loads
    parser = _parser()
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    rounds = QUICK_ROUNDS if arguments.quick else ROUNDS
    console = Console()
    rows = []
    for name in arguments.names or BENCHES:
        with console.status(f"measuring {name}"):
            rows += _measured(name, rounds)
    console.print(_table(rows, rounds))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of {', '.join(BENCHES)}")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} rounds, not {ROUNDS}")
    return parser


def _measured(name: str, rounds: int) -> list[Row]:
    found = importlib.import_module(BENCHES[name]).measure(rounds)
    rows: list[Row] = asyncio.run(found) if inspect.iscoroutine(found) else found
    return rows


def _table(rows: list[Row], rounds: int) -> Table:
    machine = f"{os.cpu_count()} x {platform.machine()}, Python {platform.python_version()}"
    table = Table(title="Busker, measured", caption=f"medians of {rounds} rounds; {machine}")
    for heading in ("what", "unit", "ours", "theirs", "ratio", "goal", ""):
        is_number = heading in ("ours", "theirs", "ratio")
        table.add_column(heading, justify="right" if is_number else "left")
    for row in rows:
        verdict = "[green]met[/]" if row.is_met else "[red]not met[/]"
        numbers = (_number(row.ours), _number(row.theirs), _number(row.ratio))
        table.add_row(row.name, row.unit, *numbers, row.goal, verdict)
    return table


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.3g}" if value < 1000 else f"{value:,.0f}"


if __name__ == "__main__":
    main()
