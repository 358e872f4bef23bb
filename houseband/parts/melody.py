"""The melody: a motif, its answer, its development, and a climax in the chorus above the verse."""

from dataclasses import dataclass
from itertools import pairwise

from houseband.dice import Dice
from houseband.genres import GENRES
from houseband.instruments import INSTRUMENTS
from houseband.lyrics import Line, Syllable
from houseband.parts.contour import CURVES, Moment, curve_at, pitches_for
from houseband.parts.phrasing import onsets_for, stresses_for
from houseband.parts.scene import STEP, Scene
from houseband.score import Note

__all__ = ["lead_in", "riff_in", "solo_in"]

_PLANS = {
    1: "A",
    2: "AB",
    3: "ABC",
    4: "ABAC",
    5: "ABABC",
    6: "ABACAD",
    7: "ABABACD",
    8: "ABACABAD",
}
_CURVES = {
    "verse": ("wave", "fall", "call", "arch", "dip"),
    "chorus": ("leap", "arch", "rise", "wave"),
    "solo": ("arch", "wave", "rise", "dip"),
}
_CENTRES = {"verse": 0.3, "pre-chorus": 0.45, "chorus": 0.66, "bridge": 0.5, "solo": 0.6}
"""Where in its range the lead sings, by section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A stretch of a section that is sung in one breath."""

    letter: str
    place: float
    start: int
    length: int
    line: Line | None


def lead_in(scene: Scene) -> list[Note]:
    """Sing a section: its words if it has any, or words that are only thought."""
    voice = scene.arrangement.players["lead"]
    centre = _CENTRES.get(scene.segment.kind, 0.4)
    return _sung(scene, _phrases(scene), voice, centre=centre, rate=_rate(scene), name="lead")


def solo_in(scene: Scene) -> list[Note]:
    """Improvise where the singer rests: more notes, a wider range."""
    player = scene.arrangement.players["counter"]
    return _sung(scene, _phrases(scene), player, centre=0.55, rate=1.5, name="solo")


def riff_in(scene: Scene) -> list[Note]:
    """Play the motif of the chorus as an intro's or an outro's riff."""
    player = scene.arrangement.players["counter"]
    return _sung(
        scene, _phrases(scene)[:-1] or _phrases(scene), player, centre=0.5, rate=0.8, name="riff"
    )


def _rate(scene: Scene) -> float:
    """Say how dense the melody is, in notes a beat."""
    rates = {"verse": 1.15, "pre-chorus": 1.3, "chorus": 0.95, "bridge": 0.8}
    return rates.get(scene.segment.kind, 1.0) * (0.6 + 0.6 * GENRES[scene.arrangement.genre].energy)


