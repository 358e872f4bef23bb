"""Files that are put into a person's folder: whole ones only, and never over another."""

import filecmp
import itertools
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.models import Attachment, Result

__all__ = ["can_be_written", "put_attachment", "put_songs", "remove_songs"]


def can_be_written(folder: Path) -> None:
    """Raise OSError unless files can be put there. The folder is made if it isn't there."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass


def put_songs(folder: Path, result: Result) -> tuple[str, list[Path]]:
    """Put the result's files there; the name that they share, and where they lie by now."""
    folder.mkdir(parents=True, exist_ok=True)
    name, files = _free(folder, result)
    for source, target in files:
        partial = target.with_name(f".{target.name}.part")
        try:
            shutil.copyfile(source, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    return name, [target for _, target in files]


def remove_songs(folder: Path, name: str) -> None:
    """Remove what was put there under that name."""
    ours = re.compile(rf"{re.escape(name)}( - [A-Z])?\.(mp3|jpg)")
    for file in folder.glob("*"):
        if ours.fullmatch(file.name):
            file.unlink(missing_ok=True)


def put_attachment(folder: Path, attachment: Attachment) -> Path:
    """Put a file there; where it lies. Raises OSError, and then leaves nothing there."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = Path(Path(attachment.filename).name or "file")
    partial = folder / f".{wanted.name}.part"
    try:
        partial.write_bytes(attachment.content)
        for number in itertools.count(1):
            name = wanted.name if number == 1 else f"{wanted.stem} ({number}){wanted.suffix}"
            if not (folder / name).exists():
                return partial.replace(folder / name)
    finally:
        partial.unlink(missing_ok=True)
    raise AssertionError("numbers don't end")


def _free(folder: Path, result: Result) -> tuple[str, list[tuple[Path, Path]]]:
    """Each file and its name; another song of the same title gets a number."""
    for name in _names(result):
        files = [(source, folder / (name + end)) for source, end in _endings(result)]
        if all(not new.exists() or filecmp.cmp(old, new, False) for old, new in files):
            return name, files
    raise AssertionError("numbers don't end")


def _names(result: Result) -> Iterator[str]:
    if result.follows and result.follows.message:
        yield result.follows.message
    yield result.name
    yield from (f"{result.name} ({number})" for number in itertools.count(2))


def _endings(result: Result) -> Iterator[tuple[Path, str]]:
    for take in result.takes:
        yield take.path, take.filename.removeprefix(result.name)
    if result.cover is not None:
        yield result.cover, result.cover.suffix
