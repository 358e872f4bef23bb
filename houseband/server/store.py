"""Jobs on disk: one folder each, with `job.json`, the cover, and the takes, whole or growing."""

import os
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import structlog

from houseband.server.job import Job, job_from_json, job_to_json

__all__ = ["MAX_AGE_SECONDS", "Store"]

MAX_AGE_SECONDS = 7 * 24 * 3600
MAX_BYTES = 2 * 1024**3

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Store:
    """The folders of all jobs, below `root`."""

    root: Path
    most_bytes: int = MAX_BYTES

    def folder(self, job_id: str) -> Path:
        """Return where a job's files lie."""
        return self.root / job_id

    def save(self, job: Job) -> None:
        """Write a job so that it is there after a power cut. An `OSError` says that it isn't."""
        folder = self.folder(job.job_id)
        new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        _write_durably(folder / "job.json", job_to_json(job))
        if new:
            _sync_folder(self.root)

    def load(self) -> Iterator[Job]:
        """Read every job back. What can't be read is named in the log and left to `sweep`."""
        for path in sorted(self.root.glob("*/job.json")):
            try:
                yield job_from_json(path.read_bytes())
            except (OSError, ValueError) as error:
                log.warning("job unreadable", job=path.parent.name[:8], error=type(error).__name__)

    def sweep(self, keep: frozenset[str]) -> list[str]:
        """Remove what is too old, then the oldest until the rest is small enough; return the removed ids."""
        removed = []
        total = 0
        for folder in sorted(self._folders(), key=_changed_at, reverse=True):
            total += sum(_bytes_in(file) for file in folder.iterdir())
            too_old = time.time() - _changed_at(folder) > MAX_AGE_SECONDS
            if (too_old or total > self.most_bytes) and folder.name not in keep:
                shutil.rmtree(folder, ignore_errors=True)
                removed.append(folder.name)
        return removed

    def _folders(self) -> Iterator[Path]:
        return (path for path in self.root.glob("*") if _JOB_ID.fullmatch(path.name))


def _bytes_in(file: Path) -> int:
    """Say how large a file is. One of a take that is being rendered may be gone by now, and is nothing."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def _changed_at(folder: Path) -> float:
    return folder.stat().st_mtime


def _write_durably(path: Path, content: bytes) -> None:
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_JOB_ID = re.compile(r"[0-9a-f]{32}")
