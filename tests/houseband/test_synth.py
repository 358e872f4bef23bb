from itertools import pairwise

import numpy as np
import pytest

from houseband.instruments import INSTRUMENTS, KIT
from houseband.sound.bank import NoteBank
from houseband.sound.drums import drum
from houseband.sound.kits import KITS
from houseband.sound.leads import LEADS
from houseband.sound.modes import ring
from houseband.sound.phrases import Tone, play
from houseband.sound.wave import SAMPLE_RATE, Audio, hertz
from tests.houseband.ears import Array, pitch_of

NOTES = sorted(INSTRUMENTS.keys() - LEADS.keys())


def middle(name: str) -> int:
    instrument = INSTRUMENTS[name]
    return (instrument.low + instrument.high) // 2


def cents(found: float, wanted: float) -> float:
    return float(1200 * np.log2(found / wanted))


@pytest.mark.parametrize("name", NOTES)
def test_every_note_is_in_tune_within_its_ensemble(name: str) -> None:
    pitch = middle(name)
    note = NoteBank().note(name, pitch, 2 * SAMPLE_RATE, 0.7)
    found = pitch_of(note.mean(axis=0)[: 2 * SAMPLE_RATE], hertz(pitch))
    assert abs(cents(found, hertz(pitch))) < 20


