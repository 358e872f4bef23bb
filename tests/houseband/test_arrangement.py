"""What an arrangement owes a listener, held on the scores of all genres and several seeds."""

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from houseband.brief import brief_for
from houseband.compose import score_for
from houseband.families import FAMILIES
from houseband.form import form_for
from houseband.genres import GENRES
from houseband.instruments import KIT
from houseband.order import Order, TakeNumber
from houseband.score import TICKS_PER_BEAT, Note, Passage, Score
from houseband.theory import Chord

EARLY = 20
"""Ticks by which players may come before a bar without meaning to."""
STEP = TICKS_PER_BEAT // 4
SEEDS = (1, 2, 3)
TAKES: tuple[TakeNumber, TakeNumber] = (1, 2)
each_genre = pytest.mark.parametrize("genre", GENRES)


@cache
def written(prompt: str, seed: int, take: TakeNumber) -> Score:
    return score_for(brief_for(Order(operation="music", prompt=prompt, seed=seed)), take)


def all_of(genre: str) -> list[Score]:
    return [written(genre, seed, take) for seed in SEEDS for take in TAKES]


def notes_of(score: Score, role: str) -> tuple[Note, ...]:
    return next((part.notes for part in score.parts if part.role == role), ())


def within(score: Score, role: str, passage: Passage) -> list[Note]:
    end = passage.start + passage.length
    return [n for n in notes_of(score, role) if passage.start <= n.start + EARLY < end]


def of_kind(score: Score, kind: str) -> list[Passage]:
    return [passage for passage in score.passages if passage.kind == kind]


def kinds_of(prompt: str, seed: int, take: TakeNumber) -> list[str]:
    brief = brief_for(Order(operation="music", prompt=prompt, seed=seed))
    return [segment.kind for segment in form_for(brief, take=take).segments]


@each_genre
@pytest.mark.parametrize("take", TAKES)
def test_a_minute_has_two_verses_and_two_choruses(genre: str, take: TakeNumber) -> None:
    for seed in SEEDS:
        kinds = kinds_of(f"{genre}, 60 s", seed, take)
        assert kinds == ["intro", "verse", "chorus", "verse", "chorus", "outro"]


@each_genre
@pytest.mark.parametrize("take", TAKES)
def test_a_longer_song_prepares_its_choruses_and_leaves_them_once(
    genre: str, take: TakeNumber
) -> None:
    for seconds in (90, 120, 200):
        kinds = kinds_of(f"{genre}, {seconds} s", 1, take)
        assert kinds.count("chorus") >= 3
        assert kinds[0] == "intro"
        assert "pre-chorus" in kinds
        assert {"bridge", "solo"} & set(kinds)


@each_genre
def test_a_jingle_comes_to_its_hook_at_once(genre: str) -> None:
    for seconds in (10, 15, 20, 30):
        for take in TAKES:
            score = written(f"{genre}, {seconds} s", 1, take)
            chorus = of_kind(score, "chorus")[0]
            before = [p for p in score.passages if p.start < chorus.start and p.kind == "verse"]
            assert chorus.start * score.seconds_per_tick < (20 if before else 8)
        assert written(f"{genre}, {seconds} s", 1, 1).passages[0].kind == "chorus"


def test_choruses_of_a_song_are_as_long_as_each_other() -> None:
    for genre in GENRES:
        for score in all_of(genre):
            lengths = Counter(passage.length for passage in of_kind(score, "chorus"))
            assert lengths.most_common(1)[0][1] >= len(of_kind(score, "chorus")) - 1


@each_genre
def test_the_climax_is_in_the_chorus_above_all_verses(genre: str) -> None:
    for score in all_of(genre):
        verse, chorus = (
            [n.pitch for p in of_kind(score, kind) for n in within(score, "lead", p)]
            for kind in ("verse", "chorus")
        )
        assert max(chorus) >= max(verse) + 3
        assert sum(chorus) / len(chorus) > sum(verse) / len(verse) + 1.5


@each_genre
def test_the_hook_is_the_same_each_time_and_the_last_chorus_more_than_the_first(genre: str) -> None:
    for score in all_of(genre):
        choruses = of_kind(score, "chorus")
        hooks = [_hook(score, passage) for passage in choruses]
        assert len(hooks[0]) >= 2
        for hook in hooks[1:]:
            assert len(hook & hooks[0]) >= 0.7 * len(hooks[0])
        first, last = (_notes_in(score, passage) for passage in (choruses[0], choruses[-1]))
        assert first != last


def _hook(score: Score, passage: Passage) -> set[tuple[int, int]]:
    """The first two bars, by the sixteenth, at home."""
    return {
        (round((note.start - passage.start) / STEP), note.pitch - passage.shift)
        for note in within(score, "lead", passage)
        if note.start < passage.start + 2 * score.ticks_per_bar - 4 * STEP
    }


