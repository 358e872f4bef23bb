from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from houseband.order import Order
from houseband.sidecar import BadSource, sidecar_of
from houseband.studio import brief_for, record, title_for
from tests.houseband import ears
from tests.houseband.conftest import Played

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
    until = int((_join(longer) - 0.1) * ears.RATE)
    old, new = pop[0].sound[:until].mean(axis=1), longer.sound[:until].mean(axis=1)
    assert np.corrcoef(old, new)[0, 1] > 0.97


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
        ears.lufs(pop[0].sound[:until]), abs=0.8
    )


def test_loudness_does_not_step_where_the_same_section_goes_on(longer: Played) -> None:
    join, span = int(_join(longer) * ears.RATE), 3 * ears.RATE
    before, after = (
        ears.lufs(longer.sound[join - span : join]),
        ears.lufs(longer.sound[join : join + span]),
    )
    assert abs(before - after) < 2.5


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
    stranger.with_suffix(".json").write_text('{"format": 99}')
    with pytest.raises(BadSource):
        title_for(_order(stranger))
