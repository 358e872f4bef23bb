"""Why something from the outside was not taken.

::

    GuardError
      x Forbidden               it may not be asked at all
          . MalformedUrl        no URL that could be asked
          . NotHttps            plain http, or another scheme
          . HostNotAllowed      the host, or its port, isn't on the list
          . AddressNotPublic    the name leads to a private address
          . TooManyRedirects    it sent us on and on
      x Unreachable             it was asked, and nothing usable came
          . NotThere            the server says there is no such file, or not for us
          . ServerTrouble       the server has a problem of its own
          . LineBroken          no such name, no connection, or cut in the middle
          . TooSlow             not finished within the time limit
      x Unsuitable              it came, and isn't what was wanted
          . TooLarge            more bytes than allowed
          . WrongContent        not a whole audio file, or not a picture

The message is for the log: it names the host at most, since a URL may carry a signature.
"""

__all__ = [
    "AddressNotPublic",
    "Forbidden",
    "GuardError",
    "HostNotAllowed",
    "LineBroken",
    "MalformedUrl",
    "NotHttps",
    "NotThere",
    "ServerTrouble",
    "TooLarge",
    "TooManyRedirects",
    "TooSlow",
    "Unreachable",
    "Unsuitable",
    "WrongContent",
]


class GuardError(Exception):
    """Something from the outside was not taken."""


class Forbidden(GuardError):
    """It may not be asked at all."""


class MalformedUrl(Forbidden):
    """No URL that could be asked."""


class NotHttps(Forbidden):
    """Plain http, or another scheme."""


class HostNotAllowed(Forbidden):
    """The host, or its port, isn't on the list."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.host = host


class AddressNotPublic(Forbidden):
    """The name leads to an address inside somebody's network."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.host = host


class TooManyRedirects(Forbidden):
    """It sent us on and on."""


class Unreachable(GuardError):
    """It was asked, and nothing usable came."""


class NotThere(Unreachable):
    """The server says there is no such file, or not for us."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status


class ServerTrouble(Unreachable):
    """The server has a problem of its own."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status


class LineBroken(Unreachable):
    """No such name, no connection, or cut in the middle."""


class TooSlow(Unreachable):
    """Not finished within the time limit."""


class Unsuitable(GuardError):
    """It came, and isn't what was wanted."""


class TooLarge(Unsuitable):
    """More bytes than allowed; `size` is None when the server didn't say how many."""

    def __init__(self, *, most_bytes: int, size: int | None = None) -> None:
        super().__init__(f"more than {most_bytes} bytes")
        self.most_bytes = most_bytes
        self.size = size


class WrongContent(Unsuitable):
    """Not a whole audio file, or not a picture; `wanted` says which it should have been."""

    def __init__(self, *, wanted: str) -> None:
        super().__init__(f"not {wanted}")
        self.wanted = wanted
