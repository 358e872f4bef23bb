"""From brief to score: pure, in whole ticks, the same for the same seed on every machine."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from houseband.arrange import Arrangement, arrangement_for
from houseband.brief import Brief
from houseband.feel import in_time
from houseband.form import Form, form_for
from houseband.metre import METRES
from houseband.order import TakeNumber
from houseband.parts.bass import bass_in
from houseband.parts.chords import arp_in, chords_in, pad_in
from houseband.parts.counter import counter_in
from houseband.parts.drums import drums_in
from houseband.parts.ending import ending_of
from houseband.parts.harmony import final_chord, harmonies_in
from houseband.parts.melody import lead_in
from houseband.parts.scene import Scene
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
    wanted = start + round(form.seconds * form.tempo * TICKS_PER_BEAT / 60)
    end = scenes[-1].end
    length = max(wanted, end + TICKS_PER_BEAT)
    ending = final_chord(brief)
    played = [_played(scene) for scene in scenes]
    roles = [role for role in _WRITERS if role in arrangement.players]
    parts = []
    for role in roles:
        notes = [note for section in played for note in section.get(role, [])]
        last = ending_of(role, arrangement, ending, start=end, end=length, before=notes)
        finished = in_time([*_until(end, notes), *last], role, arrangement)
        parts.append(Part(role=role, instrument=arrangement.players[role], notes=finished))
    return Score(
        title=brief.title,
        genre=brief.genre,
        tempo=form.tempo,
        key=brief.key,
        metre=brief.metre,
        brightness=brief.brightness,
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


def _scenes(form: Form, brief: Brief, arrangement: Arrangement, start: int) -> list[Scene]:
    scenes: list[Scene] = []
    seen: dict[str, int] = {}
    kinds = [segment.kind for segment in form.segments[1:]] + ["ending"]
    for segment, following in zip(form.segments, kinds, strict=True):
        scenes.append(
            Scene(
                segment=segment,
                start=start,
                metre=METRES[brief.metre],
                key=brief.key,
                harmonies=harmonies_in(segment, following, brief, arrangement, start),
                arrangement=arrangement,
                count=seen.get(segment.kind, 0),
                following=following,
            )
        )
        seen[segment.kind] = seen.get(segment.kind, 0) + 1
        start = scenes[-1].end
    return scenes


def _rung(chord: Chord, start: int, end: int) -> Harmony:
    return Harmony(start=start, length=end - start, root=chord.root, intervals=chord.intervals)


def _played(scene: Scene) -> dict[str, list[Note]]:
    """Let everybody play who plays in this section; the second voice listens to the lead."""
    roles = scene.arrangement.sounds_in(scene.segment.kind, scene.count)
    played = {role: _WRITERS[role](scene) for role in _WRITERS if role in roles}
    if "counter" in roles:
        played["counter"] = counter_in(scene, played.get("lead", []))
    return played


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
    )