def _phrases(scene: Scene) -> list[_Phrase]:
    """Divide a section: one phrase a line, or phrases of two bars."""
    lines = scene.segment.lines
    count = len(lines) or max(scene.segment.bars // 2, 1)
    bars = scene.segment.bars // count
    length = bars * scene.bar if bars else scene.length // count // (4 * STEP) * 4 * STEP
    plan = _PLANS.get(count, "ABAC" * (count // 4 + 1))
    return [
        _Phrase(
            letter=plan[number],
            place=number / count,
            start=scene.start + number * length,
            length=length,
            line=lines[number] if lines else None,
        )
        for number in range(count)
    ]


def _sung(
    scene: Scene, phrases: list[_Phrase], player: str, *, centre: float, rate: float, name: str
) -> list[Note]:
    """Sing phrase by phrase: a letter that comes back brings its shape back, bent to the chords."""
    shapes: dict[str, list[tuple[float, int]]] = {}
    notes: list[Note] = []
    for phrase in phrases:
        dice = scene.dice(name, phrase.letter)
        syllables = _syllables(phrase, rate, dice)
        onsets = _onsets(phrase, scene, syllables, dice)
        lengths = _lengths(phrase, onsets)
        moments = _moments(
            scene, phrase, list(zip(onsets, lengths, strict=True)), player, centre, shapes, dice
        )
        low, high = _range_of(player)
        faith = 0.9 if phrase.letter in shapes else 0.38
        pitches = pitches_for(moments, low=low, high=high, faith=faith, dice=dice)
        places = [(onset - phrase.start) / phrase.length for onset in onsets]
        shapes.setdefault(phrase.letter, list(zip(places, pitches, strict=True)))
        for onset, length, pitch, syllable in zip(
            onsets, lengths, pitches, syllables, strict=False
        ):
            velocity = _velocity(scene, syllable, dice)
            notes.append(Note(onset, length, pitch, velocity, syllable.text))
    return notes


def _range_of(player: str) -> tuple[int, int]:
    instrument = INSTRUMENTS[player]
    low, high = max(instrument.low, 52), min(instrument.high, 88)
    middle = (low + high) // 2
    return max(low, middle - 10), min(high, middle + 10)


def _syllables(phrase: _Phrase, rate: float, dice: Dice) -> list[Syllable]:
    if phrase.line is not None:
        return list(phrase.line.syllables)
    beats = phrase.length / (4 * STEP)
    count = max(round(rate * beats * (0.75 + 0.5 * dice.value())), 2)
    return [Syllable(text="", stressed=stressed) for stressed in stresses_for(count, dice)]


def _onsets(phrase: _Phrase, scene: Scene, syllables: list[Syllable], dice: Dice) -> list[int]:
    """Lay the syllables out, with a breath at the end of the phrase; crowded words may use it up."""
    steps = phrase.length // STEP
    room = max(steps - max(steps // 4, 2), 1)
    if len(syllables) > room * 0.6:
        room = steps - 1
    onsets = onsets_for(
        [syllable.stressed for syllable in syllables],
        steps=room,
        eighths=scene.metre.eighths,
        syncopation=GENRES[scene.arrangement.genre].syncopation,
        dice=dice,
    )
    return [phrase.start + onset * STEP for onset in onsets]


def _lengths(phrase: _Phrase, onsets: list[int]) -> list[int]:
    """Hold each note to the next; the last one to where the breath is taken."""
    end = phrase.start + phrase.length
    last = [min(max(end - STEP * 2 - onset, STEP * 2), STEP * 10) for onset in onsets[-1:]]
    return [
        *(min(after - onset, STEP * 8) - STEP // 10 for onset, after in pairwise(onsets)),
        *last,
    ]


def _moments(
    scene: Scene,
    phrase: _Phrase,
    spans: list[tuple[int, int]],
    player: str,
    centre: float,
    shapes: dict[str, list[tuple[float, int]]],
    dice: Dice,
) -> list[Moment]:
    low, high = _range_of(player)
    middle = low + (high - low) * (centre + _climb(scene, phrase))
    curve = CURVES[dice.pick(_CURVES.get(scene.segment.kind, _CURVES["verse"]))]
    shape = shapes.get(phrase.letter)
    moments = []
    for number, (onset, length) in enumerate(spans):
        place = (onset - phrase.start) / phrase.length
        target = (
            _echo(shape, place) if shape else middle + 9.0 * (curve_at(curve, place * 1.25) - 0.5)
        )
        strong = (onset - scene.start) % (STEP * 8) == 0 or length >= STEP * 5
        chord = scene.chord_at(onset + min(length, STEP * 2) // 2)
        moments.append(
            Moment(
                target=target,
                inside=chord.pitch_classes,
                scale=scene.key.scale,
                weight=1.0 if strong else 0.3,
                goals=_goals(scene, phrase) & chord.pitch_classes
                if number == len(spans) - 1
                else frozenset(),
            )
        )
    return moments


def _echo(shape: list[tuple[float, int]], place: float) -> float:
    """Read the motif at the same place of its phrase."""
    return min(shape, key=lambda point: abs(point[0] - place))[1]


def _climb(scene: Scene, phrase: _Phrase) -> float:
    """Lift the third quarter of a chorus: the climax."""
    return 0.14 if scene.segment.kind in {"chorus", "solo"} and 0.5 <= phrase.place < 0.75 else 0.0


def _goals(scene: Scene, phrase: _Phrase) -> frozenset[int]:
    """A question ends away from home, an answer, the last phrase, at home."""
    steps = (0, 3, 4) if phrase.letter != "A" else (2, 5, 7, 11)
    return frozenset((scene.key.tonic + step) % 12 for step in steps)


def _velocity(scene: Scene, syllable: Syllable, dice: Dice) -> int:
    accent = 6 if syllable.stressed else -4
    return scene.velocity(94, accent + dice.between(-4, 4))
