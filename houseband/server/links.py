"""The band's own addresses: of files and previews, made for whatever host name a client called."""

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from houseband.order import TakeNumber
from houseband.server.job import COVER, Job, Source

__all__ = ["Links", "source_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Absolute addresses below `base`, such as `http://127.0.0.1:8791`."""

    base: str

    def file(self, job: Job, name: str) -> str:
        """Return where a file of the job can be fetched, without a key."""
        return f"{self.base}/files/{job.job_id}/{quote(name)}"

    def preview(self, job: Job, version: TakeNumber) -> str:
        """Return where a take can be heard as soon as it is there, without a key."""
        return f"{self.base}/previews/{job.job_id}/{version}"

    def cover(self, job: Job) -> str | None:
        """Return where the cover lies or will lie. None before the title is known, and once it is lost."""
        expected = job.validated is not None and job.has_cover is not False
        return self.file(job, COVER) if expected else None


def source_in(url: str) -> Source | None:
    """Return the take an address of ours means, by its path alone; whether it exists is another question."""
    match urlsplit(url).path.split("/"):
        case ["", "files", job_id, name]:
            return Source(job_id=job_id, name=unquote(name))
    return None
