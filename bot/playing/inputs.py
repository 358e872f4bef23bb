"""Audio that people attached to a command: kept with its song, since its own address soon dies.

::

    the platform's address, as long as it answers | a copy that an earlier song has kept
        -> a file with the job -> put beside its card -> a fresh address when the song has its turn

The row keeps the address as it was given; only the call gets the fresh one.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.jobs import Ask, Job
from bot.links import Links
from bot.playing.archive import Archive
from bot.ports import Chat, Composer
from bot.stores import Upload, Uploads, address_of
from soundverse.errors import FileRefused

__all__ = ["InputGone", "InputLink", "Inputs", "inputs_linked_by", "no_input_link"]

log = structlog.get_logger()

InputLink = Callable[[Upload], str | None]
"""An address of ours where an upload can be fetched; None without a public address."""

NAMES = {
    "reference_url": "reference",
    "instrumental_url": "backing",
    "vocal_url": "vocals",
    "melody_url": "melody",
    "source_url": "source",
}
"""What a file is called, by the field of the ask: never as its person called it."""

BAD = frozenset({"too-large", "not-audio"})
"""Reasons that an earlier copy doesn't mend."""


class InputGone(Exception):
    """The platform doesn't give the file any more, and nobody has kept it."""


def inputs_linked_by(links: Links) -> InputLink:
    """Under our own signed links."""
    return lambda upload: links.url_for_upload(upload.job_id, upload.file.name)


def no_input_link(upload: Upload) -> str | None:  # noqa: ARG001  # what `InputLink` asks for
    """For whoever has no public address."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What songs are made from, besides words."""

    uploads: Uploads
    chat: Chat
    composer: Composer
    archive: Archive
    link_for: InputLink = no_input_link

    async def keep(self, job: Job) -> None:
        """Fetch what was attached, and put it beside the song's card. Safe to repeat.

        Raises InputGone, FileRefused, OSError.
        """
        wanted = self._wanted(job)
        if not wanted:
            return
        there = await self._there(job)
        for address, field in wanted.items():
            if address not in there:
                there[address] = await self._kept(job, address, field)
        await self._attach(job, there.values())

    async def usable(self, job: Job) -> Ask:
        """The ask with addresses that answer now. Raises InputGone, FileRefused."""
        there = await self._there(job) if self._wanted(job) else {}
        usable: dict[str, Any] = {}
        for field, url in _given(job.ask):
            if self.chat.expires(job.place, url):
                usable[field] = await self._answering(job, url, there.get(address_of(url)))
            else:
                await self.composer.check_reference(url)
        return replace(job.ask, **usable)

    def _wanted(self, job: Job) -> Mapping[str, str]:
        """The field of each address that has to be kept: one, if it was given twice."""
        given = reversed(list(_given(job.ask)))
        return {address_of(url): field for field, url in given if self.chat.expires(job.place, url)}

    async def _there(self, job: Job) -> dict[str, Upload]:
        uploads = await self.uploads.uploads(job.id)
        return {each.address: each for each in uploads if self.archive.path(each.file).is_file()}

    async def _kept(self, job: Job, address: str, field: str) -> Upload:
        """The file first: no row names what isn't there."""
        try:
            file = await self.archive.input(job.id, NAMES[field], getattr(job.ask, field))
        except FileRefused as refused:
            if refused.reason in BAD:
                raise
            earlier = await self._earlier(job, address)
            file = await self.archive.copied(earlier.file, job.id, NAMES[field])
        upload = Upload(job_id=job.id, address=address, file=file)
        await self.uploads.note_upload(upload)
        return upload

    async def _earlier(self, job: Job, address: str) -> Upload:
        for upload in await self.uploads.uploads_at(address, job.person):
            if self.archive.path(upload.file).is_file():
                return upload
        raise InputGone

    async def _attach(self, job: Job, uploads: Iterable[Upload]) -> None:
        """Never fails a song: what can't be put there may have an address of ours."""
        try:
            await self.chat.attach(job.place, [self.archive.path(each.file) for each in uploads])
        except Exception:
            log.exception("attached audio can't be put beside a card", job=job.id)

    async def _answering(self, job: Job, url: str, upload: Upload | None) -> str:
        async for address in self._addresses(job, url, upload):
            with suppress(FileRefused):
                await self.composer.check_reference(address)
                return address
        raise InputGone

    async def _addresses(self, job: Job, url: str, upload: Upload | None) -> AsyncIterator[str]:
        if upload is not None:
            fresh = await self._link(job, upload)
            if fresh is None:  # somebody has deleted it, or it never got there
                await self._attach(job, [upload])
                fresh = await self._link(job, upload)
            if fresh is not None:
                yield fresh
            if ours := self.link_for(upload):
                yield ours
        yield url

    async def _link(self, job: Job, upload: Upload) -> str | None:
        try:
            return await self.chat.link(job.place, upload.file.name)
        except Exception:
            log.exception("a platform gives no link", place=job.place.channel)
            return None


def _given(ask: Ask) -> Iterator[tuple[str, str]]:
    """Field and address of each."""
    for field in NAMES:
        is_take = field == "source_url" and ask.source_job is not None  # the service keeps those
        if (url := getattr(ask, field)) and not is_take:
            yield field, url
