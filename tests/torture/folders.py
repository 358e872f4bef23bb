"""Folders that cost no waiting for a disk."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["a_quick_folder"]

MEMORY = Path("/dev/shm")  # noqa: S108  # what is made in it has a name that nobody can guess
LEAST_BYTES = 2**30


@contextmanager
def a_quick_folder() -> Iterator[Path]:
    """In memory, if there is room enough; else where temporary files lie. For what no disk is tried by."""
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > LEAST_BYTES
    place = MEMORY if has_room else None
    with tempfile.TemporaryDirectory(prefix="torture-", dir=place) as name:
        yield Path(name)
