"""A job as the chunks of its stream."""

from houseband.server import v6, v7
from houseband.server.job import Job
from houseband.server.links import Links

__all__ = ["chunks_of"]


def chunks_of(job: Job, links: Links) -> list[dict[str, object]]:
    """Return every chunk so far. What happens later only adds to them, so they can be told again."""
    told = v7.told(job, links) if job.call.version == "v7" else v6.told(job, links)
    return [{**chunk, "chunkIndex": index} for index, chunk in enumerate(told)]
