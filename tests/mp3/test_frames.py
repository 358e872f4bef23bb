"""Frames: counting, finding, and what is no mp3."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mp3 import id3
from mp3.frames import (
    Facts,
    NotMp3,
    check,
    duration_seconds,
    facts_of,
    first_frame,
    frames,
)
from mp3.header import header_from
from tests.mp3.sounds import encoded


def test_a_file_says_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "song.mp3"
    path.write_bytes(encoded(rate=48_000, kbps=192, samples=60_000).whole)
    facts = check(path)
    assert facts == Facts(
        bitrate=192_000,
        sample_rate=48_000,
        channels=2,
        frames=facts.frames,
        samples=60_000,
        truncated=False,
    )
    assert facts.duration_seconds == duration_seconds(path) == 1.25


def test_without_an_info_header_the_frames_count() -> None:
    facts = facts_of(encoded().bare)
    assert facts.samples == facts.frames * 1152
    assert not facts.truncated


@pytest.mark.parametrize(
    ("rate", "channels", "per_frame"), [(22_050, 2, 576), (16_000, 1, 576), (8_000, 1, 576)]
)
def test_lower_sample_rates_have_shorter_frames(rate: int, channels: int, per_frame: int) -> None:
    made = encoded(rate=rate, channels=channels, kbps=48, samples=10_000)
    facts = facts_of(made.bare)
    assert (facts.sample_rate, facts.channels) == (rate, channels)
    assert facts.samples == facts.frames * per_frame
    assert facts_of(made.whole).samples == 10_000


@pytest.mark.parametrize("lost", [1, 100, 5_000])
def test_a_cut_file_is_called_truncated(lost: int) -> None:
    assert facts_of(encoded().whole[:-lost]).truncated


def test_a_bare_file_cut_in_a_frame_is_called_truncated() -> None:
    assert facts_of(encoded().bare[:-100]).truncated


def test_tags_around_the_music_are_passed_over() -> None:
    whole = encoded().whole
    tag = id3.tag_bytes([id3.title("Ana")])
    around = tag + tag + whole + b"TAG" + bytes(125)
    assert first_frame(around).offset == 2 * len(tag)
    assert facts_of(around) == facts_of(whole)


def test_junk_in_front_and_between_is_passed_over() -> None:
    bare = encoded().bare
    found = list(frames(bare))
    middle = found[10].offset
    damaged = b"\xff\xfb\x90 junk" + bare[:middle] + b"\xff\xff\xfb" * 30 + bare[middle:]
    assert facts_of(damaged).frames == len(found)


def test_frames_follow_each_other_without_a_gap() -> None:
    bare = encoded().bare
    found = list(frames(bare))
    assert found[0].offset == 0
    assert all(one.end == next_.offset for one, next_ in pairwise(found))
    assert found[-1].end == len(bare)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"\xff\xfb\x90\x00",
        b"RIFF\x24\0\0\0WAVEfmt " + bytes(1000),
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
        b"<!doctype html><title>404</title>" * 100,
        b"\xff" * 100_000,
        id3.tag_bytes([id3.title("nothing after it")]),
    ],
)
def test_what_is_no_mp3_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "song.mp3"
    path.write_bytes(data)
    with pytest.raises(NotMp3):
        check(path)


def test_a_header_with_nothing_after_it_is_no_song() -> None:
    whole = encoded().whole
    with pytest.raises(NotMp3):
        facts_of(whole[: first_frame(whole).end])


@pytest.mark.parametrize(
    "word",
    [
        0xFFFD9000,  # layer 2
        0xFFFB0000,  # free bitrate
        0xFFFBF000,  # no bitrate
        0xFFFB9C00,  # no sample rate
        0xFFEB9000,  # no version
        0x7FFB9000,  # no sync
    ],
)
def test_what_is_no_header_is_none(word: int) -> None:
    assert header_from(word) is None


@given(cut=st.integers(0, 20_000), mangled=st.binary(max_size=64), start=st.integers(0, 20_000))
def test_a_mangled_file_is_counted_or_refused(cut: int, mangled: bytes, start: int) -> None:
    data = encoded().whole
    data = data[:start] + mangled + data[start + len(mangled) : len(data) - cut]
    try:
        assert facts_of(data).samples >= 0
    except NotMp3:
        assert len(data) < 2_000 or start < 2_000
