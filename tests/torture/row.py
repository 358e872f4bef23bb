"""What a torture comes to: a line of the table."""

from dataclasses import dataclass

__all__ = ["Row"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that was tried."""

    tried: str
    times: int
    unit: str = ""
    """Of `times`: kills, songs, cuts."""
    found: tuple[str, ...] = ()
    """What wasn't as promised, a sentence each; none when all was."""
    measured: str = ""
    """What is worth knowing besides."""
