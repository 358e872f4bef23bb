"""What Busker refuses, so that the person who asked can do something about it.

::

    Refusal
      . UnknownCommand      no such command
      . BadOption           an option is missing, too long, out of range or not understood
      . OverQuota           the rule's number is used up
      . NotAllowedHere      the place can't be written to, or takes no files
      . NotYours            it belongs to somebody else
      . NotFound            there is nothing by that name

Each carries what its sentence needs as attributes; the sentences are in `locales/`, by the class's name.
"""

from datetime import datetime

from bot.quotas import Rule

__all__ = [
    "BadOption",
    "NotAllowedHere",
    "NotFound",
    "NotYours",
    "OverQuota",
    "Refusal",
    "UnknownCommand",
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

    def __init__(self, *, option: str, problem: str, **values: str | int) -> None:
        super().__init__(f"{option}: {problem}")
        self.option = option
        self.problem = problem
        """The key of the sentence that says what is wrong: `option-<problem>`."""
        self.values = values


class OverQuota(Refusal):
    """The rule's number is used up until the window ends."""

    def __init__(self, *, rule: Rule, resets_at: datetime) -> None:
        super().__init__(str(rule))
        self.rule = rule
        self.resets_at = resets_at


class NotAllowedHere(Refusal):
    """The place can't be written to, or takes no files."""


class NotYours(Refusal):
    """It belongs to somebody else."""


class NotFound(Refusal):
    """There is nothing by that name."""

    def __init__(self, *, what: str, name: str = "") -> None:
        super().__init__(f"{what}: {name}")
        self.what = what
        """The key of the sentence that says what was looked for: `nothing-<what>`."""
        self.name = name
