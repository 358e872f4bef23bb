"""The melody: a motif, its answer, its development, and a climax in the chorus above the verse."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from houseband.dice import Dice
from houseband.families import FAMILIES
from houseband.genres import GENRES
from houseband.instruments import INSTRUMENTS
from houseband.lyrics import Syllable
from houseband.parts.contour import CURVES, Moment, curve_at, pitches_for
from houseband.parts.phrases import Phrase, phrases_of
from houseband.parts.phrasing import onsets_for, stresses_for
from houseband.parts.scene import STEP, Scene
from houseband.score import Note

__all__ = ["lead_in", "riff_in", "solo_in"]

_CURVES = {
    "verse": ("wave", "fall", "call", "arch", "dip"),
    "pre-chorus": ("rise", "call"),
    "chorus": ("leap", "arch", "rise", "wave"),
    "bridge": ("dip", "arch", "fall", "rise"),
    "solo": ("arch", "wave", "rise", "dip"),
}
_WINDOWS = {
    "verse": (0.0, 0.58),
    "pre-chorus": (0.2, 0.72),
    "chorus": (0.3, 1.0),
    "bridge": (0.1, 0.8),
    "solo": (0.15, 1.0),
    "riff": (0.15, 0.8),
}
"""Which part of its range the lead uses, by section; the top of the chorus's is for its climax."""
_HEADROOM: Final = 2
"""Semitones that a chorus's other phrases stay below its climax."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """Who sings a section, and what."""

    scene: Scene
    theme: str
    """The kind of section whose motifs it sings."""
    low: int
    high: int
    rate: float
    """Notes a beat."""
    entry: int
    """Sixteenths after the bar at which its phrases begin."""

    def dice(self, *words: object) -> Dice:
        """Return chance that is the same wherever this theme is sung."""
        return self.scene.arrangement.dice("theme", self.theme, *words)

    @property
    def syncopation(self) -> float:
        return GENRES[self.scene.arrangement.genre].syncopation


def lead_in(scene: Scene) -> list[Note]:
    """Sing a section: its words if it has any, or words that are only thought.

    One that lies higher is sung as it would be at home, and moved.
    """
    kind = scene.segment.kind
    home = scene.at_home()
    notes = _sung(_voice(home, kind, kind, scene.arrangement.players["lead"], _rate(scene)))
    return [replace(note, pitch=note.pitch + scene.segment.shift) for note in notes]


def solo_in(scene: Scene) -> list[Note]:
    """Improvise where the singer rests: more notes, a wider range."""
    return _sung(_voice(scene, "solo", "solo", scene.arrangement.players["counter"], 1.5))


def riff_in(scene: Scene) -> list[Note]:
    """Play the hook of the chorus as an intro's or an outro's riff."""
    player = scene.arrangement.players["counter"]
    return _sung(_voice(scene, "chorus", "riff", player, _RATES["chorus"]))


_RATES = {"verse": 1.15, "pre-chorus": 1.3, "chorus": 0.95, "bridge": 0.8}
"""How dense the melody is, in notes a beat."""


def _rate(scene: Scene) -> float:
    return _RATES.get(scene.segment.kind, 1.0) * (0.6 + 0.6 * scene.arrangement.energy)


def _voice(scene: Scene, theme: str, window: str, player: str, rate: float) -> _Voice:
    arrangement, instrument = scene.arrangement, INSTRUMENTS[player]
    low, high = max(instrument.low, 52), min(instrument.high, 88)
    middle = (low + high) // 2
    low, high = max(low, middle - 10), min(high, middle + 10)
    bottom, top = _WINDOWS.get(window, _WINDOWS["verse"])
    return _Voice(
        scene=scene,
        theme=theme,
        low=low + round(bottom * (high - low)),
        high=low + round(top * (high - low)),
        rate=rate * arrangement.bustle,
        entry=arrangement.entries.get(theme, 0),
    )


_Shapes = dict[str, list[tuple[float, int]]]
_Span = tuple[int, int]


def _sung(voice: _Voice) -> list[Note]:
    """Sing phrase by phrase: a letter that comes back brings its shape back, bent to the chords."""
    shapes: _Shapes = {}
    notes: list[Note] = []
    for phrase in phrases_of(voice.scene, voice.theme):
        syllables, onsets = _laid(voice, phrase)
        if not onsets:
            continue  # a line of signs that nobody can sing
        lengths = _lengths(phrase, onsets)
        spans = list(zip(onsets, lengths, strict=True))
        moments = _moments(voice, phrase, spans, shapes)
        top = voice.high if phrase.peaks or voice.theme != "chorus" else voice.high - _HEADROOM
        dice = voice.dice("pitches", phrase.letter)
        pitches = pitches_for(moments, low=voice.low, high=top, dice=dice)
        places = [(onset - phrase.start) / phrase.length for onset in onsets]
        shapes.setdefault(phrase.letter, list(zip(places, pitches, strict=True)))
        sung = [
            Note(onset, length, pitch, _velocity(voice, phrase, syllable, dice), syllable.text)
            for (onset, length), pitch, syllable in zip(spans, pitches, syllables, strict=False)
        ]
        notes = [*_cut(notes, sung), *(_varied(voice, phrase, sung))]
    return notes


def _cut(notes: list[Note], following: list[Note]) -> list[Note]:
    """Let a phrase that begins before its bar shorten the one before, so that there is still a breath."""
    if not notes or not following or notes[-1].end + 2 * STEP <= following[0].start:
        return notes
    room = following[0].start - notes[-1].start
    length = room - 3 * STEP if room >= 5 * STEP else room - STEP // 4
    return [*notes[:-1], replace(notes[-1], length=length)] if length > 0 else notes[:-1]


def _laid(voice: _Voice, phrase: Phrase) -> tuple[list[Syllable], list[int]]:
    """Decide what is sung and when: words as they are stressed, else the motif's rhythm or its answer."""
    if phrase.line is not None:
        syllables = list(phrase.line.syllables)
        onsets = _onsets(voice, phrase, syllables, voice.dice("rhythm", phrase.letter))
    else:
        onsets = _rhythm(voice, phrase, "motif")
        if phrase.answers:
            half = phrase.start + phrase.length // 2
            answer = _rhythm(voice, phrase, "answer")
            onsets = [o for o in onsets if o < half] + [o for o in answer if o >= half]
        syllables = [Syllable(text="", stressed=(o - phrase.start) % 480 == 0) for o in onsets]
    onsets = _anticipated(voice, phrase, onsets)
    return _with_pickup(voice, phrase, syllables, onsets)


