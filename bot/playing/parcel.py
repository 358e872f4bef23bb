"""Takes made ready for one place: cut if they are jingles, made smaller if they are too large."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.jobs import Job, Take
from bot.links import Links
from bot.models import Audio
from bot.playing.archive import Archive
from bot.words import words_for

__all__ = ["Link", "Parcel", "Parcels", "filename_for", "filename_of", "linked_by", "no_link"]

Link = Callable[[Job, Take], str | None]
"""An address of ours where a take can be fetched; None without a public address."""

LONGEST_NAME_BYTES = 180
"""File systems take 255 bytes, and ` (2) - A.mp3.part` has to fit behind."""


def linked_by(links: Links) -> Link:
    """Under our own signed links."""
    return lambda job, take: links.url_for(job.id, take.version, filename_of(job, take))


def no_link(job: Job, take: Take) -> str | None:  # noqa: ARG001  # what `Link` asks for
    """For whoever has no public address."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What can be posted, and what is to be said of the rest."""

    takes: tuple[Audio, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences with links to takes that are too large."""
    failure: str | None = None
    """What else is wrong, as `failure-<this>` says it."""
    cover: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcels:
    """Packs takes that lie in the archive. What is made of them stays there."""

    archive: Archive
    link_for: Link = no_link

    async def packed(self, job: Job, takes: Sequence[Take], most_bytes: int | None) -> Parcel:
        """Those of the takes that have files, each in at most so many bytes."""
        parcel = Parcel(cover=self.archive.path(job.cover) if job.cover else None)
        for take in takes:
            if take.file is not None:
                parcel = await self._with_take(parcel, job, take, take.file, most_bytes)
        return parcel

    async def _with_take(
        self, parcel: Parcel, job: Job, take: Take, file: Path, most_bytes: int | None
    ) -> Parcel:
        audio = await self._cut(job, take, file)
        if job.ask.jingle_seconds and audio.path == self.archive.path(file):
            parcel = replace(parcel, failure="uncut")
        if fitting := await self._fitting(audio, most_bytes):
            return replace(parcel, takes=(*parcel.takes, fitting))
        if url := self.link_for(job, take):
            words = words_for(job.person.locale)
            note = words.say("take-linked", letter=take.letter, url=url)
            failure = parcel.failure or "linked"
            return replace(parcel, notes=(*parcel.notes, note), failure=failure)
        return replace(parcel, failure="too-large")

    async def _cut(self, job: Job, take: Take, file: Path) -> Audio:
        """The take as it is to be heard; whole, too, where a jingle can't be cut."""
        whole = Audio(
            version=take.version,
            path=self.archive.path(file),
            filename=filename_of(job, take),
            duration_seconds=take.duration_seconds,
        )
        seconds = job.ask.jingle_seconds
        jingle = await self.archive.jingle(file, seconds) if seconds else None
        if seconds is None or jingle is None:
            return whole
        lasts = min(float(seconds), take.duration_seconds or seconds)
        return replace(whole, path=jingle, duration_seconds=lasts)

    async def _fitting(self, audio: Audio, most_bytes: int | None) -> Audio | None:
        if most_bytes is None or audio.path.stat().st_size <= most_bytes:
            return audio
        smaller = await self.archive.smaller(audio.path, most_bytes)
        return replace(audio, path=smaller) if smaller else None


def filename_of(job: Job, take: Take) -> str:
    """What a take is called wherever it is posted."""
    return f"{filename_for(job.title or '')} - {take.letter}.mp3"


def filename_for(title: str) -> str:
    """The title without what file systems and platforms can't bear."""
    composed = unicodedata.normalize("NFC", title)
    kept = "".join(each for each in composed if each.isprintable())
    plain = re.sub(r'[<>:"/\\|?*]+', " ", kept)
    short = re.sub(r"\s+", " ", plain).encode()[:LONGEST_NAME_BYTES].decode("utf-8", "ignore")
    return short.strip(" .") or "Song"
