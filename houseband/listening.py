"""Where a take can be heard before it is done: what its process writes, and what the server reads."""

from pathlib import Path

from houseband.order import TakeNumber

__all__ = ["clear", "preview_path", "stream_path", "wanted_path"]


def wanted_path(folder: Path, take: TakeNumber) -> Path:
    """Lies there once somebody wants to hear the take while it is mixed."""
    return folder / f"wanted_v{take}"


def preview_path(folder: Path, take: TakeNumber) -> Path:
    """Is there from the first block that is mixed, and grows if somebody listens.

    How loud the song will be is only guessed then. Once it is whole it ends in `.mp3`.
    """
    return folder / f"preview_v{take}.part"


def stream_path(folder: Path, take: TakeNumber) -> Path:
    """Grows while the take itself is encoded. Once it is whole it has another name."""
    return folder / f"stream_v{take}.part"


def clear(folder: Path, take: TakeNumber) -> None:
    """Remove what a process that died has left, but not that somebody listens."""
    preview = preview_path(folder, take)
    for path in (preview, preview.with_suffix(".mp3"), stream_path(folder, take)):
        path.unlink(missing_ok=True)
