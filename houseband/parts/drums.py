"""Drums: a groove for the section, varied by the phrase, with a fill before something new."""

from houseband.dice import Dice
from houseband.genres import GENRES
from houseband.grooves import FILLS, GROOVES
from houseband.instruments import KIT
from houseband.parts.scene import STEP, Scene
from houseband.score import Note

__all__ = ["drums_in"]

_VELOCITIES = {"X": 118, "x": 98, "o": 72, "g": 44, "?": 70}
_TIME_KEEPERS = frozenset({"hat", "ride", "shaker", "open hat", "tambourine", "brush"})


def drums_in(scene: Scene) -> list[Note]:
    """Play a section: light or full by its energy."""
    groove = GROOVES[scene.arrangement.groove]
    patterns = groove.full if scene.is_loud else groove.light
    notes: list[Note] = []
    for bar in range(scene.segment.bars):
        for drum, pattern in _entering(patterns, scene, bar).items():
            notes += _bar(scene, bar, drum, pattern)
    notes = _with_fill(scene, notes)
    return [*notes, *_announcements(scene)]


def _entering(patterns: dict[str, str], scene: Scene, bar: int) -> dict[str, str]:
    """An intro's drums come in one by one, and a bridge's first half rests."""
    half = bar < scene.segment.bars // 2
    if scene.segment.kind == "intro" and half:
        return {drum: pattern for drum, pattern in patterns.items() if drum in _TIME_KEEPERS}
    if scene.segment.kind == "bridge" and half:
        return {drum: pattern for drum, pattern in patterns.items() if drum in {"kick", "shaker"}}
    return patterns


def _bar(scene: Scene, bar: int, drum: str, pattern: str) -> list[Note]:
    dice = scene.dice("drums", drum, bar % 4, bar // 8)
    start = scene.start + bar * scene.bar
    return [
        Note(start + step * STEP, STEP, KIT[drum], _velocity(scene, sign, step, dice))
        for step, sign in enumerate(scene.metre.drummed(_varied(pattern, drum, bar, dice)))
        if sign != "."
    ]


def _varied(pattern: str, drum: str, bar: int, dice: Dice) -> str:
    """Decide the perhapses; every fourth bar moves one stroke."""
    signs = [sign if sign != "?" or dice.chance(0.5) else "." for sign in pattern]
    if bar % 4 == 3 and drum in {"kick", "rim", "conga", "snap"}:
        free = [step for step in (7, 9, 11, 14, 15) if signs[step] == "."]
        if free:
            signs[dice.pick(free)] = "o"
    return "".join(signs)


def _velocity(scene: Scene, sign: str, step: int, dice: Dice) -> int:
    pulse = 0 if step % 4 == 0 else -5 if step % 2 == 0 else -9
    return scene.velocity(_VELOCITIES[sign], pulse + dice.between(-4, 4))


def _with_fill(scene: Scene, notes: list[Note]) -> list[Note]:
    """Before another section the last bar turns into a fill; before a chorus it may break off instead."""
    if scene.following == scene.segment.kind or scene.segment.bars < 2:
        return notes
    dice = scene.dice("fill", scene.count)
    bar = scene.end - scene.bar
    if scene.following == "chorus" and dice.chance(0.3):
        return [note for note in notes if note.start < scene.end - scene.bar // 2]
    fill = dice.pick(
        FILLS if scene.is_loud or scene.following == "chorus" else FILLS[:1] + FILLS[3:5]
    )
    strokes = [
        Note(bar + step * STEP, STEP, KIT[drum], _velocity(scene, sign, step, dice))
        for drum, pattern in fill.items()
        for step, sign in enumerate(scene.metre.filled(pattern))
        if sign != "."
    ]
    if not strokes:
        return notes
    first = min(stroke.start for stroke in strokes)
    return [note for note in notes if note.start < first] + strokes


def _announcements(scene: Scene) -> list[Note]:
    """A crash where it gets loud, and a riser towards it where the genre has such things."""
    notes = []
    if scene.is_loud and scene.start:
        notes.append(Note(scene.start, scene.bar, KIT["crash"], scene.velocity(100)))
    genre = GENRES[scene.arrangement.genre]
    if scene.following == "chorus" and genre.ducked >= 0.3 and scene.segment.bars >= 2:
        notes.append(Note(scene.end - 2 * scene.bar, 2 * scene.bar, KIT["riser"], 80))
    return notes
