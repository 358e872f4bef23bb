"""Drums: a groove for the section, varied by the phrase, with fills, and what announces something new."""

from houseband.dice import Dice
from houseband.families import FAMILIES
from houseband.genres import GENRES
from houseband.grooves import BUILDS, FILLS, GROOVES, TURNS
from houseband.instruments import KIT
from houseband.parts.scene import STEP, Scene
from houseband.parts.stops import stop_in
from houseband.score import Note

__all__ = ["drums_in"]

_VELOCITIES = {"X": 118, "x": 98, "o": 72, "g": 44, "?": 70}
_TIME_KEEPERS = frozenset({"hat", "ride", "shaker", "open hat", "tambourine", "brush"})
_STRUCK = ("snare", "brush", "conga", "rim", "clap", "snap", "low tom", "shaker")
"""What a fill for a snare is played on: the first of these that the groove has."""
_Patterns = dict[str, str]


def drums_in(scene: Scene) -> list[Note]:
    """Play a section: every bar after the groove, its phrase and its place in the song."""
    notes: list[Note] = []
    for bar in range(scene.segment.bars):
        patterns = _entering(_coloured(_groove(scene), scene, bar), scene, bar)
        played = [n for drum, signs in patterns.items() for n in _bar(scene, bar, drum, signs)]
        notes += _with_fill(scene, bar, played, patterns)
    return [*notes, *_announcements(scene)]


def _groove(scene: Scene) -> _Patterns:
    """Choose the groove, light or full; the bridge has one for itself."""
    arrangement = scene.arrangement
    groove = GROOVES[arrangement.grooves["bridge" if scene.segment.kind == "bridge" else "verse"]]
    calm = arrangement.energy < 0.3 and not scene.segment.is_peak
    return groove.light if scene.is_light("drums") or calm else groove.full


def _coloured(patterns: _Patterns, scene: Scene, bar: int) -> _Patterns:
    """Open the hats where a phrase ends, ride where it is loud, and add to what comes last."""
    coloured = dict(patterns)
    dice = scene.arrangement.dice("cymbals")
    rides = dice.chance(0.5) or scene.segment.is_peak
    late = bar >= scene.segment.bars // 2
    if scene.is_loud and rides and "hat" in coloured and "ride" not in coloured and late:
        coloured["ride"] = coloured.pop("hat")
    if bar % 4 == 3 and "hat" in coloured and "open hat" not in coloured:
        coloured["hat"] = coloured["hat"][:14] + ".."
        coloured["open hat"] = "..............x."
    if scene.segment.is_peak and late and "tambourine" not in coloured and "snare" in coloured:
        coloured["tambourine"] = "..x...x...x...x."
    return coloured


def _entering(patterns: _Patterns, scene: Scene, bar: int) -> _Patterns:
    """An intro's drums come in one by one, and a bridge's first half rests."""
    half = bar < scene.segment.bars // 2
    if scene.segment.kind == "intro" and half:
        return {drum: pattern for drum, pattern in patterns.items() if drum in _TIME_KEEPERS}
    if scene.segment.kind == "bridge" and half:
        return {drum: pattern for drum, pattern in patterns.items() if drum in {"kick", "shaker"}}
    return patterns


