"""Bass: roots and what leads to them."""

from houseband.dice import Dice
from houseband.grooves import BASS_LINES
from houseband.instruments import INSTRUMENTS
from houseband.parts.scene import STEP, Hit, Scene, hits_in
from houseband.score import Note
from houseband.theory import Chord, nearest

__all__ = ["bass_in"]


def bass_in(scene: Scene) -> list[Note]:
    """Play a section's bass line."""
    dice = scene.dice("bass")
    notes: list[Note] = []
    for hit in hits_in(_bars(scene), scene, cut_at_chords=True):
        pitch = _pitch(scene, hit, notes, dice)
        accent = 8 if hit.sign.isupper() or (hit.start - scene.start) % scene.bar == 0 else 0
        length = hit.length - STEP // 6 if hit.length > STEP else hit.length * 3 // 4
        notes.append(
            Note(hit.start, length, pitch, scene.velocity(92, accent + dice.between(-4, 4)))
        )
    return notes


def _bars(scene: Scene) -> list[str]:
    """Choose the figure of each bar: the ends of phrases lead on, and who plays lightly holds roots."""
    arrangement = scene.arrangement
    if scene.is_light("bass"):
        return [BASS_LINES["roots"]] * scene.segment.bars
    figure = BASS_LINES[scene.figure(arrangement.bass)]
    bars = [figure] * scene.segment.bars
    if figure.count("w") > 2 or scene.arrangement.energy < 0.3:
        return bars
    for place in range(scene.segment.bars):
        dice = arrangement.dice("bass bar", scene.segment.kind, place)
        last = place == scene.segment.bars - 1
        if last or (place % 4 == 3 and dice.chance(0.6)):
            bars[place] = figure[:12] + dice.pick(("5-a-", "r.5a", "..a-", "8-a-"))
        elif place % 4 == 1 and dice.chance(0.35):
            bars[place] = figure[:12] + dice.pick(("5---", "8-5-", "r.r."))
    return bars


def _pitch(scene: Scene, hit: Hit, before: list[Note], dice: Dice) -> int:
    chord = scene.chord_at(hit.start)
    root = _low(scene, chord.root)
    match hit.sign.lower():
        case "a":
            return _approach(scene, hit.start + hit.length, dice)
        case "w":
            return _walk(scene, hit, before, dice)
        case sign:
            return _within(scene, root + _above_root(chord, sign))


def _above_root(chord: Chord, sign: str) -> int:
    """Return how far above its root a figure's sign lies, in semitones."""
    steps = {
        "5": (chord.fifth - chord.root) % 12,
        "3": (chord.third - chord.root) % 12,
        "8": 12,
        "6": 9,
    }
    return steps.get(sign, 0)


def _low(scene: Scene, pitch_class: int) -> int:
    """Lay a root where this bass is deep but clear."""
    low = INSTRUMENTS[scene.arrangement.players["bass"]].low
    return low + (pitch_class - low) % 12


def _within(scene: Scene, pitch: int) -> int:
    instrument = INSTRUMENTS[scene.arrangement.players["bass"]]
    while pitch > instrument.high:
        pitch -= 12
    return pitch


def _approach(scene: Scene, target: int, dice: Dice) -> int:
    """Come to the next root from a step below or above."""
    root = _low(scene, scene.chord_at(target).root)
    return root + dice.pick((-1, -2, 2) if root - 2 >= 26 else (1, 2))


def _walk(scene: Scene, hit: Hit, before: list[Note], dice: Dice) -> int:
    """Walk: the root where the chord is new, a step to the next root last, chord and scale between."""
    chord = scene.chord_at(hit.start)
    harmony = scene.harmony_at(hit.start)
    last = before[-1].pitch if before else _low(scene, chord.root)
    if hit.start == harmony.start or not before:
        return _stepped(nearest(chord.root, last))
    after = scene.chord_at(hit.start + hit.length)
    if after.root != chord.root:
        return _stepped(nearest(after.root, last) + dice.pick((-1, 1, 2)))
    return _stepped(nearest(_passing(chord, scene, last, dice), last))


def _passing(chord: Chord, scene: Scene, last: int, dice: Dice) -> int:
    inside = chord.pitch_classes | (scene.key.scale if dice.chance(0.4) else frozenset())
    return dice.pick(sorted(inside - {last % 12}))


def _stepped(pitch: int) -> int:
    """Keep a walk between low E and the G two octaves above."""
    while pitch < 28:
        pitch += 12
    while pitch > 50:
        pitch -= 12
    return pitch
