"""Songs made smaller: what still fits, what stays, and what is left behind when it fails."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from tinytag import TinyTag

from editing.decode import Unreadable
from editing.fit import TooLong, fit
from mp3.frames import check
from mp3.id3 import read_tag, tag_size
from tests.disk import files_no_larger_than
from tests.editing.songs import JPEG, a_song, heard, level


@pytest.mark.parametrize(
    ("most_kbps", "chosen"), [(250, 224), (223, 192), (130, 128), (127, 112), (97, 96)]
)
def test_the_largest_bit_rate_that_fits_is_taken(
    tmp_path: Path, most_kbps: float, chosen: int
) -> None:
    source, target = a_song(tmp_path / "a.mp3", seconds=20, kbps=320), tmp_path / "b.mp3"
    most = round(most_kbps * 125 * 20) + tag_size(source.read_bytes()[:10])
    fit(source, target, most)
    facts = check(target)
    assert facts.bitrate == chosen * 1000
    assert facts.duration_seconds == 20
    assert target.stat().st_size <= most


@pytest.mark.parametrize("shape", [(44_100, 2), (48_000, 1), (22_050, 2), (24_000, 1), (32_000, 2)])
def test_it_sounds_as_before_in_any_shape(tmp_path: Path, shape: tuple[int, int]) -> None:
    rate, channels = shape
    kbps = 320 if rate >= 32_000 else 160
    source = a_song(tmp_path / "a.mp3", seconds=4, kbps=kbps, rate=rate, channels=channels)
    target = tmp_path / "b.mp3"
    fit(source, target, round(source.stat().st_size * 0.8))
    facts = check(target)
    assert (facts.sample_rate, facts.channels) == shape
    before, after = heard(source)[0], heard(target)[0]
    assert len(before) == len(after)
    middle = slice(rate, 3 * rate)
    assert level(after[middle]) == pytest.approx(level(before[middle]), rel=0.06)  # LAME's headroom
    assert np.corrcoef(before[middle], after[middle])[0, 1] > 0.999


def test_its_tag_and_cover_stay_to_the_byte(tmp_path: Path) -> None:
    source, target = a_song(tmp_path / "a.mp3", seconds=4, kbps=320), tmp_path / "b.mp3"
    fit(source, target, source.stat().st_size // 2)
    assert read_tag(target) == read_tag(source)
    cover = TinyTag.get(target, image=True).images.front_cover
    assert cover is not None
    assert cover.data == JPEG


def test_below_what_can_be_listened_to_it_doesnt_fit(tmp_path: Path) -> None:
    source, target = a_song(tmp_path / "a.mp3", seconds=10, kbps=320), tmp_path / "b.mp3"
    with pytest.raises(TooLong):
        fit(source, target, 95 * 125 * 10)
    assert not target.exists()


@pytest.mark.parametrize("content", [b"", b"RIFF" * 1000, b"\xff\xfb\x90\x64" * 3])
def test_what_no_decoder_reads_is_told(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "a.mp3"
    source.write_bytes(content)
    with pytest.raises(Unreadable):
        fit(source, tmp_path / "b.mp3", 1_000_000)


def test_a_disk_that_fills_up_keeps_no_half_of_it(tmp_path: Path) -> None:
    source = a_song(tmp_path / "a.mp3", seconds=4, kbps=320)
    with files_no_larger_than(20_000), pytest.raises(OSError, match="large"):
        fit(source, tmp_path / "b.mp3", 100_000)
    assert list(tmp_path.iterdir()) == [source]


def test_a_minute_takes_far_less_memory_than_its_sound(tmp_path: Path) -> None:
    source = a_song(tmp_path / "a.mp3", seconds=60, kbps=320)
    tracemalloc.start()
    try:
        fit(source, tmp_path / "b.mp3", 60 * 125 * 130)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 60 * 44_100 * 2 * 4 / 3
