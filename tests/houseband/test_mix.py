import numpy as np
import pytest
from scipy import signal

from houseband.brief import brief_for
from houseband.compose import score_for
from houseband.desk import Desk
from houseband.sound.blocks import BLOCK, Convolution, Response, between, spans
from houseband.sound.limiter import gain_for, limited
from houseband.sound.master import Master
from houseband.sound.meter import PEAK_BLOCK, PeakMeter, PowerMeter, loudness
from houseband.sound.tape import Tape
from houseband.sound.tone import bend_towards
from houseband.sound.wave import Audio
from tests.houseband import ears
from tests.houseband.conftest import Played


def test_every_take_is_as_loud_as_streaming_services_play_it(every: list[Played]) -> None:
    for played in every:
        assert ears.lufs(played.sound) == pytest.approx(-14.0, abs=0.5), played.order.prompt


def test_no_peak_comes_near_full_scale(every: list[Played]) -> None:
    for played in every:
        assert ears.true_peak(played.sound) <= -1.0, played.order.prompt


def test_nothing_is_clipped_and_nothing_leans(every: list[Played]) -> None:
    for played in every:
        assert np.abs(played.sound).max() < 1.0
        assert np.abs(played.sound.mean(axis=0)).max() < 1e-3


def test_it_is_never_silent_for_long(every: list[Played]) -> None:
    for played in every:
        assert ears.longest_silence(played.sound) < 1.0


def test_the_file_lasts_as_long_as_it_says(every: list[Played]) -> None:
    for played in every:
        assert len(played.sound) / ears.RATE == pytest.approx(
            played.recording.duration_seconds, abs=0.002
        )


def test_the_tempo_is_the_one_that_was_asked_for(house: Played, lofi: Played) -> None:
    assert house.recording.bpm == 126
    assert ears.pulse(house.sound, 110, 145) == pytest.approx(126, abs=0.7)
    assert lofi.recording.bpm == 82
    assert ears.pulse(lofi.sound, 70, 95) == pytest.approx(82, abs=0.7)


def test_the_key_is_the_one_it_says(house: Played, pop: tuple[Played, Played]) -> None:
    assert house.recording.key == "A minor"
    for played in (house, *pop):
        tonic, mode = played.recording.key.split()
        assert ears.key(played.sound) == (PITCH_CLASSES[tonic], mode == "minor")


PITCH_CLASSES = {
    "C": 0,
    "Db": 1,
    "D": 2,
    "Eb": 3,
    "E": 4,
    "F": 5,
    "F#": 6,
    "G": 7,
    "Ab": 8,
    "A": 9,
    "Bb": 10,
    "B": 11,
}


def test_the_two_takes_sound_different(pop: tuple[Played, Played]) -> None:
    one, two = (ears.chroma_by_beat(played.sound, played.recording.bpm) for played in pop)
    beats = min(len(one), len(two)) - 4
    one, two = one[:beats], two[:beats]
    alike = (one * two).sum(axis=1) / np.linalg.norm(one, axis=1) / np.linalg.norm(two, axis=1)
    assert alike.mean() <= 0.88


def test_loud_sections_are_louder_than_quiet_ones(pop: tuple[Played, Played]) -> None:
    score = score_for(brief_for(pop[0].order), 1)
    second = ears.RATE * score.seconds_per_tick
    by_energy = sorted(score.passages, key=lambda passage: passage.energy)
    quietest, loudest = (
        pop[0].sound[int(each.start * second) : int((each.start + each.length) * second)]
        for each in (by_energy[0], by_energy[-1])
    )
    assert ears.lufs(loudest) > ears.lufs(quietest) + 1


def test_both_sides_sound_and_not_the_same(every: list[Played]) -> None:
    for played in every:
        left, right = played.sound.T
        assert (
            abs(ears.lufs(np.stack([left, left], 1)) - ears.lufs(np.stack([right, right], 1))) < 1.5
        )
        assert np.corrcoef(left, right)[0, 1] < 0.97


def test_the_meter_agrees_with_another_one() -> None:
    chance = np.random.default_rng(4)
    sound = chance.normal(0, 0.05, (2, 10 * ears.RATE)) * np.linspace(0.1, 1, 10 * ears.RATE)
    meter = PowerMeter()
    for block in _cut(sound.astype(np.float32)):
        meter.hear(block)
    assert loudness(meter.powers) == pytest.approx(ears.lufs(sound.T), abs=0.05)


def test_peaks_between_samples_are_seen() -> None:
    at_the_worst = np.sin(2 * np.pi * (np.arange(4000) / 4 + 0.125)).astype(np.float32)
    meter = PeakMeter()
    meter.hear(np.stack([at_the_worst] * 2))
    assert np.abs(at_the_worst).max() < 0.71
    assert float(np.median(meter.latest)) == pytest.approx(1.0, abs=0.02)


