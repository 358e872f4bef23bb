"""What can go wrong with Soundverse.

::

    SoundverseError
      x Refused                 the service said no to this request
          . BadCall             a field is missing, too long or out of range
          . Declined            the content filter said no
          . FileRefused         an audio input can't be used
          . KeyRejected         the key is wrong, revoked or belongs to the other host
          . OutOfCredit         the account has no credit left
      . Busy                    too many requests; `retry_after` says when
      . Unavailable             the service has a problem of its own
      . ConnectionLost          the line broke and the outcome is unknown
      . Overdue                 nothing arrived before the deadline
      . TakeFailed              it was accepted, and no take came out
      . FileLost                a finished file can't be fetched, or isn't what it should be
      . Misshapen               an answer that can't be understood

Each says what it means for money (`charged`), whether the same request may be sent once more (`resend`), and
whether other songs would meet the same (`stops_others`); nobody decides from a message's text outside
`error_for`. `detail` is the service's own words, without keys: for the log, never for people.
"""

import re
from enum import StrEnum
from typing import Literal

from soundverse.complaints import Complaint, complaint_in

__all__ = [
    "OK",
    "BadCall",
    "Busy",
    "Charged",
    "ConnectionLost",
    "Declined",
    "Fault",
    "FileLost",
    "FileReason",
    "FileRefused",
    "KeyRejected",
    "Misshapen",
    "OutOfCredit",
    "Overdue",
    "Refused",
    "SoundverseError",
    "TakeFailed",
    "Unavailable",
    "error_for",
    "redacted",
]

OK = 200
"""The status of a refusal that came inside an answer that was none by itself."""

Fault = Literal["missing", "too-long", "out-of-range", "not-https"]
FileReason = Literal["not-https", "not-public", "unreachable", "too-large", "not-audio"]

_KEY = re.compile(r"sksoundverse_[A-Za-z0-9_-]+|(?<=[Bb]earer )\S+")
_MOST_DETAIL = 500


def redacted(text: str) -> str:
    """The text without anything that looks like a key, and not without end."""
    return _KEY.sub("[key]", text)[:_MOST_DETAIL]


class Charged(StrEnum):
    """Whether the service billed a request: it does so at `validated`."""

    NO = "no"
    MAYBE = "maybe"
    YES = "yes"


class SoundverseError(Exception):
    """Anything that Soundverse, or the way to it, did not do as asked."""

    charged: Charged = Charged.MAYBE
    """What this kind of error says by itself; a `validated` that came before outranks it."""
    resend: bool = False
    """True only where the request is known not to have been accepted and may be accepted later."""
    stops_others: bool = False
    """True where any other song would meet the same: limits, keys and credit belong to the account."""

    def __init__(self, detail: str = "", *, retry_after: float | None = None) -> None:
        self.detail = redacted(detail)
        super().__init__(self.detail or type(self).__name__)
        self.retry_after = retry_after
        """Seconds the service asked us to wait, if it said so."""


class Refused(SoundverseError):
    """The service said no to this request, before any work."""

    charged = Charged.NO


class BadCall(Refused):
    """A field is missing, too long or out of range."""

    def __init__(
        self, detail: str = "", *, field: str | None = None, fault: Fault | None = None
    ) -> None:
        super().__init__(detail)
        self.field = field
        """The request's field that is wrong, if known: one of those in `calls`."""
        self.fault = fault
        """What is wrong with it, if known."""


class Declined(Refused):
    """The content filter said no to the prompt or the lyrics."""


class FileRefused(Refused):
    """An audio input is too large, can't be fetched or can't be read."""

    def __init__(
        self,
        detail: str = "",
        *,
        retry_after: float | None = None,
        reason: FileReason | None = None,
    ) -> None:
        super().__init__(detail, retry_after=retry_after)
        self.reason = reason
        """What is wrong with it, if we looked ourselves."""


class KeyRejected(Refused):
    """The key is wrong, revoked, or belongs to the other host."""

    resend = True
    stops_others = True

    def __init__(self, detail: str = "", *, other_host: str | None = None) -> None:
        super().__init__(detail)
        self.other_host = other_host
        """The service's other host, when the refusal looks as if the key might belong there."""


