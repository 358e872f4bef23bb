"""The chords of every section, and how each leads to the next; the chord on which the song ends."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from houseband.arrange import Arrangement
from houseband.brief import Brief
from houseband.dice import Dice
from houseband.families import FAMILIES
from houseband.genres import GENRES
from houseband.score import TICKS_PER_BEAT, Harmony
from houseband.segments import Segment
from houseband.theory import Chord, Key, chord_from

__all__ = ["final_chord", "harmonies_of", "key_of"]

_Bar = list[Chord]


def harmonies_of(
    segments: Sequence[Segment], brief: Brief, arrangement: Arrangement, start: int
) -> list[tuple[Harmony, ...]]:
    """Lay out the chords of all sections from tick `start`; the bar before the last chord leads home."""
    sections = [_bars_of(segment, brief, arrangement) for segment in segments]
    for (segment, bars), (after, target) in pairwise(zip(segments, sections, strict=True)):
        if after.shift != segment.shift:
            bars[-1] = [chord_from("V7", key_of(brief, after))]
        elif arrangement.dice("turn", segment.kind, after.kind).chance(_spice(brief) * 1.6):
            _lead(bars, target[0][0], brief)
    sections[-1][-1] = [chord_from(_leading(brief), key_of(brief, segments[-1]))]
    length = brief.beats_per_bar * TICKS_PER_BEAT
    placed = []
    for bars in sections:
        placed.append(tuple(_harmonies(bars, start, length)))
        start += len(bars) * length
    return placed


def key_of(brief: Brief, segment: Segment) -> Key:
    """Return the key of a section, which may lie above that of the song."""
    return replace(brief.key, tonic=(brief.key.tonic + segment.shift) % 12)


def _bars_of(segment: Segment, brief: Brief, arrangement: Arrangement) -> list[_Bar]:
    """Go round the progression; from its second round on, chords from elsewhere pass by."""
    key = key_of(brief, segment)
    figure = "chorus" if segment.kind in {"chorus", "solo", "outro"} else "verse"
    numerals = arrangement.progressions.get(segment.kind, arrangement.progressions["verse"]).split()
    pace = arrangement.paces[figure] if len(numerals) <= 4 else 1.0
    most = min(4, brief.beats_per_bar)
    bars: list[_Bar] = []
    for number in range(segment.bars):
        here = [numerals[int(number / pace) % len(numerals)]]
        if pace < 1.0:
            here.append(numerals[int((number + 0.5) / pace) % len(numerals)])
        bars.append([chord_from(n, key) for name in here for n in name.split(",")][:most])
    dice = arrangement.dice("spice", segment.kind)
    for place, (bar, after) in enumerate(pairwise(bars)):
        if place >= len(numerals) // 2 and dice.chance(_spice(brief)):
            _season(bar, after[0], key, brief, dice)
    return bars


def _spice(brief: Brief) -> float:
    return FAMILIES[GENRES[brief.genre].family].spice


def _season(bar: _Bar, target: Chord, key: Key, brief: Brief, dice: Dice) -> None:
    """Let the second half of a bar lead to the next: by its dominant, or by the minor fourth of the key."""
    if len(bar) > 1 or bar[0].root == target.root:
        return
    subdominant = (key.tonic + 5) % 12
    if bar[0].root == subdominant and not key.is_minor and bar[0].intervals[1] == 4:
        bar.append(Chord(root=subdominant, intervals=(0, 3, *bar[0].intervals[2:3])))
    elif dice.chance(0.7) and bar[0].root != (target.root + 7) % 12:
        bar.append(_dominant(target, brief))


def _lead(bars: list[_Bar], target: Chord, brief: Brief) -> None:
    """Point the end of a section at the first chord of the next."""
    last = bars[-1]
    if last[-1].root not in {target.root, (target.root + 7) % 12}:
        bars[-1] = [last[0], _dominant(target, brief)]


def _dominant(target: Chord, brief: Brief) -> Chord:
    """Return the chord a fifth above `target`, with its seventh where the genre has such things."""
    seventh = (10,) if GENRES[brief.genre].is_jazzy or target.intervals[1] == 3 else ()
    return Chord(root=(target.root + 7) % 12, intervals=(0, 4, 7, *seventh))


def _harmonies(bars: list[_Bar], start: int, length: int) -> list[Harmony]:
    """Place the chords of each bar on its beats."""
    harmonies = []
    for number, bar in enumerate(bars):
        edges = [
            place * length // len(bar) // TICKS_PER_BEAT * TICKS_PER_BEAT
            for place in range(len(bar))
        ]
        for chord, (begin, end) in zip(bar, pairwise([*edges, length]), strict=True):
            harmonies.append(
                Harmony(
                    start=start + number * length + begin,
                    length=end - begin,
                    root=chord.root,
                    intervals=chord.intervals,
                )
            )
    return harmonies


def _leading(brief: Brief) -> str:
    if brief.key.mode == "mixolydian":
        return "bVII"
    return "V7" if GENRES[brief.genre].is_jazzy else "V"


def final_chord(brief: Brief, last: Segment) -> Chord:
    """Return the tonic of the last section, coloured as the genre likes it."""
    numeral = "i" if brief.key.is_minor else "I"
    colour = ("9" if brief.key.is_minor else "maj9") if GENRES[brief.genre].is_jazzy else ""
    colour = "7" if brief.genre in {"blues", "funk"} else colour
    return chord_from(numeral + colour, key_of(brief, last))
