"""Making room: who falls silent before a chorus, so that it comes with more than it would have."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from houseband.families import FAMILIES
from houseband.genres import GENRES
from houseband.instruments import KIT
from houseband.parts.scene import Scene
from houseband.score import TICKS_PER_BEAT, Note

__all__ = ["Stop", "stop_in", "stopped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """From which tick on who doesn't play until the section ends."""

    start: int
    roles: frozenset[str]


_ROLES = {
    "drums": frozenset({"drums"}),
    "low": frozenset({"drums", "bass"}),
    "all": frozenset({"drums", "bass", "chords", "pad", "arp", "counter"}),
}
"""Who rests: the drums, all that is low, or everyone but the lead."""


def stop_in(scene: Scene) -> Stop | None:
    """Decide how a section stops, if it does: the first time before a chorus always, if the family has stops.

    Everyone together rests for half a bar, some for a whole one.
    """
    if scene.following != "chorus" or scene.segment.kind == "chorus" or scene.segment.bars < 2:
        return None
    ways = FAMILIES[GENRES[scene.arrangement.genre].family].stops
    real = [way for way in ways if way != "none"]
    dice = scene.arrangement.dice("stop", scene.segment.kind, scene.count)
    way = dice.pick(ways if scene.count or not real else real)
    if way == "none":
        return None
    length = scene.bar // 2 if way == "all" or scene.segment.bars < 4 else scene.bar
    return Stop(start=scene.end - length // TICKS_PER_BEAT * TICKS_PER_BEAT, roles=_ROLES[way])


def stopped(played: Mapping[str, list[Note]], stop: Stop | None) -> dict[str, list[Note]]:
    """Leave out what those who rest would play."""
    if stop is None:
        return dict(played)
    return {
        role: _until(stop.start, notes, role) if role in stop.roles else notes
        for role, notes in played.items()
    }


_SWELLING = frozenset({KIT["riser"], KIT["reverse"]})
"""What leads over the gap."""


def _until(tick: int, notes: list[Note], role: str) -> list[Note]:
    swells = [note for note in notes if role == "drums" and note.pitch in _SWELLING]
    others = [note for note in notes if note.start < tick and note not in swells]
    return [replace(n, length=min(n.length, tick - n.start)) for n in others] + swells
