"""What Busker refuses, so that the person who asked can do something about it.

::

    Refusal
      . UnknownCommand      no such command
      . BadOption           an option is missing, too long, out of range or not understood
      . OverQuota           a rule's number is used up
      . TooManyRunning      so many songs of theirs are on their way
      . Blocked             the person may not ask on this server
      . Paused              nobody may ask at the moment
      . NoRoom              the disk is full
      . Restarting          Busker is about to stop
      . NotAllowedHere      the place can't be written to, or takes no files
      . NoDirectMessages    the person can't be written to alone
      . ServerClosed        the operator doesn't serve this server
      . DirectClosed        songs can't be asked for in direct messages
      . GuestsClosed        the operator serves only people of the workspace itself
      . ChannelClosed       the server's admins have closed the channel
      . WordBanned          a word that can't be asked for here
      . NotPermitted        only certain people may do it
      . NotYours            it belongs to somebody else
      . NotFound            there is nothing by that name
      . NotPosted           the platform didn't take it; it is kept
      . OnItsWay            a song can't be deleted before it has ended

Each carries what its sentence needs as attributes; the sentences are in `locales/`, by the class's name.
"""

from datetime import datetime

from bot.quotas import Allowance, Limit

__all__ = [
    "BadOption",
    "Blocked",
    "ChannelClosed",
    "DirectClosed",
    "GuestsClosed",
    "NoDirectMessages",
    "NoRoom",
    "NotAllowedHere",
    "NotFound",
    "NotPermitted",
    "NotPosted",
    "NotYours",
    "OnItsWay",
    "OverQuota",
    "Paused",
    "Refusal",
    "Restarting",
    "ServerClosed",
    "TooManyRunning",
    "UnknownCommand",
    "WordBanned",
]


class Refusal(Exception):
    """Asked for, and not done: nothing was spent and nothing is lost."""


class UnknownCommand(Refusal):
    """No such command."""

    def __init__(self, *, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class BadOption(Refusal):
    """An option is missing, too long, out of range or not understood."""

    def __init__(
        self, *, option: str, problem: str, example: str = "", **values: str | int
    ) -> None:
        super().__init__(f"{option}: {problem}")
        self.example = example
        """The key of what could be written instead, where the sentence ends with a hint."""
        self.option = option
        self.problem = problem
        """The key of the sentence that says what is wrong: `option-<problem>`."""
        self.values = values


class OverQuota(Refusal):
    """A rule's number is used up until its window ends: `refusal-over-quota-<scope>`."""

    def __init__(self, *, limit: Limit, own: Allowance | None = None) -> None:
        super().__init__(f"{limit.scope}: {limit.rule}")
        self.limit = limit
        self.own = own
        """What the person's own rule would still leave; None without such a rule."""


class TooManyRunning(Refusal):
    """So many songs of theirs are on their way, or hold a place until the service is done with them."""

    def __init__(self, *, most: int) -> None:
        super().__init__(str(most))
        self.most = most


class Blocked(Refusal):
    """The person may not ask on this server: until then, or with None for good."""

    def __init__(self, *, until: datetime | None) -> None:
        super().__init__(str(until))
        self.until = until


class Paused(Refusal):
    """Nobody may ask, on this server or anywhere, until somebody ends it."""


class NoRoom(Refusal):
    """The disk is full, so that a song could neither be noted nor kept."""


class Restarting(Refusal):
    """Busker is about to stop; whoever comes now is asked to come again."""


class NotAllowedHere(Refusal):
    """The place can't be written to, or takes no files."""

    def __init__(self, *, missing: tuple[str, ...] = (), draft: str | None = None) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing
        """What Busker would need there, where the platform says so: `permission-<each>`."""
        self.draft = draft
        """What was asked for, kept so that it can be sent to its person directly."""


class NoDirectMessages(Refusal):
    """The person can't be written to alone, so nothing private can be made for them."""


class ServerClosed(Refusal):
    """The operator doesn't serve this server."""


class DirectClosed(Refusal):
    """Songs can be asked for on servers only."""


class GuestsClosed(Refusal):
    """Guests, and people of other organisations, can't use Busker here."""


class ChannelClosed(Refusal):
    """The server's admins want songs to be asked for in other channels."""


class WordBanned(Refusal):
    """A word that can't be asked for here. It is named to the person who wrote it, and to nobody else."""

    def __init__(self, *, word: str) -> None:
        super().__init__("a banned word")
        self.word = word


class NotPermitted(Refusal):
    """Only certain people may do it: `refusal-not-permitted-<need>`."""

    def __init__(self, *, need: str) -> None:
        super().__init__(need)
        self.need = need


class NotYours(Refusal):
    """It belongs to somebody else."""


class NotFound(Refusal):
    """There is nothing by that name."""

    def __init__(self, *, what: str, name: str = "") -> None:
        super().__init__(f"{what}: {name}")
        self.what = what
        """The key of the sentence that says what was looked for: `nothing-<what>`."""
        self.name = name


class OnItsWay(Refusal):
    """A song can't be deleted before it has ended."""


class NotPosted(Refusal):
    """The platform didn't take it. It is kept, and can be wanted again."""
