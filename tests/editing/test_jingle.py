"""Jingles: where they begin, how long they are, and how they end."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinytag import TinyTag

from editing.decode import Unreadable
from editing.jingle import cut_jingle
from mp3.frames import check
from mp3.id3 import read_tag
from tests.disk import files_no_larger_than
from tests.editing.songs import JPEG, LEVEL, a_song, heard, level


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_song(tmp_path_factory.mktemp("songs") / "a.mp3", seconds=70, silence=1.5, kbps=192)


@settings(max_examples=12, deadline=None)
@given(seconds=st.integers(5, 60))
def test_a_jingle_is_as_long_as_was_asked_to_the_sample(song: Path, seconds: int) -> None:
    target = song.with_name("jingle.mp3")
    assert cut_jingle(song, target, seconds) == seconds
    sound, rate = heard(target)
    assert len(sound) == seconds * rate
    facts = check(target)
    assert (facts.duration_seconds, facts.bitrate) == (seconds, 192_000)


def test_it_begins_where_the_music_does(song: Path, tmp_path: Path) -> None:
    cut_jingle(song, tmp_path / "b.mp3", 15)
    sound, rate = heard(tmp_path / "b.mp3")
    assert level(sound[rate // 20 : rate // 5]) == pytest.approx(LEVEL, rel=0.1)


def test_it_fades_in_without_a_click_and_out_for_a_second(song: Path, tmp_path: Path) -> None:
    cut_jingle(song, tmp_path / "b.mp3", 15)
    sound, rate = heard(tmp_path / "b.mp3")
    assert np.abs(sound[:20]).max() < 0.2 * LEVEL
    ends = [level(sound[round(at * rate) :][: rate // 50]) for at in (13.9, 14.49, 14.98)]
    assert ends == pytest.approx([LEVEL, LEVEL * np.sqrt(0.5), 0], abs=0.04)


def test_a_short_one_fades_for_a_tenth_of_itself(song: Path, tmp_path: Path) -> None:
    cut_jingle(song, tmp_path / "b.mp3", 5)
    sound, rate = heard(tmp_path / "b.mp3")
    assert level(sound[round(4.45 * rate) :][: rate // 50]) == pytest.approx(LEVEL, rel=0.1)
    assert level(sound[-rate // 50 :]) < 0.1 * LEVEL


def test_a_take_that_is_shorter_is_faded_as_it_is(tmp_path: Path) -> None:
    source = a_song(tmp_path / "a.mp3", seconds=3)
    assert cut_jingle(source, tmp_path / "b.mp3", 15) == 3
    assert check(tmp_path / "b.mp3").duration_seconds == 3


def test_silence_that_leaves_too_little_is_begun_in(tmp_path: Path) -> None:
    source = a_song(tmp_path / "a.mp3", seconds=8, silence=5)
    cut_jingle(source, tmp_path / "b.mp3", 6)
    sound, rate = heard(tmp_path / "b.mp3")
    assert len(sound) == 6 * rate
    assert level(sound[2 * rate : 2 * rate + 400]) < 0.01
    assert level(sound[4 * rate : 5 * rate]) == pytest.approx(LEVEL, rel=0.1)


def test_nothing_but_silence_is_cut_all_the_same(tmp_path: Path) -> None:
    source = a_song(tmp_path / "a.mp3", seconds=8, silence=8)
    assert cut_jingle(source, tmp_path / "b.mp3", 5) == 5


def test_its_tag_stays_but_for_what_speaks_of_moments(song: Path, tmp_path: Path) -> None:
    cut_jingle(song, tmp_path / "b.mp3", 15)
    tag = read_tag(tmp_path / "b.mp3")
    assert tag.text("TIT2") == "Rain (A)"
    assert tag.text("TLEN") == "15000"
    assert not {"SYLT", "PRIV"} & {frame.name for frame in tag.frames}
    cover = TinyTag.get(tmp_path / "b.mp3", image=True).images.front_cover
    assert cover is not None
    assert cover.data == JPEG


def test_what_no_decoder_reads_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(b"RIFF" * 1000)
    with pytest.raises(Unreadable):
        cut_jingle(tmp_path / "a.mp3", tmp_path / "b.mp3", 15)


def test_a_disk_that_fills_up_keeps_no_half_of_it(song: Path, tmp_path: Path) -> None:
    with files_no_larger_than(20_000), pytest.raises(OSError, match="large"):
        cut_jingle(song, tmp_path / "b.mp3", 15)
    assert list(tmp_path.iterdir()) == []