def _notes_in(score: Score, passage: Passage) -> set[tuple[str, int, int]]:
    return {
        (part.role, round((note.start - passage.start) / STEP), note.pitch - passage.shift)
        for part in score.parts
        if part.role != "drums"
        for note in within(score, part.role, passage)
    }


@each_genre
def test_the_melody_has_many_rhythms(genre: str) -> None:
    for score in all_of(genre):
        bars: dict[int, list[int]] = {}
        for note in notes_of(score, "lead"):
            bar, rest = divmod(note.start + EARLY, score.ticks_per_bar)
            bars.setdefault(bar, []).append(rest // STEP)
        distinct = {tuple(steps) for steps in bars.values()}
        assert len(distinct) >= min(7, len(bars) // 3)


@each_genre
def test_the_melody_steps_more_than_it_leaps_and_sits_on_no_note(genre: str) -> None:
    moves: list[int] = []
    for score in all_of(genre):
        lead = [note.pitch for note in notes_of(score, "lead")]
        moves += [abs(here - there) for here, there in pairwise(lead)]
        assert Counter(lead).most_common(1)[0][1] <= 0.4 * len(lead)
        assert max(lead) - min(lead) >= 9
    assert 0.45 <= sum(1 <= move <= 2 for move in moves) / len(moves) <= 0.8
    assert sum(move > 9 for move in moves) / len(moves) < 0.06


@each_genre
def test_the_melody_breathes(genre: str) -> None:
    for score in all_of(genre):
        lead = notes_of(score, "lead")
        rests = [after.start - note.end for note, after in pairwise(lead)]
        assert sum(rest >= 2 * STEP for rest in rests) >= len(score.passages) / 2


@each_genre
def test_the_melody_agrees_with_its_chords_but_not_always(genre: str) -> None:
    inside = home = count = 0
    for score in all_of(genre):
        for note in notes_of(score, "lead"):
            moment = note.start + min(note.length, 3 * TICKS_PER_BEAT // 2) // 2
            harmony = next(h for h in reversed(score.harmonies) if h.start <= moment)
            chord = Chord(root=harmony.root, intervals=harmony.intervals)
            shift = next(p.shift for p in reversed(score.passages) if p.start <= max(moment, 0))
            inside += note.pitch % 12 in chord.pitch_classes
            home += (note.pitch - shift) % 12 in score.key.scale
            count += 1
    assert 0.55 <= inside / count <= 0.95
    assert home / count >= 0.85


def test_phrases_begin_before_their_bar_where_people_sing_so() -> None:
    for name, family in FAMILIES.items():
        genres = [genre.name for genre in GENRES.values() if genre.family == name]
        early = [
            note
            for genre in genres
            for score in all_of(genre)
            for passage in of_kind(score, "chorus")
            for note in notes_of(score, "lead")
            if passage.start - 7 * STEP < note.start < passage.start - EARLY
        ]
        assert early or family.pickups < 0.2, name


@each_genre
def test_sections_differ_in_players_and_loudness(genre: str) -> None:
    for score in all_of(genre):
        verse, chorus = of_kind(score, "verse")[0], of_kind(score, "chorus")[-1]
        assert len(_roles(score, verse)) < len(_roles(score, chorus))
        assert len({frozenset(_roles(score, passage)) for passage in score.passages}) >= 3
        assert _hardness(score, chorus) > 1.08 * _hardness(score, verse)
        assert score.passages[0].energy < verse.energy < chorus.energy


def _roles(score: Score, passage: Passage) -> set[str]:
    return {part.role for part in score.parts if within(score, part.role, passage)}


def _hardness(score: Score, passage: Passage) -> float:
    played = [
        n.velocity for p in score.parts if p.role != "drums" for n in within(score, p.role, passage)
    ]
    return sum(played) / len(played)


@each_genre
def test_the_drums_vary_and_fill(genre: str) -> None:
    if GENRES[genre].family == "drift":
        pytest.skip("drums hardly play there")
    for score in all_of(genre):
        bars: dict[int, set[tuple[int, int]]] = {}
        for note in notes_of(score, "drums"):
            bar, rest = divmod(note.start + EARLY, score.ticks_per_bar)
            bars.setdefault(bar, set()).add((rest // STEP, note.pitch))
        patterns = Counter(frozenset(bar) for bar in bars.values())
        assert len(patterns) >= 4
        assert patterns.most_common(1)[0][1] <= 0.5 * len(bars)


@each_genre
def test_a_chorus_is_announced(genre: str) -> None:
    family = FAMILIES[GENRES[genre].family]
    for score in all_of(genre):
        strokes = {
            (n.start + EARLY) // score.ticks_per_bar: n
            for n in notes_of(score, "drums")
            if n.pitch == KIT["crash"]
        }
        assert bool(strokes) == family.crashes
    swells = {KIT["riser"], KIT["reverse"]}
    played = {n.pitch for score in all_of(genre) for n in notes_of(score, "drums")}
    assert bool(played & swells) == family.crashes


@each_genre
def test_somebody_makes_room_before_the_first_chorus(genre: str) -> None:
    if FAMILIES[GENRES[genre].family].stops == ("none",):
        pytest.skip("nothing ever stops there")
    for score in all_of(genre):
        chorus = of_kind(score, "chorus")[0]
        before = next(p for p in score.passages if p.start + p.length == chorus.start)
        gap = range(chorus.start - score.ticks_per_bar // 2, chorus.start - EARLY)
        silent = {
            part.role
            for part in score.parts
            if within(score, part.role, before)
            and not any(
                n.end > gap.start + STEP
                and n.start < gap.stop
                and n.pitch not in _swells(part.role)
                for n in part.notes
            )
        }
        resting = {part.role for part in score.parts if not within(score, part.role, before)}
        assert silent or {"drums"} & resting


def _swells(role: str) -> set[int]:
    return {KIT["riser"], KIT["reverse"]} if role == "drums" else set()


def test_where_a_genre_likes_it_the_last_chorus_is_higher_and_stays_there() -> None:
    lifted = 0
    for genre in GENRES.values():
        for score in all_of(genre.name):
            shifts = [passage.shift for passage in score.passages]
            assert shifts == sorted(shifts)
            assert genre.modulates or not any(shifts)
            lifted += any(shifts)
            if any(shifts):
                assert of_kind(score, "chorus")[-1].shift == shifts[-1]
                assert score.harmonies[-1].root == (score.key.tonic + shifts[-1]) % 12
    assert bool(lifted) == any(genre.modulates for genre in GENRES.values())


def test_chords_from_elsewhere_pass_by_where_the_family_likes_them() -> None:
    for name, family in FAMILIES.items():
        genres = [genre.name for genre in GENRES.values() if genre.family == name]
        foreign = total = 0
        for score in (score for genre in genres for score in all_of(genre)):
            for harmony in score.harmonies:
                shift = next(p.shift for p in reversed(score.passages) if p.start <= harmony.start)
                chord = Chord(root=(harmony.root - shift) % 12, intervals=harmony.intervals)
                foreign += not chord.pitch_classes <= score.key.scale
                total += 1
        assert foreign / total < 0.5
        assert foreign or not family.spice


def test_verse_and_chorus_and_bridge_go_by_different_chords() -> None:
    same = 0
    for genre in GENRES:
        for score in all_of(genre):
            rounds = {
                tuple(
                    (h.root - p.shift) % 12
                    for h in score.harmonies
                    if p.start <= h.start < p.start + 4 * score.ticks_per_bar
                )
                for kind in ("verse", "chorus", "bridge", "solo")
                for p in of_kind(score, kind)[:1]
            }
            same += len(rounds) < 2
    assert same == 0


@each_genre
def test_the_takes_are_two_arrangements(genre: str) -> None:
    """Other players, chords, hook, form; the groove where there are two."""
    for seed in SEEDS:
        one, two = (written(genre, seed, take) for take in TAKES)
        assert [p.kind for p in one.passages] != [p.kind for p in two.passages]
        players = [{part.role: part.instrument for part in score.parts} for score in (one, two)]
        both = (players[0].keys() & players[1].keys()) - {"drums"}
        assert [role for role in both if players[0][role] == players[1][role]] == []
        hooks = [_hook(score, of_kind(score, "chorus")[0]) for score in (one, two)]
        assert len(hooks[0] & hooks[1]) <= 0.5 * len(hooks[0] | hooks[1])
        roots = [[h.root for h in score.harmonies[:16]] for score in (one, two)]
        assert roots[0] != roots[1]
        strokes = [_bar_of_drums(score) for score in (one, two)]
        assert strokes[0] != strokes[1]


def _bar_of_drums(score: Score) -> set[tuple[int, int]]:
    """The most usual bar of the choruses."""
    bars: Counter[frozenset[tuple[int, int]]] = Counter()
    for passage in of_kind(score, "chorus"):
        strokes = within(score, "drums", passage)
        for start in range(passage.start, passage.start + passage.length, score.ticks_per_bar):
            inside = [n for n in strokes if start <= n.start + EARLY < start + score.ticks_per_bar]
            bars[frozenset(((n.start + EARLY - start) // STEP, n.pitch) for n in inside)] += 1
    return set(bars.most_common(1)[0][0])


def test_people_are_not_quite_on_the_beat_and_machines_are() -> None:
    for genre in GENRES.values():
        score = written(f"{genre.name}, 30 s", 1, 1)
        off = {note.start % STEP for note in notes_of(score, "drums")}
        straight = genre.swing == 50 and FAMILIES[genre.family].loose == 0.0
        assert (off == {0}) == straight, genre.name
