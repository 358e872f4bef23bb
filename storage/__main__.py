"""`python -m storage check DATABASE` and `backup DATABASE FILE`: one line of JSON each.

For whoever may not import the storage; `bot.upkeep` asks.
"""

import json
import sys
from pathlib import Path

from storage.backup import BackupFailed, back_up
from storage.checkup import examine


def main() -> None:
    """Answer on standard output."""
    match sys.argv[1:]:
        case ["check", database]:
            print(examine(Path(database)).as_json())  # noqa: T201  # the answer
        case ["backup", database, target]:
            print(_outcome(Path(database), Path(target)))  # noqa: T201  # the answer
        case _:
            sys.exit(__doc__)


def _outcome(database: Path, target: Path) -> str:
    try:
        back_up(database, target)
    except BackupFailed as failure:
        return json.dumps({"outcome": failure.outcome, "detail": str(failure)})
    return json.dumps({"outcome": "made", "detail": ""})


if __name__ == "__main__":
    main()
