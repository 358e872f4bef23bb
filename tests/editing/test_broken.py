"""Files that the service, or a disk, has broken: they are edited, or refused in one of two words."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editing.decode import Unreadable
from editing.encode import mp3_from
from editing.fit import TooLong, fit
from editing.jingle import cut_jingle
from mp3.frames import check
from tests.editing.songs import a_song


@lru_cache
def a_take(rate: int) -> bytes:
    with TemporaryDirectory() as folder:
        kbps = 160 if rate >= 16_000 else 64
        return a_song(Path(folder) / "a.mp3", seconds=0.4, kbps=kbps, rate=rate).read_bytes()


BROKEN = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), max_size=6)


@settings(max_examples=150, deadline=None)
@given(BROKEN, st.floats(0, 1), st.sampled_from([44_100, 16_000, 8_000]))
def test_a_broken_take_is_edited_or_refused(
    changes: list[tuple[float, bytes]], length: float, rate: int
) -> None:
    broken = bytearray(a_take(rate))
    for place, new in changes:
        at = round(place * (len(broken) - len(new)))
        broken[at : at + len(new)] = new
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "a.mp3", Path(folder) / "b.mp3"
        source.write_bytes(broken[: round(length * len(broken))])
        with suppress(Unreadable, TooLong):
            fit(source, target, 7_000)
            check(target)
        with suppress(Unreadable):
            cut_jingle(source, target, 5)
            check(target)


def test_no_sound_at_all_is_no_mp3() -> None:
    with pytest.raises(Unreadable):
        mp3_from([], sample_rate=44_100, channels=2, kbps=128)


@pytest.mark.parametrize("rate", [8_000, 11_025, 12_000, 16_000])
def test_low_sample_rates_are_cut_too(tmp_path: Path, rate: int) -> None:
    source = a_song(tmp_path / "a.mp3", seconds=7, kbps=64, rate=rate)
    assert cut_jingle(source, tmp_path / "b.mp3", 5) == 5
    assert check(tmp_path / "b.mp3").sample_rate == rate