def _rhythm(voice: _Voice, phrase: Phrase, name: str) -> list[int]:
    dice = voice.dice("rhythm", phrase.letter, name)
    beats = phrase.length / (4 * STEP)
    count = max(round(voice.rate * beats * (0.75 + 0.5 * dice.value())), 2)
    syllables = [Syllable(text="", stressed=stressed) for stressed in stresses_for(count, dice)]
    return _onsets(voice, phrase, syllables, dice)


def _onsets(voice: _Voice, phrase: Phrase, syllables: Sequence[Syllable], dice: Dice) -> list[int]:
    """Lay the syllables out, with a breath at the end of the phrase; crowded words may use it up."""
    steps = phrase.length // STEP
    room = max(steps - max(steps // 4, 2), 1)
    if len(syllables) > room * 0.6:
        room = steps - 1
    eighths = voice.scene.metre.eighths
    entry = voice.entry if phrase.line is None and room > 8 else 0
    onsets = onsets_for(
        [syllable.stressed for syllable in syllables],
        steps=room - entry,
        eighths=[*eighths[entry // 2 :], *eighths[: entry // 2]],
        syncopation=voice.syncopation,
        dice=dice,
    )
    return [phrase.start + (entry + onset) * STEP for onset in onsets]


def _anticipated(voice: _Voice, phrase: Phrase, onsets: list[int]) -> list[int]:
    """Let some notes of the beat come an eighth early, as singers do."""
    dice = voice.dice("early", phrase.letter)
    early: list[int] = []
    for onset in onsets:
        free = onset - 2 * STEP - (early[-1] if early else phrase.start)
        on_beat = (onset - phrase.start) % (8 * STEP) == 0
        pulled = dice.chance(0.6 * voice.syncopation) and on_beat and free >= 2 * STEP
        early.append(onset - 2 * STEP if pulled else onset)
    return early


def _with_pickup(
    voice: _Voice, phrase: Phrase, syllables: list[Syllable], onsets: list[int]
) -> tuple[list[Syllable], list[int]]:
    """Begin a phrase before its bar: with the unstressed syllables of its words, or some eighths."""
    scene = voice.scene
    pickups = FAMILIES[GENRES[scene.arrangement.genre].family].pickups
    dice = voice.dice("pickup", phrase.letter)
    count, wanted = dice.between(1, 3), dice.chance(pickups)
    if not wanted or (phrase.number == 0 and scene.before == "silence"):
        return syllables, onsets
    if phrase.line is None:
        early = [phrase.start - 2 * STEP * left for left in range(count, 0, -1)]
        if onsets and onsets[0] > phrase.start and not voice.entry:
            onsets = [phrase.start, *onsets]
            syllables = [Syllable(text="", stressed=True), *syllables]
        return [*(Syllable(text="", stressed=False) for _ in early), *syllables], [*early, *onsets]
    weak = next((place for place, s in enumerate(syllables) if s.stressed), 0)
    if phrase.number == 0 or not 0 < weak < 3 or len(onsets) <= weak:
        return syllables, onsets
    early = [phrase.start - 2 * STEP * left for left in range(weak, 0, -1)]
    return syllables, [*early, *onsets[weak:]]


def _lengths(phrase: Phrase, onsets: list[int]) -> list[int]:
    """Hold each note to the next; the last one to where the breath is taken."""
    end = phrase.start + phrase.length
    last = [min(max(end - STEP * 4 - onset, STEP * 2), STEP * 10) for onset in onsets[-1:]]
    return [
        *(min(after - onset, STEP * 8) - STEP // 10 for onset, after in pairwise(onsets)),
        *last,
    ]


def _moments(
    voice: _Voice, phrase: Phrase, spans: Sequence[_Span], shapes: _Shapes
) -> list[Moment]:
    curve = CURVES[_curve(voice, phrase)]
    shape = shapes.get(phrase.letter)
    peak = _peak(phrase, spans) if phrase.peaks else None
    moments = []
    for number, (onset, length) in enumerate(spans):
        place = (onset - phrase.start) / phrase.length
        echoes = shape is not None and not (phrase.answers and place >= 0.5)
        if shape is not None and echoes:
            target, faith = _echo(shape, place) + 2.2 * phrase.sequence, 0.9
        else:
            target, faith = _drawn(voice, curve, place), 0.5
        if number == peak:
            target, faith = float(voice.high), 1.5
        chord = voice.scene.chord_at(onset + min(length, STEP * 6) // 2)
        strong = (onset - voice.scene.start) % (STEP * 8) == 0 or length > STEP * 3
        goals = _goals(voice, phrase) & chord.pitch_classes
        moments.append(
            Moment(
                target=target,
                faith=faith,
                inside=chord.pitch_classes,
                scale=voice.scene.key.scale,
                weight=1.6 if length > STEP * 6 else 1.0 if strong else 0.3,
                goals=goals if number == len(spans) - 1 else frozenset(),
            )
        )
    return moments


def _curve(voice: _Voice, phrase: Phrase) -> str:
    """Choose how a motif moves; the two takes never move alike."""
    arrangement = voice.scene.arrangement
    dice = Dice(arrangement.seed, "curve", voice.theme, phrase.letter)
    curves = dice.shuffled(_CURVES.get(voice.theme, _CURVES["verse"]))
    return curves[(arrangement.take - 1) % len(curves)]


def _drawn(voice: _Voice, curve: Sequence[float], place: float) -> float:
    """Follow a curve through the middle of what the voice may use."""
    span = voice.high - voice.low
    return voice.low + span * 0.45 + min(span, 10) * (curve_at(curve, place * 1.25) - 0.5)


def _peak(phrase: Phrase, spans: Sequence[_Span]) -> int:
    """Choose the note for the climax: a long one around the middle."""
    return max(
        range(len(spans)),
        key=lambda i: (
            spans[i][1] / phrase.length
            - 1.5 * abs((spans[i][0] - phrase.start) / phrase.length - 0.45)
        ),
    )


def _echo(shape: Sequence[tuple[float, int]], place: float) -> float:
    """Read the motif at the same place of its phrase."""
    return min(shape, key=lambda point: abs(point[0] - place))[1]


def _goals(voice: _Voice, phrase: Phrase) -> frozenset[int]:
    """A question ends away from home; what closes, and every other phrase, at home."""
    steps = (0, 3, 4) if phrase.closes or phrase.number % 2 else (2, 5, 7, 11)
    return frozenset((voice.scene.key.tonic + step) % 12 for step in steps)


def _varied(voice: _Voice, phrase: Phrase, sung: list[Note]) -> list[Note]:
    """Ornament what is heard again: later verses here and there, the last chorus after its hook."""
    segment, scene = voice.scene.segment, voice.scene
    again = scene.count > 0 if segment.kind != "chorus" else segment.is_peak and phrase.number > 0
    if not again or phrase.line is not None:
        return sung
    dice = voice.dice("varied", scene.count, phrase.number)
    varied: list[Note] = []
    for note, after in zip(sung, [*sung[1:], None], strict=True):
        if note.length < 3 * STEP or after is None or not dice.chance(0.4):
            varied.append(note)
            continue
        half = note.length // (2 * STEP) * STEP
        passing = _between(voice, note.pitch, after.pitch)
        varied.append(replace(note, length=half - STEP // 10))
        varied.append(
            replace(note, start=note.start + half, length=note.length - half, pitch=passing)
        )
    return varied


def _between(voice: _Voice, pitch: int, after: int) -> int:
    """Find the tone of the scale next to `pitch`, on the way to `after`."""
    way = 1 if after > pitch or (after == pitch and pitch < voice.high) else -1
    steps = (pitch + way, pitch + 2 * way)
    return next((p for p in steps if p % 12 in voice.scene.key.scale), pitch)


def _velocity(voice: _Voice, phrase: Phrase, syllable: Syllable, dice: Dice) -> int:
    """Sing stressed syllables louder, and a climax most of all."""
    accent = (6 if syllable.stressed else -4) + (5 if phrase.peaks else 0)
    return voice.scene.velocity(94, accent + dice.between(-4, 4))
