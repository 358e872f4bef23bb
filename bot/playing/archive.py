"""The songs' files on disk: fetched once, tagged, found again by job and take, and removed."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import structlog

from bot.jobs import Job, Take
from bot.playing.pictures import Unshowable, jpeg_from
from bot.ports import Composer
from mp3.frames import NotMp3, duration_seconds
from mp3.whole import put
from soundverse.errors import FileLost

__all__ = ["Archive", "Folder", "Tagger"]

log = structlog.get_logger()

Tagger = Callable[[Path, Path, Job, Take, Path | None], None]
"""Copies a bare mp3 to a tagged one: source, target, whose take it is, and its cover."""

ENDINGS = {
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/wav": "wav",
}
"""Of audio that people give."""

COVER_PIXELS = 1024
"""A side. Larger than any platform shows it, and some 200 kB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """One job's files, as the disk tells."""

    size_bytes: int
    touched_at: datetime
    """When a file was last put in or taken out."""


class Archive:
    """One folder a job below `folder`. The rows hold paths relative to it.

    What is made from a take, a jingle or a smaller copy, lies beside it under a name that says so.
    """

    def __init__(self, folder: Path, composer: Composer, tagger: Tagger) -> None:
        self._folder = folder
        self._composer = composer
        self._tagger = tagger
        self._editing = asyncio.Lock()  # one at a time: each takes a core

    def path(self, relative: Path) -> Path:
        """Where a file that a row names lies."""
        return self._folder / relative

    async def cover(self, job: Job) -> Path | None:
        """Fetch the cover, and make a JPEG of it. None when there is none: art never fails a song."""
        if job.cover is not None or job.cover_url is None:
            return job.cover
        relative = Path(job.id) / "cover.jpg"
        try:
            original = self._ready(relative).with_suffix(".webp")
            await self._composer.fetch(job.cover_url, original, kind="image")
            await asyncio.to_thread(_make_jpeg, original, self.path(relative))
        except (FileLost, Unshowable, OSError) as error:
            log.warning("no cover", job=job.id, why=repr(error))
            return None
        return relative

    async def input(self, job_id: str, name: str, url: str) -> Path:
        """Fetch audio that a song is made from, and name it by what it is. Raises FileRefused, OSError."""
        bare = self._ready(Path(job_id) / f"{name}.bare")
        try:
            media_type = await self._composer.fetch_reference(url, bare)
            relative = Path(job_id) / f"{name}.{ENDINGS[media_type]}"
            bare.replace(self.path(relative))
        finally:
            bare.unlink(missing_ok=True)
        return relative

    async def copied(self, file: Path, job_id: str, name: str) -> Path:
        """The same, from what another song has. Raises OSError."""
        relative = (Path(job_id) / name).with_suffix(file.suffix)
        bare = self._ready(relative).with_suffix(".bare")
        try:
            await asyncio.to_thread(shutil.copyfile, self.path(file), bare)
            bare.replace(self.path(relative))
        finally:
            bare.unlink(missing_ok=True)
        return relative

    async def takes(self, job: Job) -> tuple[Take, ...]:
        """Fetch and tag every take that can be had, and cut the jingles."""
        return tuple(await asyncio.gather(*(self._take(job, take) for take in job.takes)))

    async def jingle(self, take: Path, seconds: int) -> Path | None:
        """A take cut to length, made once and kept beside it; None when it can't be cut."""
        whole = self.path(take)
        return await self._edited(
            whole.with_suffix(".jingle.mp3"), lambda target: _cut_jingle(whole, target, seconds)
        )

    async def smaller(self, path: Path, most_bytes: int) -> Path | None:
        """The same in at most so many bytes, made once and kept beside it; None when it doesn't fit."""
        return await self._edited(
            path.with_suffix(f".{most_bytes}.mp3"), lambda target: _fit(path, target, most_bytes)
        )

    async def folders(self) -> dict[str, Folder]:
        """What lies in the archive, by job."""
        return await asyncio.to_thread(lambda: dict(_folders(self._folder)))

    async def remove(self, job_id: str) -> None:
        """Remove a job's files. What can't be removed is logged, and found again by the next scan."""
        try:
            await asyncio.to_thread(shutil.rmtree, self.path(Path(job_id)))
        except FileNotFoundError:
            return
        except OSError as error:
            log.warning("files can't be removed", job=job_id, why=repr(error))

    async def _take(self, job: Job, take: Take) -> Take:
        if take.file is not None and self.path(take.file).is_file():
            return take
        relative = Path(job.id) / f"{take.letter}.mp3"
        try:
            await self._fetch_tagged(job, take, relative)
        except (FileLost, OSError) as error:
            log.warning("a take's file is missing", job=job.id, take=take.letter, why=repr(error))
            return replace(take, file=None)
        length = take.duration_seconds or await asyncio.to_thread(_length, self.path(relative))
        return replace(take, file=relative, duration_seconds=length)

    async def _fetch_tagged(self, job: Job, take: Take, relative: Path) -> None:
        target = self._ready(relative)
        bare = target.with_suffix(".bare.mp3")
        cover = self.path(job.cover) if job.cover else None
        try:
            await self._composer.fetch(take.audio_url, bare, kind="audio")
            await asyncio.to_thread(self._tagger, bare, target, job, take, cover)
        finally:
            bare.unlink(missing_ok=True)

    async def _edited(self, target: Path, make: Callable[[Path], bool]) -> Path | None:
        async with self._editing:
            try:
                is_made = await asyncio.to_thread(lambda: target.exists() or make(target))
            except OSError as error:
                log.warning("no room to edit a take", file=str(target), why=repr(error))
                return None
        return target if is_made else None

    def _ready(self, relative: Path) -> Path:
        target = self.path(relative)
        target.parent.mkdir(parents=True, exist_ok=True)
        return target


def _make_jpeg(original: Path, target: Path) -> None:
    put(target, b"", BytesIO(jpeg_from(original, most_a_side=COVER_PIXELS)))


def _cut_jingle(whole: Path, target: Path, seconds: int) -> bool:
    from editing.decode import Unreadable  # noqa: PLC0415  # slow to import, and few songs need it
    from editing.jingle import cut_jingle  # noqa: PLC0415

    try:
        cut_jingle(whole, target, seconds)
    except Unreadable as error:
        log.warning("a take can't be cut", file=str(whole), why=repr(error))
        return False
    return True


def _fit(path: Path, target: Path, most_bytes: int) -> bool:
    from editing.decode import Unreadable  # noqa: PLC0415  # as above
    from editing.fit import TooLong, fit  # noqa: PLC0415

    try:
        fit(path, target, most_bytes)
    except (TooLong, Unreadable) as error:
        log.warning("a take doesn't fit", file=str(path), why=repr(error))
        return False
    return True


def _folders(archive: Path) -> Iterator[tuple[str, Folder]]:
    for each in archive.iterdir() if archive.is_dir() else ():
        if each.is_dir() and not each.is_symlink():
            touched_at = datetime.fromtimestamp(each.stat().st_mtime, UTC)
            size = sum(_size(file) for file in each.iterdir())
            yield each.name, Folder(size_bytes=size, touched_at=touched_at)


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except FileNotFoundError:  # one that was only there while a take was fetched
        return 0


def _length(path: Path) -> float | None:
    """Seconds, as the file itself says: v6 doesn't."""
    try:
        return duration_seconds(path)
    except NotMp3:
        return None
