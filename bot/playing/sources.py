"""Where the service can fetch a take that it no longer keeps itself: the copy that we have."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot.jobs import Ask, Job, Take
from bot.models import Place
from bot.playing.parcel import Link, filename_of
from bot.ports import Chat
from bot.stores import Jobs, Library

__all__ = ["Sources"]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Takes that were posted, or that lie in the archive."""

    jobs: Jobs
    library: Library
    chat: Chat
    link_for: Link

    async def addresses(self, ask: Ask) -> Sequence[str]:
        """Where the source of an extension may be: what the platforms give, then an address of ours."""
        job = await self.jobs.get(ask.source_job) if ask.source_job else None
        take = job.take(ask.source_version) if job and ask.source_version else None
        if job is None or take is None:
            return ()
        ours = self.link_for(job, take) if take.file else None
        return [*await self._posted(job, take), *([ours] if ours else [])]

    async def _posted(self, job: Job, take: Take) -> Sequence[str]:
        if job.ask.jingle_seconds is not None:  # what was posted is only the beginning
            return ()
        places = await self.library.messages(job)
        found = [await self._link(place, filename_of(job, take)) for place in places]
        return [url for url in found if url]

    async def _link(self, place: Place, filename: str) -> str | None:
        try:
            return await self.chat.link(place, filename)
        except Exception:
            log.exception("a platform gives no link", place=place.channel)
            return None
