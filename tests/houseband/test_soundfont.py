"""Recorded notes from soundfonts that are written here."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from houseband.order import Order
from houseband.server.music import HouseStudio
from houseband.sound.bank import NoteBank
from houseband.sound.soundfont.font import BadSoundfont, Soundfont
from houseband.sound.wave import SAMPLE_RATE, Audio, hertz
from tests.houseband.ears import pitch_of
from tests.houseband.soundfonts import write_soundfont

PIANO, FLUTE, TUBA = 0, 73, 58


def font(
    folder: Path,
    *programs: int,
    zone: dict[int, int] | None = None,
    above: dict[int, int] | None = None,
) -> Soundfont:
    path = folder / "tiny.sf2"
    return Soundfont(write_soundfont(path, programs or (PIANO,), zone, above=above))


def cents(note: Audio, pitch: int) -> float:
    return float(1200 * np.log2(pitch_of(note.mean(axis=0), hertz(pitch)) / hertz(pitch)))


@pytest.mark.parametrize("pitch", [48, 69, 84])
@pytest.mark.parametrize("packed", [False, True], ids=["sf2", "sf3"])
def test_a_note_sounds_at_its_pitch_for_as_long_as_it_is_held(
    tmp_path: Path, pitch: int, packed: bool
) -> None:
    path = write_soundfont(tmp_path / "tiny.sf2", [PIANO], packed=packed)
    note = Soundfont(path).note("piano", pitch, SAMPLE_RATE, 0.8)
    assert note.shape == (2, SAMPLE_RATE)
    assert cents(note, pitch) == pytest.approx(3.9, abs=3)
    start, end = np.abs(note[:, 2000:4000]).max(), np.abs(note[:, -2000:]).max()
    assert end == pytest.approx(start, rel=0.05)


def test_it_offers_what_it_has_of_what_the_band_takes(tmp_path: Path) -> None:
    assert font(tmp_path, PIANO, FLUTE, TUBA).instruments == {"piano", "flute"}


def test_one_without_a_byte_between_its_chunks_is_read_too(tmp_path: Path) -> None:
    path = write_soundfont(tmp_path / "tiny.sf3", [PIANO], packed=True, filled=False)
    assert Soundfont(path).instruments == {"piano"}


def test_a_sample_without_a_loop_ends(tmp_path: Path) -> None:
    note = font(tmp_path, zone={54: 0}).note("piano", 69, SAMPLE_RATE, 0.8)
    assert np.abs(note[:, : 300 * 2]).max() > 0.2
    assert np.abs(note[:, 900:]).max() == 0


def test_generators_are_heard(tmp_path: Path) -> None:
    def drawn(zone: dict[int, int]) -> Audio:
        return font(tmp_path, zone=zone).note("piano", 69, SAMPLE_RATE, 0.8)

    plain, octave = drawn({}), drawn({51: 12})
    assert cents(octave, 81) == pytest.approx(3.9, abs=3)
    left = drawn({17: -500})
    assert np.abs(left[1]).max() < 1e-3 < np.abs(left[0]).max()
    dying = drawn({36: 0, 37: 1000})  # a second until nothing is left
    assert np.abs(dying[:, -2000:]).max() < 0.01 * np.abs(dying[:, :2000]).max()
    slow = drawn({34: 0})
    assert np.abs(slow[:, 4000:6000]).max() < 0.2 * np.abs(slow[:, -2000:]).max()
    soft = drawn({48: 100})
    assert np.abs(soft).max() < 0.7 * np.abs(plain).max()
    dull = drawn({8: 3600})
    assert np.abs(dull[:, 2000:]).max() < 0.1 * np.abs(plain).max()


def test_a_preset_adds_to_its_instruments_and_narrows_their_keys(tmp_path: Path) -> None:
    shifted = font(tmp_path, zone={51: 5}, above={51: 7})
    assert cents(shifted.note("piano", 69, SAMPLE_RATE, 0.8), 81) == pytest.approx(3.9, abs=3)
    low = font(tmp_path, zone={43: 127 << 8 | 30}, above={43: 60 << 8})
    assert np.abs(low.note("piano", 50, 4000, 0.8)).max() > 0.1
    assert np.abs(low.note("piano", 69, 4000, 0.8)).max() == 0
    assert np.abs(low.note("piano", 20, 4000, 0.8)).max() == 0


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "can't be read (No such file or directory)"),
        (b"", "is no soundfont in the format SF2 or SF3"),
        (b"RIFF\x04\x00\x00\x00WAVE", "is no soundfont in the format SF2 or SF3"),
    ],
)
def test_what_is_no_soundfont_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes | None, why: str
) -> None:
    path = tmp_path / "odd.sf2"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadSoundfont) as refused:
        Soundfont(path)
    assert str(refused.value) == f"The soundfont {path} {why}."


def test_one_without_any_of_the_bands_instruments_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSoundfont, match="has none of the instruments"):
        font(tmp_path, TUBA)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    cut=st.integers(0, 5000),
    at=st.integers(12, 5000),
    value=st.integers(0, 255),
    hurt=st.booleans(),
    packed=st.booleans(),
)
def test_a_damaged_one_is_refused_or_played_and_nothing_else(
    tmp_path: Path, cut: int, at: int, value: int, hurt: bool, packed: bool
) -> None:
    path = write_soundfont(tmp_path / "hurt.sf2", [PIANO], packed=packed)
    content = bytearray(path.read_bytes())
    if hurt:
        content[at % len(content)] = value
    else:
        content = content[:cut]
    path.write_bytes(bytes(content))
    try:
        note = Soundfont(path).note("piano", 60, 3000, 0.7)
    except BadSoundfont:
        return
    assert np.isfinite(note).all()


def test_the_bank_takes_from_it_what_it_has_and_draws_the_rest(tmp_path: Path) -> None:
    bank, equipped = NoteBank(), NoteBank()
    equipped.equip(write_soundfont(tmp_path / "tiny.sf2", [PIANO, FLUTE]))
    assert equipped.soundfont == "tiny.sf2"
    assert equipped.recorded == {"piano", "flute"}
    for name, same in (("piano", False), ("harp", True)):
        one, two = (each.note(name, 60, 20_000, 0.7) for each in (bank, equipped))
        assert np.array_equal(one, two) == same
    assert np.abs(equipped.note("flute", 74, 20_000, 0.7)).max() > 0.1
    equipped.equip(None)
    assert np.array_equal(
        bank.note("piano", 60, 20_000, 0.7), equipped.note("piano", 60, 20_000, 0.7)
    )


def test_a_song_does_without_one_that_has_gone_since(tmp_path: Path) -> None:
    path = write_soundfont(tmp_path / "tiny.sf2", [PIANO])
    studio = HouseStudio().equipped(path)
    path.unlink()
    order = Order(operation="music", prompt="solo piano, 10 s", seed=1)
    assert studio.record(order, 1, tmp_path, lambda _: None).soundfont is None
