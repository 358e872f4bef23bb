"""Render the programme and write the page: `python -m listen`."""

import argparse
import os
from pathlib import Path

from rich.console import Console

from listen.page import page_of
from listen.performance import performed
from listen.programme import PROGRAMME
from listen.report import Report, report_on


def main() -> None:
    """Play all, or what was named, and say of each piece which goals it misses."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as where the band renders
    arguments = _parser().parse_args()
    pieces = [piece for piece in PROGRAMME if not arguments.only or piece.name in arguments.only]
    folder: Path = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    console = Console()
    reports: list[Report] = []
    for piece in pieces:
        with console.status(f"{piece.name}: {piece.order.prompt}"):
            reports.append(report_on(performed(piece, folder / piece.slug)))
        console.print(_line(reports[-1]), highlight=False, soft_wrap=True)
        (folder / "index.html").write_text(page_of(reports, folder), "utf-8")
    console.print(f"Open {(folder / 'index.html').resolve()}", highlight=False, soft_wrap=True)


def _line(report: Report) -> str:
    missed = [measure for measure in report.every if measure.is_met is False]
    said = ", ".join(f"{each.where}{each.name} {each.value}" for each in missed) or "all met"
    return f"{report.performance.piece.name:12} {said}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m listen", description=__doc__)
    names = ", ".join(piece.name for piece in PROGRAMME)
    parser.add_argument("only", nargs="*", metavar="NAME", help=f"some of {names}")
    parser.add_argument("--folder", type=Path, default=Path("listening"))
    return parser


if __name__ == "__main__":
    main()