def test_hard_strokes_do_not_break_the_ceiling() -> None:
    chance = np.random.default_rng(8)
    strokes = chance.normal(0, 0.01, (2, 8 * ears.RATE)).astype(np.float32)
    strokes[:, ::11_025] += np.float32(3.0)
    master = Master(Desk(levels={}, tone=(0.0,) * 10, threshold=-30.0, gain=1.0))
    blocks = [(master(block), master.peaks.latest) for block in _cut(strokes)]
    mastered = np.concatenate([block for block, _ in blocks], axis=1)
    peaks = np.concatenate([latest for _, latest in blocks])
    gains = limited(peaks, gain_for(peaks, master.powers.powers))
    mastered *= between(gains, PEAK_BLOCK, 0, mastered.shape[1])
    assert ears.true_peak(mastered.T.astype(np.float64)) <= -1.7


def test_a_bright_master_has_more_highs_and_fewer_lows_than_a_dark_one() -> None:
    falling = np.array([10.0 ** (-0.3 * octave) for octave in range(10)])
    tilts = []
    for brightness in (1.0, 0.0, -1.0):
        tone = bend_towards("pop", brightness, falling)
        master = Master(Desk(levels={}, tone=tone, threshold=0.0, gain=1.0))
        noise = _falling_noise(2 * ears.RATE)
        tilts.append(_tilt(np.concatenate([master(block) for block in _cut(noise)], axis=1)))
    assert tilts[0] > tilts[1] + 1.5 > tilts[2] + 3.0


def _falling_noise(samples: int) -> Audio:
    """Make noise that falls by 3 dB an octave, as music does."""
    spectrum = np.fft.rfft(np.random.default_rng(4).normal(size=(2, samples)))
    noise = np.fft.irfft(spectrum / np.sqrt(np.arange(spectrum.shape[1]) + 100.0))
    return np.asarray(0.1 * noise / noise.std(), np.float32)


def _tilt(sound: Audio) -> float:
    """Say how far what lies above 4 kHz is louder than what lies below 250 Hz, in decibels."""
    power = np.abs(np.fft.rfft(sound[0].astype(np.float64))) ** 2
    hertz = np.fft.rfftfreq(sound.shape[1], 1.0 / ears.RATE)
    high, low = power[(hertz > 4000) & (hertz < 12_000)].sum(), power[hertz < 250].sum()
    return float(10.0 * np.log10(high / low))


def _cut(sound: Audio) -> list[Audio]:
    return [sound[:, span] for span in spans(sound.shape[1])]


@pytest.mark.parametrize("length", [100, BLOCK, 2 * BLOCK + 5])
def test_a_filter_rings_over_from_block_to_block(length: int) -> None:
    chance = np.random.default_rng(length)
    sound = chance.normal(0, 1, (2, 3 * BLOCK + 1234)).astype(np.float32)
    taps = chance.normal(0, 0.1, (2, length)).astype(np.float32)
    convolution = Convolution(Response(taps))
    heard = np.concatenate([convolution(block) for block in _cut(sound)], axis=1)
    for side in (0, 1):
        whole = signal.oaconvolve(sound[side], taps[side])[: sound.shape[1]]
        assert np.allclose(heard[side], whole, atol=2e-4 * np.abs(whole).max())


def test_a_sound_rings_over_from_block_to_block() -> None:
    chance = np.random.default_rng(1)
    tape, whole = Tape(), np.zeros((2, 4 * BLOCK), np.float32)
    laid = [(start, chance.normal(0, 1, (2, 150_000))) for start in (3, 70_000, 100_000)]
    heard = []
    for span in spans(4 * BLOCK):
        for start, sound in laid:
            if span.start <= start < span.stop:
                tape.lay(sound.astype(np.float32), start)
        block = tape.take(span)
        heard.append(np.zeros((2, BLOCK), np.float32) if block is None else block)
    for start, sound in laid:
        end = min(start + sound.shape[1], whole.shape[1])
        whole[:, start:end] += sound[:, : end - start]
    assert np.allclose(np.concatenate(heard, axis=1), whole, atol=1e-5)


def test_a_curve_is_the_same_however_it_is_cut() -> None:
    levels = np.random.default_rng(3).random(50).astype(np.float32)
    whole = between(levels, 441, 0, 30_000)
    middles = (np.arange(50) + 0.5) * 441 - 0.5
    assert np.allclose(whole, np.interp(np.arange(30_000), middles, levels), atol=1e-3)
    parts = [between(levels, 441, start, start + 7500) for start in range(0, 30_000, 7500)]
    assert np.array_equal(np.concatenate(parts), whole)