def _bar(scene: Scene, bar: int, drum: str, pattern: str) -> list[Note]:
    dice = scene.dice("drums", drum, bar % 8, bar // 8)
    start = scene.start + bar * scene.bar
    return [
        Note(start + step * STEP, STEP, KIT[drum], _velocity(scene, sign, step, dice))
        for step, sign in enumerate(scene.metre.drummed(_varied(scene, pattern, drum, bar)))
        if sign != "."
    ]


def _varied(scene: Scene, pattern: str, drum: str, bar: int) -> str:
    """Decide the perhapses; odd bars get a ghost or a soft stroke, the fourth ones move one.

    The same four bars come round for eight, then others do.
    """
    dice = scene.dice("varied", drum, bar % 4, bar // 8)
    genre = GENRES[scene.arrangement.genre]
    signs = [sign if sign != "?" or dice.chance(0.5) else "." for sign in pattern]
    if drum == "snare" and bar % 2 and dice.chance(genre.syncopation):
        _softly(signs, (7, 9, 15, 6), "g", dice)
    if drum == "kick" and bar % 4 in {1, 3} and dice.chance(0.35 + 0.5 * genre.syncopation):
        _softly(signs, (7, 10, 11, 14, 6), "o", dice)
    if drum in {"hat", "shaker"} and bar % 4 == 2 and dice.chance(0.5):
        _softly(signs, (3, 7, 11, 15), "g", dice)
    if drum in {"ride", "brush"} and bar % 2 and dice.chance(0.7):
        _softly(signs, (3, 6, 11, 14, 15), "g", dice)
    if drum in {"rim", "conga", "snap", "boom", "low tom"} and (
        bar % 4 == 3 or (bar % 2 and dice.chance(0.6))
    ):
        _softly(signs, (7, 9, 11, 14, 15), "o", dice)
    return "".join(signs)


def _softly(signs: list[str], steps: tuple[int, ...], sign: str, dice: Dice) -> None:
    """Put a soft stroke where nothing is."""
    free = [step for step in steps if signs[step] == "."]
    if free:
        signs[dice.pick(free)] = sign


def _velocity(scene: Scene, sign: str, step: int, dice: Dice) -> int:
    pulse = 0 if step % 4 == 0 else -5 if step % 2 == 0 else -9
    return scene.velocity(_VELOCITIES[sign], pulse + dice.between(-5, 5))


def _with_fill(scene: Scene, bar: int, notes: list[Note], patterns: _Patterns) -> list[Note]:
    """Let a bar end in a fill: a long one before something new, a short one where a phrase ends."""
    pattern = _fill(scene, bar)
    if pattern is None or not patterns:
        return notes
    dice = scene.dice("strokes", bar)
    start = scene.start + bar * scene.bar
    skin = next((drum for drum in _STRUCK if drum in patterns), "snare")
    strokes = [
        Note(
            start + step * STEP,
            STEP,
            KIT[skin if drum == "snare" else drum],
            _velocity(scene, sign, step, dice),
        )
        for drum, signs in pattern.items()
        for step, sign in enumerate(scene.metre.filled(signs))
        if sign != "."
    ]
    if not strokes:
        return notes
    first = min(stroke.start for stroke in strokes)
    return [note for note in notes if note.start < first] + strokes


def _fill(scene: Scene, bar: int) -> _Patterns | None:
    """Choose what a bar ends in, if it ends in anything."""
    left = scene.segment.bars - 1 - bar
    dice = scene.arrangement.dice("fill", scene.segment.kind, scene.count, bar)
    busy = not scene.is_light("drums") or scene.following == "chorus"
    if left == 0 and scene.segment.bars > 1 and scene.following != "ending":
        if _builds(scene):
            return BUILDS[-1]
        return dice.pick(FILLS if busy else TURNS)
    if left == 1 and _builds(scene):
        return BUILDS[0]
    return dice.pick(TURNS) if bar % 4 == 3 and left and dice.chance(0.6) else None


def _builds(scene: Scene) -> bool:
    """Whether a roll leads to the chorus, as in the genres that duck."""
    ducked = GENRES[scene.arrangement.genre].ducked >= 0.3
    return ducked and scene.segment.kind == "pre-chorus" and scene.segment.bars > 1


def _announcements(scene: Scene) -> list[Note]:
    """A crash where it gets loud, an impact where all comes together, and what swells towards it."""
    notes = []
    genre = GENRES[scene.arrangement.genre]
    family = FAMILIES[genre.family]
    dice = scene.arrangement.dice("announced", scene.segment.kind, scene.count)
    anew = scene.before not in {"silence", scene.segment.kind}
    if anew and scene.layers and (scene.is_loud or dice.chance(0.3)) and family.crashes:
        notes.append(Note(scene.start, scene.bar, KIT["crash"], scene.velocity(100)))
    if scene.is_loud and anew and family.impacts:
        notes.append(Note(scene.start, scene.bar, KIT["impact"], scene.velocity(96)))
    if scene.following in {"chorus", "solo"} and scene.segment.kind != "chorus":
        swell = 2 * scene.bar if family.impacts and scene.segment.bars >= 4 else scene.bar
        name = "riser" if genre.ducked >= 0.3 else "reverse"
        if family.crashes and (stop_in(scene) is not None or dice.chance(0.5)):
            notes.append(Note(scene.end - swell, swell, KIT[name], scene.velocity(88)))
    return notes
