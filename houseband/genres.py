"""The genres the band plays: what tells them apart, as data. They stand in `songbook/genres.toml`."""

from dataclasses import dataclass
from typing import Any, Final

from houseband.score import TICKS_PER_BEAT
from houseband.vocabulary import songbook

__all__ = ["GENRES", "Genre"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Genre:
    """What makes a genre itself. In its lists the order doesn't matter: each take plays another entry."""

    name: str
    words: dict[str, int]
    """What in a prompt speaks for it, and how strongly."""
    tempo: tuple[int, int]
    """Beats a minute, from its slow to its fast side."""
    minor_share: float
    """How often it is in minor when the mood doesn't say, 0 to 1."""
    modes: tuple[str, str] = ("major", "minor")
    """Its way of being major, and of being minor."""
    swing: int = 50
    """Percent of a pair of notes that the first one takes: 50 is straight, 67 is triplets."""
    swung: str = "eighths"
    """Which notes swing: `eighths` or `sixteenths`."""
    major: tuple[str, ...]
    """Progressions for its major mode: bars of roman numerals, a comma splits a bar."""
    minor: tuple[str, ...]
    grooves: tuple[str, ...]
    bass: tuple[str, ...]
    comps: tuple[str, ...]
    arps: tuple[str, ...]
    kits: tuple[str, ...]
    band: dict[str, tuple[str, ...]]
    """For each role what may play it; a role that isn't named isn't filled."""
    energy: float
    """How loud and dense it is by nature, 0 to 1."""
    syncopation: float
    """How readily the melody leaves the beat, 0 to 1."""
    room: str
    family: str = "band"
    """How its songs are built: an entry of `songbook/families.toml`."""
    modulates: float = 0.0
    """How often its last chorus is a step higher, 0 to 1."""
    ducked: float = 0.0
    """How far the kick pushes everything else down, 0 to 1."""
    titles: tuple[str, ...]
    """Names for songs whose prompt tells no story."""

    @property
    def players(self) -> frozenset[str]:
        """All instruments that it likes, whatever for."""
        return frozenset(name for names in self.band.values() for name in names)

    @property
    def swung_pair(self) -> int:
        """Ticks in a pair of the notes that swing."""
        return TICKS_PER_BEAT if self.swung == "eighths" else TICKS_PER_BEAT // 2

    @property
    def is_jazzy(self) -> bool:
        """Whether most of its progressions have sevenths or ninths."""
        return sum("7" in bars or "9" in bars for bars in self.major) > len(self.major) // 2


def _genre(name: str, facts: dict[str, Any]) -> Genre:
    """Turn the file's lists into tuples, and its words into weights."""
    entries = (
        entry.strip().rpartition(" ") for entry in facts["words"].replace("\n", " ").split(",")
    )
    lists = {key: tuple(value) for key, value in facts.items() if isinstance(value, list)}
    return Genre(
        **{
            **facts,
            **lists,
            "name": name,
            "words": {word: int(weight) for word, _, weight in entries},
            "band": {role: tuple(players) for role, players in facts["band"].items()},
        }
    )


GENRES: Final = {name: _genre(name, facts) for name, facts in songbook("genres").items()}
