"""A file that appears whole or not at all."""

import os
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO

__all__ = ["put"]


def put(target: Path, head: bytes, music: BinaryIO) -> None:
    """Write `head`, and what is left of `music`, to `target`. An OSError is passed on."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            file.write(head)
            shutil.copyfileobj(music, file, 1 << 18)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
