"""Families of genres: how their songs are built, from `songbook/families.toml`, where all of it is told."""

from dataclasses import dataclass
from typing import Any, Final

from houseband.vocabulary import songbook

__all__ = ["FAMILIES", "Family"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """What songs of several genres have in common."""

    contrast: float
    """How far loud and hushed sections lie apart; 1 is as far as in `ENERGY`."""
    loose: float
    """How freely people are on the beat: 1 is as in `feel`, 0 is machines."""
    late: int
    """Ticks by which the backbeat drags."""
    crashes: bool
    """Whether cymbals and swells tell that something new begins."""
    impacts: bool
    """Whether a loud section begins with a blow."""
    spice: float
    """How often a progression that comes round gets a chord from elsewhere, 0 to 1."""
    pickups: float
    """How often a phrase begins before its bar, 0 to 1."""
    stops: tuple[str, ...]
    """The ways of making room before a chorus, for `parts/stops`."""
    takes: tuple[dict[str, str], ...]
    """For each take, who plays in each kind of section."""

    def layers(self, take: int, kind: str, *, again: bool, last: bool) -> dict[str, bool]:
        """Return who plays in a section, and whether only half as busily.

        `again` is for one whose kind has been there before, `last` for the last chorus of several.
        """
        table = self.takes[(take - 1) % len(self.takes)]
        keys = [f"{kind} last"] * last + [f"{kind} again"] * again + [kind]
        words = next(table[key] for key in keys if key in table).split()
        return {word.rstrip("."): word.endswith(".") for word in words}


def _family(facts: dict[str, Any]) -> Family:
    return Family(**{**facts, "stops": tuple(facts["stops"]), "takes": tuple(facts["takes"])})


FAMILIES: Final = {name: _family(facts) for name, facts in songbook("families").items()}
