"""Companies that play without anybody else: a string quartet, a jazz trio, a duet of flute and harp."""

import re
from typing import Final

from houseband.genre_words import SAYINGS
from houseband.instruments import INSTRUMENTS
from houseband.vocabulary import Finder, folded, songbook

__all__ = ["ensemble_in"]


def ensemble_in(plain: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Find who plays together in a folded prompt, with those who are `named`; empty where it has no ensemble.

    "Pop with a string quartet" wants one beside the others, and "my trio" doesn't say who it is.
    """
    for match in _FINDER.found_in(plain):
        members = _MEMBERS.get(match[0])
        if members and not _BESIDE.search(plain, 0, match.start()):
            played = {
                role for name in named if name in INSTRUMENTS for role in INSTRUMENTS[name].roles
            }
            unnamed = (member for member in members if member not in played)
            return tuple(dict.fromkeys((*unnamed, *named)))
    return named if len(named) > 1 and _TOGETHER.search(plain) else ()


_MEMBERS: Final = {
    folded(word.strip()): tuple(facts["players"])
    for facts in songbook("instruments")["ensembles"].values()
    for word in facts["words"].split(",")
}
_FINDER: Final = Finder(_MEMBERS.keys() | SAYINGS)
_BESIDE: Final = re.compile(
    r"\b(?:and|with|plus|over|featuring|feat|und|mit|et|avec|y|con|e|com)\.?\s+"
    r"(?:(?:an?|the|some|eine[mr]?|une?|um|uma|live|real|lush|big|small)\s+)*$"
)
_TOGETHER: Final = re.compile(
    r"(?<!\w)(?:duos?|duets?|duett|trio|quartett?|quartet|quintett?|quintet|cuarteto|quarteto|quatuor)(?!\w)"
)
