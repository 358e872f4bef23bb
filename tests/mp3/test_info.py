"""The Info header, judged by libsndfile's decoder."""

import io

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import correlate, correlation_lags

from mp3.frames import Info, NotMp3, facts_of, first_frame, info_in
from mp3.info import crc16, with_info_header
from tests.mp3.sounds import Sound, encoded

SHAPES = [
    {"rate": 44_100, "channels": 2, "kbps": 192},
    {"rate": 44_100, "channels": 1, "kbps": 128},
    {"rate": 48_000, "channels": 2, "kbps": 256},
    {"rate": 48_000, "channels": 1, "kbps": 192},
    {"rate": 48_000, "channels": 2, "kbps": 128},
    {"rate": 44_100, "channels": 1, "kbps": 40},
    {"rate": 22_050, "channels": 2, "kbps": 64},
]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_decoder_gets_every_sample_and_none_late(shape: dict[str, int]) -> None:
    made = encoded(**shape)
    decoded, rate = decode(made.whole)
    assert rate == shape["rate"]
    assert decoded.shape == made.sound.shape
    assert lag(decoded, made.sound) == 0


def test_without_the_header_the_same_sound_is_late() -> None:
    made = encoded()
    decoded, _ = decode(made.bare)
    assert lag(decoded, made.sound) == 1105


@pytest.mark.parametrize("samples", [2, 575, 1152, 1153, 1727, 1728, 1729, 10_000, 44_101])
def test_any_length_is_exact(samples: int) -> None:
    made = encoded(samples=samples)
    decoded, _ = decode(made.whole)
    assert len(decoded) == samples
    assert facts_of(made.whole).samples == samples


@pytest.mark.parametrize("shape", SHAPES)
def test_seeking_lands_where_it_should(shape: dict[str, int]) -> None:
    made = encoded(**shape)
    whole, _ = decode(made.whole)
    with soundfile.SoundFile(io.BytesIO(made.whole)) as file:
        file.seek(30_000)
        assert np.allclose(file.read(5_000, always_2d=True), whole[30_000:35_000], atol=1e-3)


def test_the_header_is_one_more_frame_and_changes_no_other() -> None:
    made = encoded()
    first = first_frame(made.whole)
    assert first.offset == 0
    assert made.whole[first.end :] == made.bare
    count = facts_of(made.bare).frames
    assert info_in(made.whole, first) == Info(
        frames=count, delay=576, padding=count * 1152 - 576 - len(made.sound)
    )


def test_its_checksums_hold() -> None:
    made = encoded()
    first = first_frame(made.whole)
    end = first.header.side_end + 154
    assert made.whole[end : end + 2] == crc16(made.whole[:end]).to_bytes(2)
    assert made.whole[end - 2 : end] == crc16(made.bare).to_bytes(2)
    assert int.from_bytes(made.whole[end - 6 : end - 2]) == len(made.whole)


def test_the_checksum_is_the_kind_called_arc() -> None:
    assert crc16(b"123456789") == 0xBB3D


@given(st.binary(max_size=300), st.integers(0, 70_000))
def test_folding_the_checksum_changes_nothing(data: bytes, more: int) -> None:
    data = data + bytes(more) + data
    assert crc16(data) == slow_crc16(data)


@pytest.mark.parametrize("samples", [0, 40_000, 60_000])
def test_a_length_that_the_frames_cannot_have_is_refused(samples: int) -> None:
    with pytest.raises(NotMp3):
        with_info_header(encoded().bare, samples=samples)


def test_a_second_header_is_refused() -> None:
    with pytest.raises(NotMp3):
        with_info_header(encoded().whole, samples=50_000)


def test_what_is_no_mp3_gets_no_header() -> None:
    with pytest.raises(NotMp3):
        with_info_header(b"RIFF" * 1000, samples=1000)


def decode(mp3: bytes) -> tuple[Sound, int]:
    return soundfile.read(io.BytesIO(mp3), always_2d=True)  # type: ignore[no-any-return]


def lag(late: Sound, early: Sound) -> int:
    """How many samples the one comes after the other."""
    found = correlate(late[:, 0], early[:, 0], method="fft")
    return int(correlation_lags(len(late), len(early))[np.argmax(found)])


def slow_crc16(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
