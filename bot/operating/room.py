"""How much room there is on a disk, and how much there has to be before a song is asked for."""

import shutil
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Room", "nearest"]

MIB = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The disk of a folder, which needn't be there yet."""

    folder: Path
    least_bytes: int = 256 * MIB
    """A song's files take up to 20 MB, for a moment twice that; the rest is for the log and the database."""
    scarce_bytes: int = 1024 * MIB
    """From here down the operator is told."""

    @property
    def free_bytes(self) -> int:
        """What Busker's user may still write there."""
        return shutil.disk_usage(nearest(self.folder)).free

    @property
    def is_full(self) -> bool:
        """No more songs may be asked for."""
        return self.free_bytes < self.least_bytes


def nearest(folder: Path) -> Path:
    """The folder itself, or the nearest above it that there is."""
    whole = folder.absolute()
    return next(each for each in (whole, *whole.parents) if each.exists())