@pytest.mark.parametrize("name", NOTES)
def test_every_note_starts_and_ends_in_silence(name: str) -> None:
    note = NoteBank().note(name, middle(name), SAMPLE_RATE // 2, 0.7)
    assert note.dtype == np.float32
    assert np.isfinite(note).all()
    peak = np.abs(note).max()
    assert peak > 0.05
    assert np.abs(note[:, 0]).max() < 0.02 * peak
    assert np.abs(note[:, -1]).max() < 1e-3 * peak


@pytest.mark.parametrize("name", NOTES)
def test_harder_is_louder_and_brighter(name: str) -> None:
    soft, hard = (NoteBank().note(name, middle(name), SAMPLE_RATE // 2, v) for v in (0.2, 0.95))
    assert _power(hard) > 4 * _power(soft)
    assert _centre(hard) > 0.98 * _centre(soft)


def _power(sound: Audio) -> float:
    return float(np.mean(sound**2))


def _centre(sound: Audio) -> float:
    spectrum = np.abs(np.fft.rfft(sound.mean(axis=0))) ** 2
    return float(np.sum(np.arange(len(spectrum)) * spectrum) / spectrum.sum())


def test_a_note_that_was_drawn_is_not_drawn_again() -> None:
    bank = NoteBank()
    first = bank.note("piano", 60, 20_000, 0.7)
    again = bank.note("piano", 60, 20_000, 0.7)
    assert bank.drawn == 1
    assert np.array_equal(first, again)


def test_playing_a_note_leaves_the_remembered_one_as_it_was() -> None:
    bank = NoteBank()
    first = bank.note("piano", 60, 20_000, 0.7).copy()
    bank.note("piano", 60, 20_000, 0.7)[:] = 0
    assert np.array_equal(first, bank.note("piano", 60, 20_000, 0.7))


def test_the_bank_forgets_when_it_is_full() -> None:
    bank = NoteBank(most_bytes=2_000_000)
    for pitch in range(40, 80):
        bank.note("piano", pitch, 40_000, 0.7)
    assert bank.held_bytes <= 2_000_000


@pytest.mark.parametrize("name", sorted(LEADS))
def test_every_lead_is_in_tune_within_its_vibrato(name: str) -> None:
    phrase = [
        Tone(start=0, length=20_000, pitch=67, velocity=0.8),
        Tone(start=20_000, length=60_000, pitch=64, velocity=0.8, vowel="o"),
    ]
    sound = play(name, phrase).mean(axis=0)
    assert np.isfinite(sound).all()
    assert abs(cents(pitch_of(sound[26_000:78_000], hertz(64)), hertz(64))) < 35
    assert abs(float(sound[-1])) < 1e-3


@pytest.mark.parametrize("name", sorted(LEADS))
def test_every_lead_is_louder_and_brighter_when_it_gives_more(name: str) -> None:
    soft, loud = (
        play(name, [Tone(start=0, length=40_000, pitch=67, velocity=v)]) for v in (0.3, 0.95)
    )
    assert _power(loud) > 4 * _power(soft)
    assert _centre(loud) > 0.98 * _centre(soft)


def test_a_slur_has_no_gap_where_a_new_stroke_has_one() -> None:
    slurred = [
        Tone(start=22_050 * n, length=22_050, pitch=67 + 2 * n, velocity=0.8) for n in range(2)
    ]
    struck = [Tone(start=22_050 * n, length=22_050, pitch=67, velocity=0.8) for n in range(2)]
    gap, dent = (_deepest(play("trumpet", phrase)) for phrase in (struck, slurred))
    assert gap < 0.5 * dent


def _deepest(sound: Audio) -> float:
    """The quietest five milliseconds of the middle, against its mean."""
    middle = sound.mean(axis=0)[11_025:33_075]
    powers = np.mean(middle[: len(middle) // 220 * 220].reshape(-1, 220) ** 2, axis=1)
    return float(np.sqrt(powers.min() / powers.mean()))


def test_vibrato_moves_every_partial_of_a_violin_in_its_own_way() -> None:
    sound = play("violin", [Tone(start=0, length=120_000, pitch=62, velocity=0.8)])
    sways = [_sway_of_loudness(sound.mean(axis=0), n * hertz(62)) for n in range(1, 9)]
    assert max(sways) > 0.2
    assert max(sways) > 2 * min(sways)


def _sway_of_loudness(sound: Audio, partial: float) -> float:
    """How much a partial's level moves, against its mean."""
    held = sound[50_000:110_000] * np.exp(-2j * np.pi * partial * np.arange(60_000) / SAMPLE_RATE)
    level = np.abs(np.convolve(held, np.hanning(1500), "valid"))
    return float(level.std() / level.mean())


def test_vowels_have_their_formants() -> None:
    low, high = (400.0, 1000.0), (1800.0, 2800.0)
    ah, ee, oo = (_sung(vowel) for vowel in "aiu")
    assert _share(ah, low) > 2 * _share(ee, low)
    assert _share(ee, high) > 3 * _share(oo, high)


def _sung(vowel: str) -> Audio:
    sound: Audio = play(
        "voice", [Tone(start=0, length=40_000, pitch=60, velocity=0.8, vowel=vowel)]
    )
    return np.asarray(sound.mean(axis=0), np.float32)


def _share(sound: Audio, band: tuple[float, float]) -> float:
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz_ = np.fft.rfftfreq(len(sound), 1 / SAMPLE_RATE)
    return float(power[(hertz_ > band[0]) & (hertz_ < band[1])].sum() / power.sum())


@pytest.mark.parametrize("kit", sorted(KITS))
@pytest.mark.parametrize("name", KIT)
def test_every_drum_sounds_and_stops(kit: str, name: str) -> None:
    stroke = drum(kit, KIT[name], 6, 0, 1.0)
    assert np.isfinite(stroke).all()
    assert 0.01 < np.abs(stroke).max() < 2
    assert np.abs(stroke[:, -1]).max() < 1e-2 * np.abs(stroke).max()
    assert stroke.shape[1] < 9 * SAMPLE_RATE


@pytest.mark.parametrize("kit", ["studio", "club"])
@pytest.mark.parametrize("name", ["ride", "crash", "open hat"])
def test_a_cymbal_grows_darker_as_it_rings_out(kit: str, name: str) -> None:
    stroke = drum(kit, KIT[name], 6, 0, 1.0)
    start, later = (stroke[:, at : at + 4096] for at in (2000, stroke.shape[1] // 2))
    assert _centre(later) < 0.9 * _centre(start)


def test_a_cymbal_has_tones_that_noise_has_not() -> None:
    ride = drum("studio", KIT["ride"], 6, 0, 1.0)[:, 4000:36_768].mean(axis=0)
    hiss = np.random.default_rng(1).normal(size=len(ride))
    assert _peakiness(ride) > 2 * _peakiness(hiss)


def _peakiness(sound: Array) -> float:
    """How far the strongest partials of each half octave above 2 kHz stand out of its middle."""
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    edges = (2000 * 2 ** (np.arange(6) / 2) * len(sound) / SAMPLE_RATE).astype(int)
    bands = (power[low:high] for low, high in pairwise(edges))
    return float(np.mean([np.percentile(band, 99) / np.median(band) for band in bands]))


def test_two_strokes_in_a_row_differ() -> None:
    one, two = (drum("studio", KIT["snare"], 6, turn, 0.1) for turn in (0, 1))
    assert not np.array_equal(one, two)


def test_a_partial_falls_by_sixty_decibels_in_its_time() -> None:
    sound = ring([441.0], [1.0], [0.5], SAMPLE_RATE)
    start, later = (float(np.abs(sound[at : at + 200]).max()) for at in (0, SAMPLE_RATE // 2))
    assert -61 < 20 * np.log10(later / start) < -59
