"""Our own links to takes in the archive: signed, good for some days, and good for nothing else."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import quote

from bot.ports import Clock

__all__ = ["UPLOAD", "Linked", "Links"]

GOOD_FOR = timedelta(days=7)

UPLOAD = 0
"""The version of what is no take, but what the song was made from."""


class Linked(NamedTuple):
    """The take, or the upload, that a link leads to."""

    job_id: str
    version: int


class Links:
    """`base_url` is the address at which people reach this Busker; `secret` signs."""

    def __init__(self, base_url: str, secret: bytes, clock: Clock) -> None:
        self._base_url = base_url.rstrip("/")
        self._secret = secret
        self._clock = clock

    def url_for(self, job_id: str, version: int, filename: str) -> str:
        """Where that take can be fetched under that name, by whoever has the link."""
        until = int((self._clock.now() + GOOD_FOR).timestamp())
        facts = f"{job_id}.{version}.{until}"
        token = f"{facts}.{self._signature(facts, filename)}"
        return f"{self._base_url}/files/{token}/{quote(filename, safe='')}"

    def url_for_upload(self, job_id: str, filename: str) -> str:
        """The same for audio that the song was made from, by its name in the archive."""
        return self.url_for(job_id, UPLOAD, filename)

    def opened(self, token: str, filename: str) -> Linked | None:
        """What the link leads to; None unless it is one of ours, unchanged, and still good."""
        facts, _, signature = token.rpartition(".")
        expected = self._signature(facts, filename)
        given = signature.encode("utf-8", "surrogatepass")  # whatever came with the request
        if not hmac.compare_digest(given, expected.encode()):
            return None
        job_id, version, until = facts.split(".")
        if int(until) < self._clock.now().timestamp():
            return None
        return Linked(job_id, int(version))

    def _signature(self, facts: str, filename: str) -> str:
        text = f"{facts}/{filename}".encode("utf-8", "surrogatepass")
        digest = hmac.digest(self._secret, text, hashlib.sha256)
        return urlsafe_b64encode(digest).rstrip(b"=").decode()
