"""The form of a song: which sections follow each other, how long they are, and which words they carry."""

from dataclasses import dataclass, replace

from houseband.brief import DEFAULT_SECONDS, Brief
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


def form_for(brief: Brief, *, take: int, opening: bool = True) -> Form:
    """Lay out the song, or, when it isn't its `opening`, what is added to one.

    Where the words lead, the stanzas decide the form and, unless it was asked for, the length.
    """
    if brief.words_lead:
        segments = segments_of_words(brief, opening=opening)
        seconds = brief.seconds or _seconds_of(segments, brief)
    else:
        seconds = brief.seconds or DEFAULT_SECONDS
        bars = bars_in(seconds, brief)
        segments = _with_words(_spread(_template(bars, take, opening=opening), bars), brief)
    return Form(
        tempo=_fitted_tempo(brief, bars_of(segments), seconds),
        seconds=seconds,
        segments=_coloured(segments),
    )


def _fitted_tempo(brief: Brief, bars: int, seconds: float) -> int:
    """Bend the tempo a little, if nobody asked for it, so that the last chord rings as long as it should."""
    if brief.tempo_is_wish:
        return brief.tempo
    ideal = bars * brief.beats_per_bar * 60.0 / (seconds - RING_SECONDS)
    return round(min(max(ideal, brief.tempo * 0.94), brief.tempo * 1.06))


_BOOK = songbook("forms")
_WEIGHTS = {
    "intro": 0.6,
    "chorus": 1.3,
    "pre-chorus": 0.6,
    "bridge": 0.7,
    "solo": 0.8,
    "outro": 0.6,
}
"""How many bars each kind of section likes to have, against a verse."""


def _template(bars: int, take: int, *, opening: bool) -> list[str]:
    table = _BOOK["opening" if opening else "continuation"]
    forms = next(entry["takes"] for entry in table if bars <= entry["most_bars"])
    kinds: str = forms[(take - 1) % 2]
    return kinds.split()


def _spread(kinds: list[str], bars: int) -> list[Segment]:
    """Give each section whole groups of bars; what doesn't fill a group lengthens the intro or the end."""
    group = 4 if bars >= 22 else 2 if bars >= 6 else 1
    sizes = [group] * len(kinds)
    while (places := _hungriest(kinds, sizes, (bars - sum(sizes)) // group)) is not None:
        for place in places:
            sizes[place] += group
    sizes[0 if kinds[0] == "intro" else -1] += bars - sum(sizes)
    return [
        Segment(kind=kind, label=kind.title(), bars=size, energy=ENERGY[kind])
        for kind, size in zip(kinds, sizes, strict=True)
    ]


def _hungriest(kinds: list[str], sizes: list[int], groups: int) -> list[int] | None:
    """Choose who gets more bars, if there are enough groups: one section, or all choruses alike."""
    choruses = [place for place, kind in enumerate(kinds) if kind == "chorus"]
    units = [[place] for place, kind in enumerate(kinds) if kind != "chorus"] + [choruses]
    units = [unit for unit in units if unit and len(unit) <= groups]
    return min(
        units, key=lambda unit: sizes[unit[0]] / _WEIGHTS.get(kinds[unit[0]], 1.0), default=None
    )


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
        lines = singable(stanza.lines, segment.bars * bar_seconds(brief))
        dealt.append(replace(segment, label=stanza.label, lines=lines))
    return dealt


def _seconds_of(segments: list[Segment], brief: Brief) -> float:
    return round(bars_of(segments) * bar_seconds(brief) + RING_SECONDS, 3)


def _coloured(segments: list[Segment]) -> tuple[Segment, ...]:
    """Let the energy grow: later verses over the first, the last chorus over all."""
    seen: dict[str, int] = {}
    coloured = []
    last = max((i for i, segment in enumerate(segments) if segment.kind == "chorus"), default=-1)
    for place, segment in enumerate(segments):
        before = seen.get(segment.kind, 0)
        seen[segment.kind] = before + 1
        lift = 0.1 if place == last and before else min(0.05 * before, 0.1)
        coloured.append(replace(segment, energy=min(segment.energy + lift, 1.0)))
    return tuple(coloured)
