"""One section in its place, with all that the players must know about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from houseband.arrange import Arrangement
from houseband.dice import Dice
from houseband.metre import Metre
from houseband.score import TICKS_PER_BEAT, Harmony
from houseband.segments import Segment
from houseband.theory import Chord, Key

__all__ = ["STEP", "Hit", "Scene", "hits_in"]

STEP = TICKS_PER_BEAT // 4
"""A sixteenth, the grid of every pattern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One section in its place."""

    segment: Segment
    start: int
    metre: Metre
    key: Key
    harmonies: tuple[Harmony, ...]
    arrangement: Arrangement
    layers: dict[str, bool]
    """Who plays, and whether only half as busily."""
    count: int
    """How many sections of this kind came before."""
    before: str
    """The kind of the section before; `silence` where the music begins."""
    following: str
    """The kind of the next section; `ending` before the last chord."""

    @property
    def bar(self) -> int:
        """Ticks in a bar."""
        return self.metre.beats * TICKS_PER_BEAT

    @property
    def length(self) -> int:
        """Ticks in the section."""
        return self.segment.bars * self.bar

    @property
    def end(self) -> int:
        """The tick at which the next section starts."""
        return self.start + self.length

    @property
    def is_loud(self) -> bool:
        """Whether the players should give all they have."""
        return self.segment.energy >= 0.75

    def at_home(self) -> "Scene":
        """Return the section as it would be in the song's own key."""
        shift = self.segment.shift
        if not shift:
            return self
        return replace(
            self,
            key=replace(self.key, tonic=(self.key.tonic - shift) % 12),
            harmonies=tuple(replace(h, root=(h.root - shift) % 12) for h in self.harmonies),
        )

    def is_light(self, role: str) -> bool:
        """Whether a role plays half as busily here."""
        return self.layers.get(role, False)

    def dice(self, *words: object) -> Dice:
        """Return chance that is the same in every section of this kind."""
        return self.arrangement.dice(self.segment.kind, *words)

    def harmony_at(self, tick: int) -> Harmony:
        """Return the chord that sounds at a tick; the outer ones reach beyond the section."""
        for harmony in self.harmonies:
            if tick < harmony.start + harmony.length:
                return harmony
        return self.harmonies[-1]

    def chord_at(self, tick: int) -> Chord:
        """Return the notes of that chord."""
        harmony = self.harmony_at(tick)
        return Chord(root=harmony.root, intervals=harmony.intervals)

    def figure(self, figures: dict[str, str]) -> str:
        """Choose a section's figure: the chorus's own, or the one for all the rest."""
        return figures["chorus" if self.is_loud else "verse"]

    def velocity(self, base: int, accent: int = 0) -> int:
        """Scale a velocity by the section's energy: hushed is half as hard as all in."""
        return min(max(round(base * (0.52 + 0.53 * self.segment.energy)) + accent, 1), 127)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One sign of a pattern, placed: what it says and how long it is held."""

    start: int
    length: int
    sign: str


def hits_in(patterns: Sequence[str], scene: Scene, *, cut_at_chords: bool) -> Iterator[Hit]:
    """Read a pattern for each bar of a section; held hits may be struck anew at a change of chord."""
    signs = "".join(scene.metre.pitched(pattern) for pattern in patterns)
    changes = {(harmony.start - scene.start) // STEP for harmony in scene.harmonies}
    struck, sign = 0, "."
    for step, current in enumerate([*signs, "."]):
        anew = cut_at_chords and step in changes and current == "-" and sign != "."
        if current == "-" and not anew and step < len(signs):
            continue
        if sign != ".":
            yield Hit(start=scene.start + struck * STEP, length=(step - struck) * STEP, sign=sign)
        struck, sign = step, sign if anew else current
