"""What `make torture` consists of: parts, each a process of its own with a time after which it has failed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["PARTS", "Part", "parts_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A function of a module here: `(dice, share)`, plain or async, that returns a row or several."""

    torture: str
    """The module's name."""
    function: str
    minutes: float
    """At most; about three times what it takes on two cores that have nothing else to do."""

    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.torture}.{self.function}"


ONE_HEAP = {"PYTHONMALLOC": "malloc", "MALLOC_ARENA_MAX": "1"}
"""All memory from one heap of the C library, which gives back what is free when it is told to: so what a
process holds is what it uses. With a heap a thread it goes up and down by some MiB."""

PARTS = tuple(
    Part(
        torture=torture,
        function=function,
        minutes=minutes,
        environment=ONE_HEAP if torture == "soak" else {},
    )
    for torture, function, minutes in (
        ("kill", "on_discord", 20),
        ("kill", "on_slack", 20),
        ("soak", "one_after_another", 20),
        ("band", "with_band", 15),
        ("steps", "on_slack", 12),
        ("steps", "on_discord", 12),
        ("steps", "in_terminal", 8),
        ("stop", "on_discord", 12),
        ("stop", "on_slack", 12),
        ("damage", "of_database", 8),
        ("platform", "on_discord", 10),
        ("platform", "on_slack", 10),
        ("terminal", "in_terminal", 8),
        ("cut", "at_frames", 8),
        ("full", "at_steps", 4),
        ("full", "while_asked", 4),
        ("soak", "at_once", 3),
        ("soak", "fairly", 3),
    )
)
"""The longest first, since they run beside each other."""


def parts_for(names: Sequence[str]) -> list[Part]:
    """All, or those that are named: `kill`, `kill.on_slack`. Raises LookupError with what isn't there."""
    known = {part.torture for part in PARTS} | {part.name for part in PARTS}
    if unknown := set(names) - known:
        raise LookupError(", ".join(sorted(unknown)))
    return [part for part in PARTS if not names or {part.torture, part.name} & {*names}]
