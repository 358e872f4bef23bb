"""`python -m houseband`: the band as a server of its own. Its settings are in `docs/houseband.md`.

Render processes import this file too, so that everything heavy waits for `main`.
"""

import argparse
import os
import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Play until told to stop. Return 0, 1 if the band can't start here, 2 for wrong settings."""
    from houseband.server.music import HouseStudio  # noqa: PLC0415  # heavy
    from houseband.server.run import run  # noqa: PLC0415  # heavy

    parser = argparse.ArgumentParser(
        prog="python -m houseband", description="Play songs on this machine."
    )
    parser.add_argument("--child", action="store_true", help="stop when stdin closes")
    arguments = parser.parse_args(argv)
    return run(HouseStudio(), os.environ, child=arguments.child)


if __name__ == "__main__":
    sys.exit(main())