class OutOfCredit(Refused):
    """The account has no credit left."""

    resend = True
    stops_others = True


class Busy(SoundverseError):
    """Too many requests for this account."""

    charged = Charged.NO
    resend = True
    stops_others = True


class Unavailable(SoundverseError):
    """The service has a problem of its own. It may have accepted the request before that showed."""


class ConnectionLost(SoundverseError):
    """The line broke and the outcome is unknown, unless it is `never_sent`: then no byte left us."""

    def __init__(self, detail: str = "", *, never_sent: bool = False) -> None:
        super().__init__(detail)
        self.never_sent = never_sent
        if never_sent:
            self.charged = Charged.NO
            self.resend = True
            self.stops_others = True


class Overdue(SoundverseError):
    """Nothing usable arrived before the deadline."""


class TakeFailed(SoundverseError):
    """The request was accepted, and no take came out of it."""


class FileLost(SoundverseError):
    """A finished file can't be fetched, or isn't what it should be; `__cause__` says which."""

    charged = Charged.YES


class Misshapen(SoundverseError):
    """An answer that can't be understood."""


def error_for(
    status: int, body: object, *, host: str = "", retry_after: float | None = None
) -> SoundverseError:
    """What an answer that isn't a song means; nobody else looks at a status code or at a message.

    A code that is decisive comes first, then the known beginnings of messages, then what is left of the code.
    `body` is parsed JSON or plain text; `host` is who answered; `retry_after` is in seconds.
    """
    complaint = complaint_in(body)
    kind = _DECISIVE.get(status) or _kind_of(complaint) or _kind_by_rest_of(status)
    if kind is BadCall:
        return BadCall(complaint.detail, field=_field_in(complaint))
    if kind is KeyRejected:
        other_host = _OTHER_HOSTS.get(host.lower()) if status == _FORBIDDEN else None
        return KeyRejected(complaint.detail, other_host=other_host)
    return kind(complaint.detail, retry_after=retry_after)


_FORBIDDEN = 403
_DECISIVE: dict[int, type[SoundverseError]] = {
    401: KeyRejected,
    402: OutOfCredit,
    413: FileRefused,
    429: Busy,
    503: Unavailable,
}
_OTHERWISE: dict[int, type[SoundverseError]] = {
    _FORBIDDEN: KeyRejected,
    404: Unavailable,  # no such route: the host is another one, or being changed
    405: Unavailable,
    410: Unavailable,
}
# How messages begin, in lower case. Their ends differ from page to page.
_BEGINNINGS: dict[str, type[SoundverseError]] = {
    "rate limit": Busy,
    "too many requests": Busy,
    "insufficient balance": OutOfCredit,
    "insufficient credit": OutOfCredit,
    "nsfw words detected": Declined,
    "artist name detected": Declined,
    "invalid or empty prompt": BadCall,
    "prompt exceeds maximum length": BadCall,
    "either prompt or at least one": BadCall,
    "reference audio file error": FileRefused,
    "service temporarily unavailable": Unavailable,
    "invalid or revoked api key": KeyRejected,
    "invalid api key": KeyRejected,
}
_OTHER_HOSTS = {
    "api.soundverse.ai": "apiv2.soundverse.ai",
    "apiv2.soundverse.ai": "api.soundverse.ai",
}
_FIELDS = {"extend_at": "extend_at_ms"}


def _kind_of(complaint: Complaint) -> type[SoundverseError] | None:
    for text in complaint.texts:
        words = text.lower().replace("_", " ")
        for beginning, kind in _BEGINNINGS.items():
            if words.startswith(beginning):
                return kind
    return None


def _kind_by_rest_of(status: int) -> type[SoundverseError]:
    if kind := _OTHERWISE.get(status):
        return kind
    by_hundreds = {2: TakeFailed, 4: BadCall, 5: Unavailable}
    return by_hundreds.get(status // 100, Misshapen)


def _field_in(complaint: Complaint) -> str | None:
    if complaint.field:
        return _FIELDS.get(complaint.field, complaint.field)
    return "prompt" if any("prompt" in text.lower() for text in complaint.texts) else None
