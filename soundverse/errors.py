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
      . Misshapen               an answer that can't be understood

Each says what it means for money (`charged`) and whether the same request may be sent once more (`resend`);
nobody decides from a message's text outside `error_for`. `detail` is the service's own words: for the log,
never for people.
"""

from enum import StrEnum
from typing import ClassVar

__all__ = [
    "BadCall",
    "Busy",
    "Charged",
    "ConnectionLost",
    "Declined",
    "FileRefused",
    "KeyRejected",
    "Misshapen",
    "OutOfCredit",
    "Overdue",
    "Refused",
    "SoundverseError",
    "TakeFailed",
    "Unavailable",
]


class Charged(StrEnum):
    """Whether the service billed a request: it does so at `validated`."""

    NO = "no"
    MAYBE = "maybe"
    YES = "yes"


class SoundverseError(Exception):
    """Anything that Soundverse, or the way to it, did not do as asked."""

    charged: ClassVar[Charged] = Charged.MAYBE
    """What this kind of error says by itself; a `validated` that came before outranks it."""
    resend: ClassVar[bool] = False
    """True only where the request is known not to have been accepted and may be accepted later."""

    def __init__(self, detail: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(detail or type(self).__name__)
        self.detail = detail
        self.retry_after = retry_after
        """Seconds the service asked us to wait, if it said so."""


class Refused(SoundverseError):
    """The service said no to this request, before any work."""

    charged = Charged.NO


class BadCall(Refused):
    """A field is missing, too long or out of range."""

    def __init__(self, detail: str = "", *, field: str | None = None) -> None:
        super().__init__(detail)
        self.field = field
        """The request's field that is wrong, if known: one of those in `calls`."""


class Declined(Refused):
    """The content filter said no to the prompt or the lyrics."""


class FileRefused(Refused):
    """An audio input is too large, can't be fetched or can't be read."""


class KeyRejected(Refused):
    """The key is wrong, revoked, or belongs to the other host."""

    resend = True


class OutOfCredit(Refused):
    """The account has no credit left."""

    resend = True


class Busy(SoundverseError):
    """Too many requests for this account; nothing was accepted."""

    charged = Charged.NO
    resend = True


class Unavailable(SoundverseError):
    """The service has a problem of its own. It may have accepted the request before that showed."""


class ConnectionLost(SoundverseError):
    """The line broke and the outcome is unknown. `never_sent` is True when no byte left us."""

    def __init__(self, detail: str = "", *, never_sent: bool = False) -> None:
        super().__init__(detail)
        self.never_sent = never_sent


class Overdue(SoundverseError):
    """Nothing usable arrived before the deadline."""


class TakeFailed(SoundverseError):
    """The request was accepted, and no take came out of it."""


class Misshapen(SoundverseError):
    """An answer that can't be understood."""
