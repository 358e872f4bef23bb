"""Both takes of a song as they sound: two arrangements, each with its own quiet and loud."""

from pathlib import Path

import numpy as np
import pytest
from scipy import signal

from houseband.order import Order, Recording, TakeNumber
from houseband.studio import record
from tests.houseband import ears
from tests.houseband.likeness import (
    CHROMA_AT_MOST,
    RHYTHM_AT_MOST,
    SOUND_AT_LEAST,
    likeness,
)

PAIRS = (("pop", 3), ("epic orchestral", 2), ("jazz", 4), ("house", 6), ("rock", 3))
SINGLES = (("rock", 1), ("folk", 1), ("ballad", 4))
Heard = tuple[Recording, ears.Sound]


def _heard(genre: str, seed: int, take: TakeNumber, folder: Path) -> Heard:
    recording = record(Order(operation="music", prompt=f"{genre}, 45 s", seed=seed), take, folder)
    return recording, ears.heard(recording.path)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Heard, Heard]]:
    folder = tmp_path_factory.mktemp("pairs")
    return {
        genre: (_heard(genre, seed, 1, folder), _heard(genre, seed, 2, folder))
        for genre, seed in PAIRS
    }


def test_the_takes_are_as_different_as_two_songs(pairs: dict[str, tuple[Heard, Heard]]) -> None:
    for genre, ((first, one), (second, two)) in pairs.items():
        alike = likeness(one, two, tempos=(first.bpm, second.bpm))
        assert alike.chroma <= CHROMA_AT_MOST, genre
        assert alike.rhythm <= RHYTHM_AT_MOST, genre
        assert alike.sound >= SOUND_AT_LEAST, genre


def test_a_take_is_like_itself_however_it_is_played(
    pairs: dict[str, tuple[Heard, Heard]],
) -> None:
    """The measure minds neither tempo and key nor where a piece begins."""
    recording, sound = pairs["jazz"][0]
    later = sound[round(3 * 4 * 60 / recording.bpm * ears.RATE) :]
    higher = np.asarray(signal.resample_poly(later, 17, 18, axis=0))
    alike = likeness(sound, higher, tempos=(recording.bpm, recording.bpm * 18 / 17))
    assert alike.chroma > CHROMA_AT_MOST + 0.05
    assert alike.rhythm > RHYTHM_AT_MOST + 0.05
    assert alike.sound < SOUND_AT_LEAST - 1.0


def test_songs_have_quiet_and_loud(pairs: dict[str, tuple[Heard, Heard]], tmp_path: Path) -> None:
    sounds = [sound for genre in ("pop", "epic orchestral", "jazz") for _, sound in pairs[genre]]
    sounds += [_heard(genre, seed, 1, tmp_path)[1] for genre, seed in SINGLES]
    assert all(ears.loudness_range(sound) >= 4.0 for sound in sounds)
