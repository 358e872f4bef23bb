import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from bot.jobs import Take
from bot.playing.tags import Tags
from editing.fit import fit
from editing.jingle import cut_jingle
from houseband.compose import score_for
from houseband.desk import Desk
from houseband.extend import extended
from houseband.order import Order, TakeNumber
from houseband.score import Passage, Score
from houseband.sidecar import BadSource, Sidecar, sidecar_of
from houseband.sound.blocks import spans
from houseband.sound.leads import LEADS
from houseband.sound.tracks import Player
from houseband.studio import brief_for, record, title_for
from mp3.id3 import private, read_tag, tag_bytes
from tests.houseband import ears
from tests.houseband.conftest import Played
from tests.makers import a_job

AT = 11.3


def _order(source: Path, **changes: object) -> Order:
    order = Order(
        operation="extend",
        prompt="12 s",
        lyrics="[Chorus]\nOne more time together\nAll the way back home",
        seed=8,
        source=source,
        extend_at_ms=int(AT * 1000),
    )
    return replace(order, **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def longer(pop: tuple[Played, Played], tmp_path_factory: pytest.TempPathFactory) -> Played:
    order = _order(pop[0].recording.path)
    recording = record(order, 1, tmp_path_factory.mktemp("longer"))
    return Played(order=order, recording=recording, sound=ears.heard(recording.path))


def _join(longer: Played) -> float:
    """The downbeat on which the new part starts, in seconds."""
    bar = 240 / longer.recording.bpm
    return float(AT // bar * bar)


def test_the_song_goes_on_in_tempo_and_key(pop: tuple[Played, Played], longer: Played) -> None:
    source = pop[0].recording
    assert (longer.recording.bpm, longer.recording.key) == (source.bpm, source.key)
    assert longer.recording.duration_seconds == pytest.approx(_join(longer) + 12, abs=0.6)
    assert len(longer.sound) / ears.RATE == pytest.approx(
        longer.recording.duration_seconds, abs=0.002
    )


def test_the_head_is_the_source_itself(pop: tuple[Played, Played], longer: Played) -> None:
    """Up to the section whose last phrase the join cuts off: that one is played another way."""
    starts = [section.start_seconds for section in pop[0].recording.sections]
    until = int((max(start for start in starts if start < _join(longer)) - 0.3) * ears.RATE)
    old, new = pop[0].sound[:until].mean(axis=1), longer.sound[:until].mean(axis=1)
    assert np.corrcoef(old, new)[0, 1] > 0.999


def test_the_new_part_starts_on_the_downbeat(longer: Played) -> None:
    sections = [section for section in longer.recording.sections if "One more time" in section.text]
    assert sections[0].start_seconds == pytest.approx(_join(longer), abs=0.002)


def test_there_is_no_click_at_the_join(longer: Played) -> None:
    bar = 240 / longer.recording.bpm
    around = [
        _around(longer.sound, beat * bar)
        for beat in range(1, int(longer.recording.duration_seconds / bar))
    ]
    assert _around(longer.sound, _join(longer)) <= 1.5 * max(
        turn for beat, turn in enumerate(around, 1) if abs(beat * bar - _join(longer)) > 0.1
    )


def _around(sound: ears.Sound, seconds: float) -> float:
    centre = int(seconds * ears.RATE)
    return ears.sharpest_turn(sound[centre - 1000 : centre + 1000])


def test_the_head_is_as_loud_as_it_was(pop: tuple[Played, Played], longer: Played) -> None:
    until = int(_join(longer) * ears.RATE)
    assert ears.lufs(longer.sound[:until]) == pytest.approx(
        ears.lufs(pop[0].sound[:until]), abs=0.5
    )


def test_words_at_the_join_are_no_step_in_loudness(longer: Played) -> None:
    assert abs(_step(longer.sound, int(_join(longer) * ears.RATE))) <= 0.5


def _step(sound: ears.Sound, join: int) -> float:
    """By how many LU three seconds after a moment are louder than three seconds before."""
    span = 3 * ears.RATE
    return ears.lufs(sound[join : join + span]) - ears.lufs(sound[join - span : join])


def test_the_new_part_is_heard_to_start_on_the_downbeat(tmp_path: Path) -> None:
    source = record(Order(operation="music", prompt="house at 120 bpm, 20 s", seed=5), 1, tmp_path)
    order = replace(_order(source.path, lyrics="[Instrumental]", prompt="14 s"), extend_at_ms=8_500)
    longer = ears.heard(record(order, 1, tmp_path).path)
    near = longer[int(7.9 * ears.RATE) : int(8.1 * ears.RATE)]  # the join is at 8 s
    steps = np.abs(near).max(axis=1)[: len(near) // 44 * 44].reshape(-1, 44).max(axis=1)
    rise = np.convolve(steps, [1.0] * 5 + [-1.0] * 5, mode="valid")
    assert abs((int(rise.argmax()) + 5) * 44 / ears.RATE - 0.1) <= 0.025


def test_the_words_of_both_parts_come_back(pop: tuple[Played, Played], longer: Played) -> None:
    texts = [section.text for section in longer.recording.sections]
    assert texts[0] == pop[0].recording.sections[0].text
    assert "One more time together\nAll the way back home" in texts


def test_it_keeps_its_name_and_can_be_extended_again(longer: Played, tmp_path: Path) -> None:
    order = _order(longer.recording.path, lyrics="[Instrumental]", prompt="10 s", extend_at_ms=8000)
    assert title_for(order) == title_for(longer.order) == "Friendship"
    assert brief_for(order).genre == "pop"
    again = record(order, 2, tmp_path)
    assert again.path.name == "friendship_v2.mp3"
    assert again.bpm == longer.recording.bpm


def test_the_two_extensions_differ(longer: Played, tmp_path: Path) -> None:
    other = record(longer.order, 2, tmp_path)
    one, two = sidecar_of(longer.recording.path).score, sidecar_of(other.path).score
    assert one.parts != two.parts
    assert one.harmonies[: len(one.harmonies) // 3] == two.harmonies[: len(one.harmonies) // 3]


def test_at_its_end_a_song_goes_on_from_the_last_chord(
    pop: tuple[Played, Played], tmp_path: Path
) -> None:
    length = pop[1].recording.duration_seconds
    order = _order(pop[1].recording.path, extend_at_ms=int(length * 1000))
    assert record(order, 1, tmp_path).duration_seconds > length + 5


def test_a_moment_beyond_the_end_is_refused(pop: tuple[Played, Played], tmp_path: Path) -> None:
    with pytest.raises(BadSource):
        record(_order(pop[0].recording.path, extend_at_ms=60_000), 1, tmp_path)


def test_a_file_of_someone_else_is_refused(tmp_path: Path) -> None:
    stranger = tmp_path / "song.mp3"
    stranger.write_bytes(b"ID3")
    with pytest.raises(BadSource):
        record(_order(stranger), 1, tmp_path)
    stranger.write_bytes(tag_bytes([private("busker.houseband", zlib.compress(b'{"format": 99}'))]))
    with pytest.raises(BadSource):
        title_for(_order(stranger))


BOTH: tuple[TakeNumber, TakeNumber] = (1, 2)
PROMPTS = ("a cheerful pop song", "lo-fi jazz with saxophone", "a folk ballad", "loud rock")
SEEDS = range(32)
LOOSEST = 9
"""Ticks by which the least punctual player is early or late."""


TAKE = Take(version=1, audio_url="https://band.example/files/1/song_v1.mp3")
DESK = Desk(levels={}, tone=(), threshold=0.0, gain=1.0)


@cache
def _written(seed: int, take: TakeNumber, length: str = "18 s") -> Sidecar:
    prompt = f"{PROMPTS[seed % len(PROMPTS)]}, {length}"
    order = Order(operation="song", prompt=prompt, seed=seed)
    return Sidecar(order=order, take=take, score=score_for(brief_for(order), take), desk=DESK)


def _going_on(source: Sidecar, at: float, *, prompt: str = "12 s", lyrics: str = "La la") -> Score:
    """Go on at a share of the take's length, which is one of two takes that this makes."""
    order = Order(
        operation="extend",
        prompt=prompt,
        lyrics=lyrics,
        seed=source.order.seed + 9,
        extend_at_ms=int(at * source.score.seconds * 1000),
    )
    return extended(source, order, source.take)


def _joins(seed: int) -> Iterator[tuple[Score, int]]:
    """Longer scores, each with the tick at which its new words begin: early, midway, at the end."""
    for take in BOTH:
        for at in (0.45, 0.7, 1.0):
            source = _written(seed, take)
            score = _going_on(source, at, lyrics="[Intro]\nHere begins the new part")
            new = (p.start for p in score.passages if "new part" in p.text)
            yield score, next(new)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_player_reads_the_notes_in_order(seed: int) -> None:
    for score, _ in _joins(seed):
        for part in score.parts:
            assert list(part.notes) == sorted(part.notes, key=lambda note: (note.start, note.pitch))


@pytest.mark.parametrize("seed", SEEDS)
def test_old_notes_end_at_the_join_and_new_ones_begin_there(seed: int) -> None:
    for score, join in _joins(seed):
        for part in score.parts:
            head = [note for note in part.notes if note.start < join]
            assert all(note.end <= join and note.length > 0 for note in head)
            assert not [note for note in head if note.start >= join - LOOSEST]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_lead_never_sings_two_notes_at_once(seed: int) -> None:
    for score, _ in _joins(seed):
        for part in score.parts:
            if part.role == "lead":
                assert all(a.end - b.start <= 2 * LOOSEST for a, b in pairwise(part.notes))


@pytest.mark.parametrize(("seed", "take"), [(6, 1), (6, 2), (8, 1), (8, 2)])
def test_leads_that_go_on_at_the_end_can_be_played(seed: int, take: TakeNumber) -> None:
    order = Order(operation="song", prompt="a cheerful pop song about friendship", seed=seed)
    source = Sidecar(order=order, take=take, score=score_for(brief_for(order), take), desk=DESK)
    score = _going_on(source, 1.0)
    for part in score.parts:
        if part.instrument in LEADS:
            player = Player(part, score)
            for span in spans(int(score.seconds * ears.RATE)):
                block = player.block(span)
                assert block is None or np.isfinite(block).all()


def _words_of(passages: tuple[Passage, ...]) -> str:
    return "\n\n".join(f"[{each.label}]\n{each.text}" for each in passages if each.text)


def _new_texts(source: Sidecar, longer: Score) -> list[str]:
    end = source.score.passages[-1].start + source.score.passages[-1].length
    return [each.text for each in longer.passages if each.start >= end and each.text]


@pytest.mark.parametrize("take", BOTH)
def test_a_song_given_its_own_words_goes_on_with_the_last_chorus(take: TakeNumber) -> None:
    source = _written(4, take, "60 s")
    longer = _going_on(source, 1.0, prompt="", lyrics=_words_of(source.score.passages))
    chorus = [each.text for each in source.score.passages if each.kind == "chorus"][-1]
    assert set(_new_texts(source, longer)) == {chorus}
    assert longer.seconds == pytest.approx(source.score.seconds + 40, abs=6)


def test_every_bare_extension_adds_less_than_a_minute() -> None:
    source = _written(4, 1, "60 s")
    lengths = [source.score.seconds]
    for _ in range(3):
        longer = _going_on(source, 1.0, prompt="", lyrics=_words_of(source.score.passages))
        source = replace(source, score=longer)
        lengths.append(longer.seconds)
    assert all(30 < after - before < 45 for before, after in pairwise(lengths))


def test_cut_off_words_are_sung_after_the_join_in_their_order() -> None:
    source = _written(4, 1, "60 s")
    sung = [each for each in source.score.passages if each.text]
    at = (sung[2].start + 1) / source.score.length
    longer = _going_on(source, at, prompt="", lyrics=_words_of(source.score.passages))
    texts = [each.text for each in longer.passages if each.text]
    assert texts[: len(sung)] == [each.text for each in sung]


def test_new_words_are_sung_all() -> None:
    source = _written(4, 1, "60 s")
    words = "[Verse]\nA street that we have never seen\n\n[Chorus]\nAnd a new refrain for it"
    assert _new_texts(source, _going_on(source, 1.0, prompt="", lyrics=words))[:2] == [
        "A street that we have never seen",
        "And a new refrain for it",
    ]


def test_what_is_added_stays_where_a_lifted_chorus_has_gone() -> None:
    order = Order(operation="song", prompt="pop, 90 s", seed=0)
    source = Sidecar(order=order, take=1, score=score_for(brief_for(order), 1), desk=DESK)
    lifted = source.score.passages[-1]
    assert lifted.shift
    late, early = _going_on(source, 1.0), _going_on(source, 0.2)
    assert late.key == source.score.key
    assert late.passages[-1].shift == lifted.shift
    assert late.harmonies[-1].root == (late.key.tonic + lifted.shift) % 12
    assert early.passages[-1].shift == 0


@pytest.fixture(
    scope="module",
    params=[("rock", 0.5), ("jazz", 0.7), ("cinematic", 0.4), ("ambient", 0.95)],
    ids=lambda param: param[0],
)
def gone_on(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Played, Played, int]:
    """A take, a longer one made of it, and the sample at which they part."""
    genre, at = request.param
    folder = tmp_path_factory.mktemp(genre)
    order = Order(operation="music", prompt=f"{genre}, 24 s", seed=4)
    source = record(order, 1, folder)
    longer = replace(
        _order(source.path, lyrics="[Instrumental]", prompt="14 s"), extend_at_ms=int(at * 24_000)
    )
    extension = record(longer, 1, tmp_path_factory.mktemp(f"longer {genre}"))
    score = sidecar_of(source.path).score
    bar = score.ticks_per_bar * score.seconds_per_tick
    join = int((at * 24.0 + 1e-3) // bar * bar * ears.RATE)
    return (
        Played(order=order, recording=source, sound=ears.heard(source.path)),
        Played(order=longer, recording=extension, sound=ears.heard(extension.path)),
        join,
    )


def test_up_to_the_join_a_longer_take_is_as_loud_as_its_source(
    gone_on: tuple[Played, Played, int],
) -> None:
    source, longer, join = gone_on
    assert ears.lufs(longer.sound) == pytest.approx(-14.0, abs=0.5)
    for start in (0, join - 3 * ears.RATE):
        before, after = (ears.lufs(played.sound[start:join]) for played in (source, longer))
        assert after == pytest.approx(before, abs=0.5)


def test_loudness_does_not_step_at_the_join(gone_on: tuple[Played, Played, int]) -> None:
    _, longer, join = gone_on
    assert abs(_step(longer.sound, join)) <= 0.5


def test_what_was_played_goes_on_at_the_join(gone_on: tuple[Played, Played, int]) -> None:
    source, longer, join = gone_on
    passages = sidecar_of(longer.recording.path).score.passages
    rate = sidecar_of(source.recording.path).score.seconds_per_tick * ears.RATE
    before = [passage for passage in passages if round(passage.start * rate) < join - 1]
    after = passages[len(before)]
    assert (after.kind, after.energy) == (before[-1].kind, before[-1].energy)


def test_a_song_that_goes_on_twice_keeps_both_joins(
    gone_on: tuple[Played, Played, int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    _, longer, join = gone_on
    ends = int(longer.recording.duration_seconds * 1000)
    twice = replace(longer.order, source=longer.recording.path, extend_at_ms=ends)
    path = record(twice, 1, tmp_path_factory.mktemp("twice")).path
    sidecar = sidecar_of(path)
    assert len(sidecar.score.joins) == len(sidecar.desk.rides) == 2
    assert sidecar.desk.rides[:1] == sidecar_of(longer.recording.path).desk.rides
    before = replace(twice, source=path, extend_at_ms=int(join / ears.RATE * 1000) - 4000)
    anew = sidecar_of(record(before, 1, tmp_path_factory.mktemp("anew")).path)
    assert len(anew.score.joins) == len(anew.desk.rides) == 1


def test_around_the_join_nothing_turns_sharper_than_in_the_source(
    gone_on: tuple[Played, Played, int],
) -> None:
    source, longer, join = gone_on
    pieces = range(4410, len(source.sound) - 4410, 2205)
    own = max(ears.sharpest_turn(source.sound[start : start + 2205]) for start in pieces)
    assert ears.sharpest_turn(longer.sound[join - 1100 : join + 1100]) <= 1.25 * own


def test_a_longer_take_ends_by_itself(gone_on: tuple[Played, Played, int]) -> None:
    _, longer, _ = gone_on
    last = longer.sound[-int(0.05 * ears.RATE) :]
    assert np.abs(last).max() < 0.02
    assert ears.longest_silence(longer.sound) < 2.0


def test_a_take_that_was_tagged_and_made_smaller_can_be_gone_on_from(
    pop: tuple[Played, Played], tmp_path: Path
) -> None:
    source = pop[0].recording.path
    tagged, small = tmp_path / "tagged.mp3", tmp_path / "small.mp3"
    Tags(player="houseband")(source, tagged, a_job(title="Another name"), TAKE, None)
    fit(tagged, small, tagged.stat().st_size * 6 // 10)
    assert sidecar_of(small) == sidecar_of(tagged) == sidecar_of(source)
    assert read_tag(small).text("TALB") == "Another name"


def test_a_jingle_carries_no_notes_of_the_song_it_was_cut_from(
    pop: tuple[Played, Played], tmp_path: Path
) -> None:
    cut_jingle(pop[0].recording.path, tmp_path / "jingle.mp3", 5.0)
    with pytest.raises(BadSource):
        sidecar_of(tmp_path / "jingle.mp3")


def test_what_a_take_carries_is_small(pop: tuple[Played, Played]) -> None:
    assert len(read_tag(pop[0].recording.path).private("busker.houseband") or b"") < 30_000
