"""From brief to score: pure, in whole ticks, the same for the same seed on every machine."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from houseband.arrange import Arrangement, arrangement_for
from houseband.brief import Brief
from houseband.feel import in_time, swelled
from houseband.form import Form, form_for
from houseband.metre import METRES
from houseband.order import TakeNumber
from houseband.parts.bass import bass_in
from houseband.parts.chords import arp_in, chords_in, pad_in
from houseband.parts.counter import counter_in
from houseband.parts.drums import drums_in
from houseband.parts.ending import ending_of
from houseband.parts.harmony import final_chord, harmonies_of, key_of
from houseband.parts.melody import lead_in
from houseband.parts.scene import Scene
from houseband.parts.stops import stop_in, stopped
from houseband.score import TICKS_PER_BEAT, Harmony, Note, Part, Passage, Score
from houseband.theory import Chord

__all__ = ["score_for", "write"]


def score_for(brief: Brief, take: TakeNumber) -> Score:
    """Write one take of the song. The words are the form when the person wrote them."""
    form = form_for(brief, take=take)
    return write(form, brief, arrangement_for(brief, take=take))


def write(form: Form, brief: Brief, arrangement: Arrangement, *, start: int = 0) -> Score:
    """Write every part for a form that begins at tick `start`, a downbeat."""
    scenes = _scenes(form, brief, arrangement, start)
    ending = final_chord(brief, form.segments[-1])
    wanted = start + round(form.seconds * form.tempo * TICKS_PER_BEAT / 60)
    end = scenes[-1].end
    length = max(wanted, end + TICKS_PER_BEAT)
    played = [_played(scene) for scene in scenes]
    roles = [role for role in _WRITERS if role in arrangement.players]
    parts = []
    for role in roles:
        notes = [note for section in played for note in section.get(role, [])]
        if role in _ONE_VOICE:
            notes = _one_at_a_time(notes)
        last = ending_of(role, arrangement, ending, start=end, end=length, before=notes)
        finished = in_time([*_until(end, notes), *last], role, arrangement)
        parts.append(Part(role=role, instrument=arrangement.players[role], notes=finished))
    return Score(
        title=brief.title,
        genre=brief.genre,
        tempo=form.tempo,
        key=brief.key,
        metre=brief.metre,
        brightness=round(brief.brightness + arrangement.light * (1.0 - abs(brief.brightness)), 3),
        length=length,
        passages=tuple(_passage(scene) for scene in scenes),
        harmonies=(
            *(h for scene in scenes for h in scene.harmonies),
            _rung(ending, end, length),
        ),
        parts=tuple(part for part in parts if part.notes),
    )


_WRITERS: dict[str, Callable[[Scene], list[Note]]] = {
    "drums": drums_in,
    "bass": bass_in,
    "chords": chords_in,
    "pad": pad_in,
    "arp": arp_in,
    "lead": lead_in,
    "counter": lambda _: [],
}
_ONE_VOICE = frozenset({"lead", "counter"})
"""Whose notes follow each other: one that comes early for its section cuts off the one before."""


def _scenes(form: Form, brief: Brief, arrangement: Arrangement, start: int) -> list[Scene]:
    scenes: list[Scene] = []
    seen: dict[str, int] = {}
    kinds = ["silence", *(segment.kind for segment in form.segments), "ending"]
    harmonies = harmonies_of(form.segments, brief, arrangement, start)
    for place, segment in enumerate(form.segments):
        count = seen.get(segment.kind, 0)
        seen[segment.kind] = count + 1
        scenes.append(
            Scene(
                segment=segment,
                start=start,
                metre=METRES[brief.metre],
                key=key_of(brief, segment),
                harmonies=harmonies[place],
                arrangement=arrangement,
                layers=arrangement.layers(segment.kind, again=count > 0, last=segment.is_peak),
                count=count,
                before=kinds[place],
                following=kinds[place + 2],
            )
        )
        start = scenes[-1].end
    return scenes


def _rung(chord: Chord, start: int, end: int) -> Harmony:
    return Harmony(start=start, length=end - start, root=chord.root, intervals=chord.intervals)


def _played(scene: Scene) -> dict[str, list[Note]]:
    """Let everybody play who plays in this section; the second voice listens to the lead."""
    played = {role: part(scene) for role, part in _WRITERS.items() if role in scene.layers}
    if "counter" in scene.layers:
        played["counter"] = counter_in(scene, played.get("lead", []))
    heard = stopped(played, stop_in(scene))
    return {role: swelled(notes, scene) for role, notes in heard.items()}


def _one_at_a_time(notes: list[Note]) -> list[Note]:
    """Let whoever comes early for a section take the time from what was played before."""
    kept: list[Note] = []
    for note in notes:
        while kept and kept[-1].start >= note.start:
            kept.pop()
        if kept and kept[-1].end > note.start:
            kept[-1] = replace(kept[-1], length=note.start - kept[-1].start)
        kept.append(note)
    return kept


def _until(end: int, notes: Sequence[Note]) -> list[Note]:
    """Let nothing reach into the last chord."""
    return [
        replace(note, length=min(note.length, end - note.start))
        for note in notes
        if note.start < end
    ]


def _passage(scene: Scene) -> Passage:
    segment = scene.segment
    return Passage(
        kind=segment.kind,
        label=segment.label,
        start=scene.start,
        length=scene.length,
        energy=segment.energy,
        text="\n".join(line.text for line in segment.lines),
        shift=segment.shift,
    )
