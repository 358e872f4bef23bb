"""`python -m houseband.sound.soundfont FILE`: what the band takes from a soundfont, or why nothing."""

import sys
from pathlib import Path

from houseband.sound.soundfont.font import BadSoundfont, Soundfont


def main(path: Path) -> int:
    """Say it in one line; return 1 if the file can't be used."""
    try:
        font = Soundfont(path)
    except BadSoundfont as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    print(", ".join(sorted(font.instruments)))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
