"""The form of a song: which sections follow each other, how long they are, and which words they carry."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from houseband.brief import DEFAULT_SECONDS, Brief
from houseband.dice import Dice
from houseband.families import FAMILIES
from houseband.genres import GENRES
from houseband.lyrics import Line
from houseband.score import Passage
from houseband.segments import ENERGY, RING_SECONDS, Segment, bar_seconds, bars_in, bars_of
from houseband.setting import segments_of_words, singable
from houseband.vocabulary import songbook

__all__ = ["Form", "form_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """All sections in order. After the last one, one more chord rings until `seconds` are over."""

    tempo: int
    seconds: float
    segments: tuple[Segment, ...]


def form_for(brief: Brief, *, take: int, after: Passage | None = None) -> Form:
    """Lay out the song, or, `after` a section of one, what is added to it.

    Where the words lead, the stanzas decide the form and, unless it was asked for, the length. Otherwise
    what is added begins as that section goes on, so that nobody hears a step.
    """
    if brief.words_lead:
        segments = segments_of_words(brief, opening=after is None)
        seconds = brief.seconds or _seconds_of(segments, brief)
    else:
        seconds = brief.seconds or DEFAULT_SECONDS
        bars = bars_in(seconds, brief)
        wishes = _template(seconds, bars, take, after)
        segments = _with_words(_spread(wishes, bars), brief)
    coloured = _coloured(segments, brief, take)
    if after and after.kind == coloured[0].kind:
        coloured[0] = _going_on(coloured[0], after)
    return Form(
        tempo=_fitted_tempo(brief, bars_of(segments), seconds),
        seconds=seconds,
        segments=tuple(coloured),
    )


def _going_on(segment: Segment, after: Passage) -> Segment:
    """Play a section as hard as the one of its kind that it goes on from."""
    is_peak = after.kind == "chorus" and after.energy >= 1.0  # all that there is
    return replace(segment, energy=after.energy, is_peak=is_peak)


def _fitted_tempo(brief: Brief, bars: int, seconds: float) -> int:
    """Bend the tempo a little, if nobody asked for it, so that the last chord rings as long as it should."""
    if brief.tempo_is_wish:
        return brief.tempo
    ideal = bars * brief.beats_per_bar * 60.0 / (seconds - RING_SECONDS)
    return round(min(max(ideal, brief.tempo * 0.94), brief.tempo * 1.06))


_BOOK = songbook("forms")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """One section of a form, and how many bars it would like to have."""

    kind: str
    bars: float


def _template(seconds: float, bars: int, take: int, after: Passage | None) -> list[_Wish]:
    """Find the form for a length; where bars are long, one with fewer sections."""
    table = _BOOK["continuation" if after else "opening"]
    fitting = next(place for place, entry in enumerate(table) if seconds <= entry["most_seconds"])
    forms = [entry["takes"][(take - 1) % 2].split() for entry in table[fitting::-1]]
    words = next((form for form in forms if len(form) <= max(bars // 2, 1)), forms[-1])
    pairs = [word.split(":") for word in words]
    whole = sum(float(size) for _, size in pairs)
    kinds = {"on": after.kind} if after else {}
    return [
        _Wish(kind=kinds.get(word, word), bars=float(size) * bars / whole) for word, size in pairs
    ]


def _spread(wishes: list[_Wish], bars: int) -> list[Segment]:
    """Give each section whole groups of bars, close to its wish; choruses are alike, or twice as long."""
    chorus = min((wish.bars for wish in wishes if wish.kind == "chorus"), default=0.0)
    sizes = [_rounded(wish, chorus, bars) for wish in wishes]
    while (missing := bars - sum(sizes)) != 0:
        step = min(max(missing, -2), 2)
        sizes[_easiest(wishes, sizes, step)] += step
    return [
        Segment(kind=wish.kind, label=wish.kind.title(), bars=size, energy=ENERGY[wish.kind])
        for wish, size in zip(wishes, sizes, strict=True)
    ]


_COUNTED: Final = (1, 2, 4, 6, 8, 12, 16, 24, 32)
"""Bars that people count in."""


def _rounded(wish: _Wish, chorus: float, bars: int) -> int:
    """Round to bars that people count in, in short songs to single ones too."""
    counted = _COUNTED if bars < 14 else _COUNTED[1:]
    if wish.kind != "chorus":
        return min(counted, key=lambda size: abs(size - wish.bars))
    alike = min(counted, key=lambda size: abs(size - chorus))
    return alike if wish.bars < 1.4 * chorus else 2 * alike


def _easiest(wishes: list[_Wish], sizes: list[int], step: int) -> int:
    """Choose who takes or gives bars: who gets closest to a wish, and choruses last of all."""

    def pain(place: int) -> float:
        wish, size = wishes[place], sizes[place] + step
        odd = 0.1 if size % 4 and size > 4 else 0.0
        settled = 2.0 if wish.kind == "chorus" else 0.0
        gone = 9.0 if size < 1 else 0.0
        return abs(size - wish.bars) / wish.bars + odd + settled + gone

    return min(range(len(wishes)), key=pain)


def _with_words(segments: list[Segment], brief: Brief) -> list[Segment]:
    """Deal the stanzas out to sections of their kind, in order; the chorus comes back as it is."""
    dealt: list[Segment] = []
    used: dict[str, int] = {}
    for segment in segments:
        stanzas = [stanza for stanza in brief.stanzas if stanza.kind == segment.kind]
        if not stanzas:
            dealt.append(segment)
            continue
        stanza = stanzas[used.get(segment.kind, 0) % len(stanzas)]
        used[segment.kind] = used.get(segment.kind, 0) + 1
        lines = singable(_again(stanza.lines, segment, dealt), segment.bars * bar_seconds(brief))
        dealt.append(replace(segment, label=stanza.label, lines=lines))
    return dealt


def _again(lines: tuple[Line, ...], segment: Segment, dealt: Sequence[Segment]) -> tuple[Line, ...]:
    """Let a section that is twice as long as the first of its kind sing its words twice."""
    first = next((before for before in dealt if before.kind == segment.kind), segment)
    return lines * 2 if segment.bars >= 2 * first.bars else lines


def _seconds_of(segments: list[Segment], brief: Brief) -> float:
    return round(bars_of(segments) * bar_seconds(brief) + RING_SECONDS, 3)


def _coloured(segments: list[Segment], brief: Brief, take: int) -> list[Segment]:
    """Let the energy grow: later verses over the first, the last chorus over all, and lifted if it may be."""
    contrast = FAMILIES[GENRES[brief.genre].family].contrast
    lift = _lift(segments, brief, take)
    choruses = [place for place, segment in enumerate(segments) if segment.kind == "chorus"]
    seen: dict[str, int] = {}
    coloured = []
    for place, segment in enumerate(segments):
        before = seen.get(segment.kind, 0)
        seen[segment.kind] = before + 1
        is_peak = len(choruses) > 1 and place == choruses[-1]
        energy = ENERGY["chorus"] + contrast * (segment.energy - ENERGY["chorus"])
        coloured.append(
            replace(
                segment,
                energy=min(energy + (0.1 if is_peak else min(0.06 * before, 0.12)), 1.0),
                is_peak=is_peak,
                shift=lift if choruses and place >= choruses[-1] else 0,
            )
        )
    return coloured


_LONG_ENOUGH: Final = 6
"""Sections that a song must have before its last chorus may go up: who hasn't settled, can't rise."""


def _lift(segments: list[Segment], brief: Brief, take: int) -> int:
    """Decide by how many semitones the last chorus goes up, if it does."""
    choruses = [segment for segment in segments if segment.kind == "chorus"]
    if len(choruses) < 2 or len(segments) < _LONG_ENOUGH or choruses[-1].bars < 4:
        return 0
    dice = Dice(brief.seed, take, "lift")
    return dice.pick((1, 2, 2)) if dice.chance(GENRES[brief.genre].modulates) else 0
